"""The demonstration's bodies, people and committees for the making of standards: all invented (示例)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from importlib.resources import files
from itertools import cycle
from typing import Any

import yaml

from guiju.apps.accounts.models import Organisation, User
from guiju.apps.accounts.selectors.viewers import viewer_of_user
from guiju.apps.accounts.services.organisations import create_organisation
from guiju.apps.accounts.services.people import create_user
from guiju.apps.accounts.services.seats import grant_seat
from guiju.apps.development.models import Committee
from guiju.apps.development.services.committees import register_committee
from guiju.apps.development.services.committees_seats import Seating, add_seats
from guiju.apps.development.services.parties import appoint
from guiju.core.procedures.files.rulebook import procedures
from guiju.web.viewer import Viewer

SINCE = date(2024, 1, 2)


def sample() -> Any:
    folder = files("guiju.rulebook") / "samples" / "development"
    return yaml.safe_load((folder / "bodies.yaml").read_text("utf-8"))


def accounts() -> tuple[tuple[str, str, str], ...]:
    """User name and what it is in both languages, of every account."""
    stated = sample()
    return tuple((one[0], one[1], one[2]) for one in (*stated["people"], *stated["seated"]))


def load_bodies(*, by: Viewer, password: str) -> dict[str, Viewer]:
    """Organisations, accounts, appointments, committees; the viewers by user name."""
    stated = sample()
    there = set(Organisation.objects.values_list("slug", flat=True))
    for slug, kind, zh, short_zh, en in stated["bodies"]:
        if slug not in there:
            create_organisation(
                slug=slug, kind=kind, zh=zh, short_zh=short_zh, en=en, is_example=True, by=by
            )
    viewers = {}
    for name, zh, _, role, slug in stated["people"]:
        user = _account(name, zh, password, by)
        body = Organisation.objects.get(slug=slug)
        grant_seat(user=user, role=role, organisation=body, reason="示例", by=by)
        viewers[name] = viewer_of_user(user, by.today)
    _appointments(stated["appointments"], by)
    _committees(stated, password, by, viewers["authority"])
    for name, *_ in stated["seated"]:
        viewers[name] = viewer_of_user(User.objects.get(username=name), by.today)
    return viewers


def _account(name: str, zh: str, password: str, by: Viewer) -> User:
    user, _ = create_user(
        username=name,
        name=zh,
        email=f"{name}@guiju.invalid",
        is_example=True,
        password=password,
        by=by,
    )
    return user


def _appointments(bodies: Mapping[str, tuple[str, str]], by: Viewer) -> None:
    for found in procedures():
        if found.since > by.today or (found.until and found.until <= by.today):
            continue
        for role in found.roles.values():
            if role.id in bodies and not role.open:
                slug, code = bodies[role.id]
                appoint(
                    procedure_id=found.id,
                    role=role.id,
                    organisation=Organisation.objects.get(slug=slug),
                    code=code,
                    by=replace(by, today=max(SINCE, found.since)),
                )


def _committees(stated: Any, password: str, by: Viewer, authority: Viewer) -> None:
    bodies = {one.slug: one for one in Organisation.objects.filter(is_example=True)}
    for name, zh, *_ in stated["seated"]:
        _account(name, zh, password, by)
    then = replace(authority, today=SINCE)
    for at, one in enumerate(stated["committees"]):
        committee = register_committee(
            values={
                "key": one["key"],
                "name_zh": one["name"][0],
                "name_en": one["name"][1],
                "scope_zh": one["scope"][0],
                "scope_en": one["scope"][1],
                "ics": one["ics"],
                "ccs": one["ccs"],
                "secretariat": bodies["example-laboratory"],
                "authority": bodies["example-authority"],
                "established": SINCE,
                "is_example": True,
            },
            by=then,
        )
        known = stated["seated"] if at == 0 else []
        seatings = [
            *_known(known, bodies),
            *_others(committee, one["sides"], known, stated, bodies),
        ]
        add_seats(committee=committee, seatings=seatings, since=SINCE, by=then)


def _known(rows: list[Any], bodies: Mapping[str, Organisation]) -> Iterator[Seating]:
    for name, _, _, office, slug, side in rows:
        yield Seating(
            organisation=bodies[slug],
            username=name,
            office=office,
            side=side,
            title="示例高级工程师",
        )


def _others(
    committee: Committee,
    sides: Mapping[str, int],
    known: list[Any],
    stated: Any,
    bodies: Mapping[str, Organisation],
) -> Iterator[Seating]:
    taken = [row[-1] for row in known]
    offices = iter(["chair", "vice_chair"])
    for side, count in sides.items():
        for at, slug in zip(range(count - taken.count(side)), cycle(stated["sides"][side])):
            yield Seating(
                organisation=bodies[slug],
                name=f"示例委员{committee.pk}-{side[:2]}{at + 1}",
                office=next(offices, "member"),
                side=side,
                title="示例高级工程师",
            )

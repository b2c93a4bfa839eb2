"""Who takes part in a project (参与方), and where the viewer may have to stand aside (回避)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from guiju.apps.accounts.models import Organisation, User
from guiju.apps.accounts.selectors.organisations import display_names, resolve
from guiju.apps.development.models import CommitteeSeat, Elector, Party
from guiju.apps.development.rules.actors import (
    COMMITTEE,
    EXPERTS,
    SECRETARIAT,
    name_of,
    on_the_day,
    roles_of,
    seats_on,
)
from guiju.apps.development.rules.projects import named_by
from guiju.apps.development.selectors.workspace import Opened
from guiju.core.errors import Bilingual, InputError

EXPERT_TITLE = Bilingual("专家", "experts")
SIDES: dict[str, Any] = dict(CommitteeSeat.Side.choices)


class NobodyFoundError(InputError):
    """No account and no organisation is called that (没有找到参与方)."""

    code = "development.nobody_found"
    zh = "没有名为“{subject}”的用户或单位。请填写用户名，或者单位的全称。"
    en = "No user and no organisation is called “{subject}”. Give a user name or the full name of an organisation."
    field = "who"


@dataclass(frozen=True, slots=True)
class Taking:
    """Somebody with a role in the project; `pk` None where it is not the viewer's to take away."""

    pk: int | None
    role: Bilingual
    name: str
    organisation: str
    side: str
    since: date
    until: date | None


def taking_part(opened: Opened, language: str, *, also_past: bool = False) -> list[Taking]:
    """The parties and the committee's secretariat, in three queries."""
    on = opened.viewer.today
    rows = opened.project.parties.select_related("user__person")
    if not also_past:
        rows = rows.filter(on_the_day(on))
    parties = list(rows.order_by("role", "pk"))
    committee = opened.project.committee
    seats = (
        list(seats_on(committee, on).filter(office__in=SECRETARIAT)) if committee else []
    )  # fmt: skip
    bodies = {one.organisation_id for one in parties if one.organisation_id}
    bodies |= {one.organisation_id for one in seats}
    names = {pk: one.full for pk, one in display_names(bodies, on, language).items()}
    given = roles_to_give(opened)
    found = [
        Taking(
            one.pk if one.role in given else None,
            role_title(opened, one.role),
            one.user.person.name if one.user else "",
            names.get(one.organisation_id or 0, ""),
            SIDES.get(one.side, ""),
            one.since,
            one.until,
        )
        for one in parties
    ]
    return found + [
        Taking(
            None,
            role_title(opened, COMMITTEE),
            one.person.name,
            names.get(one.organisation_id, ""),
            SIDES.get(one.side, ""),
            one.since,
            one.until,
        )
        for one in seats
        if COMMITTEE in opened.procedure.roles
    ]


def role_title(opened: Opened, role: str) -> Bilingual:
    known = opened.procedure.roles.get(role)
    return known.title if known else EXPERT_TITLE


def roles_to_give(opened: Opened) -> dict[str, Bilingual]:
    """The roles for which the viewer may name somebody."""
    own = roles_of(opened.viewer, opened.project)
    titles = {one.id: one.title for one in opened.procedure.roles.values()}
    return {
        role: title
        for role, title in ({EXPERTS: EXPERT_TITLE} | titles).items()
        if own & named_by(opened.procedure, role)
    }


def somebody(written: str, on: date) -> tuple[User | None, Organisation | None]:
    """The user of that user name, or the organisation of that name. Raises NobodyFoundError."""
    words = written.strip()
    user = User.objects.filter(username=words, is_active=True).first()
    if user is not None:
        return user, None
    organisation = Organisation.objects.filter(slug=words).first() or resolve([words], on)[words]
    if organisation is None:
        raise NobodyFoundError(words[:80])
    return None, organisation


def body_called(written: str, on: date) -> Organisation | None:
    """The organisation of that name or slug."""
    words = written.strip()
    return Organisation.objects.filter(slug=words).first() or resolve([words], on).get(words)


def party_of(opened: Opened, pk: int) -> Party | None:
    return opened.project.parties.filter(pk=pk, until=None).first()


def own_electors(opened: Opened) -> list[Elector]:
    """Where the viewer may vote now: the ballots in which an interest is to be declared."""
    rows = Elector.objects.filter(
        ballot__project=opened.project,
        ballot__closed=None,
        ballot__current=True,
        actor=name_of(opened.viewer.user),
    )
    return list(rows.select_related("ballot"))

"""The register of committees (委员会名录): proposed, registered, changed, by one act and event each."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from guiju.apps.accounts.models import Organisation
from guiju.apps.development.models import Committee, CommitteeLiaison
from guiju.apps.development.rules.actors import SPEAKERS
from guiju.apps.development.rules.committees import (
    EDIT_COMMITTEE,
    PROPOSE_COMMITTEE,
    REGISTER_COMMITTEE,
    RULE_COMMITTEE,
)
from guiju.apps.development.services.committees_errors import (
    CommitteeThereError,
    LiaisonError,
    NoParentError,
    NoReasonGivenError,
    NoSuchMoveError,
    NotACommitteeError,
    WrongCodesError,
)
from guiju.apps.journal.services import record
from guiju.core.committees.files import moves
from guiju.core.numbers.committees import canonical, read
from guiju.core.procedures.calendar.files import calendar
from guiju.core.procedures.calendar.periods import add, period
from guiju.web.viewer import Viewer

_ICS = re.compile(r"\d{2}(\.\d{3}(\.\d{2})?)?")
_CCS = re.compile(r"[A-Z](\d{2})?")
_State = Committee.State
_ENDED = (_State.REVOKED, _State.CANCELLED)
TERM = "procedures.committee_term"
# Whoever could set these could give himself the committee.
RULED = frozenset({"authority", "secretariat", "established", "term_ends"})


def propose_committee(*, values: dict[str, Any], by: Viewer) -> Committee:
    """A committee that is to be set up (提出筹建); the procedure of setting up leads it on."""
    PROPOSE_COMMITTEE.check(by)
    given = {name: value for name, value in values.items() if name not in RULED}
    given["secretariat_id"] = by.acting_for(*SPEAKERS)
    return _add({**given, "state": _State.PROPOSED}, "propose_committee", by)


def register_committee(*, values: dict[str, Any], by: Viewer) -> Committee:
    """A committee that stands already (登记已成立的委员会), by its authority's act."""
    REGISTER_COMMITTEE.check(by)
    since = values.get("established") or by.today
    given = {"term_ends": term_end(since)} | {
        name: value for name, value in values.items() if value is not None
    }
    return _add(
        {**given, "established": since, "state": _State.ESTABLISHED}, "register_committee", by
    )


def change_scope(*, committee: Committee, values: dict[str, Any], by: Viewer) -> Committee:
    """Its names, scope and classes; its bodies and term too by the authority's act.

    The same again changes nothing.
    """
    (RULE_COMMITTEE if RULED & set(values) else EDIT_COMMITTEE).check(by, committee)
    given = _checked(values)
    with transaction.atomic():
        one = locked(committee)
        before = _told(one, given)
        for name, value in given.items():
            setattr(one, name, value)
        after = _told(one, given)
        if before != after:
            one.save(update_fields=list(given))
            journal("change_committee", one, by, before=before, after=after)
    return one


def change_state(*, committee: Committee, state: str, reason: str, by: Viewer) -> Committee:
    """The authority records a state that was reached outside this platform, with its ground."""
    RULE_COMMITTEE.check(by, committee)
    if not reason.strip():
        raise NoReasonGivenError()
    with transaction.atomic():
        one = locked(committee)
        if state not in moves(one.state):
            now, then = _State(one.state), state
            raise NoSuchMoveError(
                state_word(now, "zh"),
                state_en=state_word(now, "en"),
                target=state_word(then, "zh"),
                target_en=state_word(then, "en"),
            )
        before, one.state = one.state, state
        if state in _ENDED:
            one.ended = by.today
        elif state == _State.ESTABLISHED and one.established is None:
            one.established, one.term_ends = by.today, term_end(by.today)
        one.save(update_fields=["state", "ended", "established", "term_ends"])
        journal(
            "change_committee_state",
            one,
            by,
            reason,
            before={"state": before},
            after={"state": state},
        )
    return one


def add_liaison(
    *, committee: Committee, other: Committee, matter: str, by: Viewer
) -> CommitteeLiaison:
    """Two committees keep each other informed from today (建立联络)."""
    EDIT_COMMITTEE.check(by, committee)
    if other.pk == committee.pk or not matter.strip():
        raise LiaisonError()
    with transaction.atomic():
        locked(committee)
        row = CommitteeLiaison.objects.create(
            committee=committee,
            other=other,
            matter=matter.strip(),
            since=by.today,
            recorded_by_id=by.user,
        )
        journal("add_liaison", committee, by, details={"other": other.key})
    return row


def end_liaison(*, liaison: CommitteeLiaison, by: Viewer) -> CommitteeLiaison:
    """The liaison ends today."""
    EDIT_COMMITTEE.check(by, liaison.committee)
    with transaction.atomic():
        locked(liaison.committee)
        liaison.until = by.today
        liaison.save(update_fields=["until"])
        journal("end_liaison", liaison.committee, by, details={"other": liaison.other.key})
    return liaison


def term_end(since: date) -> date:
    """The last day of a term that begins on a day (任期届满)."""
    length = period(TERM, since)
    return add(calendar(), since, length.count, length.unit)


def locked(committee: Committee) -> Committee:
    """The committee under lock: one act at a time."""
    return Committee.objects.select_for_update().get(pk=committee.pk)


def state_word(state: str, language: str) -> str:
    """A state in words."""
    from django.utils.translation import override

    with override("en" if language == "en" else "zh-hans"):
        return str(_State(state).label)


def journal(act: str, committee: Committee, by: Viewer, reason: str = "", **more: Any) -> None:
    """One event about a committee."""
    more.setdefault("details", {"committee": committee.key})
    record(
        by=by,
        action=f"development.{act}",
        subject=f"development.committee:{committee.pk}",
        organisation=committee.secretariat_id,
        reason=reason.strip(),
        **more,
    )


def _add(values: dict[str, Any], act: str, by: Viewer) -> Committee:
    given = _checked(values)
    key, kind = read_key(given.pop("key"))
    with transaction.atomic():
        if Committee.objects.filter(key=key).exists():
            raise CommitteeThereError(key)
        above = key.rpartition("/")[0] if kind in ("sc", "wg") else ""
        parent = Committee.objects.filter(key=above).first() if above else None
        if above and parent is None:
            raise NoParentError(key)
        one = Committee.objects.create(key=key, kind=kind, parent=parent, **given)
        journal(act, one, by, after={"key": key, "name": one.name_zh, "state": one.state})
    return one


def read_key(written: str) -> tuple[str, str]:
    """The number as the catalogue writes it, and the kind by its last part."""
    plain = written.strip()
    number = read(plain, written) or read(plain.upper(), written)
    if number is None:
        raise NotACommitteeError(written[:80])
    key = canonical(number)
    kind = key.rpartition("/")[2].split()[0].lower()
    if kind not in Committee.Kind.values:
        raise NotACommitteeError(key)
    return key, kind


def _checked(values: dict[str, Any]) -> dict[str, Any]:
    given = dict(values)
    for name, form in (("ics", _ICS), ("ccs", _CCS)):
        if name in given:
            given[name] = _codes(given[name], form)
    return given


def _codes(codes: Iterable[str], form: re.Pattern[str]) -> list[str]:
    found = list(dict.fromkeys(one.strip().upper() for one in codes if one.strip()))
    for one in found:
        if not form.fullmatch(one):
            raise WrongCodesError(one)
    return found


def _told(one: Committee, given: dict[str, Any]) -> dict[str, Any]:
    values = {name: getattr(one, name) for name in given}
    return {
        name: value.slug if isinstance(value, Organisation) else str(value) if isinstance(value, date) else value
        for name, value in values.items()
    }  # fmt: skip

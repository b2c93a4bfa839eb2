"""What breaks a rule of drafting in a text (检查结果), and its provisions (条款)."""

from datetime import date
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple, get_args

from guiju.apps.library.models import Text
from guiju.apps.library.rules import READ_WHOLE
from guiju.apps.library.selectors.documents import KEPT, document_by_name
from guiju.apps.library.selectors.rule_offs import rules_off
from guiju.apps.library.selectors.standings import cited_keys, states_of
from guiju.core.drafting.checking import Facts, check
from guiju.core.drafting.finding import Finding, Report
from guiju.core.drafting.modes import Mode
from guiju.core.drafting.provisions import Provision, provisions
from guiju.core.drafting.rules import CHECKS
from guiju.core.drafting.rules.context import Cited
from guiju.core.drafting.rules.places import places
from guiju.core.errors import InputError
from guiju.web.viewer import Viewer

MODES: tuple[Mode, ...] = get_args(Mode)
_CITED = {"in_force": "in_force", "superseded": "replaced", "withdrawn": "withdrawn"}

CitedStates = tuple[tuple[str, str, str], ...]
_TOKEN = 16  # hexadecimal digits


class Narrow(NamedTuple):
    """Which findings are shown; "" is all."""

    severity: str = ""
    rule: str = ""
    clause: str = ""

    def shows(self, one: Finding) -> bool:
        return (
            self.severity in ("", one.severity)
            and self.rule in ("", one.rule)
            and (not self.clause or f"{one.clause}.".startswith(f"{self.clause}."))
        )


class NoSuchModeError(InputError):
    """There is no such purpose of a check (没有这种检查目的)."""

    code = "no_such_mode"
    zh = "没有检查目的“{subject}”。可用：draft（起草）、submission（送审）、adoption（采标）。"
    en = "There is no purpose “{subject}”. Use draft, submission or adoption."


def mode_of(written: str) -> Mode:
    """The purpose of a check; that of a draft if none is said."""
    if written and written not in MODES:
        raise NoSuchModeError(written[:40])
    return written or "draft"


def findings_of(viewer: Viewer, text: Text, mode: Mode, on: date) -> Report:
    """The check of a text for a purpose on a day, with the state of what it cites."""
    READ_WHOLE.check(viewer, text)
    name, digest = str(text.sts.name), text.sts_digest
    states = states_of(cited_keys(document_by_name(name, digest)), on)
    known = tuple(
        sorted((key, _CITED[one], by) for key, (one, by) in states.items() if one in _CITED)
    )
    off = tuple((one.row.rule, one.row.reason) for one in rules_off(viewer, text))
    return _checked(name, digest, mode, on, known, off)


def token_of(one: Finding) -> str:
    """By what a page names a finding: the same as long as it is the same finding."""
    said = (one.rule, one.address, one.part, one.start, one.end, one.mend)
    return sha256(repr(said).encode()).hexdigest()[:_TOKEN]


def words_found(viewer: Viewer, text: Text) -> dict[tuple[str, str], str]:
    """The words of each text that a finding may name by address and part."""
    READ_WHOLE.check(viewer, text)
    document = document_by_name(str(text.sts.name), text.sts_digest)
    return {(one.address, one.part): one.content for one in places(document)}


def provisions_of(viewer: Viewer, text: Text) -> tuple[Provision, ...]:
    """Every sentence of a text as a provision, and the limits of its tables."""
    READ_WHOLE.check(viewer, text)
    return _provisions(str(text.sts.name), text.sts_digest)


@lru_cache(maxsize=KEPT)
def _checked(
    name: str,
    digest: str,
    mode: Mode,
    on: date,
    known: CitedStates,
    off: tuple[tuple[str, str], ...],
) -> Report:
    facts = Facts({key: Cited(state, (by,) if by else ()) for key, state, by in known})
    left_out = {rule: reason for rule, reason in off if rule in CHECKS}
    return check(document_by_name(name, digest), mode=mode, on=on, off=left_out, facts=facts)


@lru_cache(maxsize=KEPT)
def _provisions(name: str, digest: str) -> tuple[Provision, ...]:
    return provisions(document_by_name(name, digest))

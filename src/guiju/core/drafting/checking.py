"""A check (检查): every rule asked of a document, its findings in reading order."""

from collections.abc import Iterable, Mapping
from datetime import date

from guiju.core.documents.model import Document
from guiju.core.drafting.finding import Finding, Report
from guiju.core.drafting.mending import apply, with_addresses
from guiju.core.drafting.modes import Mode, is_asked
from guiju.core.drafting.rules import CHECKS, Context, Facts, rule
from guiju.core.errors import InputError

__all__ = ["Facts", "RuleError", "apply", "check"]


class RuleError(InputError):
    """There is no such rule, or it is left out without a reason (规则无法停用)."""

    code = "drafting_rule"
    zh = "规则“{subject}”不能停用：没有这条规则，或者没有写明理由。请核对编号并写明理由。"
    en = "Rule “{subject}” cannot be left out: there is no such rule, or no reason is given. Check the id and give the reason."


def check(
    document: Document,
    *,
    mode: Mode,
    on: date,
    off: Mapping[str, str] | None = None,
    facts: Facts | None = None,
) -> Report:
    """What breaks a rule of drafting in this document, checked for a purpose on a day.

    `off` leaves rules out, each with its reason. Documents of before the edition of 2020 of
    GB/T 1.1, or that say they follow the one of 2009, are measured by the old forms.
    """
    left_out = dict(off or {})
    for name, reason in left_out.items():
        if name not in CHECKS or not reason.strip():
            raise RuleError(name)
    context = Context(with_addresses(document), mode, on, facts)
    asked = [name for name in CHECKS if name not in left_out and _is_asked(name, context)]
    found = [one for name in asked for one in CHECKS[name](context)]
    return Report(findings=_in_order(found, context), off=left_out)


def _is_asked(name: str, context: Context) -> bool:
    one = rule(name)
    return (
        context.language in one.languages
        and not (one.since_2020 and context.is_old)
        and is_asked(one.modes, context.mode, adopts=context.adopts)
    )


def _in_order(findings: Iterable[Finding], context: Context) -> tuple[Finding, ...]:
    """As one reads: the cover, then by the place of the text, then by offset and rule."""
    order: dict[str, int] = {"": -1}
    for at, path in enumerate(context.paths):
        order.setdefault(path[-1].address, at * 100_000)
    for at, place in enumerate(context.places):
        base = order.get(place.path[-1].address, 0) if place.path else len(order) * 100_000
        order.setdefault(place.address, base + at)

    def key(one: Finding) -> tuple[int, str, int, str]:
        at = order.get(one.address)
        return (_near(one.address, order) if at is None else at, one.part, one.start, one.rule)

    return tuple(sorted(dict.fromkeys(findings), key=key))


def _near(address: str, order: Mapping[str, int]) -> int:
    """The order of the nearest thing above an address that has no text of its own."""
    while "/" in address:
        address = address.rpartition("/")[0]
        if address in order:
            return order[address]
    return -1

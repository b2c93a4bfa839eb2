"""What a rule set says of values (试值): on both sides of each limit, and of one's own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from guiju.core.errors import Bilingual, InputError
from guiju.core.provisions.explaining.boundaries import Boundary, boundary_values
from guiju.core.provisions.explaining.phrases import clause_words
from guiju.core.provisions.model import RuleSet
from guiju.core.provisions.reports.judging import judged_report
from guiju.core.provisions.reports.model import Entry, Report


class NothingTriedError(InputError):
    """No value was given (没有试值)."""

    code = "nothing_tried"
    zh = "请至少填一个指标的值。"
    en = "Give a value of at least one characteristic."


@dataclass(frozen=True, slots=True)
class Side:
    """A limit, a breakpoint or a level by marks with the values on both sides of it."""

    boundary: Boundary
    clause: Bilingual


def both_sides(rules: RuleSet) -> list[Side]:
    """For each end of each limit the values on both sides, in the order of the file."""
    return [Side(one, clause_words("", one.clause)) for one in boundary_values(rules)]


def tried(
    rules: RuleSet,
    values: Mapping[str, str],
    told: Mapping[str, str],
    *,
    on: date,
    reviewed: bool,
) -> Report:
    """What the rules say of one's own values, by characteristic, and what is told by attribute."""
    entries = [Entry(name=name, result=value) for name, value in values.items() if value.strip()]
    if not entries:
        raise NothingTriedError()
    settings = {name: value for name, value in told.items() if value.strip()}
    chosen = {one.name: one.name for one in entries}
    return judged_report(entries, rules, settings, on=on, reviewed=reviewed, chosen=chosen)

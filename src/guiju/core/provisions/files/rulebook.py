"""The rule sets of the rulebook (规则集): which one judges by a standard on a day."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from importlib import resources
from itertools import pairwise

from guiju.core.errors import InputError, NotFoundError
from guiju.core.numbers import canonical, matches, parse
from guiju.core.provisions.files.loading import read_rule_set
from guiju.core.provisions.model import RuleSet


class NoRuleSetError(NotFoundError):
    """No rule set judges by that standard on that day (无规则集)."""

    code = "provisions.no-rule-set"
    zh = "没有“{subject}”在 {on} 有效的规则集。现有：{known}。"
    en = "There is no rule set of “{subject}” in force on {on}. There are: {known}."


@cache
def rule_sets() -> tuple[RuleSet, ...]:
    """All of them, in the order of their files."""
    folder = resources.files("guiju.rulebook") / "standards"
    files = sorted(
        (one for one in folder.iterdir() if one.name.endswith(".yaml")), key=lambda one: one.name
    )
    return apart(read_rule_set(one.read_text("utf-8"), one.name) for one in files)


class EditionsOverlapError(InputError):
    """Two editions of one standard are in force on the same day (版本日期重叠)."""

    code = "provisions.editions-overlap"
    zh = "“{subject}”与“{other}”的有效日期重叠。请改正 in_force 的 from 或 until。"
    en = "“{subject}” and “{other}” are in force on the same days. Mend from or until in in_force."


def apart(sets: Iterable[RuleSet]) -> tuple[RuleSet, ...]:
    """The same, after a check that of each standard one edition is in force at a time.

    Raises EditionsOverlapError.
    """
    found = tuple(sets)
    by_number: dict[str, list[RuleSet]] = {}
    for one in found:
        number = replace(parse(one.standard), year="")
        by_number.setdefault(canonical(number), []).append(one)
    for editions in by_number.values():
        editions.sort(key=lambda one: one.since)
        for one, other in pairwise(editions):
            if one.until is None or other.since < one.until:
                raise EditionsOverlapError(one.standard, other=other.standard)
    return found


def editions(number: str) -> tuple[RuleSet, ...]:
    """All editions that a number means, the oldest first. Raises NoRuleSetError and NumberError."""
    asked = parse(number)
    ignored = () if asked.year else ("year",)
    found = [one for one in rule_sets() if matches(asked, parse(one.standard), ignored)]
    if not found:
        known = "、".join(one.standard for one in rule_sets())
        raise NoRuleSetError(number, on="—", known=known)
    return tuple(sorted(found, key=lambda one: one.since))


def rule_set(number: str, on: date | None) -> RuleSet:
    """The rule set of an edition, or of a number without a year the one in force on that day.

    An edition that is named judges data of any day. Raises NoRuleSetError and NumberError.
    """
    asked = parse(number)
    for one in rule_sets():
        dated = bool(asked.year)
        in_force = on is None or (one.since <= on and (one.until is None or on < one.until))
        ignored = () if dated else ("year",)
        if matches(asked, parse(one.standard), ignored) and (dated or in_force):
            return one
    raise NoRuleSetError(number, on=on or "—", known="、".join(one.standard for one in rule_sets()))

"""The rule sets of the rulebook (规则集): which one judges by a standard on a day."""

from datetime import date
from functools import cache
from importlib import resources

from guiju.core.errors import NotFoundError
from guiju.core.numbers import matches, parse
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
    return tuple(read_rule_set(one.read_text("utf-8"), one.name) for one in files)


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

"""Which rule set judges a table (判定所用规则集), with the very text of its file."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from hashlib import sha256

from guiju.apps.conformity.selectors.rule_sets import (
    official_editions,
    official_file,
    official_sets,
)
from guiju.core.numbers import parse
from guiju.core.provisions.files.loading import read_rule_set
from guiju.core.provisions.files.rulebook import NoRuleSetError, apart
from guiju.core.provisions.model import RuleSet
from guiju.web.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Judging:
    """A rule set as it judges: `origin` names its file and version, `text` is that file."""

    rules: RuleSet
    origin: str
    text: str

    @property
    def sha256(self) -> str:
        return sha256(self.text.encode()).hexdigest()

    def on(self, day: date) -> "Judging":
        """As it judges on a day."""
        return replace(self, rules=self.rules.on(day))


def rules_offered(viewer: Viewer) -> tuple[RuleSet, ...]:
    """The rule sets that judge officially, by their numbers."""
    return official_sets()


def judging_rules(viewer: Viewer, number: str, on: date | None) -> Judging:
    """The reviewed rule set of an edition, or of a number without a year that of the day.

    Raises NoRuleSetError and NumberError.
    """
    found = official_file(number, on)
    return Judging(found.rules, found.origin, found.text)


def is_named(number: str) -> bool:
    """Whether a number names one edition."""
    return bool(parse(number).year)


def editions_judging(viewer: Viewer, number: str) -> tuple[Judging, ...]:
    """All reviewed editions that a number means, the oldest first.

    Raises NoRuleSetError, NumberError, and EditionsOverlapError where a day has two of them.
    """
    if is_named(number):
        return (judging_rules(viewer, number, None),)
    found = official_editions(number)
    apart(one.rules for one in found)
    return tuple(Judging(one.rules, one.origin, one.text) for one in found)


def judging_on(viewer: Viewer, number: str, on: date, editions: Sequence[Judging]) -> Judging:
    """The rule set of the day; of several `editions` the last one where none is in force."""
    try:
        return judging_rules(viewer, number, on)
    except NoRuleSetError:
        if not editions:
            raise
        return editions[-1]


@lru_cache(maxsize=32)
def rules_in(text: str) -> RuleSet:
    """The rule set of a file that judged before."""
    return read_rule_set(text, "—")

"""The register of rules (规则登记): an id, its texts in the rulebook, and the function that asks."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from guiju.core.drafting.finding import Finding, Severity
from guiju.core.drafting.rulebook import rule_texts
from guiju.core.drafting.rules.context import Context
from guiju.core.drafting.rules.places import Place
from guiju.core.errors import Bilingual

Check = Callable[[Context], Iterator[Finding]]
CHECKS: dict[str, Check] = {}


@dataclass(frozen=True, slots=True)
class Say:
    """One thing that a rule says, with what differs from the rule."""

    severity: Severity
    message: Bilingual
    hint: Bilingual


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of drafting (起草规则). `since` tells whether it is one of 2020 that older texts had not."""

    id: str
    severity: Severity
    basis: str
    confidence: str
    title: Bilingual
    languages: tuple[str, ...]
    modes: tuple[str, ...]
    since_2020: bool
    says: Mapping[str, Say]

    def __call__(
        self,
        place: Place | None,
        say: str,
        span: tuple[int, int] = (0, 0),
        *,
        mend: str | None = None,
        address: str = "",
        part: str = "",
        line: int = 0,
        **values: object,
    ) -> Finding:
        """A finding at a place, or at an address where there is no text."""
        said = self.says[say]
        filled = Bilingual(said.message.zh.format(**values), said.message.en.format(**values))
        return Finding(
            rule=self.id,
            severity=said.severity,
            basis=self.basis,
            message=filled,
            hint=said.hint,
            address=place.address if place else address,
            part=place.part if place else part,
            start=span[0],
            end=span[1],
            line=place.line if place else line,
            mend=mend,
        )


@cache
def rule(name: str) -> Rule:
    """The rule of that id, as the rulebook has it."""
    row = rule_texts(name)
    says = {key: _say(one, row) for key, one in row["says"].items()}
    return Rule(
        id=name,
        severity=row["severity"],
        basis=row["basis"],
        confidence=row["confidence"],
        title=Bilingual(*row["title"]),
        languages=tuple(row.get("languages", ("zh", "en"))),
        modes=tuple(row.get("modes", ())),
        since_2020=row.get("since_2020", False),
        says=says,
    )


def checks(name: str) -> Callable[[Check], Check]:
    """Enter a function as the one that asks the rule."""

    def enter(function: Check) -> Check:
        CHECKS[name] = function
        return function

    return enter


def _say(one: dict[str, Any], row: dict[str, Any]) -> Say:
    return Say(
        severity=one.get("severity", row["severity"]),
        message=Bilingual(one["zh"], one["en"]),
        hint=Bilingual(*(one.get("hint") or row["hint"])),
    )

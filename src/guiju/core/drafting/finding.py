"""A finding (问题): what a rule of drafting found, where, and how it may be mended."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from guiju.core.errors import Bilingual

Severity = Literal["E", "W", "I"]  # an error, a warning, an information


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The characters `start` to `end` of one text of the document break a rule.

    `address` and `part` name the text: `part` is "" for that of a paragraph or an entry, "title",
    "label", "unit", "number" of what has these, "definition/zh", "designation/1", "source/1" of a
    term entry, "title/zh" of the cover, whose address is "". An absence is found at the place where
    the thing should stand, with start = end. `basis` is the rule's clause of GB/T 1.1 or its kin,
    `mend` what these characters become; None: it takes a person.
    """

    rule: str
    severity: Severity
    basis: str
    message: Bilingual
    hint: Bilingual
    address: str = ""
    part: str = ""
    start: int = 0
    end: int = 0
    line: int = 0
    mend: str | None = None

    @property
    def clause(self) -> str:
        """The clause, table or figure of the document in which it stands; "" on the cover."""
        return self.address.partition("/")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The findings in reading order, and which rules were not asked and why."""

    findings: tuple[Finding, ...]
    off: Mapping[str, str] = field(default_factory=dict)

    @property
    def counts(self) -> dict[Severity, int]:
        """How many of each severity."""
        found: dict[Severity, int] = {"E": 0, "W": 0, "I": 0}
        for one in self.findings:
            found[one.severity] += 1
        return found

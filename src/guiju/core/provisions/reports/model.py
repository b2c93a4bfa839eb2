"""A report judged (报告判定结果): what the page, DOCX, XLSX and JSON share."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from guiju.core.errors import Bilingual
from guiju.core.provisions.explaining.model import Explained, Graded, Scored, said
from guiju.core.provisions.judging import Status
from guiju.core.provisions.words_of import STATUS_WORDS

NOT_REVIEWED = Bilingual(
    "规则未经审查，结论不是正式判定",
    "the rules are not reviewed: this is no official judgement",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of a report as people have it (报告的一行): a characteristic, its result, its unit.

    `limit` is the limit that the report itself states, `uncertainty` its U, `row` its line in the file.
    """

    name: str
    result: str
    unit: str = ""
    limit: str = ""
    uncertainty: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report, judged. `notes` say what was assumed or is odd, `unmatched` what no rule is about."""

    standard: str
    title: Bilingual
    basis: str
    reviewed: bool
    status: Status
    told: tuple[Bilingual, ...]
    findings: tuple[Explained, ...]
    grades: tuple[Graded, ...]
    indices: tuple[Scored, ...]
    notes: tuple[Bilingual, ...]
    unmatched: tuple[Entry, ...]

    @property
    def counts(self) -> dict[Status, int]:
        """How many rules answered what."""
        return dict(Counter(one.status for one in self.findings))

    @property
    def sentence(self) -> Bilingual:
        """The whole, with what failed."""
        word = STATUS_WORDS[self.status]
        failed = [
            one for one in self.findings if one.status == "fail" and one.modality == "requirement"
        ]
        zh = "、".join(f"{one.name.zh}（{one.clause.zh}）" for one in failed)
        en = "; ".join(f"{one.name.en} ({one.clause.en})" for one in failed)
        levels = [(one.name, one.level) for one in self.grades if one.level]
        levels += [(one.name, f"{one.value} {one.level}") for one in self.indices if one.level]
        zh_levels = "".join(f"{name.zh} {level}。" for name, level in levels)
        en_levels = "".join(f" {name.en}: {level}." for name, level in levels)
        own = "" if self.reviewed else f"{NOT_REVIEWED.zh}。"
        own_en = "" if self.reviewed else f" Note: {NOT_REVIEWED.en}."
        return Bilingual(
            f"按 {self.standard} 判定：{word.zh}。{zh_levels}{f'不符合的指标：{zh}。' if failed else ''}{own}",
            f"By {self.standard}: {word.en}.{en_levels}{f' Not conforming: {en}.' if failed else ''}{own_en}",
        )

    def to_json(self) -> dict[str, Any]:
        return {
            "standard": self.standard,
            "title": said(self.title),
            "basis": self.basis,
            "reviewed": self.reviewed,
            "status": self.status,
            "verdict": said(STATUS_WORDS[self.status]),
            "sentence": said(self.sentence),
            "told": [said(one) for one in self.told],
            "counts": self.counts,
            "findings": [one.to_json() for one in self.findings],
            "grades": [one.to_json() for one in self.grades],
            "indices": [one.to_json() for one in self.indices],
            "notes": [said(one) for one in self.notes],
            "unmatched": [
                {"row": one.row, "name": one.name, "result": one.result, "unit": one.unit}
                for one in self.unmatched
            ],
        }

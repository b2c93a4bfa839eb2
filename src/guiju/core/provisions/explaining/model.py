"""What an explanation says (说明): plain values that the page, DOCX, XLSX and JSON share."""

from dataclasses import dataclass, field
from typing import Any

from guiju.core.errors import Bilingual
from guiju.core.provisions.judging import Status
from guiju.core.provisions.model import Modality, RuleSet
from guiju.core.provisions.sample import Sample
from guiju.core.provisions.words_of import STATUS_WORDS


@dataclass(frozen=True, slots=True)
class Context:
    """What was judged by what: the rules as they are written, and in the units of the data.

    `problems` are reasons why results could not be used, by characteristic.
    """

    rules: RuleSet
    converted: RuleSet
    sample: Sample
    problems: dict[str, Bilingual] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """One rule on one result, part by part, and whole as `sentence`.

    `measured` is what stood in the report, `limit` what stands in the standard, `converted` the
    limit in the unit of the report ("" where that is the same), `how` the comparison or why there
    was none, `when` the condition under which the limit holds.
    """

    rule: str
    characteristic: str
    name: Bilingual
    status: Status
    modality: Modality
    measured: Bilingual
    limit: Bilingual
    converted: str
    how: Bilingual
    when: Bilingual
    clause: Bilingual

    @property
    def sentence(self) -> Bilingual:
        zh = [f"{self.name.zh}：{self.measured.zh}，限值 {self.limit.zh}{_in_brackets(self, 0)}"]
        en = [f"{self.name.en}: {self.measured.en}, limit {self.limit.en}{_in_brackets(self, 1)}"]
        if self.how.zh:
            zh.append(self.how.zh)
            en.append(self.how.en)
        word = STATUS_WORDS[self.status]
        zh.append(f"{word.zh}{_WEAK[self.modality].zh}")
        en.append(f"{word.en}{_WEAK[self.modality].en}")
        when = self.when
        return Bilingual(
            f"{'；'.join(zh)}。{f'适用条件：{when.zh}。' if when.zh else ''}依据：{self.clause.zh}。",
            f"{'; '.join(en)}. {f'Holds where {when.en}. ' if when.en else ''}Basis: {self.clause.en}.",
        )

    def to_json(self) -> dict[str, Any]:
        return {
            "rule": self.rule,
            "characteristic": self.characteristic,
            "name": said(self.name),
            "status": self.status,
            "modality": self.modality,
            "measured": said(self.measured),
            "limit": said(self.limit),
            "converted": self.converted,
            "how": said(self.how),
            "when": said(self.when),
            "clause": said(self.clause),
            "sentence": said(self.sentence),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where one characteristic stands on a ladder, and why: the levels beside its place."""

    characteristic: str
    name: Bilingual
    level: str
    measured: Bilingual
    steps: tuple[Bilingual, ...]
    when: Bilingual
    clause: Bilingual
    decides: bool

    @property
    def sentence(self) -> Bilingual:
        zh = "；".join((f"{self.name.zh}：{self.measured.zh}", *(one.zh for one in self.steps)))
        en = "; ".join((f"{self.name.en}: {self.measured.en}", *(one.en for one in self.steps)))
        when = self.when
        return Bilingual(
            f"{zh}；为 {self.level}。{f'适用条件：{when.zh}。' if when.zh else ''}依据：{self.clause.zh}。",
            f"{en}; it is {self.level}. {f'Holds where {when.en}. ' if when.en else ''}Basis: {self.clause.en}.",
        )

    def to_json(self) -> dict[str, Any]:
        return {
            "characteristic": self.characteristic,
            "name": said(self.name),
            "level": self.level,
            "measured": said(self.measured),
            "when": said(self.when),
            "clause": said(self.clause),
            "decides": self.decides,
            "sentence": said(self.sentence),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """A grade with its places; `level` is a range (Ⅱ~Ⅳ) where it cannot be told."""

    ladder: str
    name: Bilingual
    level: str
    status: Status
    sentence: Bilingual
    clause: Bilingual
    places: tuple[Placed, ...]

    def to_json(self) -> dict[str, Any]:
        return {
            "ladder": self.ladder,
            "name": said(self.name),
            "level": self.level,
            "status": self.status,
            "clause": said(self.clause),
            "sentence": said(self.sentence),
            "places": [one.to_json() for one in self.places],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoned:
    """A part of an index (分指数), reckoned out."""

    characteristic: str
    name: Bilingual
    value: int
    measured: Bilingual
    sentence: Bilingual
    clause: Bilingual
    decides: bool

    def to_json(self) -> dict[str, Any]:
        return {
            "characteristic": self.characteristic,
            "name": said(self.name),
            "value": self.value,
            "measured": said(self.measured),
            "clause": said(self.clause),
            "decides": self.decides,
            "sentence": said(self.sentence),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """An index with its parts; `value` is None where nothing was measured."""

    index: str
    name: Bilingual
    value: int | None
    level: str
    sentence: Bilingual
    clause: Bilingual
    parts: tuple[Reckoned, ...]

    def to_json(self) -> dict[str, Any]:
        return {
            "index": self.index,
            "name": said(self.name),
            "value": self.value,
            "level": self.level,
            "clause": said(self.clause),
            "sentence": said(self.sentence),
            "parts": [one.to_json() for one in self.parts],
        }


_WEAK: dict[Modality, Bilingual] = {
    "requirement": Bilingual("", ""),
    "recommendation": Bilingual(
        "（推荐，只报告，不影响整体）", " (a recommendation: reported, not counted)"
    ),
    "permission": Bilingual("（允许，只报告）", " (a permission: reported, not counted)"),
}


def said(text: Bilingual) -> dict[str, str]:
    """Both languages as JSON."""
    return {"zh": text.zh, "en": text.en}


def _in_brackets(one: Explained, language: int) -> str:
    if not one.converted:
        return ""
    return f"（换算为 {one.converted}）" if language == 0 else f" (that is {one.converted})"

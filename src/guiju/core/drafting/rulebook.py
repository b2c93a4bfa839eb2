"""What the rulebook says about drafting (起草规则的数据): texts of rules, fixed phrases, words."""

import re
from functools import cache
from typing import Any

from guiju.core.codes.tables import read_table
from guiju.core.errors import Bilingual

_BLANK = re.compile(r"[\s\u3000]+")
_GAP = "……"
_GAP_PATTERN = "[^。]{0,400}?"


@cache
def _table(name: str) -> dict[str, Any]:
    table: dict[str, Any] = read_table(f"{name}.yaml", "drafting")
    return table


def rule_texts(rule: str) -> dict[str, Any]:
    """The entry of a rule in rules.yaml."""
    entry: dict[str, Any] = _table("rules")[rule]
    return entry


def rule_ids() -> tuple[str, ...]:
    return tuple(_table("rules"))


def words(name: str) -> Any:
    """The values of a list in words.yaml."""
    return _table("words")[name]["value"]


def phrases(name: str, language: str) -> tuple[str, ...]:
    """The forms of a fixed phrase in a language; the first is the one to write."""
    return tuple(_table("phrases")[name].get(language, ()))


@cache
def phrase_patterns(name: str, language: str) -> tuple[re.Pattern[str], ...]:
    """The forms of a phrase, to be matched against `squeezed` text; …… stands for other words."""
    return tuple(_pattern(form, language) for form in phrases(name, language))


def is_phrase(text: str, name: str, language: str) -> bool:
    """Whether the text is the phrase, whatever its blanks."""
    found = squeezed(text, language)
    return any(one.fullmatch(found) for one in phrase_patterns(name, language))


def holds_phrase(text: str, name: str, language: str) -> bool:
    """Whether the phrase stands somewhere in the text."""
    found = squeezed(text, language)
    return any(one.search(found) for one in phrase_patterns(name, language))


def squeezed(text: str, language: str) -> str:
    """Without blanks (Chinese) or with single ones (English), dashes and brackets of one kind."""
    folded = text.translate(_FOLDED_ZH if language == "zh" else _FOLDED)
    return _BLANK.sub(" " if language == "en" else "", folded).strip()


_FOLDED = str.maketrans({"－": "-", "—": "-", "–": "-", "(": "（", ")": "）", "’": "'"})


_FOLDED_ZH = _FOLDED | str.maketrans({",": "，", ":": "：", ";": "；"})


def _pattern(form: str, language: str) -> re.Pattern[str]:
    gap = _GAP_PATTERN if language == "zh" else ".{0,400}?"
    pieces = (
        re.escape(piece) for piece in squeezed(form.replace(_GAP, "\0"), language).split("\0")
    )
    return re.compile(gap.join(pieces))


@cache
def any_word(name: str, language: str = "") -> re.Pattern[str]:
    """A pattern for any word of a list, longest first; English words stand alone."""
    entries = words(name)[language] if language else words(name)
    listed = "|".join(re.escape(one) for one in sorted(entries, key=lambda one: (-len(one), one)))
    return re.compile(rf"\b(?:{listed})\b" if language == "en" else f"(?:{listed})")


def element_name(kind: str) -> Bilingual:
    """How an element is called (要素名称)."""
    row = _table("elements")["elements"].get(kind) or words("element_names")[kind]
    return Bilingual(row["zh"][0], row["en"][0])

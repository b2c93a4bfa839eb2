"""The words of pointers as patterns (引用用语), made once from rulebook/drafting/pointers.yaml.

All of them read `line_of(text)`: full-width signs folded, every character in its place.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from guiju.core.codes.tables import read_table
from guiju.core.documents.structure.words import folded
from guiju.core.patterns import either

# 5.2, A.1, 3.0.2; no member has a zero before it and the last is none: 2.05 and 2.0 are values.
_LABEL = (
    r"(?:[A-Z]\s?\.\s?[1-9]\d{0,2}(?:\.[1-9]\d{0,2}){0,6}"
    r"|[1-9]\d?(?:\.(?:0|[1-9]\d{0,2})){0,6}\.[1-9]\d{0,2})(?![A-Za-z0-9]|\.\d)"
)
# 3, A.1, 3.0.2-1
_NUMBER = r"(?:[A-Z]\s?\.?\s?)?\d{1,3}(?:(?:\.\d{1,3}){1,3}(?:-\d{1,2}(?![\d.]))?)?(?!\.?\d)"
_ARTICLE = r"(?:\d{1,2}|[A-Z](?=\.))(?:\.\d{1,3}){0,6}"
_LETTER = r"[A-Z](?![A-Za-z]|\.?\d)"
_APART = r"(?<![A-Za-z0-9_.,/×+\-~≥≤<>=±])"
_AND = r"\s?(?:[、~\-—–]|和|与|及|以及|或|至|到|,? ?(?:and|or|to)\s|,\s)\s?"
_BEHIND_A_MEMBER = r"(?=\s?(?:[、,;.。)~\-—–]|和|与|及|或|至|的|中|规定|给|所|[a-z]{2}|$))"
_SHORT_LEAD = r"(?<=[见按照据由将入用与和及至到在中如的、,;()。～~])"


@dataclass(frozen=True, slots=True)
class Patterns:
    """`hint` says fast that there may be one, `token` finds where; `further` are members of its list.

    The others judge what stands before and behind.
    """

    hint: re.Pattern[str]
    token: re.Pattern[str]
    further: dict[str, re.Pattern[str]]
    plural: re.Pattern[str]
    item: re.Pattern[str]
    article: re.Pattern[str]
    link: re.Pattern[str]
    lead: re.Pattern[str]
    follow: re.Pattern[str]
    measure: re.Pattern[str]
    quantity_before: re.Pattern[str]
    number_before: re.Pattern[str]
    ranged: re.Pattern[str]
    document: re.Pattern[str]
    of_document: re.Pattern[str]
    before_document: re.Pattern[str]


def line_of(text: str) -> str:
    """The text as the patterns read it; a full-width comma is none of a decimal."""
    return folded(text.replace("，", ";"))


@cache
def patterns() -> Patterns:
    own = cast("dict[str, Any]", read_table("pointers.yaml", "drafting"))
    links = either([*own["links"]["zh"], *own["links"]["en"]])
    zh, en = (either(own["leads"][language]) for language in ("zh", "en"))
    behind = either(own["of_document"]["zh"]), either(own["of_document"]["en"])
    return Patterns(
        hint=_hint(own),
        token=_token(own),
        further=_further(own),
        plural=re.compile(r"[\u4e00-\u9fff]|\w+s\s|\w+ae\s"),
        item=re.compile(r"(?:\s?的)?\s?(?:列项)?\s?(?P<item>[a-z])\)(?:\s?(?P<inner>\d{1,2})\))?"),
        article=re.compile(_ARTICLE),
        link=re.compile(rf"\s{{0,2}}(?:{links})?\s{{0,2}}"),
        lead=re.compile(rf"(?:{zh}\s{{0,2}}|(?<![A-Za-z]){en}\s{{1,2}})\Z"),
        follow=re.compile(rf"\s?{either(own['follows']['zh'])}|\s{either(own['follows']['en'])}\b"),
        measure=_measure(own),
        quantity_before=re.compile(rf"{either(own['quantities_before'])}\s?\Z"),
        document=re.compile("|".join(map(line_of, own["other_documents_pattern"].values()))),
        of_document=re.compile(
            rf"(?:\s?:\s?(?:19|20)\d\d)?[\s;,]{{0,2}}(?:\s?{behind[0]}|\s?{behind[1]}(?=\s)){{0,3}}\s{{0,2}}\(?\s?"
        ),
        before_document=re.compile(
            rf"(?P<bare>\s{either(own['before_document']['en'])}\s)(?:the\s)?"
        ),
        number_before=re.compile(
            r"\d\s?(?:[%℃°]|[A-Za-zμ]{1,3})?(?:\s?[~\-—–、:：/]\s?|\s?[至到和与及或]\s?|\s(?:to|and|or|by)\s|\s)\Z"
        ),
        ranged=re.compile(r"\s?(?:[~\-—–]|至|到|to\s)"),
    )


def _hint(own: dict[str, Any]) -> re.Pattern[str]:
    """The last character of a word with a number behind it, or a point between two numbers.

    It begins with a set of characters, which the engine seeks many times faster than a choice.
    """
    words = [*own["named"].values(), own["short_formula"]]
    zh = "".join(sorted({word[-1] for one in words for word in one["zh"]} | {"第"}))
    en = "".join(sorted({word[-1] for one in words for word in one.get("en", ())}))
    return re.compile(
        rf"[\dA-Z{zh}{en}](?:(?<=[\dA-Z])\s?\.\s?\d|(?<=[{zh}])\s?[\dA-Z(]|(?<=[{en}])\s\(?[\dA-Z])"
    )


def _word(own: dict[str, Any], kind: str) -> str:
    """附录, 附 录; Annex as a word of its own."""
    ways = [r"\s?".join(word) for word in own["named"][kind]["zh"]]
    return "(?:" + "|".join([*ways, rf"\b{either(own['named'][kind]['en'])}(?=\s)"]) + ")"


def _counted(own: dict[str, Any]) -> str:
    return rf"(?!\s?[{''.join(own['counted'])}])"


def _token(own: dict[str, Any]) -> re.Pattern[str]:
    """Each kind K with its number as the group K_no."""
    alone, counted = rf"(?<![{''.join(own['longer_word'])}])", _counted(own)
    formula, annex = _word(own, "formula"), _word(own, "annex")
    short = either(own["short_formula"]["zh"])
    behind = either(own["clause_behind"]["zh"])
    ways = [
        *(
            rf"(?P<{kind}>{alone}{_word(own, kind)}\s?(?P<{kind}_no>{_NUMBER}){counted})"
            for kind in ("table", "figure")
        ),
        rf"(?P<formula>(?:{formula}|{_SHORT_LEAD}(?:{short}))\s?\({{1,2}}\s?(?P<formula_no>{_NUMBER})\s?\){{1,2}})",
        rf"(?P<plain_formula>(?:{formula}|{_SHORT_LEAD}{short}(?=\s?[A-Z]))\s?(?P<plain_formula_no>{_NUMBER}){counted})",
        rf"(?P<in_annex>{annex}\s?(?P<in_annex_no>[A-Z](?:\.[1-9]\d{{0,2}}){{1,6}}(?!\.?\d)))",
        rf"(?P<annex>{annex}\s?(?P<annex_no>{_LETTER}))",
        rf"(?P<articles>第\s?(?P<articles_no>{_ARTICLE}(?:\s?[、和与及或至~\-—–]\s?第?\s?{_ARTICLE}){{0,6}})\s?{behind})",
        rf"(?P<clause>{_word(own, 'clause')}\s(?P<clause_no>{_LABEL}|\d{{1,2}}(?!\.?\d)))",
        rf"(?P<label>{_APART}(?P<label_no>{_LABEL}))",
    ]
    return re.compile("|".join(ways))


def _further(own: dict[str, Any]) -> dict[str, re.Pattern[str]]:
    measure = _measure(own).pattern
    number = rf"{_AND}(?P<no>{_NUMBER}){_counted(own)}(?!{measure}){_BEHIND_A_MEMBER}"
    label = re.compile(rf"{_AND}(?P<no>{_LABEL})")
    formula = re.compile(rf"{_AND}\(\s?(?P<no>{_NUMBER})\s?\)")
    return {
        "table": re.compile(number),
        "figure": re.compile(number),
        "formula": formula,
        "annex": re.compile(rf"{_AND}(?P<no>{_LETTER}){_BEHIND_A_MEMBER}"),
        "clause": re.compile(rf"{_AND}(?P<no>{_LABEL}|\d{{1,2}}(?!\.?\d){_BEHIND_A_MEMBER})"),
        "label": label,
        "item": re.compile(rf"{_AND}(?P<no>[a-z])\)"),
    }


def _measure(own: dict[str, Any]) -> re.Pattern[str]:
    """What makes the number before it a quantity: 5.2 mm, 1.5倍."""
    units = cast("dict[str, Any]", read_table("units.yaml", "drafting"))
    symbols = {p + one for p in ("", *units["prefixes"]) for one in units["symbols"]}
    symbols = {one for one in (*symbols, *units["alone"]) if one not in own["no_units"]}
    words = own["measures_pattern"]
    return re.compile(
        rf"\s?(?:{either(symbols)}(?![A-Za-z])|[%‰°′″'\"±×]|{words['zh']})|\s{words['en']}"
    )

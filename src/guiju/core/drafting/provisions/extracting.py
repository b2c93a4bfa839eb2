"""The limits that a sentence sets (指标): characteristic, operator, value, unit, condition, method."""

import re
from typing import cast

from guiju.core.drafting.provisions.classifying import classify
from guiju.core.drafting.provisions.intervals import interval_of
from guiju.core.drafting.provisions.model import (
    ANYWHERE,
    Interval,
    Kind,
    Limit,
    Modality,
    Place,
    Role,
)
from guiju.core.drafting.provisions.operators import Comparison, comparisons
from guiju.core.drafting.provisions.quantities import Value, read
from guiju.core.drafting.provisions.surroundings import Surroundings, surroundings
from guiju.core.drafting.sentences import Sentence

LONGEST = 4_000  # characters of a sentence that are read
_BEFORE_VALUE = re.compile(r"\s*(?:约|各|其|规定值?|：|:|a |an |the )?\s*", re.IGNORECASE)
_OF = {
    "zh": re.compile(
        r"\s*(?P<of>[^，。；：、！？\n]{1,30}?)的\s*(?=[±\d（(一二三四五六七八九两半百])"
    ),
    "en": re.compile(r"\s*(?=\d)"),
}
_NEAR = re.compile(
    r"\s*(?P<of>(?!表|图|第|附录|本|公式|下列|以下)[\u4e00-\u9fff（）()、]{1,18}?)(?<![加减乘除])(?=±?\d)"
)
_GAP = re.compile(r"(?:\s*[\u4e00-\u9fff]{0,8}?)(?=[±\d一二三四五六七八九两半百])")
_WORDS = re.compile(
    r"\s*(?P<all>(?:[^，。；：！？\n、（(《]|《[^》\n]{1,60}》|（[^）\n]{1,30}）|\([^)\n]{1,30}\)){2,60})"
)
_LAST_OF = re.compile(r"^(?P<of>.+)的(?P<own>[^的]{1,30})$")
_NO_WORDS = re.compile(r"^(?:下列|以下|上述|前款|其他)|^[A-Za-z\s]+$|时$")
_THING = re.compile(r"[\u4e00-\u9fff]{1,20}(?<!时)(?:[，。；：、的]|$)(?<!以上)(?<!以下)")
_ALSO = re.compile(r"\s*(?:[、，,和或及]|and|or)\s*")
_BETWEEN = re.compile(r"\s*(?:与|和|及|至|～|~|and\b|to\b)\s*", re.IGNORECASE)
_INSIDE = re.compile(r"\s?(?:之|以)?内")
_TIME = re.compile("[年月日人]")
_SHARED_OUT = re.compile(r"分别|respectively", re.IGNORECASE)


def extract(
    sentence: Sentence,
    language: str = "zh",
    place: Place = ANYWHERE,
    modality: Modality | None = None,
) -> tuple[Limit, ...]:
    """The limits of a sentence in their order, offsets as those of the sentence.

    `modality` is what `classify` said of it, when that is known already.
    """
    text = sentence.text[:LONGEST]
    language = "zh" if re.search("[\u4e00-\u9fff]", text) else "en"
    known = modality or classify(sentence, language, place)
    around = surroundings(text, language)
    found: list[Limit] = []
    taken: list[tuple[int, int]] = []
    reached = 0
    words = comparisons(text, language)
    for at, one in enumerate(words):
        if one.start < reached:
            continue
        following = words[at + 1].start if at + 1 < len(words) else len(text)
        if one.operator == "=" and at + 1 < len(words) and _is_taken(text, one, words[at + 1]):
            continue
        for start, end, interval in _read(text, one, following, language):
            names = around.named(one.start, taken)
            role = "condition" if around.is_condition(one.start, end, modal=one.modal) else "limit"
            found.append(
                Limit(
                    subject=names[0],
                    characteristic=names[1],
                    interval=interval,
                    condition=(
                        *around.conditions(one.start),
                        *_restrictions(found, sentence, around),
                    ),
                    role=cast("Role", role),
                    method=around.method,
                    references=around.references,
                    kind=_kind(sentence.start + one.start, sentence.start + end, known),
                    start=sentence.start + start,
                    end=sentence.start + end,
                )
            )
            reached = end
        if reached > one.start:
            taken.append((one.start, reached))
    return tuple(found)


def _is_taken(text: str, one: Comparison, following: Comparison) -> bool:
    """应为 30 m 以上, shall be 20 °C or less: the words behind the value say more."""
    return bool(following.value) and not text[one.end : (following.value or (0, 0))[0]].strip()


def _restrictions(found: list[Limit], sentence: Sentence, around: Surroundings) -> list[str]:
    """What the sentence has restricted so far, apart from whole clauses that are conditions."""
    return [
        f"{limit.characteristic}{sentence.text[limit.start - sentence.start : limit.end - sentence.start]}"
        for limit in found
        if limit.role == "condition" and not around.is_conditional(limit.start - sentence.start)
    ]


def _read(
    text: str, one: Comparison, following: int, language: str
) -> list[tuple[int, int, Interval]]:
    """The intervals that one comparison sets: none, one, or several (分别不小于 3 m、5 m)."""
    if one.operator == "not-detected":
        return [
            (
                one.start,
                one.end,
                Interval(operator="not-detected", written=text[one.start : one.end]),
            )
        ]
    if one.value:
        start, end = one.value
        value = read(text, start)
        if value is None or value.end < end:
            return []
        return [(start, one.end, interval_of(one.operator, value))]
    value, of = _value(text, one, following, language)
    if value is None:
        wording = _in_words(text, one, following) if one.firm and language == "zh" else None
        return [wording] if wording else []
    pair = _pair(text, value) if one.operator == "=" else None
    if pair:
        return [(one.start, pair.end, interval_of("=", pair))]
    if not (one.firm or one.gap or one.modal) and not _states_a_value(text, one, value):
        return []
    operator = "≤" if one.operator == "=" and _is_within(text, one, value) else one.operator
    first = (one.start, value.end, interval_of(operator, value, of))
    return [first, *_further(text, one, value)]


def _is_within(text: str, one: Comparison, value: Value) -> bool:
    """应在 5 s 内启动, shall be within."""
    return text[one.start : one.end].endswith("在") and bool(_INSIDE.match(text, value.end))


def _states_a_value(text: str, one: Comparison, value: Value) -> bool:
    """长度为 5 mm, 温度在 5 ℃～8 ℃: with a unit of measure, a range or a tolerance."""
    if not value.exact:
        return True
    plain = text[one.start : one.end] in ("为", "是", "is", "are")
    return plain and value.low is not None and bool(value.unit) and not _TIME.match(value.unit)


def _value(text: str, one: Comparison, following: int, language: str) -> tuple[Value | None, str]:
    """The value behind a comparison and what it is a multiple or share of."""
    lead = _BEFORE_VALUE.match(text, one.end)
    at = lead.end() if lead else one.end
    value = read(text, at)
    if value and _counts_a_thing(text, value):
        return None, ""
    if value and (one.firm or _is_number(value)):
        return value, _what_follows(text, value)
    if one.gap:
        gap = _GAP.match(text, one.end)
        value = read(text, gap.end()) if gap and gap.end() <= following else None
        return value, ""
    if not one.firm and not one.modal:
        return None, ""
    for pattern in (_OF["zh"], _NEAR) if language == "zh" else ():
        named = pattern.match(text, one.end)
        if named and named.end() <= following:
            value = read(text, named.end())
            if value:
                return value, named["of"].strip()
    return None, ""


def _counts_a_thing(text: str, value: Value) -> bool:
    """不应小于一台主要水泵: what is compared is the thing."""
    numeral = bool(value.written) and value.written[0] in "一二两三四五六七八九十"
    return numeral and value.unit != "" and bool(_THING.match(text, value.end))


def _is_number(value: Value) -> bool:
    return value.low is not None or bool(value.unit)


def _what_follows(text: str, value: Value) -> str:
    """1.5倍杆高: what a multiple is of, when it stands behind."""
    if value.unit != "倍":
        return ""
    behind = re.compile(r"(?:的)?([\u4e00-\u9fff]{2,10})(?=[，。；、）)]|$)").match(text, value.end)
    return behind[1] if behind else ""


def _pair(text: str, value: Value) -> Value | None:
    """在 5 mm 与 8 mm 之间, between 5 mm and 8 mm."""
    link = _BETWEEN.match(text, value.end)
    other = read(text, link.end()) if link and value.exact else None
    if other is None or not other.exact or value.low is None or other.high is None:
        return None
    closing = re.compile(r"\s*(?:之间|范围|间|的范围)").match(text, other.end)
    opening = re.search(
        r"(?:between|from|range(?: of| from)?)\s*$",
        text[max(0, value.start - 24) : value.start],
        re.I,
    )
    if not closing and not opening:
        return None
    written = text[value.start : other.end]
    if other.unit and written.endswith(other.unit) and not value.unit:
        written = written[: -len(other.unit)].rstrip()
    return Value(value.start, other.end, written, other.unit, value.low, other.high, exact=False)


def _further(text: str, one: Comparison, value: Value) -> list[tuple[int, int, Interval]]:
    """Further values of a 分别, each with the same operator."""
    if not _SHARED_OUT.search(text, max(0, one.start - 12), min(len(text), value.end + 60)):
        return []
    found, at = [], value.end
    while (link := _ALSO.match(text, at)) and (other := read(text, link.end())):
        found.append((other.start, other.end, interval_of(one.operator, other)))
        at = other.end
    return found


def _in_words(text: str, one: Comparison, following: int) -> tuple[int, int, Interval] | None:
    """A value that is no number: 不应低于被贯穿物的耐火极限, 不应小于表3的规定."""
    words = _WORDS.match(text, one.end, max(following, one.end))
    if not words or not one.modal:
        return None
    written = re.split(r"时(?=$|，)|且|并(?!联)|的要求(?=.)", words["all"], maxsplit=1)[0].strip()
    if len(written) < 2 or _NO_WORDS.search(written):
        return None
    end = text.index(written, one.end) + len(written)
    parts = _LAST_OF.match(written)
    own, of = (parts["own"], parts["of"]) if parts else (written, "")
    return one.start, end, Interval(operator=one.operator, written=own, of=of)


def _kind(start: int, end: int, known: Modality) -> Kind:
    """That of the modal word inside the comparison, otherwise of the sentence."""
    own = [word.kind for word in known.words if start <= word.start < end]
    return own[0] if own else known.kind

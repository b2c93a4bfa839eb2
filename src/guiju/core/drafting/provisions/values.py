"""The value that a comparison compares with (比较的数值): behind it, before it, or in words."""

import re

from guiju.core.drafting.provisions.intervals import interval_of
from guiju.core.drafting.provisions.model import Interval
from guiju.core.drafting.provisions.operators import Comparison
from guiju.core.drafting.provisions.quantities import Value, read

_BEFORE_VALUE = re.compile(
    r"\s*(?:约|各|其|规定值?|：|:|(?:an?|the) (?!half|third|quarter|fifth|hundred|dozen))?\s*",
    re.IGNORECASE,
)
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
_CJK = re.compile("[\u4e00-\u9fff]")
_LABELS = re.compile(
    r"(?:注|示例|说明|例如|如下|下列|note|example|key|table)\s?\d?\Z", re.IGNORECASE
)
_ENDS = re.compile(r"\s*(?:[；;。，,（(]|\.?\Z)")
_COUNTS = re.compile("[少多超]")
_NO_WORDS = re.compile(r"^(?:的|下列|以下|上述|前款|其他)|^[A-Za-z\s]+$|时$")
_THING = re.compile(r"[\u4e00-\u9fff]{1,20}(?<!时)(?:[，。；：、的]|$)(?<!以上)(?<!以下)")
_ALSO = re.compile(r"\s*(?:[、，,和或及]|and|or)\s*")
_BETWEEN = re.compile(r"\s*(?:与|和|及|至|～|~|and\b|to\b)\s*", re.IGNORECASE)
_INSIDE = re.compile(r"\s?(?:之|以)?内")
_TIME = re.compile("[年月日人]")
_SHARED_OUT = re.compile(r"分别|respectively", re.IGNORECASE)


def intervals(
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
    if operator == ">" and value.written.startswith("±") and text[: one.end].endswith("优于"):
        operator = "<"
    first = (one.start, value.end, interval_of(operator, value, of))
    return [first, *_further(text, one, value)]


def _is_within(text: str, one: Comparison, value: Value) -> bool:
    """应在 5 s 内启动, shall be within."""
    return text[one.start : one.end].endswith("在") and bool(_INSIDE.match(text, value.end))


def _states_a_value(text: str, one: Comparison, value: Value) -> bool:
    """长度为 5 mm, 温度在 5 ℃～8 ℃: with a unit of measure, a range or a tolerance."""
    if text[one.start : one.end] in ("：", ":"):
        named = one.start > 1 and not _LABELS.search(text, 0, one.start)
        whole = bool(_ENDS.match(text, value.end))
        measured = bool(value.unit) or (not value.exact and "." in value.written)
        return named and whole and measured and not _CJK.search(value.unit)
    if not value.exact:
        return True
    plain = text[one.start : one.end] in ("为", "是", "is", "are")
    return plain and value.low is not None and bool(value.unit) and not _TIME.match(value.unit)


def _value(text: str, one: Comparison, following: int, language: str) -> tuple[Value | None, str]:
    """The value behind a comparison and what it is a multiple or share of."""
    lead = _BEFORE_VALUE.match(text, one.end)
    at = lead.end() if lead else one.end
    value = read(text, at)
    if value and _compares_things(text, one, value):
        return None, ""
    if value and one.operator == "=" and value.written[:1].isalpha() and value.written.isascii():
        return None, ""  # shall be one of
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


def _compares_things(text: str, one: Comparison, value: Value) -> bool:
    """不应小于一台主要水泵; 不应少于两名检验员 counts them."""
    if one.operator == "=" or _COUNTS.search(text, one.start, one.end):
        return False
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

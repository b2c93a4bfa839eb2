"""Parts of sentences (用语): numbers with units, limits, conditions, clauses; exact, in both languages."""

import re
from collections.abc import Iterable, Mapping
from decimal import Context, Decimal
from functools import lru_cache

from guiju.core.errors import Bilingual
from guiju.core.provisions.interval import Bound, Interval
from guiju.core.provisions.measured import Measured
from guiju.core.provisions.model import Attribute, Condition, Modality
from guiju.core.provisions.written import Limit

NONE = Bilingual("", "")
_EXACT = Context(prec=200)
_LONGEST, _DECIMALS = 40, 8
MODALITIES: dict[Modality, Bilingual] = {
    "requirement": Bilingual("要求", "requirement"),
    "recommendation": Bilingual("推荐", "recommendation"),
    "permission": Bilingual("允许", "permission"),
}
NOT_DETECTED_WORDS = Bilingual("不得检出", "not to be detected")
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_SIGNS_BEFORE = ("%", "‰", "℃", "°C", "°")
_CLAUSE_WORDS = (
    (re.compile(r"表\s*"), "Table "),
    (re.compile(r"附录\s*"), "Annex "),
    (re.compile(r"序号\s*"), "item "),
    (re.compile(r"公式\s*"), "formula "),
    (re.compile(r"图\s*"), "Figure "),
    (re.compile(r"脚注\s*"), "footnote "),
    (re.compile(r"注\s*"), "note "),
    (re.compile(r"第\s*(\d+)\s*章"), r"clause \1"),
    (re.compile(r"[、，；;]\s*"), ", "),
    (re.compile(r"[～~]"), "–"),
)


def same(text: str) -> Bilingual:
    """What reads the same in both languages."""
    return Bilingual(text, text)


def is_chinese(text: str) -> bool:
    return bool(_CHINESE.search(text))


def plain(number: Decimal) -> str:
    """A number without a power of ten: 1.4E+3 is 1400. Of very many decimals the first are shown."""
    text = format(number, "f")
    if len(text) <= _LONGEST:
        return text
    whole, _, decimals = text.partition(".")
    return f"{whole}.{decimals[:_DECIMALS]}…" if decimals else text


def end_text(end: Bound) -> str:
    """An end to its last place: a conversion leaves zeros that say nothing."""
    step = end.step.normalize()
    digits, exponent = step.as_tuple()[1:]
    if digits == (1,) and isinstance(exponent, int) and not end.origin:
        shown = end.value.quantize(Decimal((0, (1,), min(exponent, 0))), context=_EXACT)
        if shown == end.value:
            return plain(shown)
    return converted_number(end.value)


def converted_number(number: Decimal) -> str:
    """A number without the zeros behind it."""
    return plain(number.normalize()) if number else "0"


def with_unit(text: str, unit: str) -> str:
    """`0.35 mg/L`, `84.9%`, `7.2`."""
    if not unit or not text:
        return text
    return f"{text}{unit}" if unit.startswith(_SIGNS_BEFORE) else f"{text} {unit}"


@lru_cache(maxsize=4096)
def limit_words(limit: Limit, written: str, unit: str) -> Bilingual:
    """The limit as it is written with its unit; in English by signs where it is written in Chinese."""
    if not isinstance(limit, Interval):
        return Bilingual(written or NOT_DETECTED_WORDS.zh, NOT_DETECTED_WORDS.en)
    zh = with_unit(written or signs(limit), unit)
    return Bilingual(zh, with_unit(signs(limit), unit) if is_chinese(written) else zh)


def signs(interval: Interval) -> str:
    """An interval in the signs of GB/T 8170: `≥7.5`, `6~9`, `>1~3`, `=7`."""
    low, high = interval.low, interval.high
    if low is not None and high is not None:
        if low.value == high.value:
            return f"={end_text(low)}"
        over, under = "" if low.closed else ">", "" if high.closed else "<"
        return f"{over}{end_text(low)}~{under}{end_text(high)}"
    if low is not None:
        return f"{'≥' if low.closed else '>'}{end_text(low)}"
    if high is not None:
        return f"{'≤' if high.closed else '<'}{end_text(high)}"
    return "—"


def in_words(limit: Limit, unit: str) -> Bilingual:
    """The limit as part of a sentence: 不大于 0.2 mg/L, 在 6.5 到 8.5 之间."""
    if not isinstance(limit, Interval):
        return NOT_DETECTED_WORDS
    low, high = limit.low, limit.high
    if low is not None and high is not None:
        return _between(low, high, unit)
    if low is not None:
        words = ("不小于", "not less than") if low.closed else ("大于", "greater than")
        number = with_unit(end_text(low), unit)
    elif high is not None:
        words = ("不大于", "not greater than") if high.closed else ("小于", "less than")
        number = with_unit(end_text(high), unit)
    else:
        return Bilingual("不作要求", "without a requirement")
    return Bilingual(f"{words[0]} {number}", f"{words[1]} {number}")


def _between(low: Bound, high: Bound, unit: str) -> Bilingual:
    one, other = end_text(low), with_unit(end_text(high), unit)
    if low.value == high.value:
        return Bilingual(f"等于 {other}", f"equal to {other}")
    ends = {
        (True, True): ("含两端", "both included"),
        (True, False): (f"不含 {end_text(high)}", f"{end_text(high)} excluded"),
        (False, True): (f"不含 {one}", f"{one} excluded"),
        (False, False): ("不含两端", "both excluded"),
    }[low.closed, high.closed]
    return Bilingual(
        f"在 {one} 到 {other} 之间（{ends[0]}）", f"between {one} and {other} ({ends[1]})"
    )


def measured_words(measured: Measured, unit: str) -> Bilingual:
    """What was measured, as it is written, with its unit."""
    written = measured.written
    if measured.kind == "missing":
        return Bilingual("没有结果", "no result")
    if measured.kind == "not-detected":
        return Bilingual(
            f"结果 {written}", f"result {'not detected' if is_chinese(written) else written}"
        )
    if measured.kind == "unreadable":
        return Bilingual(f"结果“{written}”", f"result “{written}”")
    if measured.range is not None:
        text = with_unit(written or signs(measured.range), unit)
        return Bilingual(f"结果 {text}", f"result {text}")
    if measured.number is None:
        return Bilingual(f"结果 {written}", "result too numerous to count")
    zh = with_unit(written or plain(measured.number), unit)
    if not is_chinese(written):
        return Bilingual(f"结果 {zh}", f"result {zh}")
    sign = {"below": "<", "above": ">"}.get(measured.kind, "")
    return Bilingual(f"结果 {zh}", f"result {with_unit(f'{sign}{plain(measured.number)}', unit)}")


def value_words(attribute: Attribute, value: str) -> Bilingual:
    """A value of an attribute: 河流, river."""
    words = attribute.values.get(value, ())
    zh = next((word for word in (value, *words) if is_chinese(word)), value)
    en = next((word for word in (value, *words) if not is_chinese(word)), value)
    return Bilingual(zh, en)


def condition_words(when: Iterable[Condition], known: Mapping[str, Attribute]) -> Bilingual:
    """水体类型为河流，额定功率 >4500~7100 W; empty where nothing is a condition."""
    parts = [_condition(one, known[one.attribute]) for one in when]
    return Bilingual("，".join(one.zh for one in parts), ", ".join(one.en for one in parts))


def _condition(one: Condition, attribute: Attribute) -> Bilingual:
    name = attribute.name
    if one.interval is not None:
        text = with_unit(signs(one.interval), attribute.unit)
        return Bilingual(f"{name.zh} {text}", f"{name.en} {text}")
    words = [
        value_words(attribute, value)
        for value in sorted(one.values, key=list(attribute.values).index)
    ]
    return Bilingual(
        f"{name.zh}为{'或'.join(word.zh for word in words)}",
        f"{name.en} is {' or '.join(word.en for word in words)}",
    )


@lru_cache(maxsize=4096)
def clause_words(standard: str, clause: str) -> Bilingual:
    """Edition and clause: GB 3838-2002 表1 序号8; GB 3838-2002, Table 1, item 8."""
    english = clause
    for pattern, word in _CLAUSE_WORDS:
        english = pattern.sub(word, english)
    english = re.sub(r"(?<=[\d)]) (?=item|note|footnote)", ", ", english).strip()
    return Bilingual(
        f"{standard} {clause}".strip(),
        f"{standard}, {clause if is_chinese(english) else english}".strip(", "),
    )


def names_words(names: Iterable[Bilingual]) -> Bilingual:
    """A list of names."""
    some = list(names)
    return Bilingual("、".join(one.zh for one in some), ", ".join(one.en for one in some))

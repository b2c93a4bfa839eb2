"""Automatic numbers of a .docx (自动编号), written out as a reader sees them."""

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL = f"{_W}val"
_DIGITS = "零一二三四五六七八九"
_PLACE = re.compile(r"%([1-9])")
CHINESE = frozenset(
    (
        "chineseCounting", "chineseCountingThousand", "taiwaneseCounting",
        "taiwaneseCountingThousand", "japaneseCounting", "ideographDigital", "ideographTraditional",
    )
)  # fmt: skip
DECIMAL = frozenset(("decimal", "decimalFullWidth", "decimalZero", "decimalHalfWidth"))
_CYCLES = {
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedCircleChinese": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
}
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
MOST = 30_000  # a number of a hostile file is shown no further
DEEPEST = 8
_BULLETS = {"\uf0b7": "·", "\uf06c": "●", "\uf0a7": "■", "\uf06e": "■", "\uf0d8": "·"}


def chinese(number: int) -> str:
    """一, 十, 二十一 … 九百九十九, as headings count."""
    if number >= 100:
        rest = number % 100
        tail = ("零" if 0 < rest < 10 else "一" if 10 <= rest < 20 else "") + chinese(rest)
        return _DIGITS[number // 100 % 10] + "百" + (tail if rest else "")
    if number >= 10:
        tens = "" if number < 20 else _DIGITS[number // 10]
        return tens + "十" + (_DIGITS[number % 10] if number % 10 else "")
    return _DIGITS[number] if number else ""


def shown(number: int, form: str) -> str:
    """A number in one of Word's formats; decimal in those that are not known."""
    number = min(number, MOST)
    if form in _CYCLES and 0 < number <= len(_CYCLES[form]):
        return _CYCLES[form][number - 1]
    if form == "ideographDigital":
        return "".join("〇一二三四五六七八九"[int(sign)] for sign in str(number))
    if form in CHINESE:
        return chinese(number)
    if form in ("lowerLetter", "upperLetter") and number:
        letter = chr(ord("A") + (number - 1) % 26) * min(1 + (number - 1) // 26, 9)
        return letter if form == "upperLetter" else letter.lower()
    if form in ("lowerRoman", "upperRoman"):
        sign = roman(number)
        return sign if form == "upperRoman" else sign.lower()
    if form == "decimalZero":
        return f"{number:02}"
    return "" if form == "none" else str(number)


def roman(number: int) -> str:
    """In Roman numerals, capitals (罗马数字)."""
    out = ""
    for value, sign in _ROMAN:
        out += sign * (number // value)
        number %= value
    return out


@dataclass(frozen=True, slots=True)
class _Level:
    form: str = "decimal"
    pattern: str = ""
    start: int = 1
    restart: int | None = None  # 0: never; n: only after a level above n
    legal: bool = False  # all numbers in it are decimal
    style: str = ""


@dataclass(slots=True)
class _Num:
    abstract: str
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, _Level] = field(default_factory=dict)


class Numbering:
    """Counts numbered paragraphs in document order.

    `only`: formats that are shown; paragraphs of others are counted and give "".
    """

    def __init__(
        self,
        numbering: etree._Element | None,
        styles: etree._Element | None,
        *,
        only: frozenset[str] | None = None,
    ) -> None:
        self._only = only
        self._levels: dict[str, dict[int, _Level]] = {}
        self._links: dict[str, str] = {}
        self._nums: dict[str, _Num] = {}
        self._styles: dict[str, tuple[str, int | None]] = {}
        self._above: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()
        if styles is not None:
            self._read_styles(styles)
        if numbering is not None:
            self._read(numbering)

    def next(self, paragraph: etree._Element) -> str:
        """The number of this paragraph, or an empty string if it has none."""
        place = self._place(paragraph.find(f"{_W}pPr"))
        if place is None:
            return ""
        identity, at = place
        num = self._nums.get(identity)
        levels = self._all(num)
        level = levels.get(at)
        if num is None or level is None:
            return ""
        counts = self._counts[num.abstract]
        first = num.starts.get(at)
        if first is not None and (identity, at) not in self._begun:
            counts[at] = first
        else:
            counts[at] = counts.get(at, level.start - 1) + 1
        self._begun.add((identity, at))
        for deeper in [other for other in counts if other > at]:
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or at < restart:
                del counts[deeper]
        if self._only is not None and level.form not in self._only:
            return ""
        if level.form == "bullet":
            return "".join(_BULLETS.get(sign, sign) for sign in level.pattern)
        return self._fill(level, levels, counts)

    def _fill(self, level: _Level, levels: dict[int, _Level], counts: dict[int, int]) -> str:
        def one(found: re.Match[str]) -> str:
            own = levels.get(int(found[1]) - 1, _Level())
            form = "decimal" if level.legal else own.form
            return shown(counts.get(int(found[1]) - 1, own.start), form)

        return _PLACE.sub(one, level.pattern)

    def _all(self, num: _Num | None) -> dict[int, _Level]:
        if num is None:
            return {}
        abstract = num.abstract
        linked = self._styles.get(self._links.get(abstract, ""))
        if not self._levels.get(abstract) and linked and linked[0] in self._nums:
            abstract = self._nums[linked[0]].abstract
        levels = self._levels.get(abstract, {})
        return {**levels, **num.levels} if num.levels else levels

    def _place(self, properties: etree._Element | None) -> tuple[str, int] | None:
        if properties is None:
            return None
        style = _value(properties, "pStyle")
        identity, at = self._of_style(style)
        own = properties.find(f"{_W}numPr")
        if own is not None:
            if own.find(f"{_W}numId") is not None:
                identity, at = _value(own, "numId"), 0
            if own.find(f"{_W}ilvl") is not None:
                at = _whole(_value(own, "ilvl"))
        elif identity:
            levels = self._all(self._nums.get(identity))
            at = next((key for key, one in levels.items() if one.style == style), at)
        return (identity, at) if identity not in ("", "0") else None

    def _of_style(self, style: str) -> tuple[str, int]:
        at: int | None = None
        for _ in range(DEEPEST):
            identity, level = self._styles.get(style, ("", None))
            at = level if at is None else at
            if identity:
                return identity, at or 0
            style = self._above.get(style, "")
        return "", 0

    def _read(self, numbering: etree._Element) -> None:
        for abstract in numbering.findall(f"{_W}abstractNum"):
            name = abstract.get(f"{_W}abstractNumId", "")
            self._levels[name] = _levels(abstract)
            self._links[name] = _value(abstract, "numStyleLink")
        for number in numbering.findall(f"{_W}num"):
            num = _Num(_value(number, "abstractNumId"))
            for override in number.findall(f"{_W}lvlOverride"):
                at = _whole(override.get(f"{_W}ilvl"))
                for one in _levels(override).values():
                    num.levels[at] = one
                if override.find(f"{_W}startOverride") is not None:
                    num.starts[at] = _whole(_value(override, "startOverride"))
            self._nums[number.get(f"{_W}numId", "")] = num

    def _read_styles(self, styles: etree._Element) -> None:
        for style in styles.findall(f"{_W}style"):
            name = style.get(f"{_W}styleId", "")
            self._above[name] = _value(style, "basedOn")
            own = style.find(f"{_W}pPr/{_W}numPr")
            if own is not None:
                has_level = own.find(f"{_W}ilvl") is not None
                at = _whole(_value(own, "ilvl")) if has_level else None
                self._styles[name] = (_value(own, "numId"), at)


def _levels(holder: etree._Element) -> dict[int, _Level]:
    levels = {}
    for level in holder.findall(f"{_W}lvl"):
        one = _Level(
            form=_value(level, "numFmt") or "decimal",
            pattern=_value(level, "lvlText"),
            legal=_is_on(level, "isLgl"),
            style=_value(level, "pStyle"),
        )
        if level.find(f"{_W}start") is not None:
            one = replace(one, start=_whole(_value(level, "start")))
        if level.find(f"{_W}lvlRestart") is not None:
            one = replace(one, restart=_whole(_value(level, "lvlRestart")))
        levels[_whole(level.get(f"{_W}ilvl"))] = one
    return levels


def _is_on(element: etree._Element, child: str) -> bool:
    found = element.find(f"{_W}{child}")
    return found is not None and found.get(_VAL, "1") not in ("0", "false", "off")


def _value(element: etree._Element, child: str) -> str:
    found = element.find(f"{_W}{child}")
    return found.get(_VAL, "") if found is not None else ""


def _whole(written: str | None) -> int:
    is_number = bool(written) and len(written or "") < 9 and str(written).isdecimal()
    return int(written or 0) if is_number else 0

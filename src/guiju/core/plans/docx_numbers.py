"""Automatic numbers of a .docx (自动编号), written out as a reader sees them."""

from collections import defaultdict

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL = f"{_W}val"
_DIGITS = "零一二三四五六七八九"
_CHINESE = {
    "chineseCounting",
    "chineseCountingThousand",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
    "japaneseCounting",
    "ideographDigital",
    "ideographTraditional",
}
_DECIMAL = {"decimal", "decimalFullWidth", "decimalZero", "decimalHalfWidth"}


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


class Numbering:
    """Counts numbered paragraphs in document order."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._abstract: dict[str, str] = {}
        self._styles: dict[str, tuple[str, int]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        if numbering is not None:
            self._read(numbering)
        if styles is not None:
            self._read_styles(styles)

    def next(self, paragraph: etree._Element) -> str:
        """The number of this paragraph, or an empty string if it has none."""
        place = self._place(paragraph.find(f"{_W}pPr"))
        if place is None:
            return ""
        identity, level = place
        abstract = self._abstract.get(identity, "")
        form, pattern, start = self._levels.get(abstract, {}).get(level, ("", "", 1))
        counts = self._counts[abstract]
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        if form not in _CHINESE | _DECIMAL:
            return ""
        return self._fill(pattern, abstract, counts)

    def _fill(self, pattern: str, abstract: str, counts: dict[int, int]) -> str:
        for level, (form, _, start) in self._levels[abstract].items():
            number = counts.get(level, start)
            shown = chinese(number) if form in _CHINESE else str(number)
            pattern = pattern.replace(f"%{level + 1}", shown)
        return pattern

    def _place(self, properties: etree._Element | None) -> tuple[str, int] | None:
        if properties is None:
            return None
        own = properties.find(f"{_W}numPr")
        if own is not None:
            return _number_of(own)
        style = properties.find(f"{_W}pStyle")
        return self._styles.get(style.get(_VAL, "")) if style is not None else None

    def _read(self, numbering: etree._Element) -> None:
        for abstract in numbering.findall(f"{_W}abstractNum"):
            levels: dict[int, tuple[str, str, int]] = {}
            for level in abstract.findall(f"{_W}lvl"):
                levels[_whole(level.get(f"{_W}ilvl"))] = (
                    _value(level, "numFmt"),
                    _value(level, "lvlText"),
                    _whole(_value(level, "start") or "1"),
                )
            self._levels[abstract.get(f"{_W}abstractNumId", "")] = levels
        for number in numbering.findall(f"{_W}num"):
            self._abstract[number.get(f"{_W}numId", "")] = _value(number, "abstractNumId")

    def _read_styles(self, styles: etree._Element) -> None:
        for style in styles.findall(f"{_W}style"):
            own = style.find(f"{_W}pPr/{_W}numPr")
            place = _number_of(own) if own is not None else None
            if place:
                self._styles[style.get(f"{_W}styleId", "")] = place


def _number_of(properties: etree._Element) -> tuple[str, int] | None:
    identity = _value(properties, "numId")
    return (identity, _whole(_value(properties, "ilvl"))) if identity not in {"", "0"} else None


def _value(element: etree._Element, child: str) -> str:
    found = element.find(f"{_W}{child}")
    return found.get(_VAL, "") if found is not None else ""


def _whole(written: str | None) -> int:
    return int(written) if written and written.isdigit() else 0

"""Numbers in heading position (编号): which 一、 （一） 1. open an item, and which are prose."""

import re
from dataclasses import dataclass
from functools import cache

from guiju.core.plans.words import any_of, words

_CHINESE = "一二三四五六七八九十百〇零"
_VALUE = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0}
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"

# Rank: a lower number stands higher in the outline. The order is that of GB/T 9704.
RANKS = {"chapter": 0, "article": 1, "comma": 2, "bracket": 3, "dot": 4, "paren": 5, "circle": 6}
_MARK = re.compile(
    rf"(?P<chapter>第[{_CHINESE}\d]{{1,4}}[章编篇](?=[ \t\u3000]*\S))"
    rf"|(?P<article>第[{_CHINESE}\d]{{1,5}}条(?=[ \t\u3000]))"
    rf"|(?P<comma>[{_CHINESE}]{{1,4}}、)"
    rf"|(?P<bracket>[（(][ \u3000]?[{_CHINESE}]{{1,4}}[ \u3000]?[）)]、?)"
    r"|(?P<dot>[0-9０-９]{1,3}(?:[．、]|\.(?!\d)|\.(?=(?:19|20)\d{2}年)))"
    r"|(?P<paren>[（(][ \u3000]?\d{1,3}[ \u3000]?[）)]、?)"
    rf"|(?P<circle>[{_CIRCLED}])"
)
_STOPS = "。！？!?；;）)〕】]］”:：\n"
# After 第（一） or before 项, a number is a reference.
_REFERENCE_AFTER = re.compile(r"[项款条点类级至到—和、及与,，]")
_ORDINAL_LIST = re.compile(rf"[{_CHINESE}]{{1,2}}[、级等线类期月日季]")


@dataclass(frozen=True, slots=True)
class Mark:
    """A number that may open an item. `line` says that it stands first on its line."""

    start: int
    end: int
    style: str
    number: int
    line: int
    first: bool
    strong: bool


def chinese_number(text: str) -> int | None:
    """The value of 一 … 九百九十九, or of digits; None for nonsense such as 一二.

    >>> chinese_number("三十三"), chinese_number("十"), chinese_number("12")
    (33, 10, 12)
    """
    if text.isdigit():
        return int(text)
    total, rest = 0, text
    if "百" in rest:
        hundreds, _, rest = rest.partition("百")
        if hundreds not in _VALUE:
            return None
        total, rest = 100 * _VALUE[hundreds], rest.lstrip("零〇")
    if "十" in rest:
        tens, _, rest = rest.partition("十")
        if tens and tens not in _VALUE:
            return None
        total += 10 * _VALUE[tens] if tens else 10
    if not rest:
        return total or None
    return total + _VALUE[rest] if rest in _VALUE else None


@cache
def _openings() -> re.Pattern[str]:
    lists = words("headings")
    return re.compile(rf"(?:{any_of(lists['title_ends'])})$")


def count_numbers(text: str) -> int:
    """How many numbers stand in the text that have the form of an item's."""
    return sum(1 for _ in _MARK.finditer(text))


def candidate_marks(text: str, begin: int = 0) -> list[Mark]:
    """Every number from `begin` on that could open an item, in order.

    `strong` marks follow a stop or a bracket.
    """
    marks: list[Mark] = []
    line, line_start, counted = 0, begin, begin
    for found in _MARK.finditer(text, begin):
        start = found.start()
        fresh = text.count("\n", counted, start)
        if fresh:
            line += fresh
            line_start = text.rfind("\n", counted, start) + 1
        counted = start
        mark = _mark(text, found, line, line_start)
        if mark:
            marks.append(mark)
    return marks


def _mark(text: str, found: re.Match[str], line: int, line_start: int) -> Mark | None:
    style = found.lastgroup or ""
    start, end = found.span()
    number = _number(found.group(), style)
    if not number:
        return None
    first = start - line_start <= 12 and not text[line_start:start].strip(" \t\u3000\ufeff#*>")
    before = text[start - 1 : start]
    if not first and style in {"circle", "chapter", "article"}:
        return None
    if _is_prose(text, style, number, start, end, before, first=first):
        return None
    strong = first or before in _STOPS
    if not strong and style == "comma":
        strong = bool(_openings().search(text, max(0, start - 4), start))
        if not strong:
            return None
    return Mark(start, end, style, number, line, first, strong)


def _number(written: str, style: str) -> int | None:
    if style == "circle":
        return _CIRCLED.index(written) + 1
    return chinese_number(re.sub(r"[^\d〇零一二三四五六七八九十百]", "", written))


def _is_prose(
    text: str, style: str, number: int, start: int, end: int, before: str, *, first: bool
) -> bool:
    if before and (before in "第之" or (style == "comma" and before in _CHINESE)):
        return True
    if style in {"bracket", "paren"} and not first:
        return bool(_REFERENCE_AFTER.match(text, end))
    if style == "comma":
        # 一、二、三产业: numbers counted up, not a heading.
        listed = _ORDINAL_LIST.match(text, end)
        return bool(listed) and chinese_number(listed.group()[:-1] if listed else "") == number + 1
    if style == "dot":
        latin = before.isalnum() and before.isascii()
        return bool(before) and (latin or before in ".．-—/")
    return False

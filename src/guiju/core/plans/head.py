"""The head and the end of a document: title, number, date, who signed (文件首尾)."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from guiju.core.plans.model import Span
from guiju.core.plans.words import any_of, words

_NUMBER = re.compile(
    r"[\u4e00-\u9fff][\u4e00-\u9fff（）()]{1,14}[〔\[（(【［﹝]\s*(?:19|20)\d{2}\s*[〕\]）)】］﹞]\s*"
    r"第?\s*\d{1,5}\s*号"
)
_DATE = re.compile(r"(?P<y>[12]\d{3})\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*日")
_HAN_DATE = re.compile(
    r"(?P<y>[一二三四五六七八九〇零○Ｏ]{4})年(?P<m>[一二三四五六七八九十]{1,2})月"
    r"(?P<d>[一二三四五六七八九十]{1,3})日"
)
_HAN = {sign: index for index, sign in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
    "Ｏ": 0,
}
_NOTICE = re.compile(r"(?:印发|转发|发布|批转)(?P<name>.+?)的?(?:通知|公告|函)$")
_MARKS = re.compile(r"[《》〈〉“”\"\s]")
_TITLE_STOP = re.compile(r"[。；，,：:！]")
# Titles are at times set wide: 国 家 应 急 预 案.
_LETTER_SPACING = re.compile(r"(?<=[\u4e00-\u9fff])[ \u3000]+(?=[\u4e00-\u9fff])")
_LINE = re.compile(r"[^\n]+")
# Heads are short; a longer beginning without numbers is prose.
_LONGEST_HEAD = 20_000


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the first item; empty strings and None where nothing was found."""

    title: str
    title_spans: tuple[Span, ...]
    notice_title: str
    number: str
    number_span: Span | None
    issued: date | None
    issued_span: Span | None
    signatories: tuple[str, ...]
    body: int


@cache
def _title_ends() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words('headings')['title_ends'])})(?:[（(].{{1,40}}[)）])?$")


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(rf"[（(]?(?:{any_of(words('headings')['closing'])})")


def read_head(text: str, first_item: int, last_end: int) -> Head:
    """Read the head `text[:first_item]` and, for the date, the end `text[last_end:]`."""
    stop = min(first_item, _LONGEST_HEAD)
    lines = _lines(text, min(stop, comment_end(text)), stop)
    number = _NUMBER.search(text, min(stop, comment_end(text)), stop)
    if number and not _number_stands_apart(text, number):
        number = None
    notice = _first_title(text, lines, number.start() if number else stop)
    body = _body_title(text, lines, notice)
    spans = body or notice
    behind = max((span.end for span in spans), default=0)
    issued, signed = _signature(text, lines, number.end() if number else 0)
    signed_at = issued.end if issued else 0
    if issued is None:
        issued, signed = _signature(text, _lines(text, last_end, len(text))[:400], last_end)
    return Head(
        title=_joined(text, spans),
        title_spans=tuple(spans),
        notice_title=_joined(text, notice) if body else "",
        number=re.sub(r"\s", "", number.group()) if number else "",
        number_span=Span(*number.span()) if number else None,
        issued=_day(text, issued) if issued else None,
        issued_span=issued,
        signatories=signed,
        body=max(behind, number.end() if number else 0, signed_at),
    )


def comment_end(text: str) -> int:
    """Where the text begins behind a first line such as “# source: …”, else 0."""
    if not text.lstrip("\ufeff").startswith("#"):
        return 0
    line_end = text.find("\n")
    return len(text) if line_end < 0 else line_end + 1


def _lines(text: str, start: int, end: int) -> list[Span]:
    found: list[Span] = []
    for line in _LINE.finditer(text, start, end):
        written = line.group()
        left = len(written) - len(written.lstrip(" \t\u3000\ufeff\r"))
        right = len(written.rstrip())
        if left < right:
            found.append(Span(line.start() + left, line.start() + right))
    return found


def _joined(text: str, spans: list[Span]) -> str:
    whole = "".join(text[span.start : span.end] for span in spans)
    return _LETTER_SPACING.sub("", whole)


def _number_stands_apart(text: str, number: re.Match[str]) -> bool:
    """A number in a sentence （国办发〔2016〕82号） is a reference, not this document's."""
    return text[number.start() - 1 : number.start()] not in {"（", "(", "》"} or number.start() == 0


def _first_title(text: str, lines: list[Span], number_at: int) -> list[Span]:
    """The lines before the number, the addressees or the first sentence."""
    title: list[Span] = []
    for line in lines[:6]:
        written = text[line.start : line.end]
        if line.start <= number_at < line.end:
            if line.start < number_at and number_at - line.start <= 120:
                title.append(Span(line.start, number_at))
            break
        if line.start > number_at or len(written) > 90 or _ends_title(written, bool(title)):
            break
        title.append(line)
        if _title_ends().search(written) and len(title) >= 1:
            break
    whole = _joined(text, title)
    plausible = bool(title) and bool(_title_ends().search(whole) or len(whole) >= 6)
    return _trimmed(text, title) if plausible and len(whole) <= 200 else []


def _ends_title(written: str, begun: bool) -> bool:
    if written[-1] in "。；：:！" or "。" in written or _DATE.fullmatch(written):
        return True
    return bool(_NUMBER.fullmatch(written)) or (begun and bool(_closing().match(written)))


def _trimmed(text: str, title: list[Span]) -> list[Span]:
    return [span for span in title if text[span.start : span.end].strip()]


def _body_title(text: str, lines: list[Span], notice: list[Span]) -> list[Span]:
    """The title line of the plan that a notice sends out, over up to three lines."""
    named = _NOTICE.search(_joined(text, notice))
    if not named:
        return []
    wanted = _MARKS.sub("", named["name"])
    behind = notice[-1].end
    rest = [line for line in lines if line.start >= behind and line.end - line.start <= 90]
    for index in range(len(rest)):
        for count in (1, 2, 3):
            group = rest[index : index + count]
            if _MARKS.sub("", _joined(text, group)) == wanted:
                return group
    return _fallback_title(text, rest)


def _fallback_title(text: str, rest: list[Span]) -> list[Span]:
    """The last line that ends like a title, with the lines that it continues."""
    for index in range(len(rest) - 1, -1, -1):
        written = text[rest[index].start : rest[index].end]
        if not _title_ends().search(written) or not _could_be_title(text, rest[index]):
            continue
        begin = index
        while begin > max(0, index - 2) and _continues(text, rest[begin - 1], rest[begin]):
            begin -= 1
        return rest[begin : index + 1]
    return []


def _could_be_title(text: str, line: Span) -> bool:
    written = text[line.start : line.end]
    refused = (_TITLE_STOP, _NOTICE, _NUMBER, _DATE)
    return not any(p.search(written) for p in refused) and not _closing().match(written)


def _continues(text: str, above: Span, line: Span) -> bool:
    near = line.start - above.end <= 3
    return near and 8 <= above.end - above.start <= 45 and _could_be_title(text, above)


def _signature(text: str, lines: list[Span], after: int) -> tuple[Span | None, tuple[str, ...]]:
    """The first line that is a date, or ends in one before 此件公开发布, and the names above it."""
    for index, line in enumerate(lines):
        if line.start < after:
            continue
        found = _date_line(text, line)
        if found:
            return found, _names_above(text, lines[:index], after)
    return None, ()


def _date_line(text: str, line: Span) -> Span | None:
    for pattern in (_DATE, _HAN_DATE):
        for found in pattern.finditer(text, line.start, line.end):
            tail = text[found.end() : line.end].strip(" \t\u3000）)")
            before = text[line.start : found.start()].strip(" \t\u3000（(")
            ends = not tail or bool(_closing().match(tail))
            if ends and (not before or (len(before) <= 40 and not _TITLE_STOP.search(before))):
                return Span(*found.span())
    return None


def _names_above(text: str, above: list[Span], after: int) -> tuple[str, ...]:
    names: list[str] = []
    for line in reversed(above):
        written = text[line.start : line.end]
        if line.start < after or _TITLE_STOP.search(written) or len(written) > 80:
            break
        if _NUMBER.search(written) or _title_ends().search(written):
            break
        names[:0] = written.split()
    return tuple(names)


def _day(text: str, span: Span) -> date | None:
    written = text[span.start : span.end]
    found = _DATE.match(written)
    try:
        if found:
            return date(int(found["y"]), int(found["m"]), int(found["d"]))
        han = _HAN_DATE.match(written)
        if han is None:
            return None
        year = int("".join(str(_HAN[sign]) for sign in han["y"]))
        return date(year, _han_number(han["m"]), _han_number(han["d"]))
    except (ValueError, KeyError):
        return None


def _han_number(written: str) -> int:
    tens, ten, ones = written.rpartition("十")
    if not ten:
        return _HAN[written]
    return (_HAN[tens] if tens else 1) * 10 + (_HAN[ones] if ones else 0)


def end_of_text(text: str, start: int, end: int) -> int:
    """Where the end matter begins in `text[start:end]`: signature, date, attachments, or `end`."""
    lines = _lines(text, start, end)
    for index, line in enumerate(lines):
        written = text[line.start : line.end]
        if _closing().match(written) or re.match(r"附\s*件?\s*[：:1-9]", written):
            return line.start
        if _date_line(text, line):
            return _first_signatory(text, lines, index)
    return end


def _first_signatory(text: str, lines: list[Span], index: int) -> int:
    while index > 0:
        above = text[lines[index - 1].start : lines[index - 1].end]
        if _TITLE_STOP.search(above) or len(above) > 60:
            break
        index -= 1
    return lines[index].start

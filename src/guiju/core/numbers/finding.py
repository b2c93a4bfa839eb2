"""All numbers in running text (在正文中查找编号), each with its place.

One pass: a pattern finds where a number may stand, and the readers judge what stands there. Every
repetition in the pattern is bounded, so that time grows with the length of the text alone.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from guiju.core.numbers import international
from guiju.core.numbers.chinese.heads import listed_pattern
from guiju.core.numbers.folding import fold
from guiju.core.numbers.issuers import issuer_table, issuers
from guiju.core.numbers.model import Number
from guiju.core.numbers.reading import try_read

_GAP = r"[ \t_]{0,2}(?:\r?\n[ \t]{0,2})?"
_BODY = (
    r"(?:[A-Z]{1,4}:?[A-Z]?(?:\d\d )?)?\d{1,8}(?:/\d{1,2}(?=-[12]))?(?:\.\d{1,4}){0,2}(?:-\d{1,6}){0,3}"
    r"(?:\.\d{1,4})?[A-Z]?"
    # A line may end at the dash; a dash that begins a line stands close to the year, as no bullet does.
    r"(?: ?[-:]{1,2} ?\d{2,4}(?!\d)|(?:-[ \t]?\r?\n[ \t]{0,2}|\r?\n-)(?:19|20)\d\d(?![\d年]))?"
)
_BRACKETED = r"(?: ?\((?:所有部分|[^()\n]{1,4}文版|EN|(?:19|20)\d\d年版|[^()\n]{0,8}号修改单)\))"
_CHINESE_TAIL = (
    r"(?: ?[/+] ?XG ?\d{1,2}(?:-\d{4})?|(?:第[0-9一二三四五六七八九十]{1,3}号修改单|《第[0-9一二三四五六七八九十]{1,3}号修改单》)"
    rf"|{_BRACKETED}){{0,3}}"
)
_FOREIGN = (
    r"(?:[ /-][A-Z][A-Za-z]{1,8}){0,4}[ /-]?(?:[A-Z]{1,3}[ .-]?)?\d{1,7}(?: \d{3}(?!\d))?[A-Z]?"
    r"(?:[-.][A-Z]{0,2}\d{1,5}(?!\d)(?:[A-Z]{1,2}|[a-z])?){0,5}(?:/\d{1,2}(?=:))?(?::\d{4}|: (?:19|20)\d\d(?!\d)|:-(?:(?![\w-])|(?=\d{1,2}\))))?"
    r"(?:[/+](?:[A-Z]{2,4} )?[A-Za-z]{1,5}[ .]?\d{1,3}(?:\.\d{1,2})?(?::\d{4})?"
    r"| (?:CSV|RLV|CMV|EXV|PRV|SER|DB)(?:-(?:RLV|CMV))?(?![A-Za-z])){0,4}(?: E[Dd] ?\d{1,2}(?!\d))?"
    r"(?:\([A-Za-z]{1,2}(?:[,/][A-Za-z]{1,5}){0,9}\)| \((?:all parts|所有部分)\))?"
)
_DIRECTIVES = r"ISO/IEC (?:Directives?,? Part|导则 ?第) ?\d(?: ?部分)?(?::\d{4})?"
# GB/ at the end of a line, T on the next.
_BREAK = r"(?:\r?\n ?)?"
_PLAN = r"(?:19|20)\d{6}-[TQZ]-\d{3}(?!\d)"
_CUT = re.compile(r"(?<=[\dA-Z)])(?=[^\dA-Z)])|(?<=\d)(?=[A-Z])")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|[Cc]opyright)\s?$")
MOST_CUTS = 6


class Found(NamedTuple):
    """A number and the place in the text where it stands."""

    start: int
    end: int
    number: Number


def find(text: str) -> list[Found]:
    """All numbers in the order in which they stand; `text[start:end]` reads as the same number.

    >>> [(one.start, one.end, one.number.code) for one in find("按 GB/T 1.1—2020 和ISO 9001")]
    [(2, 15, 'GB/T'), (17, 25, 'ISO')]
    """
    return list(_find(text, fold(text)))


def _find(text: str, folded: str) -> Iterator[Found]:
    pattern, at = _pattern(), 0
    while found := pattern.search(folded, at):
        start, end = found.span()
        number, end = _longest(text, folded, start, end)
        if number is None:
            at = start + 1
            continue
        if not _is_accident(number, folded[start:end], folded[max(0, start - 12) : start]):
            yield Found(start, end, number)
        at = end


def _longest(text: str, folded: str, start: int, end: int) -> tuple[Number | None, int]:
    """The longest beginning of the match that is a number."""
    cuts = [start + cut.start() for cut in _CUT.finditer(folded[start:end])]
    for stop in [end, *reversed(cuts)][: MOST_CUTS + 1]:
        number = try_read(text[start:stop])
        if number is not None:
            return number, stop
    return None, end


def _is_accident(number: Number, written: str, before: str) -> bool:
    """`SC 3`, `HST7` and `AS 4` are hardly standards without a year; `© ISO 2016` is none."""
    if number.year or number.parts:
        return False
    if number.level == "industry":
        return "/" not in written and len(number.seq) < 2
    if number.code == "ISO":
        return bool(_COPYRIGHT.search(before))
    return (
        number.level in ("foreign", "regional")
        and number.kind != "committee"
        and len(number.seq) < 3
    )


@cache
def _pattern() -> re.Pattern[str]:
    committees = issuer_table("committees.yaml")
    owned = (*committees["level"], *committees["also"])
    owners = "|".join(map(re.escape, sorted(owned, key=len, reverse=True)))
    heads = "|".join(committees["heads"])
    below = "|".join(committees["below"])
    sub = rf"(?:/(?:{below}) ?\d{{1,4}}[A-Z]?)"
    chinese = (
        rf"(?:DBJ ?\d\d ?/ ?T(?:-(?=\d))?|DB ?\d{{2,6}}(?: ?/ ?{_BREAK}[TZ]?|[TZ])?"
        rf"|[TQ]/[A-Z0-9]{{2,30}}|Q/\([A-Z]{{1,6}}\)[A-Z]{{2,20}}|(?:{listed_pattern(_BREAK)})\*?)"
    )
    return re.compile(
        rf"(?<![A-Za-z0-9])(?<![A-Za-z]/)(?={_two_signs()})(?:"
        rf"(?:{owners})[ /](?:{heads}) ?\d{{1,4}}[A-Z]?{sub}{{0,3}}|J?TC ?\d{{1,4}}{sub}{{1,3}}"
        rf"|{chinese}(?: ?\([\u4e00-\u9fff]{{1,4}}\))?{_GAP}{_BODY}{_CHINESE_TAIL}(?:/(?:ISO|IEC){_FOREIGN})?"
        rf"|{_DIRECTIVES}|(?:{'|'.join(map(re.escape, international.finders))}){_FOREIGN}"
        rf"|{_PLAN})",
        re.A,
    )


def _two_signs() -> str:
    """The first two signs that a number can have: most words of a text are passed over at once."""
    heads = {*international.finders, *issuers(), *issuer_table("committees.yaml")["level"]}
    heads |= {"CLC", "JTC", "DB", "T/", "Q/", "TC", "19", "20"}
    first, second = ("".join(sorted({re.escape(head[at]) for head in heads})) for at in (0, 1))
    return f"[{first}][{second}]"

"""Chinese numbers in any way of writing (各种写法): slower than `plain`, and it knows everything."""

import re
from collections.abc import Callable
from dataclasses import replace

from guiju.core.numbers.chinese.bodies import Body, body_of
from guiju.core.numbers.chinese.heads import Head, head_of
from guiju.core.numbers.chinese.owners import enterprise_of, group_of
from guiju.core.numbers.chinese.tails import Tail, take_tail
from guiju.core.numbers.model import Number

Reader = Callable[[str], Number | None]

MOST_JOINED = 12
_OPENING, _CLOSING = "《“\"'‘ ", "》”\"'’,;、.。 "
# 号 as in “GB 5749-2022号标准”; 修改单 and 勘误 have theirs before the word.
_NO = re.compile(r"(?<=[0-9]) ?号(?:标准)?$")
# Between two numbers of one document. What follows a single number (XG1-2021) is no number.
_DIVISION = re.compile(
    r"(?<=[0-9)单]) ?(?:[/、,;&+]|(?:idt|IDT)\b)+ ?(?=[A-Z])(?!XG|Cor)|(?<=-[0-9]{4}) (?=T/)"
)
_ADOPTED = re.compile(r" ?\( ?(?:(idt|eqv|neq|mod)[ ,]*)?([A-Z][^()]*)\)$", re.I)
_DEGREE = re.compile(r"[ ,]+(IDT|MOD|NEQ|EQV)$", re.I)


def read_written(cleaned: str, written: str, foreign: Reader) -> Number | None:
    """A Chinese number with everything that may stand around it; `foreign` reads adopted numbers."""
    text = cleaned.lstrip(_OPENING).rstrip(_CLOSING)
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1].strip()
    text = _NO.sub("", text)
    text, adopted = _take_adoption(text, foreign)
    number = _joined(text, foreign, MOST_JOINED)
    if number is None:
        return None
    return replace(number, adopts=(*number.adopts, *adopted), written=written)


def _take_adoption(text: str, foreign: Reader) -> tuple[str, tuple[Number, ...]]:
    """`(ISO 9001:2015, IDT)`. Only an identical adoption makes a double number."""
    found = _ADOPTED.search(text)
    if found is None:
        return text, ()
    inside = found[2]
    degree = found[1] or ""
    if after := _DEGREE.search(inside):
        degree, inside = after[1], inside[: after.start()]
    number = foreign(inside) or foreign(inside.split(",", 1)[0].strip())
    if number is None:
        return text, ()
    return text[: found.start()], (number,) if degree.upper() in ("", "IDT") else ()


def _joined(text: str, foreign: Reader, most: int) -> Number | None:
    """One number, or one with those that stand beside it: adopted ones and joint ones."""
    single = _single(text)
    if single is not None or most == 0:
        return single
    for division in _DIVISION.finditer(text):
        first = _single(text[: division.start()])
        if first is None:
            continue
        rest = text[division.end() :]
        if adopts := _adopted(rest, foreign):
            return replace(first, adopts=adopts)
        if (second := _joined(rest, foreign, most - 1)) is None:
            return None
        alone = replace(second, joint=(), adopts=())
        return replace(first, joint=(alone, *second.joint), adopts=second.adopts)
    return None


def _adopted(text: str, foreign: Reader) -> tuple[Number, ...]:
    if whole := foreign(text):
        return (whole,)
    for division in _DIVISION.finditer(text):
        first = foreign(text[: division.start()])
        if first is not None:
            rest = _adopted(text[division.end() :], foreign)
            return (first, *rest) if rest else ()
    return ()


def _single(text: str) -> Number | None:
    tail = take_tail(text)
    found = _head_and_body(tail.rest)
    if found is None:
        return None
    return _number(*found, tail)


def _head_and_body(text: str) -> tuple[Head, Body] | None:
    if text.startswith("T"):
        if found := group_of(text):
            return found
    elif text.startswith("Q") and (found := enterprise_of(text)):
        return found
    head = head_of(text)
    if head is None:
        return None
    body = body_of(text[head.end :], head.shape)
    return (head, body) if body else None


def _number(head: Head, body: Body, tail: Tail) -> Number:
    return Number(
        kind=head.kind,
        level=head.level,
        nature=head.nature,
        code=head.code,
        seq=body.seq,
        parts=body.parts,
        suffix=body.suffix,
        year=body.year,
        year_written=body.year_written,
        iteration=body.iteration,
        edition=tail.edition,
        all_parts=tail.all_parts,
        languages=tail.languages,
        supplements=tuple(tail.supplements),
        area=head.area,
    )

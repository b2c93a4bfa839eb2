"""The Chinese Classification for Standards (中国标准文献分类法, CCS): class, group, code.

A class is a letter (A), a group a range (A00/09), a code a letter and two digits (A00).
"""

import re
from functools import cache

from guiju.core.codes.classes import narrow, refuse
from guiju.core.codes.tables import read_table
from guiju.core.errors import Bilingual

_SCHEME = "CCS"
_CODE = re.compile(r"([A-Z])(\d{2})?(?:[/~-]\1?(\d{2}))?")
_MISREAD = str.maketrans("OIL", "011")
_SHAPE_REASON = Bilingual(
    "应写作 1 个大写字母加 2 位数字，如 A 00", "it is a capital letter and two digits, such as A 00"
)


def parse(written: str) -> str:
    """The code as in data, without a space.

    >>> parse("CCS A 00"), parse("a００"), parse("A 00 / 09"), parse("L")
    ('A00', 'A00', 'A00/09', 'L')
    """
    text = "".join(narrow(written, "CCS").split())
    if not (shape := _CODE.fullmatch(text)) or (shape[3] and not shape[2]):
        meant = text[:1] + text[1:].translate(_MISREAD)
        if meant != text and _CODE.fullmatch(meant):
            refuse(_SCHEME, written, Bilingual(f"是否指 {meant}？", f"is {meant} meant?"))
        refuse(_SCHEME, written, _SHAPE_REASON)
    letter, first, last = shape.groups()
    if letter not in _names():
        refuse(
            _SCHEME,
            written,
            Bilingual(
                f"没有 {letter} 类（24 个大类中没有 I 和 O）",
                f"there is no class {letter} (the 24 classes have no I and no O)",
            ),
        )
    if not last:
        return f"{letter}{first or ''}"
    code = f"{letter}{first}/{last}"
    if code not in _names():
        near = group_of(f"{letter}{first}") or letter
        refuse(
            _SCHEME,
            written,
            Bilingual(f"没有这一组，是否指 {near}？", f"no such group; is {near} meant?"),
        )
    return code


def parents(code: str) -> tuple[str, ...]:
    """What a code lies in, the nearest first.

    >>> parents("A00"), parents("A00/09"), parents("A95")
    (('A00/09', 'A'), ('A',), ('A',))
    """
    if len(code) == 1:
        return ()
    group = group_of(code) if "/" not in code else None
    return (group, code[0]) if group else (code[0],)


def group_of(code: str) -> str | None:
    """The range in which a code of three signs lies; None between the ranges."""
    return _ranges().get(code)


def name(code: str) -> Bilingual | None:
    """The name of a class or group; single codes come from a classification file."""
    return _names().get(code)


def display(code: str) -> str:
    """As on a cover: `A 00`."""
    return f"{code[0]} {code[1:]}".rstrip()


def classes() -> tuple[str, ...]:
    """The 24 letters in order."""
    return tuple(code for code in _names() if len(code) == 1)


def groups(letter: str) -> tuple[str, ...]:
    """The ranges of a class in order."""
    return tuple(code for code in _names() if "/" in code and code[0] == letter)


@cache
def _names() -> dict[str, Bilingual]:
    table = read_table("ccs.yaml")
    return {code: Bilingual(zh, en) for code, zh, en in (*table["classes"], *table["groups"])}


@cache
def _ranges() -> dict[str, str]:
    return {
        f"{code[0]}{number:02}": code
        for code in _names()
        if "/" in code
        for number in range(int(code[1:3]), int(code[4:6]) + 1)
    }

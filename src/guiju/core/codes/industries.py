"""Industries of the national economy (国民经济行业分类, GB/T 4754): section, division, group, class.

A section is a letter (M), a division has two digits (74), a group three (745), a class four (7454).
"""

import re
from functools import cache

from guiju.core.codes.classes import narrow, refuse
from guiju.core.codes.tables import read_table
from guiju.core.errors import Bilingual

_SCHEME = "GB/T 4754"
_SHAPE = re.compile(r"([A-Z])?(\d{2,4})?")


def parse(written: str) -> str:
    """The code as in data: a letter alone, or digits without one.

    >>> parse("M 7454"), parse("c"), parse("26")
    ('7454', 'C', '26')
    """
    text = "".join(narrow(written, "GB/T 4754").split())
    if not text or not (shape := _SHAPE.fullmatch(text)):
        refuse(
            _SCHEME,
            written,
            Bilingual(
                "应为门类字母或 2 至 4 位数字，如 7454", "it is a letter or 2 to 4 digits: 7454"
            ),
        )
    letter, digits = shape.groups(default="")
    if letter and letter not in _names():
        refuse(
            _SCHEME,
            written,
            Bilingual(f"没有门类 {letter}（A 至 T）", f"no section {letter} (A to T)"),
        )
    if not digits:
        return letter
    section = section_of(digits)
    if section is None:
        refuse(
            _SCHEME,
            written,
            Bilingual(f"没有大类 {digits[:2]}", f"there is no division {digits[:2]}"),
        )
    if letter and letter != section:
        refuse(
            _SCHEME,
            written,
            Bilingual(
                f"大类 {digits[:2]} 属于门类 {section}，是否指 {section}{digits}？",
                f"division {digits[:2]} belongs to section {section}; is {section}{digits} meant?",
            ),
        )
    return digits


def parents(code: str) -> tuple[str, ...]:
    """What a code lies in, the nearest first.

    >>> parents("7454"), parents("M")
    (('745', '74', 'M'), ())
    """
    section = section_of(code)
    steps = tuple(code[:size] for size in range(len(code) - 1, 1, -1))
    return (*steps, section) if section else ()


def section_of(code: str) -> str | None:
    """The letter under which a code of digits stands."""
    return _sections().get(code[:2])


def name(code: str) -> Bilingual | None:
    """The name of a section or division; groups and classes are not kept."""
    return _names().get(code)


def display(code: str) -> str:
    """With the letter of its section: `M7454`."""
    return f"{section_of(code) or ''}{code}"


def sections() -> tuple[str, ...]:
    """The letters in order."""
    return tuple(code for code in _names() if code.isalpha())


def divisions(section: str) -> tuple[str, ...]:
    """The divisions of a section in order."""
    return tuple(code for code, letter in _sections().items() if letter == section)


@cache
def _names() -> dict[str, Bilingual]:
    table = read_table("industries.yaml")
    rows = (*(row[:3] for row in table["sections"]), *table["divisions"])
    return {code: Bilingual(zh, en) for code, zh, en in rows}


@cache
def _sections() -> dict[str, str]:
    return {
        f"{number:02}": letter
        for letter, _zh, _en, first, last in read_table("industries.yaml")["sections"]
        for number in range(int(first), int(last) + 1)
    }

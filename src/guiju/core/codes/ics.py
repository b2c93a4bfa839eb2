"""The International Classification for Standards (国际标准分类法, ICS): field.group.subgroup."""

import re
from functools import cache

from guiju.core.codes.classes import narrow, refuse
from guiju.core.codes.tables import read_table
from guiju.core.errors import Bilingual

_SCHEME = "ICS"
_POINTS = re.compile(r"\s*[.。·]\s*|\s+")
_SHAPE = re.compile(r"(\d{1,2})(?:\.(\d{2,3})(?:\.(\d{2}))?)?")
_SHAPE_REASON = Bilingual(
    "应写作 2 位大类.3 位中类.2 位小类，如 35.240.30",
    "it is written as field, group, subgroup with 2, 3 and 2 digits, such as 35.240.30",
)


def parse(written: str) -> str:
    """The code in its one form. Field and group get back the zero that a spreadsheet took away.

    >>> parse("ICS 35.40"), parse("1.120"), parse("35 240 30")
    ('35.040', '01.120', '35.240.30')
    """
    text = _POINTS.sub(".", narrow(written, "ICS")).rstrip(".")
    if text.isdecimal() and len(text) in (5, 7):
        refuse(_SCHEME, written, _meant(".".join(filter(None, (text[:2], text[2:5], text[5:])))))
    if not (shape := _SHAPE.fullmatch(text)):
        refuse(_SCHEME, written, _SHAPE_REASON)
    field, group, subgroup = shape.groups(default="")
    field = field.zfill(2)
    if field not in _names():
        refuse(_SCHEME, written, Bilingual(f"没有 {field} 大类", f"there is no field {field}"))
    if len(group) == 2:
        group = _padded(written, field, group)
    return ".".join(filter(None, (field, group, subgroup)))


def parents(code: str) -> tuple[str, ...]:
    """What a code lies in, the nearest first.

    >>> parents("35.240.30")
    ('35.240', '35')
    """
    steps = code.split(".")
    return tuple(".".join(steps[:count]) for count in range(len(steps) - 1, 0, -1))


def name(code: str) -> Bilingual | None:
    """The name of a field or group; subgroups come from a classification file."""
    return _names().get(code)


def display(code: str) -> str:
    """As on a cover: `ICS 01.120`."""
    return f"ICS {code}"


def fields() -> tuple[str, ...]:
    """The two-digit codes in order."""
    return tuple(code for code in _names() if "." not in code)


def groups(field: str) -> tuple[str, ...]:
    """The groups of a field in order."""
    return tuple(code for code in _names() if code.startswith(f"{field}."))


@cache
def _names() -> dict[str, Bilingual]:
    table = read_table("ics.yaml")
    return {code: Bilingual(zh, en) for code, zh, en in (*table["fields"], *table["groups"])}


def _padded(written: str, field: str, group: str) -> str:
    """A group of two digits lost its first zero; if that gives no group, perhaps its last."""
    if f"{field}.0{group}" not in _names() and f"{field}.{group}0" in _names():
        refuse(_SCHEME, written, _meant(f"{field}.{group}0"))
    return f"0{group}"


def _meant(code: str) -> Bilingual:
    return Bilingual(f"是否指 {code}？", f"is {code} meant?")

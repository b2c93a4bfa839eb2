"""Values of fields as texts (栏目的值): days, numbers, yes and no, choices, and tables as rows."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from guiju.core.documents.docx.writing.making import clean
from guiju.core.errors import Bilingual
from guiju.core.forms.model import Column, Field, Row

_DAY = re.compile(r"(\d{4})[年./\-](\d{1,2})[月./\-](\d{1,2})日?(?:T?00:00:00)?")
_NUMBER = re.compile(r"[+-]?\d[\d,]*(?:\.\d+)?")
_MARKED = "☑☒■√✓✔●◉☻"
_EMPTY = "□☐○◯〇"
_BOX = re.compile(f"([{_MARKED}{_EMPTY}])")


def text_of(value: Any) -> str:
    """A value as text: a day is written 2024-03-01, true is yes."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()[:10]
    return tidy(str(value))


def tidy(text: str) -> str:
    """One kind of line ends, no signs that a file cannot hold, no white space around it."""
    return clean(text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def looked_up(data: Mapping[str, Any], name: str) -> Any:
    """The value of a dotted name such as project.title_zh; None where there is none."""
    if name in data:
        return data[name]
    here: Any = data
    for part in name.split("."):
        if not isinstance(here, Mapping):
            return None
        here = here.get(part)
    return here


def rows_of(field: Field, value: Any) -> tuple[Row, ...]:
    """The rows of a table: mappings by the names of its columns."""
    if not isinstance(value, Sequence) or isinstance(value, str):
        return ()
    return tuple(
        {one.id: text_of(looked_up(row, one.source)) for one in field.columns}
        for row in value
        if isinstance(row, Mapping)
    )


def shown(field: Field | Column, value: str, language: str, *, boxes: bool = False) -> str:
    """The value as an office writes it: 2024年3月1日, ☑采纳 □不采纳."""
    if field.kind == "date" and (day := day_of(value)):
        return f"{day.year}年{day.month}月{day.day}日" if language != "en" else value
    if not field.choices:
        return value
    if not boxes:
        return say(field.choices[value], language) if value in field.choices else value
    marks = (
        f"{'☑' if key == value else '□'}{say(name, language)}"
        for key, name in field.choices.items()
    )
    rest = "" if value in field.choices else value
    return "　".join((*marks, rest)).strip()


def say(text: Bilingual, language: str) -> str:
    """In one language, or in both, once where they are the same."""
    if language == "both":
        return text.zh if text.zh == text.en else f"{text.zh} {text.en}"
    return text.say(language)


def day_of(text: str) -> date | None:
    """The day that is written, in whatever way offices write it."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    found = _DAY.fullmatch(plain)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def number_of(text: str) -> str:
    """The number, in half width and without signs between thousands; "" where there is none."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    return plain.replace(",", "") if _NUMBER.fullmatch(plain) else ""


def ticked(text: str) -> list[str]:
    """The words beside marked boxes; [text] where there are no boxes at all."""
    pieces = _BOX.split(text)
    if len(pieces) == 1:
        return [text.strip()] if text.strip() else []
    pairs = zip(pieces[1::2], pieces[2::2], strict=True)
    return [words.strip() for sign, words in pairs if sign in _MARKED]

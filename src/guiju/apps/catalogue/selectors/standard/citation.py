"""How a standard is cited (参考文献著录): GB/T 7714, the style in force on the day."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from guiju.core.params import param
from guiju.core.records.model import Record

_FIELD = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Citation:
    """The text to copy and the style that it follows."""

    style: str
    text: str


def citation(record: Record, display: str, on: date) -> Citation:
    """Of each piece of the style's pattern the first form stands of which everything is known."""
    style = param("citation.standard", on)
    values = _values(record, display, style["authors"])
    text = "".join(_piece(forms, values) for forms in style["pieces"])
    return Citation(style["style"], text)


def _piece(forms: list[str], values: Mapping[str, str]) -> str:
    for form in forms:
        if all(values.get(name) for name in _FIELD.findall(form)):
            return form.format(**values)
    return ""


def _values(record: Record, display: str, authors: list[str]) -> Mapping[str, str]:
    by_role: dict[str, list[str]] = {}
    for one in record.roles:
        by_role.setdefault(one.role, []).append(one.name)
    responsible = next((by_role[role] for role in authors if role in by_role), [])
    first, second = ("en", "zh") if _is_foreign(record) else ("zh", "en")
    titles = record.titles
    return {
        "author": ", ".join(responsible[:3]),
        "title": titles.get(first) or titles.get(second) or next(iter(titles.values()), ""),
        "number": display,
        "publisher": next(iter(by_role.get("publisher", [])), ""),
        "year": record.issued[:4],
    }


def _is_foreign(record: Record) -> bool:
    """A document is cited in the language in which it was published."""
    return record.level in ("international", "regional", "foreign")

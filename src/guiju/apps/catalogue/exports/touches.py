"""What a standard touches, as CSV and JSON (影响面导出)."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from guiju.apps.catalogue.exports.csv_text import csv_lines
from guiju.apps.catalogue.selectors.touches import Touch
from guiju.core.codes.words import word


def touch_record(row: Touch) -> dict[str, Any]:
    """The row as the API and the files say it."""
    document = row.document
    return {
        "type": row.type,
        "kind": row.kind,
        "number": row.number,
        "title_zh": document.title_zh if document else "",
        "title_en": document.title_en if document else "",
        "state": row.state,
        "cited": row.cited,
        "dated": row.is_dated,
        "cited_state": row.cited_state,
        "through": row.through,
        "degree": row.degree,
        "rotten": row.is_rotten,
        "instead": [one.key for one in row.instead],
    }


def touches_csv(rows: Iterable[Touch], language: str) -> Iterator[str]:
    """The rows for a spreadsheet, in the language of the page."""
    head = (
        _("Number"),
        _("Chinese title"),
        _("English title"),
        _("State"),
        _("Relation"),
        _("Number that it names"),
        _("State of that edition"),
        _("Through"),
        _("Cite instead"),
    )
    return csv_lines(head, (_line(row, language) for row in rows))


def touches_json(rows: Iterable[Touch]) -> Iterator[str]:
    """The rows as one JSON list, a row a line."""
    opened = "[\n"
    for row in rows:
        yield opened + json.dumps(touch_record(row), ensure_ascii=False)
        opened = ",\n"
    yield "[]\n" if opened == "[\n" else "\n]\n"


def _line(row: Touch, language: str) -> tuple[Any, ...]:
    record = touch_record(row)
    return (
        row.number,
        record["title_zh"],
        record["title_en"],
        _state(row.state, language),
        word("relation_inverse", row.type).say(language),
        row.cited,
        _state(row.cited_state, language),
        row.through,
        "; ".join(record["instead"]),
    )


def _state(state: str, language: str) -> str:
    return word("state", state).say(language) if state else ""

"""Rows of ISO Open Data files, JSON lines or CSV, in one shape (开放数据的行)."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from guiju.core.errors import Bilingual
from guiju.core.records.folding import clean
from guiju.core.records.readers.base import (
    BadRecord,
    Headed,
    Limits,
    Refused,
    Source,
    Unreadable,
    name_of,
    opened,
)
from guiju.core.records.readers.csv_rows import csv_rows
from guiju.core.records.readers.encoding import in_utf8
from guiju.core.records.readers.json_text import load_json
from guiju.core.records.readers.lines import excerpt, lines_of

_LANGUAGES = ("zh", "en", "fr", "ru", "es", "ar")


def rows_of(source: Source, limits: Limits) -> Iterator[tuple[int, dict[str, Any] | Refused]]:
    """Each row with its position; columns of a CSV keep their dotted names."""
    with opened(source) as stream:
        text = in_utf8(stream, name_of(source))
        head = text.read(1 << 16)
        again = Headed(head, text)
        if head.lstrip()[:1] == b"{":
            yield from _json_rows(lines_of(again, limits))
            return
        rows = csv_rows(again, limits)
        heads = next(rows, None)
        if heads is None or isinstance(heads, Refused):
            raise Unreadable(name_of(source), Bilingual("没有表头", "it has no head"))
        names = [clean(one) for one in heads[1]]
        for row in rows:
            if isinstance(row, Refused):
                yield row.position, row
            else:
                yield row[0], dict(zip(names, row[1], strict=False))


def _json_rows(
    lines: Iterator[tuple[int, bytes] | Refused],
) -> Iterator[tuple[int, dict[str, Any] | Refused]]:
    for item in lines:
        if isinstance(item, Refused):
            yield item.position, item
            continue
        number, line = item
        try:
            row = load_json(line)
            if not isinstance(row, dict):
                raise BadRecord("不是一个对象", "it is no object")
            yield number, row
        except BadRecord as bad:
            yield number, Refused(number, bad.reason, excerpt(line))


def rewound(source: Source) -> Source:
    """The source from its beginning again, for a second reading."""
    if isinstance(source, str | Path):
        return source
    try:
        source.seek(0)
    except (OSError, ValueError, AttributeError, io.UnsupportedOperation) as failure:
        why = Bilingual("数据流不能读两遍", "a stream cannot be read twice; hand in a file")
        raise Unreadable(name_of(source), why) from failure
    return source


def as_list(value: Any) -> list[str]:
    """A list as JSON gives it, or as the CSV writes it: ['49.140'], [1619, 2064]."""
    if isinstance(value, str) and value.strip().startswith("["):
        value = _written_list(value)
    if value is None or value == "":
        return []
    values = value if isinstance(value, list) else [value]
    texts = [clean(str(one)) for one in values if one is not None]
    return [text for text in texts if text not in ("", "null")]


def _written_list(text: str) -> list[Any]:
    """Names without marks around them stand there too: [ETSI, ITU]."""
    return [one.strip().strip("'\"") for one in text.strip()[1:].removesuffix("]").split(",")]


def localised(row: dict[str, Any], name: str) -> dict[str, str]:
    """Texts by language: an object in JSON, `name.en` columns in a CSV."""
    inner = row.get(name)
    given = inner if isinstance(inner, dict) else {}
    found = {}
    for language in _LANGUAGES:
        value = given.get(language, row.get(f"{name}.{language}"))
        if isinstance(value, str | int | float) and clean(str(value)):
            found[language] = clean(str(value)).removesuffix(".0")
    return found

"""Many rows at once (批量写入), past the model layer: some hundred thousand are written in an import.

Values are what the database takes: text, numbers, booleans, None; a list or dict becomes JSON.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, models

Row = Sequence[Any]


def fitting(model: type[models.Model], field: str, text: str) -> str:
    """The text, or nothing if the column cannot hold it: half a code would be another code."""
    most = next(one.max_length for one in model._meta.concrete_fields if one.name == field)
    return "" if most is not None and len(text) > most else text


def insert(model: type[models.Model], fields: Sequence[str], rows: Iterable[Row]) -> None:
    """Insert rows of the values of `fields`; all other columns must have a value in the database."""
    columns = _columns(model, fields)
    holes = ", ".join(["%s"] * len(columns))
    table = connection.ops.quote_name(model._meta.db_table)
    _run(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({holes})", rows)  # noqa: S608


def update(model: type[models.Model], fields: Sequence[str], rows: Iterable[Row]) -> None:
    """Set `fields` of the row whose key stands last in each row."""
    sets = ", ".join(f"{column} = %s" for column in _columns(model, fields))
    table = connection.ops.quote_name(model._meta.db_table)
    _run(f"UPDATE {table} SET {sets} WHERE id = %s", rows)  # noqa: S608


def _columns(model: type[models.Model], fields: Sequence[str]) -> list[str]:
    columns = {one.name: one.column for one in model._meta.concrete_fields}
    return [connection.ops.quote_name(columns[name] or name) for name in fields]


def _run(statement: str, rows: Iterable[Row]) -> None:
    values = [tuple(_plain(value) for value in row) for row in rows]
    if values:
        with connection.cursor() as cursor:
            cursor.executemany(statement, values)


def _plain(value: Any) -> Any:
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return value

"""Names of bodies, types, stages, supplements and suffixes in both languages (代号的名称)."""

from functools import cache
from typing import Any

from guiju.core.codes.tables import read_table
from guiju.core.errors import Bilingual

_FILES = ("international.yaml", "international_foreign.yaml", "international_words.yaml")


@cache
def _names() -> dict[str, dict[str, Bilingual]]:
    """By table and code; drafts of types go by their prefix."""
    found: dict[str, dict[str, Bilingual]] = {}
    for file in _FILES:
        tables: dict[str, Any] = read_table(file, "issuers")
        for table, rows in tables.items():
            named = [row for row in rows if isinstance(row, dict) and "zh" in row]
            found[table] = {
                row.get("code") or row["as"]: Bilingual(row["zh"], row["en"]) for row in named
            }
    return found


def body_name(code: str) -> Bilingual | None:
    """Whose number it is: ISO, IEEE, EN, DIN, GOST R.

    >>> body_name("IEC").zh
    '国际电工委员会'
    """
    tables = ("bodies", "partners", "european", "adopters", "labelled", "codex", "gost", "jis")
    return next((_names()[table][code] for table in tables if code in _names()[table]), None)


def type_name(code: str) -> Bilingual | None:
    return _names()["types"].get(code) or _names()["papers"].get(code)


def stage_name(code: str) -> Bilingual | None:
    return _names()["stages"].get(code) or _names()["drafts"].get(code)


def supplement_name(kind: str) -> Bilingual | None:
    return _names()["supplements"].get(kind)


def suffix_name(code: str) -> Bilingual | None:
    return _names()["suffixes"].get(code)

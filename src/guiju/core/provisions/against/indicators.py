"""A product's own indicators as a rule set (企业指标): a table of name, limit, unit."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from guiju.core.codes.tables import read_table
from guiju.core.errors import Bilingual, InputError
from guiju.core.provisions.model import Characteristic, Rule, RuleSet
from guiju.core.provisions.tables.heads import NO_UNIT
from guiju.core.provisions.tables.reading import batches
from guiju.core.provisions.words import folded
from guiju.core.provisions.written import Limit, LimitError, read_limit
from guiju.core.units import measure

_MOST = 5000
_TITLE = Bilingual("企业指标", "Own indicators")
_TAIL = re.compile(r"(?P<limit>.*[\d)）])\s*(?P<unit>[^\d\s()（）][^()（）]*)")


class NoIndicatorsError(InputError):
    """A table without names and limits (不是指标表)."""

    code = "provisions.no-indicators"
    zh = "“{subject}”不是指标表：列名应当有“指标”和“限值”，可以有“单位”。现有：{heads}。"
    en = "“{subject}” is no table of indicators: heads such as “item” and “limit” are needed, and maybe “unit”. There are: {heads}."


@dataclass(frozen=True, slots=True)
class Indicators:
    """The rule set, and the rows that could not be read, each with its reason."""

    rules: RuleSet
    refused: tuple[Bilingual, ...]


def read_indicators(path: Path) -> Indicators:
    """Raises TableError and NoIndicatorsError."""
    frame = next(batches(path))
    heads = {meaning: column for column in frame.columns if (meaning := _meaning(column))}
    if not {"item", "limit"} <= heads.keys():
        raise NoIndicatorsError(path.name, heads="、".join(frame.columns[:12]))
    rows = [
        {meaning: str(cells[column] or "").strip() for meaning, column in heads.items()}
        for cells in frame.head(_MOST).iter_rows(named=True)
    ]
    return indicators(rows, path.stem)


def indicators(rows: list[Mapping[str, str]] | list[dict[str, str]], name: str) -> Indicators:
    """Rows of `item`, `limit` and maybe `unit`."""
    known: dict[str, Characteristic] = {}
    rules: list[Rule] = []
    refused: list[Bilingual] = []
    for at, row in enumerate(rows, 1):
        item, text = row.get("item", "").strip(), row.get("limit", "").strip()
        if not item or not text:
            continue
        try:
            limit, written, unit = _limit(text, row.get("unit", "").strip())
        except LimitError as error:
            why = error.sentence
            refused.append(Bilingual(f"第 {at} 行：{why.zh}", f"Row {at}: {why.en}"))
            continue
        if item in known:
            refused.append(
                Bilingual(f"第 {at} 行：“{item}”重复", f"Row {at}: “{item}” stands twice")
            )
            continue
        known[item] = Characteristic(id=item, name=Bilingual(item, item), unit=unit)
        rules.append(Rule(id=f"{at}", clause="", characteristic=item, limit=limit, written=written))
    found = RuleSet(
        standard=name,
        title=_TITLE,
        since=date.min,
        until=None,
        basis=name,
        certainty="certain",
        characteristics=known,
        attributes={},
        rules=tuple(rules),
    )
    return Indicators(found, tuple(refused))


def _limit(text: str, unit: str) -> tuple[Limit, str, str]:
    """The limit, as written, and its unit, which may stand behind the number: ≤0.2 mg/L."""
    try:
        return read_limit(text), text, "" if folded(unit) in NO_UNIT else unit
    except LimitError:
        found = _TAIL.fullmatch(text)
        if found is None or (measure(found["unit"]) is None and found["unit"] != unit):
            raise
        return read_limit(found["limit"]), found["limit"], found["unit"].strip()


@cache
def _meanings() -> dict[str, str]:
    words = read_table("heads.yaml", "provisions")
    return {folded(word): kind for kind in ("item", "limit", "unit") for word in words[kind]}


def _meaning(column: str) -> str | None:
    return _meanings().get(folded(column))

"""The tables of GB/T 2828.1 (抽样表), read from the rulebook: letters by lot size, plans by letter."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, Literal, get_args

from guiju.core.codes.tables import read_table
from guiju.core.errors import Bilingual

State = Literal["normal", "tightened", "reduced"]
STATES: tuple[State, ...] = get_args(State)
STATE_WORDS: dict[State, Bilingual] = {
    "normal": Bilingual("正常检验", "normal inspection"),
    "tightened": Bilingual("加严检验", "tightened inspection"),
    "reduced": Bilingual("放宽检验", "reduced inspection"),
}
Arrow = Literal["↓", "↑"]
_FILE, _BLANK = "GB_T_2828.1-2012.yaml", "·"


@dataclass(frozen=True, slots=True)
class Table:
    """Single plans of one state (一次抽样方案表). A cell is an acceptance number or an arrow."""

    clause: str
    sizes: Mapping[str, int]
    cells: Mapping[tuple[str, Decimal], int | Arrow]


@dataclass(frozen=True, slots=True)
class Switching:
    """The numbers of the switching rules (转移规则), with their clauses."""

    clauses: Mapping[str, str]
    tighten_lots: int
    tighten_refused: int
    normal_accepted: int
    reduce_score: int
    score_small: int
    score_large: int
    large_from: int
    discontinue_refused: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """All that the standard's single plans are made of. `letters`: first lot size, letter a level."""

    standard: str
    basis: str
    letters: tuple[tuple[int, Mapping[str, str]], ...]
    levels: tuple[str, ...]
    synonyms: Mapping[str, str]
    limits: tuple[Decimal, ...]
    percent_up_to: Decimal
    tables: Mapping[State, Table]
    switching: Switching


@cache
def scheme() -> Scheme:
    found = read_table(_FILE, "sampling")
    heads, *rows = (line.split() for line in found["letters"].splitlines())
    levels = tuple(heads[1:])
    limits = found["tables"]["normal"]["data"].split("\n", 1)[0].split()[2:]
    return Scheme(
        standard=found["standard"],
        basis=found["basis"],
        letters=tuple(
            (int(first), dict(zip(levels, own, strict=True))) for first, *own in reversed(rows)
        ),
        levels=levels,
        synonyms=found["synonyms"],
        limits=tuple(map(Decimal, limits)),
        percent_up_to=Decimal(found["percent_up_to"]),
        tables={state: _table(found["tables"][state]) for state in STATES},
        switching=_switching(found["switching"]),
    )


def _table(found: dict[str, str]) -> Table:
    heads, *rows = (line.split() for line in found["data"].splitlines())
    limits = [Decimal(one) for one in heads[2:]]
    return Table(
        clause=found["clause"],
        sizes={row[0]: int(row[1]) for row in rows},
        cells={
            (row[0], limit): _cell(written)
            for row in rows
            for limit, written in zip(limits, row[2:], strict=True)
            if written != _BLANK
        },
    )


def _cell(written: str) -> int | Arrow:
    if written == "↓":
        return "↓"
    return "↑" if written == "↑" else int(written)


def _switching(found: dict[str, Any]) -> Switching:
    return Switching(
        clauses={name: str(one["clause"]) for name, one in found.items()},
        tighten_lots=found["tighten"]["lots"],
        tighten_refused=found["tighten"]["refused"],
        normal_accepted=found["normal"]["accepted"],
        reduce_score=found["reduce"]["score"],
        score_small=found["score"]["small"],
        score_large=found["score"]["large"],
        large_from=found["score"]["large_from"],
        discontinue_refused=found["discontinue"]["refused"],
    )

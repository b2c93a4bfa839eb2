"""The value of a cell (单元格的指标): ≥35, ≤1.0, 35~50, 0.5(±10%), 不得检出, 无裂纹."""

import re
from functools import cache
from typing import NamedTuple

from guiju.core.drafting.provisions.heads import signs, table_words
from guiju.core.drafting.provisions.intervals import interval_of
from guiju.core.drafting.provisions.model import Interval, Operator
from guiju.core.drafting.provisions.quantities import read
from guiju.core.patterns import either

_APART = re.compile(r"\s*(?:[，,；;、\n]|且|并且|and)\s*")
_BEHIND = re.compile(r"\s*(?:[（(](?P<condition>[^（()）]{1,60})[)）])?\s*$")


class Found(NamedTuple):
    """An interval of a cell, with its offsets and the bracket behind it."""

    start: int
    end: int
    interval: Interval
    condition: str = ""


def read_cell(text: str, operator: Operator | None = None) -> tuple[Found, ...]:
    """What a cell limits; `operator` is that of row or head, for a bare number. () for nothing."""
    bare = text.strip()
    if not bare or bare.lower() in _nothing():
        return ()
    start = text.index(bare)
    if bare.lower() in _not_detected():
        return (Found(start, start + len(bare), Interval(operator="not-detected", written=bare)),)
    found, at = [], start
    while at < len(text):
        one = _value(text, at, operator)
        if one is None:
            return (_in_words(text, start, bare),)
        found.append(one)
        link = _APART.match(text, one.end)
        if not link or not text[one.end :].strip():
            break
        at = link.end()
    last = _BEHIND.match(text, found[-1].end)
    if last is None:
        return (_in_words(text, start, bare),)
    if last["condition"]:
        found[-1] = found[-1]._replace(condition=last["condition"])
    return tuple(found)


def _value(text: str, at: int, operator: Operator | None) -> Found | None:
    own = _signs().match(text, at)
    began = own.end() if own else at
    value = read(text, began)
    if value is None:
        return None
    sign: Operator = signs()[own["sign"].lower()] if own else (operator or "=")
    if own is None and not value.exact and not value.written.startswith("±"):
        sign = "="
    return Found(at, value.end, interval_of(sign, value))


def _in_words(text: str, start: int, bare: str) -> Found:
    return Found(
        start, start + len(bare), Interval(operator="=", written=re.sub(r"\s+", " ", bare))
    )


@cache
def _signs() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:应)?(?P<sign>{either(signs())})\s*", re.IGNORECASE)


@cache
def _nothing() -> frozenset[str]:
    return frozenset(one.lower() for one in table_words()["nothing"])


@cache
def _not_detected() -> frozenset[str]:
    return frozenset(one.lower() for one in table_words()["not_detected"])

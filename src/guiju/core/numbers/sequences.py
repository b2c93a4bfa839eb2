"""Sequences of numbers (顺序号): which codes draw on one, and what comes next in it."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from guiju.core.errors import InputError
from guiju.core.numbers.issuers import blocks, issuer_table, issuers
from guiju.core.numbers.model import Number
from guiju.core.numbers.reading import try_read

TABLE = "sequences.yaml"


class NoSequenceError(InputError):
    """Numbers are not given under this code (代号不编号)."""

    code = "no_sequence"
    zh = "代号“{subject}”下不能编号。请写成 GB/T、JB/T、DB11/T、T/EXAMPLE、Q/EXAMPLE 的样子。"
    en = "No numbers are given under “{subject}”. Write the code like GB/T, JB/T, DB11/T, T/EXAMPLE, Q/EXAMPLE."


class NoJointSequenceError(InputError):
    """These bodies have not agreed on common numbers (没有区域协同编号)."""

    code = "no_joint_sequence"
    zh = "“{subject}”没有约定共用的顺序号。可联合编号的地区：{known}。"
    en = "“{subject}” have not agreed on common numbers. Those that have: {known}."


class SequenceFullError(InputError):
    """The last number that is set aside was given (号段用完)."""

    code = "sequence_full"
    zh = "号段“{subject}”已用到最后一个号 {last}。请在 rulebook/issuers/sequences.yaml 中延长。"
    en = "The numbers of “{subject}” are used up to the last, {last}. Set more aside in rulebook/issuers/sequences.yaml."


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence:
    """One count (顺序号序列): the codes that draw on it, its first and last number, what it passes over."""

    key: str
    codes: tuple[str, ...]
    first: int = 1
    last: int | None = None
    width: int = 1
    skips: tuple[tuple[int, int], ...] = ()
    basis: str
    confidence: str

    def counts(self, seq: str) -> int | None:
        """The place of a written sequence number, None for one that is no part of the count.

        A sample is counted by what follows its class: GSB 05-1426.
        """
        written = seq.rpartition("-")[2]
        if not written.isascii() or not written.isdecimal():
            return None
        place = int(written)
        return place if self._holds(place) else None

    def following(self, highest: str) -> str:
        """The next after `highest`, as wide as that is written; the first where it is empty."""
        place = max(int(highest or 0) + 1, self.first)
        for first, last in sorted(self.skips):
            if first <= place <= last:
                place = last + 1
        if self.last is not None and place > self.last:
            raise SequenceFullError(self.key, last=self.last)
        return str(place).zfill(max(len(highest), self.width))

    def _holds(self, place: int) -> bool:
        inside = place >= self.first and (self.last is None or place <= self.last)
        return inside and not any(first <= place <= last for first, last in self.skips)


def sequence_of(code: str) -> Sequence:
    """The sequence on which a code draws: GB, GB/T and GB/Z on one, T/CODE on its own.

    >>> sequence_of("GB/T").codes, sequence_of("DB11/T").codes
    (('GB', 'GB/T', 'GB/Z'), ('DB11', 'DB11/T', 'DB11/Z'))
    """
    for row in _table()["shared"]:
        if code in row["codes"]:
            return _sequence(row, row["key"], tuple(row["codes"]))
    example = _example(code)
    if example is None:
        raise NoSequenceError(code)
    for row in _table()["families"]:
        if row["level"] == example.level:
            base = code.removesuffix("/T").removesuffix("/Z")
            return _sequence(row, base, (base, f"{base}/T", f"{base}/Z"), example.area)
    for row in _table()["own"]:
        if row["level"] == example.level:
            return _sequence(row, code, (code,))
    raise NoSequenceError(code)


def joint_sequence(codes: tuple[str, ...]) -> Sequence:
    """The sequence that is set aside for standards which these provinces issue together."""
    areas = {one.area for code in codes if (one := _example(code))}
    for row in _table()["joint"]:
        if len(areas) == len(codes) > 1 and areas <= set(row["areas"]):
            own = tuple(f"DB{area}{end}" for area in row["areas"] for end in ("", "/T", "/Z"))
            return _sequence(row, row["key"], own)
    known = "；".join(f"{row['key']} {'、'.join(row['areas'])}" for row in _table()["joint"])
    raise NoJointSequenceError("、".join(codes), known=known)


def numbered_as(procedure: str, owner: str = "") -> tuple[str, str]:
    """The code and the kind of plan of a procedure's projects, "" where it does not say.

    >>> numbered_as("group", "EXAMPLE"), numbered_as("national-mandatory")
    (('T/EXAMPLE', 'own'), ('GB', 'national'))
    """
    row = _table()["procedures"].get(procedure, {})
    code = row.get("code", "")
    if "{}" in code:
        code = code.format(owner) if owner else ""
    return code, row.get("plan", "")


def may_number(procedure: str, code: str, owner: str = "") -> bool:
    """May a project of the procedure stand under this code: its own, or that of the body `owner`?

    >>> may_number("group", "T/EXAMPLE", "EXAMPLE"), may_number("group", "GB/T", "EXAMPLE")
    (True, False)
    """
    own, _plan = numbered_as(procedure, owner)
    levels = _table()["procedures"].get(procedure, {}).get("levels")
    if levels is None:
        return not own or code == own
    if own:
        return code in sequence_of(own).codes
    example = _example(code)
    return example is not None and example.level in levels


def numbered_beside(procedure: str) -> str:
    """How the number follows that of another edition: XG, Cor, language, or "" for one of its own."""
    found: str = _table()["procedures"].get(procedure, {}).get("beside", "")
    return found


def _example(code: str) -> Number | None:
    """A number under the code, which says what the code is."""
    one = try_read(f"{code} 1-2020") or try_read(f"{code} 0001-2020")
    known = issuers().get(code)
    if one is None or one.code != code or (known and known.shape not in ("digits", "revised")):
        return None
    return one


def _sequence(row: dict[str, Any], key: str, codes: tuple[str, ...], area: str = "") -> Sequence:
    skips = {(first, last) for some, first, last, _ in blocks() if set(codes) & some}
    skips |= {
        (other["first"], other["last"]) for other in _table()["joint"] if area in other["areas"]
    }
    return Sequence(
        key=key,
        codes=codes,
        first=row.get("first", 1),
        last=row.get("last"),
        width=row.get("width", 1),
        skips=tuple(sorted(skips)),
        basis=_table()["basis"][row["basis"]],
        confidence=row["confidence"],
    )


@cache
def _table() -> dict[str, Any]:
    return issuer_table(TABLE)

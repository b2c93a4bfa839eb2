"""Two rule sets compared (对标): characteristic by characteristic, condition by condition."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Literal

from guiju.core.errors import Bilingual
from guiju.core.provisions.against.answers import (
    FORCE,
    Found,
    Pair,
    by_force,
    held,
    pair_of,
    side_of,
)
from guiju.core.provisions.against.cells import Axis, Cell, axes, cells, described, told
from guiju.core.provisions.against.families import Family, families
from guiju.core.provisions.against.model import Against, Compared, Reason, Side
from guiju.core.provisions.against.pairing import levels_paired, paired
from guiju.core.provisions.explaining.phrases import clause_words
from guiju.core.provisions.model import Characteristic, RuleSet
from guiju.core.provisions.words import folded

_NOWHERE = Bilingual("", "")


def compare(a: RuleSet, b: RuleSet, on: date | None = None) -> Against:
    """How the first lies to the second, on a day where their limits have phases."""
    if on is not None:
        a, b = a.on(on), b.on(on)
    both = paired(a.characteristics, b.characteristics)
    attributes = paired(a.attributes, b.attributes)
    found: list[Compared] = []
    for name, one in a.characteristics.items():
        if name in both:
            found += _both(a, b, name, both[name], attributes)
        else:
            found += _alone(one, a, "only-a")
    paired_ids = set(both.values())
    for name, one in b.characteristics.items():
        if name not in paired_ids:
            found += _alone(one, b, "only-b")
    return Against(a=a.standard, b=b.standard, cases=tuple(found))


def _alone(
    one: Characteristic, rules: RuleSet, where: Literal["only-a", "only-b"]
) -> Iterator[Compared]:
    """What the other says nothing of: each limit under its own conditions."""
    for family in families(one.id, rules):
        yield from _unmatched(family, one, rules, where)


def _both(
    a: RuleSet, b: RuleSet, name: str, other: str, attributes: Mapping[str, str]
) -> Iterator[Compared]:
    pair = pair_of(a, b, a.characteristics[name], b.characteristics[other], attributes)
    ours, theirs = list(families(name, a)), list(families(other, b))
    for one, its in _family_pairs(ours, theirs):
        ours.remove(one)
        theirs.remove(its)
        yield from _compared(pair, one, its)
    for one in ours:
        yield from _unmatched(one, pair.one, a, "only-a")
    for its in theirs:
        yield from _unmatched(its, pair.other, b, "only-b")


def _family_pairs(ours: list[Family], theirs: list[Family]) -> list[tuple[Family, Family]]:
    """Rules with rules, ladders with those of their name; what is left over with what is left over."""
    found: list[tuple[Family, Family]] = []
    left, right = list(ours), list(theirs)
    for one in ours:
        other = next(
            (
                x
                for x in right
                if x.kind == one.kind
                and (folded(x.id) == folded(one.id) or folded(x.name.zh) == folded(one.name.zh))
            ),
            None,
        )
        if other is not None:
            found.append((one, other))
            left.remove(one)
            right.remove(other)
    if len(left) == 1 and len(right) == 1:
        found.append((left[0], right[0]))
    return found


def _compared(pair: Pair, one: Family, other: Family) -> Iterator[Compared]:
    found = axes(
        (pair.a.attributes, one.conditions), (pair.b.attributes, other.conditions), pair.attributes
    )
    every = cells(found)
    # Conditions that neither knows of the other cannot be held together.
    strange = any(axis.a is None for axis in found) and any(axis.b is None for axis in found)
    levels = levels_paired(one.levels, other.levels, one.words, other.words)
    reasons: list[Reason] = list(pair.reasons)
    if strange or every is None or _units_differ(found, pair):
        reasons.append("condition")
    if levels is None:
        reasons.append("levels")
    if every is None or levels is None:
        yield _whole(pair, one, other, tuple(dict.fromkeys(reasons)))
        return
    for level, its in levels:
        said: dict[Found, list[Cell]] = {}
        for cell in every:
            for each in _cell(pair, (one, other), (level, its), told(cell, found), reasons):
                said.setdefault(each, []).append(cell)
        for answer, own in said.items():
            yield _case(pair.one, answer, described(own, found), pair.other)


def _units_differ(found: tuple[Axis, ...], pair: Pair) -> bool:
    return any(
        folded(pair.a.attributes[axis.a].unit) != folded(pair.b.attributes[axis.b].unit)
        for axis in found
        if axis.a is not None and axis.b is not None
    )


def _cell(
    pair: Pair,
    both: tuple[Family, Family],
    levels: tuple[str | None, str | None],
    attributes: tuple[dict[str, str | Decimal], ...],
    reasons: list[Reason],
) -> Iterator[Found]:
    """What both ask of a thing of one cell: requirements beside requirements."""
    ours, theirs = (
        () if level is None else family.asked(level, own)
        for family, level, own in zip(both, levels, attributes, strict=True)
    )
    left, right = by_force(ours), by_force(theirs)
    if len(left) == 1 and len(right) == 1 and left.keys() != right.keys():
        (a,), (b,) = left.values(), right.values()
        yield held(pair, a, b, levels, reasons)
        return
    for force in FORCE:
        a, b = left.get(force, ()), right.get(force, ())
        if a or b:
            yield held(pair, a, b, levels, reasons)


def _whole(pair: Pair, one: Family, other: Family, reasons: tuple[Reason, ...]) -> Compared:
    """Both named, without going into what cannot be held together."""
    sides = [
        Side(
            written=family.name,
            clause=clause_words(
                rules.standard, "、".join(dict.fromkeys(p.clause for p in family.parts))
            ),
        )
        for family, rules in ((one, pair.a), (other, pair.b))
    ]
    found = Found("incomparable", sides[0], sides[1], reasons)
    return _case(pair.one, found, _NOWHERE, pair.other)


def _unmatched(
    family: Family,
    characteristic: Characteristic,
    rules: RuleSet,
    where: Literal["only-a", "only-b"],
) -> Iterator[Compared]:
    found = axes((rules.attributes, family.conditions), ({}, ()), {})
    every = cells(found)
    if every is None:
        clauses = "、".join(dict.fromkeys(part.clause for part in family.parts))
        side = Side(written=family.name, clause=clause_words(rules.standard, clauses))
        yield _case(characteristic, _placed(side, where), _NOWHERE)
        return
    said: dict[Side, list[Cell]] = {}
    for cell in every:
        for side in _sides(family, characteristic, rules, told(cell, found)[0]):
            said.setdefault(side, []).append(cell)
    for side, own in said.items():
        yield _case(characteristic, _placed(side, where), described(own, found))


def _sides(
    family: Family,
    characteristic: Characteristic,
    rules: RuleSet,
    attributes: dict[str, str | Decimal],
) -> Iterator[Side]:
    """What is asked of a thing, all levels in one."""
    for force in FORCE:
        found = [
            side_of(by_force(family.asked(level, attributes)).get(force, ()), characteristic,
                    rules, level)
            for level in family.levels
        ]  # fmt: skip
        some = [one for one in found if one is not None]
        if some:
            zh = "；".join(f"{one.level} {one.written.zh}".strip() for one in some)
            en = "; ".join(f"{one.level} {one.written.en}".strip() for one in some)
            yield replace(some[0], level="", written=Bilingual(zh, en))


def _placed(side: Side, where: Literal["only-a", "only-b"]) -> Found:
    return Found(where, side, None) if where == "only-a" else Found(where, None, side)


def _case(
    characteristic: Characteristic,
    found: Found,
    when: Bilingual,
    other: Characteristic | None = None,
) -> Compared:
    name = characteristic.name
    if other is not None and name.zh == name.en:
        name = other.name  # what has one name only is called as the other side calls it
    return Compared(
        characteristic=characteristic.id,
        name=name,
        when=when,
        relation=found.relation,
        a=found.a,
        b=found.b,
        reasons=found.reasons,
        notes=found.notes,
    )

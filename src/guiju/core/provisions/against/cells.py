"""Every way in which two rule sets can apply (条件的划分): values of words, and stretches of numbers.

Within a cell neither rule set asks for anything else, so that comparing one thing compares all.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Context, Decimal
from itertools import product

from guiju.core.errors import Bilingual
from guiju.core.provisions.against.pairing import values_paired
from guiju.core.provisions.explaining.phrases import plain, signs, value_words, with_unit
from guiju.core.provisions.interval import Bound, Interval
from guiju.core.provisions.model import Attribute, Condition

MOST_CELLS = 20_000
NO_VALUE = "\0"  # a value that the other rule set does not know: no condition holds for it
_EXACT = Context(prec=200)


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of an attribute in the words of both, or a number for a stretch of numbers."""

    a: str | Decimal
    b: str | Decimal
    words: Bilingual
    stretch: Interval | None = None


@dataclass(frozen=True, slots=True)
class Axis:
    """An attribute that decides something: `a` and `b` are its ids, None where one has it not."""

    a: str | None
    b: str | None
    name: Bilingual
    unit: str
    choices: tuple[Choice, ...]


Cell = tuple[int, ...]  # of each axis which choice


def axes(
    a: tuple[Mapping[str, Attribute], Iterable[Condition]],
    b: tuple[Mapping[str, Attribute], Iterable[Condition]],
    same: Mapping[str, str],
) -> tuple[Axis, ...]:
    """The attributes that decide something on either side; `same` are ids of both."""
    ours, theirs = _by_attribute(a[1]), _by_attribute(b[1])
    found = [
        _axis(a[0][name], b[0][same[name]] if name in same else None,
              [*conditions, *theirs.get(same.get(name, ""), [])])
        for name, conditions in ours.items()
    ]  # fmt: skip
    back = {other: one for one, other in same.items()}
    for name, conditions in theirs.items():
        if back.get(name) not in ours:
            one = a[0][back[name]] if name in back else None
            found.append(_axis(one, b[0][name], conditions))
    return tuple(found)


def _by_attribute(conditions: Iterable[Condition]) -> dict[str, list[Condition]]:
    found: dict[str, list[Condition]] = {}
    for one in conditions:
        found.setdefault(one.attribute, []).append(one)
    return found


def _axis(a: Attribute | None, b: Attribute | None, conditions: list[Condition]) -> Axis:
    known = a or b
    assert known is not None  # noqa: S101 one of both decides
    choices = _words(a, b) if known.values else _stretches(conditions)
    return Axis(a.id if a else None, b.id if b else None, known.name, known.unit, tuple(choices))


def _words(a: Attribute | None, b: Attribute | None) -> Iterator[Choice]:
    if a is not None and b is not None:
        pairs = values_paired(a, b)
    else:
        known = a or b
        assert known is not None  # noqa: S101 the caller has one
        pairs = tuple((one, one) for one in known.values)
    for own, other in pairs:
        named, value = (a, own) if a is not None and own else (b, other)
        assert named is not None  # noqa: S101 a value is somebody's
        yield Choice(own or NO_VALUE, other or NO_VALUE, value_words(named, value))


def _stretches(conditions: Iterable[Condition]) -> Iterator[Choice]:
    """Each end of an interval, and what lies between two ends."""
    ends = sorted(
        {
            end.value
            for one in conditions
            if one.interval is not None
            for end in (one.interval.low, one.interval.high)
            if end is not None
        }
    )
    if not ends:
        return
    yield _stretch(None, ends[0])
    for at, end in enumerate(ends):
        yield _at(end)
        yield _stretch(end, ends[at + 1] if at + 1 < len(ends) else None)


def _at(value: Decimal) -> Choice:
    end = Bound(value, Decimal(1))
    return Choice(value, value, Bilingual("", ""), Interval(end, end))


def _stretch(low: Decimal | None, high: Decimal | None) -> Choice:
    one = Decimal(1)
    if low is not None and high is not None:
        inside = _EXACT.divide(_EXACT.add(low, high), Decimal(2))
    elif low is not None:
        inside = _EXACT.add(low, one)
    else:
        assert high is not None  # noqa: S101 one end is there
        inside = _EXACT.subtract(high, one)
    stretch = Interval(
        None if low is None else Bound(low, one, closed=False),
        None if high is None else Bound(high, one, closed=False),
    )
    return Choice(inside, inside, Bilingual("", ""), stretch)


def cells(found: tuple[Axis, ...]) -> list[Cell] | None:
    """Every choice on every axis; None where there are too many."""
    count = 1
    for axis in found:
        count *= len(axis.choices)
    if count > MOST_CELLS:
        return None
    return list(product(*(range(len(axis.choices)) for axis in found)))


def told(cell: Cell, found: tuple[Axis, ...]) -> tuple[dict[str, str | Decimal], ...]:
    """The attributes of a thing of this cell, in the words of each side."""
    pairs = list(zip(cell, found, strict=True))
    return (
        {axis.a: axis.choices[at].a for at, axis in pairs if axis.a is not None},
        {axis.b: axis.choices[at].b for at, axis in pairs if axis.b is not None},
    )


def described(some: Iterable[Cell], found: tuple[Axis, ...]) -> Bilingual:
    """Cells as a condition: 水体类型为河流, 额定功率 >4500~7100 W; "" where they are all."""
    return _described(dict.fromkeys(some), found)


def _described(some: Iterable[Cell], found: tuple[Axis, ...]) -> Bilingual:
    some = list(some)
    if not found:
        return Bilingual("", "")
    first, rest = found[0], found[1:]
    groups: dict[frozenset[Cell], list[int]] = {}
    tails: dict[int, set[Cell]] = {}
    for cell in some:
        tails.setdefault(cell[0], set()).add(cell[1:])
    for at, tail in tails.items():
        groups.setdefault(frozenset(tail), []).append(at)
    parts = [
        _joined(_choices(first, sorted(own)), _described(sorted(tail), rest))
        for tail, own in groups.items()
    ]
    return Bilingual("；或".join(one.zh for one in parts), "; or ".join(one.en for one in parts))


def _joined(one: Bilingual, other: Bilingual) -> Bilingual:
    return Bilingual(
        "，".join(text for text in (one.zh, other.zh) if text),
        ", ".join(text for text in (one.en, other.en) if text),
    )


def _choices(axis: Axis, own: list[int]) -> Bilingual:
    if len(own) == len(axis.choices):
        return Bilingual("", "")
    if axis.choices[0].stretch is None:
        words = [axis.choices[at].words for at in own]
        return Bilingual(
            f"{axis.name.zh}为{'或'.join(one.zh for one in words)}",
            f"{axis.name.en} is {' or '.join(one.en for one in words)}",
        )
    text = "、".join(with_unit(one, axis.unit) for one in _runs(axis, own))
    return Bilingual(f"{axis.name.zh} {text}", f"{axis.name.en} {text.replace('、', ', ')}")


def _runs(axis: Axis, own: list[int]) -> Iterator[str]:
    """Neighbouring stretches as one."""
    start = own[0]
    for at, following in zip(own, [*own[1:], None], strict=True):
        if following != at + 1:
            first, last = axis.choices[start].stretch, axis.choices[at].stretch
            assert first is not None and last is not None  # noqa: S101, PT018 numbers have stretches
            yield _stretch_text(Interval(first.low, last.high))
            start = following or 0


def _stretch_text(one: Interval) -> str:
    if one.low is not None and one.high is not None and one.low.value == one.high.value:
        return plain(one.low.value)
    return signs(one)

"""An index by breakpoints (空气质量指数一类), in exact fractions: 148.8 mg/m³ is 496 and not 497."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from guiju.core.provisions.measured import Measured
from guiju.core.provisions.model import Attribute, Index, Scale
from guiju.core.provisions.sample import Sample, applies
from guiju.core.provisions.untold import deciding, each_way

_NO_ATTRIBUTES: Mapping[str, Attribute] = {}


@dataclass(frozen=True, slots=True)
class Part:
    """The sub-index of one characteristic (分指数)."""

    scale: Scale
    value: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexed:
    """The index, None where nothing was measured; its class, and what is primary (首要污染物)."""

    index: Index
    value: int | None
    level: str = ""
    primary: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


def indexed(
    sample: Sample, index: Index, attributes: Mapping[str, Attribute] = _NO_ATTRIBUTES
) -> Indexed:
    """The largest sub-index; primary is every characteristic that has it, above a certain index.

    An attribute of `attributes` that was not told is tried under each of its values; where they
    differ there is no index.
    """
    names, told = each_way(deciding(index.scales), sample.attributes, attributes)
    found = [_way(Sample(sample.results, one), index) for one in told]
    if len({one.value for one in found}) > 1:
        return Indexed(index=index, value=None, missing=found[0].missing, unknown=names)
    first, *others = found
    return _with(first, [part for one in others for part in one.parts])


def _with(found: Indexed, parts: Sequence[Part]) -> Indexed:
    """The same index with what makes it under other values."""
    more = [part for part in parts if part not in found.parts]
    primary = found.primary
    if found.value is not None and found.value > found.index.primary_above:
        primary += tuple(one.scale.characteristic for one in more if one.value == found.value)
    both = (*found.parts, *more)
    return replace(found, parts=both, primary=tuple(dict.fromkeys(primary)))


def _way(sample: Sample, index: Index) -> Indexed:
    parts: list[Part] = []
    missing: list[str] = []
    for scale in index.scales:
        if not applies(scale.when, sample.attributes):
            continue
        measured = sample.results.get(scale.characteristic)
        value = None if measured is None else sub_index(measured, scale, index)
        if value is None:
            missing.append(scale.characteristic)
        else:
            parts.append(Part(scale, value))
    if not parts:
        return Indexed(index=index, value=None, missing=tuple(missing))
    top = max(part.value for part in parts)
    primary = tuple(part.scale.characteristic for part in parts if part.value == top)
    return Indexed(
        index=index,
        value=top,
        level=class_of(top, index),
        primary=primary if top > index.primary_above else (),
        parts=tuple(parts),
        missing=tuple(missing),
    )


def class_of(value: int, index: Index) -> str:
    """Classes begin above a number; the first holds it as well."""
    found = [name for above, name in index.classes if value > above]
    return found[-1] if found else index.classes[0][1]


def sub_index(measured: Measured, scale: Scale, index: Index) -> int | None:
    """Rounded up to a whole number (HJ 633, 4.2); None where there is nothing to reckon with.

    A result below its detection limit is reckoned as that limit: the index is then not too low.
    """
    number = measured.number
    if number is None or measured.kind not in ("number", "below") or number < scale.points[0]:
        return None
    if number > scale.points[-1]:
        return beyond(scale, index)
    at = next(at for at, point in enumerate(scale.points[1:], 1) if number <= point)
    return _up(_between(number, scale.points[at - 1 : at + 1], index.values[at - 1 : at + 1]))


def beyond(scale: Scale, index: Index) -> int | None:
    """The sub-index of what exceeds the last point; None where there is none."""
    if scale.beyond == "skip":
        return None
    return int(index.values[-1 if scale.beyond == "cap" else len(scale.points) - 1])


def _between(number: Decimal, points: tuple[Decimal, ...], values: tuple[Decimal, ...]) -> Fraction:
    low, high = (Fraction(point) for point in points)
    bottom, top = (Fraction(value) for value in values)
    return bottom + (top - bottom) * (Fraction(number) - low) / (high - low)


def _up(value: Fraction) -> int:
    return -(-value.numerator // value.denominator)

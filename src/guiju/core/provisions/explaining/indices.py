"""An index explained (指数说明): between which breakpoints each result lies, and what it comes to."""

from decimal import Decimal
from fractions import Fraction

from guiju.core.errors import Bilingual
from guiju.core.provisions.explaining.model import Context, Reckoned, Scored
from guiju.core.provisions.explaining.phrases import (
    NONE,
    clause_words,
    converted_number,
    measured_words,
    names_words,
    with_unit,
)
from guiju.core.provisions.indexing import Indexed, Part, indexed
from guiju.core.provisions.measured import Measured
from guiju.core.provisions.model import Index, Scale

_DIGITS = 6


def scored(index: Index, context: Context) -> Scored:
    """The sample's index by an index of `context.converted`, with every part."""
    found = indexed(context.sample, index, context.converted.attributes)
    parts = tuple(
        reckoned(one, index, context, decides=one.scale.characteristic in found.primary)
        for one in found.parts
    )
    return Scored(
        index=index.id,
        name=index.name,
        value=found.value,
        level=found.level,
        sentence=_whole(found, context),
        clause=clause_words(context.rules.standard, index.clause),
        parts=parts,
    )


def reckoned(part: Part, index: Index, context: Context, *, decides: bool = False) -> Reckoned:
    """A part with the straight line that it was read from."""
    scale = part.scale
    characteristic = context.converted.characteristics[scale.characteristic]
    measured = context.sample.results[scale.characteristic]
    clause = clause_words(context.rules.standard, scale.clause)
    text = measured_words(measured, characteristic.unit)
    name, line = characteristic.name, _line(measured, part, index, characteristic.unit)
    sentence = Bilingual(
        f"{name.zh}：{text.zh}；{line.zh}。依据：{clause.zh}。",
        f"{name.en}: {text.en}; {line.en}. Basis: {clause.en}.",
    )
    return Reckoned(
        characteristic=scale.characteristic,
        name=name,
        value=part.value,
        measured=text,
        sentence=sentence,
        clause=clause,
        decides=decides,
    )


def _line(measured: Measured, part: Part, index: Index, unit: str) -> Bilingual:
    number, points = measured.number, part.scale.points
    assert number is not None  # noqa: S101 without a number there is no part
    if number > points[-1]:
        top = with_unit(converted_number(points[-1]), unit)
        return Bilingual(
            f"超过最后一段 {top}，分指数取 {part.value}",
            f"it is beyond the last point {top}, and the sub-index is {part.value}",
        )
    at = next(at for at, point in enumerate(points[1:], 1) if number <= point)
    value = exact(number, part.scale, index, at)
    low, high = (converted_number(one) for one in points[at - 1 : at + 1])
    bottom, top = (converted_number(one) for one in index.values[at - 1 : at + 1])
    formula = (
        f"({top}-{bottom})/({high}-{low})×({converted_number(number)}-{low})+{bottom}"
        f"{_result(value)}"
    )
    limit = NONE
    if measured.kind == "below":
        limit = Bilingual("按检出限计，", "reckoned as the detection limit, ")
    up = Bilingual("，进一取整", ", rounded up")
    rounded = NONE if value.denominator == 1 else up
    return Bilingual(
        f"{limit.zh}在 {with_unit(f'{low}~{high}', unit)} 段，{formula}{rounded.zh}，分指数 {part.value}",
        f"{limit.en}between {with_unit(f'{low} and {high}', unit)}, {formula}{rounded.en}: "
        f"sub-index {part.value}",
    )


def exact(number: Decimal, scale: Scale, index: Index, at: int) -> Fraction:
    """The sub-index before it is rounded up."""
    low, high = (Fraction(one) for one in scale.points[at - 1 : at + 1])
    bottom, top = (Fraction(one) for one in index.values[at - 1 : at + 1])
    return bottom + (top - bottom) * (Fraction(number) - low) / (high - low)


def _result(value: Fraction) -> str:
    """`=131.25`, or its first digits and … where it never ends."""
    scaled = value * 10**_DIGITS
    whole = Decimal(scaled.numerator // scaled.denominator).scaleb(-_DIGITS)
    text = converted_number(whole)
    return f"={text}" if scaled.denominator == 1 else f"={format(whole, 'f')}…"


def _whole(found: Indexed, context: Context) -> Bilingual:
    name, known = found.index.name, context.rules.characteristics
    missing = names_words(known[one].name for one in found.missing)
    lost = (
        Bilingual(f"没有可用结果：{missing.zh}。", f" Without a usable result: {missing.en}.")
        if found.missing
        else NONE
    )
    if found.unknown and found.value is None:
        untold = names_words(context.rules.attributes[one].name for one in found.unknown)
        return Bilingual(
            f"{name.zh}不能确定，没有说明{untold.zh}。{lost.zh}",
            f"{name.en} cannot be told: {untold.en} was not told.{lost.en}",
        )
    if found.value is None:
        return Bilingual(
            f"{name.zh}：没有可以计算的结果。{lost.zh}",
            f"{name.en}: nothing to reckon with.{lost.en}",
        )
    by = names_words(known[one].name for one in found.primary)
    above = converted_number(found.index.primary_above)
    primary = (
        Bilingual(f"，首要的是{by.zh}", f", primary: {by.en}")
        if found.primary
        else Bilingual(f"，不大于 {above}，不评首要项", f", not above {above}: none is primary")
    )
    return Bilingual(
        f"{name.zh}为 {found.value}（{found.level}），取各分指数的最大值{primary.zh}。{lost.zh}",
        f"{name.en} is {found.value} ({found.level}), the largest sub-index{primary.en}.{lost.en}",
    )

"""Limits looked up in tables, in words (查表限值的文字表述): by what, and what holds between two rows."""

from decimal import Decimal
from fractions import Fraction

from guiju.core.errors import Bilingual
from guiju.core.provisions.explaining.model import Context
from guiju.core.provisions.explaining.phrases import (
    NONE,
    clause_words,
    plain,
    signs,
    with_unit,
)
from guiju.core.provisions.lookup import on_the_line
from guiju.core.provisions.model import Attribute, Between, Lookup, Match, RuleSet
from guiju.core.provisions.sample import Attributes, applies
from guiju.core.provisions.written import Limit

_MATCHES: dict[Match, Bilingual] = {
    "exact": NONE,
    "range": NONE,
    "interpolate": Bilingual("线性内插", "interpolated"),
    "larger": Bilingual("没有列出的取大一档", "the next larger where it is not listed"),
}


def column_words(limit: Lookup, written: str, rules: RuleSet) -> Bilingual:
    """`表2“g”列（≥，按容量查，容量在两行之间时线性内插）`."""
    place, sign = clause_words("", limit.clause), written.partition(limit.table)[0].strip()
    matches = rules.tables[limit.table].keys if limit.table in rules.tables else {}
    zh, en = [sign] if sign else [], [sign] if sign else []
    zh.append(f"按{'、'.join(name.zh for _, name in limit.names)}查")
    en.append(f"by {', '.join(name.en for _, name in limit.names)}")
    for key, name in limit.names:
        if matches.get(key) == "interpolate":
            zh.append(f"{name.zh}在两行之间时线性内插")
            en.append(f"on the straight line where {name.en} lies between two rows")
        elif matches.get(key) == "larger":
            zh.append(f"没有列出的{name.zh}取大一档")
            en.append(f"of {name.en} that is not listed the next larger")
    return Bilingual(
        f"{place.zh}“{limit.column}”列（{'，'.join(zh)}）",
        f"column “{limit.column}” of {place.en} ({', '.join(en)})",
    )


def key_head(attribute: Attribute, match: Match) -> Bilingual:
    """The head of a key of a table: its name and unit, and how its row is found."""
    how, name = _MATCHES[match], attribute.name
    zh = "，".join(text for text in (attribute.unit, how.zh) if text)
    en = ", ".join(text for text in (attribute.unit, how.en) if text)
    return Bilingual(
        f"{name.zh}（{zh}）" if zh else name.zh, f"{name.en} ({en})" if en else name.en
    )


def line_limit(
    in_data: Limit | Lookup, as_written: Limit | Lookup, context: Context, unit: str
) -> Bilingual | None:
    """A limit between two rows with these rows: ≥75 mm（表2 容量 100 mL 为 ≥60 mm、200 mL 为 ≥90 mm，线性内插）.

    None where it is not between two rows.
    """
    if not isinstance(in_data, Lookup) or not isinstance(as_written, Lookup):
        return None
    told = context.sample.attributes
    for case, own in zip(in_data.cases, as_written.cases, strict=True):
        if not applies(case.when, told):
            continue
        if not isinstance(case.limit, Between) or not isinstance(own.limit, Between):
            return None
        limit = on_the_line(own.limit, _place(case.limit, own.limit, told))
        if limit is None:
            return None
        attribute = context.rules.attributes[own.limit.attribute]
        said = with_unit(signs(limit), unit)
        line = _line(own.limit, as_written.clause, attribute, unit)
        return Bilingual(f"{said}（{line.zh}）", f"{said} ({line.en})")
    return None


def _place(in_data: Between, as_written: Between, told: Attributes) -> Fraction:
    """The number by which it is looked up, in the unit of the standard."""
    start, end = Fraction(in_data.start), Fraction(in_data.end)
    share = (Fraction(Decimal(told[in_data.attribute])) - start) / (end - start)
    first, last = Fraction(as_written.start), Fraction(as_written.end)
    return first + share * (last - first)


def _line(between: Between, clause: str, attribute: Attribute, unit: str) -> Bilingual:
    start, end = between.at_start, between.at_end
    assert start is not None and end is not None  # noqa: S101, PT018 there was a limit
    place, name = clause_words("", clause), attribute.name
    at = [with_unit(plain(one), attribute.unit) for one in (between.start, between.end)]
    row = [with_unit(signs(one), unit) for one in (start, end)]
    return Bilingual(
        f"{place.zh} {name.zh} {at[0]} 为 {row[0]}、{at[1]} 为 {row[1]}，线性内插",
        f"{place.en}: {row[0]} at {name.en} {at[0]}, {row[1]} at {at[1]}, interpolated",
    )

"""What both ask of one thing, held together (单项对比)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from guiju.core.errors import Bilingual
from guiju.core.provisions.against.families import Asked
from guiju.core.provisions.against.model import Reason, Relation, Side
from guiju.core.provisions.against.spans import Span, relation, span, together
from guiju.core.provisions.explaining.phrases import MODALITIES, clause_words, limit_words
from guiju.core.provisions.interval import Interval
from guiju.core.provisions.model import Characteristic, Modality, RuleSet
from guiju.core.provisions.tables.heads import NO_UNIT
from guiju.core.provisions.words import folded
from guiju.core.units import factors

FORCE: tuple[Modality, ...] = ("requirement", "recommendation")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A characteristic of both: their units as factors of one, and why they cannot be compared."""

    a: RuleSet
    b: RuleSet
    one: Characteristic
    other: Characteristic
    factors: tuple[Fraction, Fraction]
    reasons: tuple[Reason, ...]
    attributes: Mapping[str, str]

    def span(self, asked: tuple[Asked, ...], side: Literal[0, 1]) -> Span:
        least = (
            None
            if self.one.least is None or self.other.least is None
            else min(self.one.least, self.other.least, Decimal(0))
        )
        own = self.factors[side]
        return together(span(one.limit, one.comparison, own, least) for one in asked)


@dataclass(frozen=True, slots=True)
class Found:
    """What a cell says; cells that say the same are one case."""

    relation: Relation
    a: Side | None
    b: Side | None
    reasons: tuple[Reason, ...] = ()
    notes: tuple[Bilingual, ...] = ()


def pair_of(
    a: RuleSet,
    b: RuleSet,
    one: Characteristic,
    other: Characteristic,
    attributes: Mapping[str, str],
) -> Pair:
    ours, theirs = ("" if folded(unit) in NO_UNIT else unit for unit in (one.unit, other.unit))
    same = folded(ours) == folded(theirs)
    by = (Decimal(1), Decimal(1)) if same else factors(ours, theirs)
    reasons: list[Reason] = [] if by is not None else ["unit"]
    if _statistic(one.id, a) != _statistic(other.id, b):
        reasons.append("statistic")
    if one.method and other.method and not _words(one.method) & _words(other.method):
        reasons.append("method")
    scale = by or (Decimal(1), Decimal(1))
    return Pair(
        a=a,
        b=b,
        one=one,
        other=other,
        factors=(Fraction(scale[0]), Fraction(scale[1])),
        reasons=tuple(reasons),
        attributes=attributes,
    )


def _words(some: tuple[str, ...]) -> set[str]:
    return {folded(one) for one in some}


def _statistic(name: str, rules: RuleSet) -> tuple[object, ...]:
    """What a value is made of, but for the names of its parts."""
    return tuple(
        (one.take, one.over, one.last, one.share) for one in rules.statistics if one.id == name
    )


def by_force(asked: tuple[Asked, ...]) -> dict[Modality, tuple[Asked, ...]]:
    return {
        force: own
        for force in FORCE
        if (own := tuple(one for one in asked if one.modality == force))
    }


def held(
    pair: Pair,
    a: tuple[Asked, ...],
    b: tuple[Asked, ...],
    levels: tuple[str | None, str | None],
    reasons: list[Reason],
) -> Found:
    one = side_of(a, pair.one, pair.a, levels[0])
    other = side_of(b, pair.other, pair.b, levels[1])
    if one is None or other is None:
        return Found("only-b" if one is None else "only-a", one, other)
    why = list(reasons)
    if any(asked.certainty == "uncertain" for asked in (*a, *b)):
        why.append("uncertain")
    if any("…" in asked.written for asked in (*a, *b)):
        why.append("interpolated")
    left, right = pair.span(a, 0), pair.span(b, 1)
    if left.is_empty or right.is_empty:
        why.append("conflict")
    if why:
        return Found("incomparable", one, other, tuple(dict.fromkeys(why)))
    answer = relation(left, right)
    return Found(answer, one, other, (), tuple(_notes(pair, a, b, left, right, answer)))


def side_of(
    asked: tuple[Asked, ...], characteristic: Characteristic, rules: RuleSet, level: str | None
) -> Side | None:
    if not asked:
        return None
    texts = [limit_words(one.limit, one.written, characteristic.unit) for one in asked]
    clauses = [clause_words(rules.standard, one.clause) for one in asked]
    return Side(
        written=_joined(texts),
        clause=_joined(list(dict.fromkeys(clauses))),
        level=level or "",
        modality=asked[0].modality,
    )


def _joined(some: list[Bilingual]) -> Bilingual:
    return Bilingual("；".join(one.zh for one in some), "; ".join(one.en for one in some))


def _notes(
    pair: Pair,
    a: tuple[Asked, ...],
    b: tuple[Asked, ...],
    left: Span,
    right: Span,
    answer: Relation,
) -> Iterator[Bilingual]:
    """What else differs."""
    if a[0].modality != b[0].modality:
        one, other = MODALITIES[a[0].modality], MODALITIES[b[0].modality]
        yield Bilingual(
            f"约束力不同：前者是{one.zh}，后者是{other.zh}",
            f"one is a {one.en}, the other a {other.en}",
        )
    if {one.comparison for one in a} != {one.comparison for one in b}:
        yield Bilingual(
            "比较方法不同（全数值、修约值），按实际通过的数比较",
            "results are compared as they are in one and rounded in the other; what really passes was compared",
        )
    nothing = [not all(isinstance(one.limit, Interval) for one in own) for own in (a, b)]
    if nothing[0] != nothing[1]:
        yield Bilingual(
            "“不得检出”与数值相比，以检出限不高于该数值为前提",
            "“not to be detected” beside a number: by methods whose detection limit is not above it",
        )
    better = pair.one.better or pair.other.better
    if answer == "crossing" and better in ("higher", "lower"):
        yield from _by_better(better, left, right)


def _by_better(better: str, left: Span, right: Span) -> Iterator[Bilingual]:
    """Of crossing limits the end that matters."""
    upper = better == "lower"
    ours, theirs = (Span(None, one.high) if upper else Span(one.low, None) for one in (left, right))
    word = relation(ours, theirs)
    end = Bilingual("上限", "upper end") if upper else Bilingual("下限", "lower end")
    said = {
        "stricter": Bilingual("前者更严", "the first is stricter"),
        "looser": Bilingual("后者更严", "the second is stricter"),
        "equal": Bilingual("相同", "they are the same"),
    }.get(word)
    if said is not None:
        yield Bilingual(f"就{end.zh}而言，{said.zh}", f"as to the {end.en}, {said.en}")

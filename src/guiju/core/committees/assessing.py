"""Assessment of a committee (考核评估): criteria, weights, grades; figures computed from facts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from guiju.core.committees.files import table
from guiju.core.errors import Bilingual, InputError, NotFoundError

_FULL = 100


class WrongScoreError(InputError):
    """A score beyond the weight of its criterion (评分超限)."""

    code = "committees.wrong-score"
    zh = "“{subject}”的评分 {score} 不在 0 到 {weight} 之间。"
    en = "The score {score} of “{title_en}” is not between 0 and {weight}."
    field = "score"


class NoScheme(NotFoundError):
    """No scheme for an owner on a day (没有考核办法)."""

    code = "committees.no-scheme"
    zh = "规则库中没有“{subject}”在 {on} 的考核办法。"
    en = "The rulebook has no assessment scheme of “{subject}” on {on}."


class Figure(NamedTuple):
    """So many of so many (比例)."""

    part: int
    whole: int


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion (考核项目): with a figure it is computed, else the assessors score it."""

    id: str
    title: Bilingual
    weight: int
    figure: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """How the committees of an owner are assessed (考核办法)."""

    id: str
    title: Bilingual
    basis: str
    confidence: str
    criteria: tuple[Criterion, ...]
    grades: tuple[tuple[int, str, Bilingual], ...]


@dataclass(frozen=True, slots=True)
class Score:
    """What a criterion gives: none where it waits for the assessors or there was nothing to count."""

    criterion: Criterion
    figure: Figure | None
    points: Fraction | None
    waits: bool

    @property
    def shown(self) -> str:
        """The points as a page shows them."""
        return f"{float(self.points or 0):.1f}"


@dataclass(frozen=True, slots=True)
class Assessed:
    """The total out of 100, and the grade once no criterion waits."""

    scores: tuple[Score, ...]
    total: Fraction
    grade: str
    grade_title: Bilingual | None


def scheme(owner: str, on: date) -> Scheme:
    """The scheme of an owner (SAC, JS, GD …) in force on a day. Raises NoScheme."""
    for one in table("assessment")["schemes"]:
        until = one.get("until")
        if owner in one["owners"] and one["since"] <= on and (until is None or on < until):
            return _scheme(one)
    raise NoScheme(owner, on=on.isoformat())


def _scheme(one: dict[str, Any]) -> Scheme:
    criteria = tuple(
        Criterion(key, Bilingual(*row["title"]), row["weight"], row.get("figure", ""))
        for key, row in one["criteria"].items()
    )
    grades = [(row["from"], row["id"], Bilingual(*row["title"])) for row in one["grades"]]
    title = Bilingual(*one["title"])
    ordered = tuple(sorted(grades, reverse=True))
    return Scheme(one["id"], title, one["basis"], one["confidence"], criteria, ordered)


def assess(by: Scheme, figures: Mapping[str, Figure], given: Mapping[str, Decimal]) -> Assessed:
    """Score a committee; where there was nothing to count, the other criteria weigh more."""
    scores = tuple(_score(one, figures, given) for one in by.criteria)
    counted = [one for one in scores if one.points is not None]
    weight = sum(one.criterion.weight for one in counted)
    points = sum((one.points or Fraction(0) for one in counted), Fraction(0))
    total = points * _FULL / weight if weight else Fraction(0)
    if not weight or any(one.waits for one in scores):
        return Assessed(scores, total, "", None)
    _, grade, title = next(one for one in by.grades if total >= one[0])
    return Assessed(scores, total, grade, title)


def _score(
    one: Criterion, figures: Mapping[str, Figure], given: Mapping[str, Decimal]
) -> Score:  # fmt: skip
    if one.figure:
        figure = figures.get(one.figure, Figure(0, 0))
        points = Fraction(one.weight * figure.part, figure.whole) if figure.whole else None
        return Score(one, figure, points, waits=False)
    if one.id not in given:
        return Score(one, None, None, waits=True)
    score = given[one.id]
    if not 0 <= score <= one.weight:
        raise WrongScoreError(
            one.title.zh, title_en=one.title.en, score=str(score), weight=one.weight
        )
    return Score(one, None, Fraction(score), waits=False)

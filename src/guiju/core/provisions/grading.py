"""The grade of a sample by a ladder (分级), in decimals: this is what grading means.

Every other evaluator is tested against it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from guiju.core.errors import Bilingual
from guiju.core.provisions.asking import asked_by
from guiju.core.provisions.judging import Status, judge
from guiju.core.provisions.measured import Measured
from guiju.core.provisions.model import Attribute, Characteristic, Ladder, Rung
from guiju.core.provisions.sample import Sample
from guiju.core.provisions.untold import deciding, each_way
from guiju.core.provisions.written import Limit

_NO_ATTRIBUTES: Mapping[str, Attribute] = {}


@dataclass(frozen=True, slots=True)
class Place:
    """Where one characteristic stands: the level that is certain, and the best that is possible.

    Levels are counted from 0, the best; one more than the last is what reaches none. `limits` are
    those that it was held against, None where none could be told.
    """

    rung: Rung
    possible: int
    certain: int
    limits: tuple[Limit | None, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """The grade (等级), "" where none can be told. `possible` is the best that it may be.

    `limiting` are the places that make it what it is; `missing` what was asked for and not there,
    `unknown` the attributes that decide and were not told; `reasons` why a table has no row for it.
    """

    ladder: Ladder
    level: str
    possible: str
    status: Status
    limiting: tuple[Place, ...] = ()
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    reasons: tuple[Bilingual, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """All places of a sample, of which `certain` is the worst; None where it has no grade."""

    places: tuple[Place, ...] = ()
    certain: int | None = None
    possible: int | None = None
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    reasons: tuple[Bilingual, ...] = ()

    @property
    def kind(self) -> Status:
        """Why there is no grade: no row is for it, or nothing was measured."""
        return "inapplicable" if self.reasons else "missing" if self.certain is None else "pass"


def grade(
    sample: Sample,
    ladder: Ladder,
    known: Mapping[str, Characteristic],
    target: str = "",
    attributes: Mapping[str, Attribute] = _NO_ATTRIBUTES,
) -> Grade:
    """The worst of all characteristics that were measured.

    `target` is the level that is asked for; without one every level conforms. What was not
    measured is named and does not count. A characteristic for which its table has no row leaves the
    sample without a grade (不适用). An attribute of `attributes` that was not told is tried under each
    of its values.
    """
    names, told = each_way(deciding(ladder.rungs), sample.attributes, attributes)
    found = [_way(Sample(sample.results, one), ladder, known) for one in told]
    way = found[0] if len(found) == 1 else _merged(found, ladder, names)
    return _whole(ladder, way, target)


def _way(sample: Sample, ladder: Ladder, known: Mapping[str, Characteristic]) -> _Way:
    places: list[Place] = []
    missing: dict[str, None] = {}
    unknown: dict[str, None] = {}
    reasons: list[Bilingual] = []
    for rung in ladder.rungs:
        told = sample.attributes
        asked = asked_by(rung, told)
        if asked is None:
            continue
        measured = sample.results.get(rung.characteristic)
        unknown |= dict.fromkeys(asked.unknown)
        if measured is None or measured.kind == "missing":
            if not asked.outside:
                missing[rung.characteristic] = None
        elif asked.outside is not None:
            reasons.append(asked.outside)
        else:
            places.append(place(measured, rung, known[rung.characteristic], ladder, asked.limits))
    graded = bool(places) and not reasons
    return _Way(
        places=tuple(places) if graded else (),
        certain=max(one.certain for one in places) if graded else None,
        possible=max(one.possible for one in places) if graded else None,
        missing=tuple(missing),
        unknown=tuple(unknown),
        reasons=tuple(reasons),
    )


def place(
    measured: Measured,
    rung: Rung,
    characteristic: Characteristic,
    ladder: Ladder,
    limits: tuple[Limit | None, ...] | None,
) -> Place:
    """Where a result stands among these limits, of which None asks for nothing.

    A limit that is uncertain, or of which none can tell whether it holds, says nothing: anything is
    possible.
    """
    if rung.certainty == "uncertain" or limits is None:
        return Place(rung, 0, len(rung.limits), limits)
    answers: list[Status] = [
        "pass"
        if limit is None
        else judge(
            measured,
            limit,
            comparison=ladder.comparison,
            least=characteristic.least,
            undetected=characteristic.undetected,
        )
        for limit in limits
    ]
    last = len(answers)
    certain = next((at for at, answer in enumerate(answers) if answer == "pass"), last)
    possible = next((at for at, answer in enumerate(answers) if answer != "fail"), last)
    return Place(rung, possible, certain, limits)


def _merged(found: Sequence[_Way], ladder: Ladder, names: tuple[str, ...]) -> _Way:
    """All ways in one: from the best that it may be to the worst.

    A grade under some values and none under others says nothing.
    """
    first = found[0]
    unknown = tuple(dict.fromkeys(name for way in found for name in way.unknown))
    missing = tuple(dict.fromkeys(name for way in found for name in way.missing))
    if {way.kind for way in found} == {first.kind}:
        same = all((way.certain, way.possible) == (first.certain, first.possible) for way in found)
        worst = [way.certain for way in found if way.certain is not None]
        best = [way.possible for way in found if way.possible is not None]
        certain, possible = max(worst, default=None), min(best, default=None)
        reasons = first.reasons
    else:
        same, certain, possible, reasons = False, len(ladder.levels), 0, ()
    return _Way(
        places=tuple(_worst_places(found, ladder)),
        certain=certain,
        possible=possible,
        missing=missing,
        unknown=unknown if same else tuple(dict.fromkeys((*names, *unknown))),
        reasons=reasons,
    )


def _worst_places(found: Sequence[_Way], ladder: Ladder) -> Iterator[Place]:
    """Of each rung the worst place that it has in any way, in their order."""
    for rung in ladder.rungs:
        own = [one for way in found for one in way.places if one.rung is rung]
        if own:
            yield max(own, key=lambda one: one.certain)


def _whole(ladder: Ladder, way: _Way, target: str) -> Grade:
    names = names_of(ladder)
    said = Grade(
        ladder=ladder,
        level="",
        possible="",
        status=way.kind,
        missing=way.missing,
        unknown=way.unknown,
        reasons=way.reasons,
    )
    if way.certain is None or way.possible is None:
        return said
    asked = names.index(target) if target else len(ladder.levels) - 1
    status: Status = (
        "pass" if way.certain <= asked else "fail" if way.possible > asked else "undetermined"
    )
    return replace(
        said,
        level=names[way.certain] if way.certain == way.possible else "",
        possible=names[way.possible],
        status=status,
        limiting=tuple(one for one in way.places if one.certain == way.certain),
    )


def names_of(ladder: Ladder) -> tuple[str, ...]:
    """The levels, and last what reaches none."""
    return (*ladder.levels, ladder.otherwise)


def level_named(ladder: Ladder, written: str) -> str | None:
    """The level that is meant: III is Ⅲ."""
    asked = written.strip()
    if asked in names_of(ladder):
        return asked
    return ladder.synonyms.get(asked)

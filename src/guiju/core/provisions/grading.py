"""The grade of a sample by a ladder (分级), in decimals: this is what grading means.

Every other evaluator is tested against it.
"""

from dataclasses import dataclass

from guiju.core.provisions.judging import Status, judge
from guiju.core.provisions.measured import Measured
from guiju.core.provisions.model import Characteristic, Ladder, Rung
from guiju.core.provisions.sample import Sample, applies


@dataclass(frozen=True, slots=True)
class Place:
    """Where one characteristic stands: the level that is certain, and the best that is possible.

    Levels are counted from 0, the best; one more than the last is what reaches none.
    """

    rung: Rung
    possible: int
    certain: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """The grade (等级), "" where none can be told. `possible` is the best that it may be.

    `limiting` are the places that make it what it is; `missing` what was asked for and not there,
    `unknown` the attributes that decide and were not told.
    """

    ladder: Ladder
    level: str
    possible: str
    status: Status
    limiting: tuple[Place, ...] = ()
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


def grade(
    sample: Sample, ladder: Ladder, known: dict[str, Characteristic], target: str = ""
) -> Grade:
    """The worst of all characteristics that were measured.

    `target` is the level that is asked for; without one every level conforms. What was not
    measured is named and does not count.
    """
    places: list[Place] = []
    missing: list[str] = []
    unknown: dict[str, None] = {}
    for rung in ladder.rungs:
        measured = sample.results.get(rung.characteristic)
        holds = applies(rung.when, sample.attributes)
        if holds is False:
            continue
        if measured is None or measured.kind == "missing":
            if rung.characteristic not in missing:
                missing.append(rung.characteristic)
        else:
            places.append(place(measured, rung, known[rung.characteristic], ladder, holds))
        if holds is None:
            told = sample.attributes
            unknown |= {one.attribute: None for one in rung.when if one.attribute not in told}
    return _whole(ladder, places, tuple(missing), tuple(unknown), target)


def place(
    measured: Measured,
    rung: Rung,
    characteristic: Characteristic,
    ladder: Ladder,
    holds: bool | None = True,
) -> Place:
    """Where a result stands.

    A limit that is uncertain, or of which none can tell whether it holds, says nothing: anything is
    possible.
    """
    if rung.certainty == "uncertain" or holds is None:
        return Place(rung, 0, len(rung.limits))
    answers = [
        judge(
            measured,
            limit,
            comparison=ladder.comparison,
            least=characteristic.least,
            undetected=characteristic.undetected,
        )
        for limit in rung.limits
    ]
    last = len(answers)
    certain = next((at for at, answer in enumerate(answers) if answer == "pass"), last)
    possible = next((at for at, answer in enumerate(answers) if answer != "fail"), last)
    return Place(rung, possible, certain)


def _whole(
    ladder: Ladder,
    places: list[Place],
    missing: tuple[str, ...],
    unknown: tuple[str, ...],
    target: str,
) -> Grade:
    names = names_of(ladder)
    if not places:
        return Grade(ladder=ladder, level="", possible="", status="missing", missing=missing)
    certain = max(place.certain for place in places)
    possible = max(place.possible for place in places)
    asked = names.index(target) if target else len(ladder.levels) - 1
    status: Status = "pass" if certain <= asked else "fail" if possible > asked else "undetermined"
    return Grade(
        ladder=ladder,
        level=names[certain] if certain == possible else "",
        possible=names[possible],
        status=status,
        limiting=tuple(place for place in places if place.certain == certain),
        missing=missing,
        unknown=unknown,
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

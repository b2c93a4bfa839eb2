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
        elif holds is None:
            told = sample.attributes
            unknown |= {one.attribute: None for one in rung.when if one.attribute not in told}
        else:
            places.append(_place(measured, rung, known[rung.characteristic], ladder))
    return _whole(ladder, places, tuple(missing), tuple(unknown), target)


def _place(measured: Measured, rung: Rung, characteristic: Characteristic, ladder: Ladder) -> Place:
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
    names = (*ladder.levels, ladder.otherwise)
    if not places:
        status: Status = "undetermined" if unknown else "missing"
        return Grade(
            ladder=ladder, level="", possible="", status=status, missing=missing, unknown=unknown
        )
    certain = max(place.certain for place in places)
    possible = max(place.possible for place in places)
    if unknown:
        certain = len(ladder.levels)
    asked = names.index(target) if target else len(ladder.levels) - 1
    status = "pass" if certain <= asked else "fail" if possible > asked else "undetermined"
    return Grade(
        ladder=ladder,
        level=names[certain] if certain == possible else "",
        possible=names[possible],
        status=status,
        limiting=tuple(place for place in places if place.certain == certain),
        missing=missing,
        unknown=unknown,
    )


def level_named(ladder: Ladder, written: str) -> str | None:
    """The level that is meant: III is Ⅲ."""
    asked = written.strip()
    if asked in (*ladder.levels, ladder.otherwise):
        return asked
    return ladder.synonyms.get(asked)

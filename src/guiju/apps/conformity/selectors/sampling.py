"""A sampling plan as a page shows it (抽样方案): the plan, its risks, its operating characteristic."""

from dataclasses import dataclass

from guiju.core.errors import Bilingual
from guiju.core.sampling.chances import acceptance, quality_at
from guiju.core.sampling.plans import Counted, LotPlan, limit_named, plan_for, sentence
from guiju.core.sampling.tables import State

_POINTS = 40
_LEAST_CHANCE = 0.02


@dataclass(frozen=True, slots=True)
class Shown:
    """The plan in words and numbers; without risks and curve where all items are inspected."""

    plan: LotPlan
    sentence: Bilingual
    at_limit: float | None = None
    at_ten_percent: float | None = None
    curve: tuple[tuple[float, float], ...] = ()


def sampling_plan(
    *, lot: int, level: str, aql: str, state: State = "normal", counted: Counted = "percent"
) -> Shown:
    """The single plan of a lot. Raises SamplingError."""
    found = plan_for(lot, level, limit_named(aql), state, counted)
    said = sentence(found)
    if found.whole:
        return Shown(found, said)
    own = found.plan
    end = quality_at(own.size, own.accept, _LEAST_CHANCE, counted)
    qualities = [end * at / _POINTS for at in range(_POINTS + 1)]
    return Shown(
        found,
        said,
        acceptance(own.size, own.accept, float(own.limit), counted),
        quality_at(own.size, own.accept, 0.1, counted),
        tuple((one, acceptance(own.size, own.accept, one, counted)) for one in qualities),
    )

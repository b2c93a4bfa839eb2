"""Every course that a case can take (穷举): all steps of all roles, and all that time and people may do."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from guiju.core.procedures.checking.invariants import Invariant, invariants
from guiju.core.procedures.checking.world import Abstract
from guiju.core.procedures.guards import holds
from guiju.core.procedures.model import Effect, Procedure, Transition
from guiju.core.procedures.vocabulary import ORDER

_MOST = 400_000
Edges = tuple[tuple[str, Abstract], ...]


@dataclass(frozen=True, slots=True)
class Graph:
    """All abstract states that can be reached, and the steps between them; "" is no step."""

    starts: tuple[Abstract, ...]
    edges: dict[Abstract, Edges]


def walk(procedure: Procedure) -> Graph:
    """The whole graph of a procedure, the nearest states first."""
    edges = dict(explore(procedure))
    return Graph(starts(procedure), edges)


def starts(procedure: Procedure) -> tuple[Abstract, ...]:
    """Where a case can begin: one for each answer to what is asked then."""
    return tuple(_Asked(procedure).settling(Abstract(procedure.start), procedure.asks))


def explore(procedure: Procedure) -> Iterator[tuple[Abstract, Edges]]:
    """Every abstract state that can be reached with what leads on from it, the nearest first."""
    asked = _Asked(procedure)
    waiting = deque(starts(procedure))
    seen = set(waiting)
    while waiting:
        one = waiting.popleft()
        if len(seen) > _MOST:
            raise OverflowError(procedure.file)
        edges = (*asked.steps(one), *(("", after) for after in asked.happenings(one)))
        yield one, edges
        for _, after in edges:
            if after not in seen:
                seen.add(after)
                waiting.append(after)


def passes(step: Transition, one: Abstract, free: frozenset[str]) -> bool:
    """Whether the guards let a step pass. Materials that no invariant names are taken as there."""
    return one.state in step.sources and all(
        (guard.kind == "material" and guard.subject in free) or holds(guard, one)
        for guard in step.guards
    )


def followed(procedure: Procedure) -> frozenset[str]:
    """The facts on which a guard or an invariant turns; the others cannot change the course of a case."""
    rules = invariants(procedure)
    named = {one.subject for one in rules if one.needs == "material"}
    guards = [
        guard
        for one in procedure.transitions.values()
        for guard in one.guards
        if guard.kind != "material" or guard.subject in named
    ]
    return frozenset(
        (
            *(one.subject for one in guards if one.kind in {"fact", "not_fact", "reached"}),
            *(one.subject for one in rules if one.needs == "not_fact"),
            *(key for one in guards for key, _ in one.when),
            *(key for one in rules for key, _ in one.unless),
        )
    )


class _Asked:
    """What the guards and invariants of a procedure ask: nothing else needs to be followed."""

    def __init__(self, procedure: Procedure) -> None:
        self.procedure = procedure
        guards = [guard for one in procedure.transitions.values() for guard in one.guards]
        named = {one.subject for one in invariants(procedure) if one.needs == "material"}
        self.materials = frozenset(named)
        self.free = frozenset(procedure.materials) - self.materials
        self.duties = {
            *(one.subject for one in guards if one.kind in {"overdue", "done"}),
            *(one.id for one in procedure.duties.values() if one.extension),
        }
        self.lapsing = {one.subject for one in guards if one.kind == "overdue"}
        self.days = {one.subject for one in guards if one.kind == "reached"}
        self.facts = followed(procedure)
        self.effects = set(ORDER.values())

    def steps(self, one: Abstract) -> Iterator[tuple[str, Abstract]]:
        for step in self.procedure.leaving(one.state):
            if passes(step, one, self.free):
                for after in self._after(step, one):
                    yield step.id, after

    def _after(self, step: Transition, one: Abstract) -> Iterator[Abstract]:
        target = step.goes_to(one.state)
        happened = {effect.kind for effect in step.effects} & self.effects
        stale = {kind.id for kind in self.procedure.ballots.values() if target in kind.after}
        moved = replace(
            one, state=target, fresh=one.fresh - stale, happened=one.happened | happened
        )
        for duty in sorted(self.duties):
            kind = self.procedure.duties[duty]
            if step.id in kind.ends:
                moved = moved.with_duty(duty, "idle")
            if step.id in kind.begins and moved.duty(duty) == "idle":
                moved = moved.with_duty(duty, "running")
        found = [moved]
        for effect in step.effects:
            found = [after for before in found for after in self._effect(effect, before)]
        for after in found:
            yield from self.settling(after, step.asks)

    def settling(self, one: Abstract, asked: tuple[str, ...]) -> Iterator[Abstract]:
        """Every way in which the facts that are asked, and followed, can be answered."""
        kinds = [self.procedure.facts[key] for key in asked if key in self.facts]
        if not kinds:
            yield one
            return
        names = [kind.id for kind in kinds]
        for values in product(*(tuple(kind.values) or ("day",) for kind in kinds)):
            facts = one.facts | dict(zip(names, values, strict=True))
            yield replace(one, settled=tuple(sorted(facts.items())), days=one.days - set(names))

    def _effect(self, effect: Effect, one: Abstract) -> list[Abstract]:
        subject = effect.subject
        match effect.kind:
            case "consultation_opened":
                return [one.with_consultation(subject, "short")]
            case "consultation_closed":
                long = one.consultation(subject) == "long"
                return [one.with_consultation(subject, "closed" if long else "cut")]
            case "ballot_opened":
                timed = self.procedure.ballots[subject].length
                return [one.with_ballot(subject, "open" if timed else "ripe")]
            case "ballot_closed":
                passed = replace(one, fresh=one.fresh | {subject})
                failed = replace(one, fresh=one.fresh - {subject})
                return [
                    passed.with_ballot(subject, "passed"),
                    failed.with_ballot(subject, "failed"),
                ]
            case "begun_anew":
                if subject in self.procedure.ballots:
                    return [one.with_ballot(subject, "none")]
                return [one.with_consultation(subject, "never")]
            case _:
                return [one]

    def happenings(self, one: Abstract) -> Iterator[Abstract]:
        """What happens without a step: time passes, people hand in, comment, answer."""
        if self.procedure.states[one.state].ends:
            return
        for material in sorted(self.materials - one.materials):
            yield replace(one, materials=one.materials | {material})
        for subject, status in one.consultations:
            if status == "short":
                yield one.with_consultation(subject, "long")
            if status in {"short", "long"} and not one.unanswered(subject):
                yield replace(one, unanswered_=one.unanswered_ | {subject})
        for subject in sorted(one.unanswered_):
            yield replace(one, unanswered_=one.unanswered_ - {subject})
        for subject, ballot in one.ballots:
            if ballot == "open":
                yield one.with_ballot(subject, "ripe")
        for duty, running in one.duties:
            if running == "running" and duty in self.lapsing:
                yield one.with_duty(duty, "overdue")
        for fact in sorted(self.days - one.days):
            if fact in one.facts:
                yield replace(one, days=one.days | {fact})


@dataclass(frozen=True, slots=True)
class Breach:
    """An invariant broken, with the steps that lead there (反例)."""

    invariant: Invariant
    transition: str
    path: tuple[str, ...]

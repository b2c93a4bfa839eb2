"""Is a procedure sound? (程序检查) Every finding names the file, the line, and what to mend."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guiju.core.errors import Bilingual
from guiju.core.procedures.checking.invariants import Invariant, invariants, out_of_order
from guiju.core.procedures.checking.walking import Breach, Edges, Graph, walk
from guiju.core.procedures.checking.world import Abstract
from guiju.core.procedures.model import Procedure
from guiju.core.procedures.vocabulary import EFFECTS


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a procedure (问题), on a line of its file."""

    code: str
    file: str
    line: int
    says: Bilingual


@dataclass(frozen=True, slots=True)
class Report:
    """The result of a check: what was walked, what was proved, what is wrong."""

    procedure: Procedure
    reached: int
    steps: int
    proved: tuple[Invariant, ...]
    breaches: tuple[Breach, ...]
    faults: tuple[Fault, ...]

    @property
    def sound(self) -> bool:
        return not self.faults and not self.breaches


def check(procedure: Procedure) -> Report:
    """Walk the whole procedure, and prove or refute each invariant."""
    graph = walk(procedure)
    broken = tuple(breaches(procedure, graph.edges.items()))
    names = {one.invariant.id for one in broken}
    return Report(
        procedure=procedure,
        reached=len(graph.edges),
        steps=sum(len(edges) for edges in graph.edges.values()),
        proved=tuple(one for one in invariants(procedure) if one.id not in names),
        breaches=broken,
        faults=(*_unfit(procedure, graph), *_unused(procedure), *_endless(procedure, graph)),
    )


def breaches(procedure: Procedure, courses: Iterable[tuple[Abstract, Edges]]) -> Iterator[Breach]:
    """The first breach of each invariant, with the shortest way to it; `courses` the nearest first."""
    found: set[str] = set()
    ways: dict[Abstract, tuple[str, ...]] = {}
    rules = {
        key: [
            rule
            for rule in invariants(procedure)
            if any(rule.concerns(each.kind, each.subject) for each in step.effects)
        ]
        for key, step in procedure.transitions.items()
    }
    for one, edges in courses:
        way = ways.setdefault(one, ())
        for name, after in edges:
            if after not in ways:
                ways[after] = (*way, name) if name else way
            for rule in rules.get(name, ()):
                if rule.id not in found and not rule.holds(one):
                    found.add(rule.id)
                    yield Breach(rule, name, (*way, name))


def _unfit(procedure: Procedure, graph: Graph) -> list[Fault]:
    """States never reached, steps never possible, effects out of their order."""
    fired: dict[str, list[Abstract]] = {}
    for one, edges in graph.edges.items():
        for name, _ in edges:
            if name:
                fired.setdefault(name, []).append(one)
    states = {one.state for one in graph.edges}
    found = [
        _fault(procedure, "unreachable", state.line,
               f"状态“{state.title.zh}”永远到不了；请补上通向它的步骤或删去。",
               f"The state “{state.title.en}” is never reached; add a way to it or take it out.")
        for state in procedure.states.values() if state.id not in states
    ]  # fmt: skip
    for step in procedure.transitions.values():
        if step.id not in fired:
            found.append(
                _fault(
                    procedure,
                    "impossible",
                    step.line,
                    f"步骤“{step.title.zh}”的条件永远不能同时满足。",
                    f"The guards of “{step.title.en}” can never all hold.",
                )
            )
            continue
        kinds = [each.kind for each in step.effects]
        for at, kind in enumerate(kinds):
            missing = {out_of_order(kind, one) for one in fired[step.id]} - {None, *kinds[:at]}
            found += [
                _fault(procedure, "order", step.line,
                       f"“{step.title.zh}”可能在“{EFFECTS[first].zh}”之前发生。",
                       f"“{step.title.en}” can happen before “{EFFECTS[first].en}”.")
                for first in missing if first
            ]  # fmt: skip
    return found


def _endless(procedure: Procedure, graph: Graph) -> list[Fault]:
    """Cases that can no longer end, and duties that begin but can no longer be done."""
    back: dict[Abstract, list[tuple[str, Abstract]]] = {}
    for one, edges in graph.edges.items():
        for name, after in edges:
            back.setdefault(after, []).append((name, one))
    ends = [one for one in graph.edges if procedure.states[one.state].ends]
    stuck = {one.state for one in graph.edges.keys() - _leading_to(ends, back)}
    found = [
        _fault(procedure, "stuck", procedure.states[key].line,
               f"办件可能停在“{procedure.states[key].title.zh}”而无法结束。",
               f"A case can be stuck at “{procedure.states[key].title.en}” for ever.")
        for key in sorted(stuck)
    ]  # fmt: skip
    for duty in procedure.duties.values():
        doing = [one for one, edges in graph.edges.items() if any(n in duty.ends for n, _ in edges)]
        can = _leading_to(doing, back)
        begun = [after for edges in graph.edges.values() for n, after in edges if n in duty.begins]
        if not begun or not any(one in can for one in begun):
            found.append(
                _fault(
                    procedure,
                    "dead-duty",
                    duty.line,
                    f"职责“{duty.title.zh}”开始后没有步骤能完成它，或者从不开始。",
                    f"The duty “{duty.title.en}” never begins, or nothing can end it.",
                )
            )
    return found


def _leading_to(
    targets: list[Abstract], back: dict[Abstract, list[tuple[str, Abstract]]]
) -> set[Abstract]:
    found = set(targets)
    waiting = list(targets)
    while waiting:
        for _, one in back.get(waiting.pop(), ()):
            if one not in found:
                found.add(one)
                waiting.append(one)
    return found


def _unused(procedure: Procedure) -> list[Fault]:
    """What is declared and never used: most often a misspelling, always a promise not kept."""
    steps = procedure.transitions.values()
    guards = [guard for one in steps for guard in one.guards]
    effects = [effect.subject for one in steps for effect in one.effects]
    lengths = [
        *(length for one in procedure.consultations.values() for length in one.lengths),
        *(length for one in procedure.duties.values() for length in one.lengths),
        *(procedure.falls_due.lengths if procedure.falls_due else ()),
    ]
    variants = [each for one in procedure.ballots.values() for each in one.variants]
    whens = [
        *(guard.when for guard in guards),
        *(one.when for one in lengths),
        *(one.unless for one in procedure.consultations.values()),
        *(one.unless for one in procedure.ballots.values()),
        *(one.unless for one in procedure.materials.values()),
        *(one.when for one in variants),
    ]
    limits = [one.earliest for one in procedure.facts.values() if one.earliest]
    used = {
        "roles": {
            *procedure.opens,
            *(role for one in steps for role in (*one.by, *one.tells)),
            *(one.owner for one in procedure.duties.values()),
            *(role for one in procedure.ballots.values() for role in one.excluded),
            *(role for one in variants for role in one.excluded),
        },
        "facts": {
            *(guard.subject for guard in guards if guard.kind in {"fact", "not_fact", "reached"}),
            *(key for when in whens for key, _ in when),
        },
        "materials": {
            *(guard.subject for guard in guards if guard.kind == "material"),
            *(key for one in procedure.consultations.values() for key in one.publishes),
            *(one.unless for one in limits),
        },
        "consultations": set(effects),
        "ballots": set(effects),
    }
    return [
        _fault(procedure, "unused", one.line,
               f"“{one.title.zh}”声明后没有用到。", f"“{one.title.en}” is declared and never used.")
        for section, names in used.items()
        for key, one in getattr(procedure, section).items()
        if key not in names
    ]  # fmt: skip


def _fault(procedure: Procedure, code: str, line: int, zh: str, en: str) -> Fault:
    return Fault(code, procedure.file, line, Bilingual(zh, en))

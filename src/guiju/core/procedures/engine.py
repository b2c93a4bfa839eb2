"""The engine (程序引擎): a transition is its effect, and no other path changes a state."""

from dataclasses import dataclass, replace
from datetime import date

from guiju.core.errors import Bilingual, NotFoundError, StateError
from guiju.core.procedures.ballots.model import Elector
from guiju.core.procedures.calendar.days import CalendarUnknown
from guiju.core.procedures.case import Actor, Case, Step
from guiju.core.procedures.days import is_day, too_early
from guiju.core.procedures.effects import run_clocks, take_effect, voters
from guiju.core.procedures.guards import holds, missing
from guiju.core.procedures.looking import on_day
from guiju.core.procedures.model import Effect, Fact, Procedure, Transition


class NotAllowed(StateError):
    """A step that is not allowed now (不能办理); `reasons` has a sentence for each thing missing."""

    code = "procedures.not-allowed"
    zh = "现在不能“{subject}”：{why.zh}"
    en = "“{title_en}” is not possible now: {why.en}"

    def __init__(self, title: Bilingual, reasons: tuple[Bilingual, ...]) -> None:
        why = Bilingual("".join(one.zh for one in reasons), " ".join(one.en for one in reasons))
        super().__init__(title.zh, title_en=title.en, why=why)
        self.reasons = reasons


class NoTransition(NotFoundError):
    """The procedure has no such step (无此步骤)."""

    code = "procedures.no-transition"
    zh = "程序“{procedure}”没有步骤“{subject}”。"
    en = "The procedure “{procedure}” has no transition “{subject}”."


@dataclass(frozen=True, slots=True)
class Outcome:
    """The case after a step, what the register has to do with it, and whom to tell."""

    case: Case
    effects: tuple[Effect, ...]
    tells: tuple[str, ...]


def start(
    procedure: Procedure, *, name: str, by: Actor, on: date, facts: dict[str, str] | None = None
) -> Case:
    """A new case under this version. Raises NotAllowed."""
    given = facts or {}
    reasons = [
        *_door(procedure, procedure.opens, by),
        *_answers(procedure, procedure.asks, given),
        *too_early(procedure, given, (), on),
    ]
    in_force = procedure.since <= on and (procedure.until is None or on < procedure.until)
    if not in_force:
        reasons.append(
            Bilingual(f"程序在 {on} 不是现行版本。", f"The procedure is not in force on {on}.")
        )
    if reasons:
        raise NotAllowed(procedure.title, tuple(reasons))
    return Case(name, procedure.id, on, procedure.start, dict(given))


def refusals(
    procedure: Procedure,
    case: Case,
    transition: str,
    *,
    by: Actor,
    on: date,
    facts: dict[str, str] | None = None,
) -> tuple[Bilingual, ...]:
    """Every reason why this step is not possible, empty if it is; a disabled button shows them.

    `facts`: those that the step settles, once they are known; what turns on them waits until then.
    """
    step = _step(procedure, transition)
    if case.state not in step.sources:
        here = procedure.states[case.state].title
        return (
            Bilingual(
                f"目前处于“{here.zh}”，这一步只能在“{'、'.join(procedure.states[one].title.zh for one in step.sources)}”时进行。",
                f"It is at “{here.en}”; this step belongs to “{', '.join(procedure.states[one].title.en for one in step.sources)}”.",
            ),
        )
    found = list(_door(procedure, step.by, by))
    if on < case.last_day:
        found.append(
            Bilingual(
                f"日期 {on} 早于上一步（{case.last_day}）。",
                f"The day {on} is before the step before it ({case.last_day}).",
            )
        )
        return tuple(found)
    settled = {key: value for key, value in case.facts.items() if key not in step.asks}
    settled |= {key: value for key, value in (facts or {}).items() if key in step.asks}
    world = on_day(replace(case, facts=settled), on)
    try:
        found += [
            missing(one, procedure, world, world.waits_until(one))
            for one in step.guards
            if not holds(one, world)
        ]
    except CalendarUnknown as unknown:
        found.append(unknown.sentence)
    return tuple(found)


def possible(procedure: Procedure, case: Case, *, by: Actor, on: date) -> tuple[Transition, ...]:
    """The steps that this person can take today."""
    return tuple(
        one
        for one in procedure.leaving(case.state)
        if not refusals(procedure, case, one.id, by=by, on=on)
    )


def apply(
    procedure: Procedure,
    case: Case,
    transition: str,
    *,
    by: Actor,
    on: date,
    facts: dict[str, str] | None = None,
    electors: tuple[Elector, ...] = (),
    note: str = "",
) -> Outcome:
    """The case after a step, with all its effects. Raises NotAllowed with all that is missing."""
    step = _step(procedure, transition)
    given = facts or {}
    reasons = [
        *refusals(procedure, case, transition, by=by, on=on, facts=given),
        *_answers(procedure, step.asks, given),
        *too_early(procedure, given, case.materials, on),
        *_electorate(procedure, step, case.facts | given, electors),
    ]
    if reasons:
        raise NotAllowed(step.title, tuple(reasons))
    done = Step(step.id, by.person, on, case.state, step.goes_to(case.state), note)
    after = replace(
        case, state=done.target, facts=case.facts | given, history=(*case.history, done)
    )
    for effect in step.effects:
        after = take_effect(procedure, after, effect, on, electors)
    after = run_clocks(procedure, after, step, on)
    return Outcome(after, step.effects, step.tells)


def _step(procedure: Procedure, transition: str) -> Transition:
    found = procedure.transitions.get(transition)
    if found is None:
        raise NoTransition(transition, procedure=procedure.id)
    return found


def _door(procedure: Procedure, roles: tuple[str, ...], by: Actor) -> tuple[Bilingual, ...]:
    if procedure.admits(by.roles, roles):
        return ()
    titles = [procedure.roles[one].title for one in roles]
    zh, en = "、".join(one.zh for one in titles), ", ".join(one.en for one in titles)
    return (Bilingual(f"这一步由{zh}办理。", f"This is for: {en}."),)


def _answers(
    procedure: Procedure, asked: tuple[str, ...], given: dict[str, str]
) -> tuple[Bilingual, ...]:
    """Exactly the facts that are asked: what was settled once is not changed by the way."""
    found = []
    for one in asked:
        fact = procedure.facts[one]
        if not _fits(fact, given.get(one)):
            found.append(Bilingual(f"请说明“{fact.title.zh}”。", f"Say what “{fact.title.en}” is."))
    found += [
        Bilingual(f"这一步不涉及“{one}”。", f"This step does not ask for “{one}”.")
        for one in sorted(given.keys() - set(asked))
    ]
    return tuple(found)


def _fits(fact: Fact, value: str | None) -> bool:
    if value is None:
        return False
    return is_day(value) if fact.is_day else value in fact.values


def _electorate(
    procedure: Procedure, step: Transition, facts: dict[str, str], electors: tuple[Elector, ...]
) -> tuple[Bilingual, ...]:
    opened = [one.subject for one in step.effects if one.kind == "ballot_opened"]
    kinds = [procedure.ballots[one].under(facts) for one in opened]
    if kinds and not all(voters(kind, electors) for kind in kinds):
        return (
            Bilingual("请给出有表决权者的名单。", "Name those who are entitled to vote."),
        )  # fmt: skip
    people = [one.person for one in electors]
    if len(people) != len(set(people)):
        return (
            Bilingual(
                "有表决权者的名单中有人重复。",
                "Somebody stands twice among those entitled to vote.",
            ),
        )
    return ()

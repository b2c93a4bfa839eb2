"""The one door through which a project changes its state (办理步骤).

One transaction does all of a step: the case, its clocks and rounds, the effects on the registers,
the notices, and one event in the journal.
"""

from typing import Any, NamedTuple

from guiju.apps.development.models import Project
from guiju.apps.development.rules.projects import TAKE_STEP
from guiju.apps.development.selectors.electorates import Named, electorate
from guiju.apps.development.services.attempts import attempted
from guiju.apps.development.services.events import journal_act
from guiju.apps.development.services.keeping import keep
from guiju.apps.development.services.locking import Opened, opened
from guiju.apps.development.services.publishing.register import REGISTER, StepContext
from guiju.apps.development.services.telling import tell_of_step
from guiju.core.procedures.ballots.rules import ballot_rules
from guiju.core.procedures.engine import Outcome, apply
from guiju.web.stored import files_of_one_act
from guiju.web.viewer import Viewer


class Done(NamedTuple):
    """The project after a step, and what the registers did with it."""

    project: Project
    outcome: Outcome
    register: dict[str, Any]


def take_step(
    *,
    project: Project,
    transition: str,
    by: Viewer,
    facts: dict[str, str] | None = None,
    note: str = "",
    seen: int | None = None,
) -> Done:
    """Do a step of the procedure with all its effects, or nothing of it.

    `seen`: how many steps had been done when its form was opened. Raises NotAllowed with every
    reason, StaleProjectError.
    """
    with files_of_one_act(), attempted("take_step", project, by, transition=transition):
        TAKE_STEP.check(by, project)
        now = opened(project, by, seen)
        electors = _electors(now, transition, facts or {}, by)
        outcome = apply(
            now.procedure,
            now.case,
            transition,
            by=now.actor,
            on=by.today,
            facts=facts,
            electors=tuple(one.elector for one in electors),
            note=note.strip(),
        )
        keep(now.project, now.procedure, now.case, outcome.case, electors)
        context = StepContext(transition, by, dict(facts or {}), note.strip())
        did: dict[str, Any] = {
            effect.kind: REGISTER[effect.kind](now.project, outcome.case, context)
            for effect in outcome.effects
            if effect.kind in REGISTER
        }
        step = now.procedure.transitions[transition]
        journal_act(
            "take_step",
            now.project,
            by,
            before={"state": now.case.state, "facts": now.case.facts},
            after={"state": outcome.case.state, "facts": outcome.case.facts},
            reason=note,
            transition=step.id,
            effects=did,
        )
        tell_of_step(now.project, now.procedure, step, outcome, by)
    return Done(now.project, outcome, did)


def _electors(now: Opened, transition: str, facts: dict[str, str], by: Viewer) -> tuple[Named, ...]:
    step = now.procedure.transitions.get(transition)
    kinds = [one.subject for one in step.effects if one.kind == "ballot_opened"] if step else []
    if not kinds:
        return ()
    rules = {now.procedure.ballots[one].under(now.case.facts | facts).rule for one in kinds}
    members = all(ballot_rules()[one].members for one in rules)
    return electorate(now.project, by.today, members=members)

"""Projects on their way to publication, for the tests of numbers and registers."""

from datetime import date

from guiju.apps.catalogue.selectors.standard.shown import shown
from guiju.apps.development.selectors.cases import load
from guiju.apps.development.services.publishing.register import REGISTER, StepContext
from guiju.core.procedures.files.rulebook import procedure
from tests.factories.catalogue import found
from tests.factories.development import Making, consulting


def submitted(**given):
    """A recommended national standard that is up for approval, on 2 September 2024."""
    made = consulting(**given)
    made.at(2024, 7, 15).step("close_consultation")
    made.materials("review_draft", "comment_table")
    made.step("open_review")
    made.votes("review", 25)
    made.materials("minutes")
    made.step("close_review")
    made.materials("approval_letter", "approval_draft")
    made.at(2024, 9, 2).step("submit", patents="none")
    return made


def approved(**given):
    made = submitted(**given)
    made.step("approve")
    return made


def published(**given):
    """Published on 10 October 2024, in force from 1 May 2025."""
    made = approved(**given)
    made.at(2024, 10, 10).materials("announcement", "standard_text")
    made.step("publish", in_force_on="2025-05-01")
    return made


def project(procedure_id, on=date(2024, 9, 2), **given):
    """A project that has just begun; effects are asked of the register directly."""
    return Making(procedure_id, on=on, **given)


def effect(made, kind, on=None, **facts):
    """What an effect does to the registers, as a step of the project would have it done."""
    if on is not None:
        made.on = on
    made.project.facts = {**made.project.facts, **facts}
    steps = procedure(made.project.procedure, made.project.began).transitions.values()
    step = next(one for one in steps if any(does.kind == kind for does in one.effects))
    by = made.by(step.by[0])
    context = StepContext(step.id, by, facts, "")
    return REGISTER[kind](made.project, load(made.project), context)


def state(number, *day):
    return shown(found(number), date(*day)).state

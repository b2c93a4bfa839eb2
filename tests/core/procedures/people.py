"""A person with all roles, a committee, and a case that is led step by step."""

from datetime import date

from guiju.core.procedures import acts
from guiju.core.procedures.ballots.model import Elector, Vote
from guiju.core.procedures.case import Actor, Answer
from guiju.core.procedures.engine import apply, start
from guiju.core.procedures.files.rulebook import procedure
from guiju.core.procedures.model import Procedure

MEMBERS = tuple(Elector(f"m{at}", unit=f"u{at % 9}") for at in range(25))


def everybody(found: Procedure) -> Actor:
    return Actor("example", frozenset(found.roles))


class Led:
    """A case in the hands of a test; each method is one door of the engine."""

    def __init__(self, key, on, **facts):
        self.procedure = procedure(key, on)
        self.by = everybody(self.procedure)
        self.case = start(self.procedure, name="示例", by=self.by, on=on, facts=facts)
        self.effects = []

    def materials(self, *names, on):
        for name in names:
            self.case = acts.hand_in(self.procedure, self.case, name, by=self.by, on=on)

    def step(self, name, on, electors=(), **facts):
        done = apply(
            self.procedure, self.case, name, by=self.by, on=on, facts=facts, electors=electors
        )
        self.case = done.case
        self.effects += [one.kind for one in done.effects]
        return done

    def comment(self, kind, text="示例意见"):
        self.case, no = acts.comment(self.procedure, self.case, kind, text=text)
        return no

    def answer(self, kind, on, disposition="adopted", reason="", *, round_no=-1, first=True):
        rounds = [one for one in self.case.consultations if one.kind == kind]
        found = Answer(disposition, reason, "example", on)
        self.case = acts.answer(
            self.procedure, self.case, rounds[round_no], by=self.by, found=found, first=first
        )

    def votes(self, kind, on, favour, against=0, abstain=0):
        marks = ["for"] * favour + ["against"] * against + ["abstain"] * abstain
        for person, mark in zip((one.person for one in MEMBERS), marks, strict=False):
            paper = Vote(person, (mark,), on, "示例")
            self.case = acts.vote(self.procedure, self.case, kind, paper=paper)


def planned(on=date(2024, 3, 1)):
    """A recommended national standard whose plan has just been issued."""
    led = Led("national-recommended", on)
    led.materials("proposal_form", "first_draft", "evaluation", on=on)
    led.step("open_proposal_ballot", on, MEMBERS)
    led.votes("proposal", on, 25)
    led.step("close_proposal_ballot", on)
    led.step("send_up", on)
    led.step("open_notice", on)
    led.step("close_notice", date(2024, 4, 2))  # 31 March is a Sunday
    led.step("issue_plan", date(2024, 4, 2))
    return led

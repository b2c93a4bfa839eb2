"""The courses that the model checker finds, led through the engine's doors: an abstract state becomes a case."""

from datetime import date, timedelta

from guiju.core.procedures import acts
from guiju.core.procedures.ballots.model import Elector, Vote
from guiju.core.procedures.calendar.files import calendar
from guiju.core.procedures.case import Actor, Answer
from guiju.core.procedures.checking.walking import walk
from guiju.core.procedures.engine import apply, start
from guiju.core.procedures.looking import last_of
from guiju.core.procedures.model import agrees

_LATER = 190  # days until a day that is named: past every transition period


class Replay:
    """Cases of one procedure, each reached by the shortest course to an abstract state."""

    def __init__(self, procedure, facts=()):
        """`facts`: what to say where the course turns on neither answer."""
        self.procedure = procedure
        self.said = dict(facts)
        self.by = Actor("x", frozenset(procedure.roles))
        self.electors = (
            *(Elector(f"m{at}") for at in range(60)),
            *(Elector(f"as-{one}", roles=frozenset({one})) for one in procedure.roles),
        )
        self.graph = walk(procedure)
        self.parents = dict.fromkeys(self.graph.starts)
        waiting = list(self.graph.starts)
        for one in waiting:
            for name, after in self.graph.edges[one]:
                if after not in self.parents:
                    self.parents[after] = (one, name)
                    waiting.append(after)
        self.cases = {}

    def case(self, one):
        """The case and its day at an abstract state."""
        way = []
        while one not in self.cases and self.parents[one]:
            way.append((*self.parents[one], one))
            one = self.parents[one][0]
        if one not in self.cases:
            on = max(self.procedure.since, date(2024, 1, 2))
            facts = self.facts(self.procedure.asks, one, on)
            case = start(self.procedure, name="示例", by=self.by, on=on, facts=facts)
            self.cases[one] = (case, on)
        for before, name, after in reversed(way):
            case, on = self.cases[before]
            self.cases[after] = (
                self.step(case, on, name, after)
                if name
                else self.happening(case, on, before, after)
            )
            one = after
        return self.cases[one]

    def facts(self, asked, after, on):
        known = self.said | after.facts
        found = {}
        for key in asked:
            fact = self.procedure.facts[key]
            found[key] = (
                (on + timedelta(days=_LATER)).isoformat()
                if fact.is_day
                else known.get(key, next(iter(fact.values)))
            )
        return found

    def ready(self, case, name, on):
        """The case with the materials handed in that no invariant names: the checker takes them as there."""
        for guard in self.procedure.transitions[name].guards:
            if guard.kind == "material" and agrees(guard.when, case.facts):
                case = acts.hand_in(self.procedure, case, guard.subject, by=self.by, on=on)
        return case

    def step(self, case, on, name, after):
        step = self.procedure.transitions[name]
        case = self.ready(case, name, on)
        for effect in step.effects:
            if effect.kind == "ballot_closed":
                mark = "for" if after.ballot(effect.subject) == "passed" else "against"
                for one in case.ballot(effect.subject).electors:
                    day = case.ballot(effect.subject).opened
                    paper = Vote(one.person, (mark,), day, "示例")
                    case = acts.vote(self.procedure, case, effect.subject, paper=paper)
        facts = self.facts(step.asks, after, on)
        done = apply(
            self.procedure, case, name, by=self.by, on=on, facts=facts, electors=self.electors
        )
        return done.case, on

    def happening(self, case, on, before, after):
        """What happened without a step: the difference tells."""
        for material in after.materials - before.materials:
            case = acts.hand_in(self.procedure, case, material, by=self.by, on=on)
        for kind in after.unanswered_ - before.unanswered_:
            case, _ = acts.comment(self.procedure, case, kind, text="示例意见")
        for kind in before.unanswered_ - after.unanswered_:
            case = self.answered(case, kind, on)
        days = [on]
        for kind, status in after.consultations:
            if status == "long" != before.consultation(kind):
                days.append(last_of(case.round(kind), calendar()).day + timedelta(days=1))
        for kind, status in after.ballots:
            if status == "ripe" != before.ballot(kind):
                days.append(case.ballot(kind).last + timedelta(days=1))
        for duty, status in after.duties:
            if status == "overdue" != before.duty(duty):
                days.append(case.clock(duty).due(calendar()).day + timedelta(days=1))
        days += [date.fromisoformat(case.facts[one]) for one in after.days - before.days]
        return case, max(days)

    def answered(self, case, kind, on):
        while case.unanswered(kind):
            held = next(one for one in case.consultations if one.kind == kind and one.unanswered)
            found = Answer("adopted", "", "x", on)
            case = acts.answer(self.procedure, case, held, by=self.by, found=found, first=True)
        return case

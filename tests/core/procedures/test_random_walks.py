"""Random walks through every door: no other path, no comment lost, no deadline rule broken.

What must hold is computed here anew, from the values of the case alone; and wherever the walk
comes, the model checker has been before.
"""

import random
from datetime import date, timedelta

import pytest

from guiju.core.params import param
from guiju.core.procedures import acts
from guiju.core.procedures.ballots.model import Elector, Recusal, Vote
from guiju.core.procedures.calendar.files import calendar
from guiju.core.procedures.case import Actor, Answer
from guiju.core.procedures.checking.walking import walk as everything
from guiju.core.procedures.engine import NotAllowed, apply, start
from guiju.core.procedures.files.rulebook import procedures
from guiju.core.procedures.looking import on_day

STEPS = 9_000  # of each procedure: more than 100,000 over all of them
LAST = date(2026, 9, 1)
GIVING_UP = {"drop", "reject", "abandon", "terminate", "consult_again", "keep"}
ELECTORS = tuple(Elector(f"m{at}") for at in range(15))


class Walk:
    """One case after another of a procedure, led by chance."""

    def __init__(self, procedure, seed):
        self.procedure = procedure
        self.chance = random.Random(seed)
        self.by = Actor("x", frozenset(procedure.roles))
        self.ended, self.fired, self.refused = 0, set(), 0
        self.begin()

    def begin(self):
        self.on = max(self.procedure.since, date(2024, 1, 2))
        self.case = start(
            self.procedure, name="x", by=self.by, on=self.on, facts=self.facts(self.procedure.asks)
        )

    def facts(self, asked):
        kinds = [self.procedure.facts[one] for one in asked]
        days = (self.on + timedelta(days=30)).isoformat()
        return {
            one.id: self.chance.choice([*one.values, *([] if one.values else [days])])
            for one in kinds
        }

    def go(self):
        if self.procedure.states[self.case.state].ends or self.on > LAST:
            self.ended += self.procedure.states[self.case.state].ends
            self.begin()
        (days,) = self.chance.choices((0, 1, 20, 780), (650, 150, 195, 5))
        self.on = min(self.on + timedelta(days=days), date(2026, 10, 20))
        before = self.case
        try:
            done, after = self.something(before)
        except NotAllowed:
            self.refused += 1
            return
        self.case = after
        lawful(self.procedure, before, after, done, self.on)
        if done:
            self.fired.add(done)

    def something(self, case):
        chance, kind = self.chance, self.chance.random()
        if kind < 0.45:
            step = self.likely(case)
            if chance.random() < 0.05:
                step = chance.choice(list(self.procedure.transitions))
            asked = self.facts(self.procedure.transitions[step].asks)
            done = apply(
                self.procedure, case, step, by=self.by, on=self.on, facts=asked, electors=ELECTORS
            )
            return step, done.case
        return "", self.act(case, kind)

    def likely(self, case):
        """Mostly steps that lead on: a walk that gives up at every other step sees little."""
        steps = self.procedure.leaving(case.state)
        on = [one.id for one in steps if one.id not in GIVING_UP]
        rare = not on or self.chance.random() < 0.15
        return self.chance.choice([one.id for one in steps] if rare else on)

    def act(self, case, kind):
        found, chance, by, on = self.procedure, self.chance, self.by, self.on
        if kind < 0.6:
            for one in chance.sample(list(found.materials), k=max(1, len(found.materials) - 1)):
                case = acts.hand_in(found, case, one, by=by, on=on)
            return case
        if kind < 0.65 and found.consultations:
            one = chance.choice(list(found.consultations))
            return acts.comment(found, case, one, by="x", text="t", clause="1", on=on)
        if kind < 0.8:
            numbers = [one.no for held in case.consultations for one in held.comments]
            for no in numbers[-3:]:
                case = acts.answer(found, case, no, found=Answer("adopted", "", "x", on))
            return case
        if kind < 0.98 and found.ballots:
            one = chance.choice(list(found.ballots))
            marks = chance.choices(("for", "against", "abstain"), (12, 1, 1), k=len(ELECTORS))
            for elector, mark in zip(ELECTORS, marks, strict=True):
                case = acts.vote(found, case, one, paper=Vote(elector.person, (mark,), on, "r"))
            return case
        if found.duties and kind < 0.99:
            one = chance.choice(list(found.duties))
            return acts.extend(found, case, one, by=by, count=chance.randint(1, 9), on=on)
        who = Recusal(chance.choice(ELECTORS).person, "r")
        return (
            acts.stand_aside(found, case, next(iter(found.ballots), "none"), who=who)
            if found.ballots
            else case
        )


def projected(procedure, world, state):
    """What the model checker and a case on a day must agree on: all that guards can ask."""
    days = {key for key, one in procedure.facts.items() if one.is_day}
    facts = ((key, "day" if key in days else value) for key, value in world.facts.items())
    return (
        state,
        tuple(sorted(facts)),
        tuple(
            (one, world.consultation(one), bool(world.unanswered(one)))
            for one in procedure.consultations
        ),
        tuple((one, world.ballot(one)) for one in procedure.ballots),
    )


def comments(case):
    return [one.no for held in case.consultations for one in held.comments]


def lawful(procedure, before, after, done, on):
    """Raises AssertionError where a step did what no step may do."""
    if done:
        step = procedure.transitions[done]
        assert before.state in step.sources
        assert after.state == (step.target or before.state)
        assert after.history[:-1] == before.history
        last = after.history[-1]
        assert (last.transition, last.on, last.source, last.target) == (
            done, on, before.state, after.state,
        )  # fmt: skip
        asked_by_law(procedure, before, {one.kind for one in step.effects}, on)
    else:
        assert (after.state, after.history, after.facts) == (
            before.state,
            before.history,
            before.facts,
        )
    assert set(comments(after)) >= set(comments(before))
    assert len(set(comments(after))) == len(comments(after))
    assert sum(len(one.votes) for one in after.ballots) >= sum(
        len(one.votes) for one in before.ballots
    )
    for held in after.consultations:
        if held.closed and held.length.unit == "days":
            assert (held.closed - held.opened).days > held.length.count
        if held.closed and held.length.unit == "working days":
            inside = calendar().between(held.opened + timedelta(days=1), held.closed)
            assert inside >= held.length.count
    for clock in after.clocks:
        extra, limit = (
            sum(one.count for one in clock.extensions),
            procedure.duties[clock.duty].extension,
        )
        assert extra <= (int(param(limit.at_most, clock.started)) if limit else 0)
        assert len(clock.extensions) <= 1
        due = clock.due(calendar())
        assert due is None or due.day > clock.started


def asked_by_law(procedure, before, effects, on):
    for one in procedure.consultations.values():
        if effects & set(one.before):
            held = [each for each in before.consultations if each.kind == one.id]
            assert all(comment.answer for each in held for comment in each.comments)
            waived = one.unless and all(before.facts.get(key) == value for key, value in one.unless)
            assert waived or (held[-1].current and held[-1].closed)
    for one in procedure.ballots.values():
        if effects & set(one.decides):
            ballot = [each for each in before.ballots if each.kind == one.id][-1]
            assert ballot.current
            assert ballot.closed
            aside = {each.person for each in ballot.recusals}
            papers = {
                each.person: each.marks[0] for each in ballot.votes if each.person not in aside
            }
            total, marks = len(ballot.electors) - len(aside), list(papers.values())
            favour, against, taking = marks.count("for"), marks.count("against"), len(marks)
            assert {
                "committee": 4 * taking >= 3 * total and 3 * favour >= 2 * taking and 4 * against <= taking,
                "expert_group": total >= 15 and 4 * favour >= 3 * total,
                "local_review": 4 * favour >= 3 * total,
                "association": 4 * favour >= 3 * taking,
                "enterprise": 2 * favour > taking,
            }[one.rule]  # fmt: skip
    if "edition_published" in effects:
        assert any(
            "approved" in {each.kind for each in procedure.transitions[step.transition].effects}
            for step in before.history
        )


@pytest.mark.parametrize("procedure", procedures(), ids=lambda one: one.id)
def test_a_random_walk(procedure):
    walk = Walk(procedure, seed=f"{procedure.id}-2026")
    foreseen = {projected(procedure, one, one.state) for one in everything(procedure).edges}
    for _ in range(STEPS):
        walk.go()
        world = on_day(walk.case, walk.on)
        assert projected(procedure, world, walk.case.state) in foreseen
    assert walk.refused > STEPS // 50  # doors were tried that are closed
    assert walk.fired == set(procedure.transitions)

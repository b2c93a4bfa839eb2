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
from guiju.core.procedures.checking.walking import explore, followed
from guiju.core.procedures.engine import NotAllowed, apply, start
from guiju.core.procedures.files.rulebook import procedures
from guiju.core.procedures.looking import on_day

# More than 100,000 steps over all procedures: the longer ones get the more of them.
STEPS = {one.id: 1_000 + 200 * len(one.transitions) for one in procedures()}
LAST = date(2026, 9, 1)
GIVING_UP = {
    "abandon", "consult_again", "drop", "fail", "give_up", "keep", "lapse", "refuse",
    "refuse_consent", "reject", "reply", "send_back", "terminate",
}  # fmt: skip
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
        days = (self.on + timedelta(days=self.chance.choice((0, 30, 200)))).isoformat()
        return {
            one.id: self.chance.choice([*one.values, *([] if one.values else [days])])
            for one in kinds
        }

    def go(self):
        if self.procedure.states[self.case.state].ends or self.on > LAST:
            self.ended += self.procedure.states[self.case.state].ends
            self.begin()
        (days,) = self.chance.choices((0, 1, 20, 780), (650, 150, 192, 8))
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
        new = [one.id for one in steps if one.id not in self.fired]
        if new and self.chance.random() < 0.3:
            return self.chance.choice(new)
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
            return acts.comment(found, case, one, text="t")[0]
        if kind < 0.8:
            open_rounds = [at for at, one in enumerate(case.consultations) if one.unanswered]
            for at in open_rounds[-3:]:
                held, answer = case.consultations[at], Answer("adopted", "", "x", on)
                case = acts.answer(found, case, held, by=by, found=answer, first=True)
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


def projected(procedure, turning, world, state):
    """What the model checker and a case on a day must agree on: all that guards can ask."""
    days = {key for key, one in procedure.facts.items() if one.is_day}
    facts = (
        (key, "day" if key in days else value)
        for key, value in world.facts.items()
        if key in turning
    )
    return (
        state,
        tuple(sorted(facts)),
        tuple(
            (one, world.consultation(one), bool(world.unanswered(one)))
            for one in procedure.consultations
        ),
        tuple((one, world.ballot(one)) for one in procedure.ballots),
    )


def received(case):
    return [one.received for one in case.consultations]


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
        not_too_early(procedure, before, {key: after.facts[key] for key in step.asks}, on)
    else:
        assert (after.state, after.history, after.facts) == (
            before.state,
            before.history,
            before.facts,
        )
    kept = received(after)[: len(before.consultations)]
    assert all(now >= then for now, then in zip(kept, received(before), strict=True))
    assert all(0 <= one.unanswered <= one.received for one in after.consultations)
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


def waived(case, unless):
    return bool(unless) and all(case.facts.get(key) == value for key, value in unless)


def not_too_early(procedure, before, facts, on):
    """No day that is named lies in the past, nor before the transition that the law asks."""
    handed_in = {one.material for one in before.materials}
    for key, value in facts.items():
        limit = procedure.facts[key].earliest
        if limit:
            assert value >= on.isoformat()
        if limit and limit.after and limit.unless not in handed_in:
            assert (date.fromisoformat(value) - on).days >= 181


def asked_by_law(procedure, before, effects, on):
    for one in procedure.consultations.values():
        if effects & set(one.before):
            held = [each for each in before.consultations if each.kind == one.id]
            assert sum(each.unanswered for each in held) == 0
            assert waived(before, one.unless) or (held[-1].current and held[-1].closed)
    for one in procedure.materials.values():
        if effects & set(one.before) and not waived(before, one.unless):
            assert one.id in {each.material for each in before.materials}
    for one in procedure.facts.values():
        assert not effects & set(one.bars.get(before.facts.get(one.id), ()))
    for one in procedure.ballots.values():
        if effects & set(one.decides) and not waived(before, one.unless):
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
                "translation_review": 4 * favour >= 3 * total,
                "sample_review": 4 * favour >= 3 * total,
                "pre_review": 4 * favour >= 3 * total,
                "enterprise": 2 * favour > taking,
            }[ballot.rule.id]  # fmt: skip
    if "edition_published" in effects:
        assert any(
            "approved" in {each.kind for each in procedure.transitions[step.transition].effects}
            for step in before.history
        )


def test_how_long_the_walks_are():
    assert sum(STEPS.values()) > 100_000


@pytest.mark.parametrize("procedure", procedures(), ids=lambda one: one.id)
def test_a_random_walk(procedure):
    walk, steps = Walk(procedure, seed=f"{procedure.id}-2026"), STEPS[procedure.id]
    turning = followed(procedure)
    foreseen = {projected(procedure, turning, one, one.state) for one, _ in explore(procedure)}
    for _ in range(steps):
        walk.go()
        world = on_day(walk.case, walk.on)
        assert projected(procedure, turning, world, walk.case.state) in foreseen
    assert walk.refused > steps // 50  # doors were tried that are closed
    assert walk.fired == set(procedure.transitions)

"""The model checker: every file is proved, and each invariant fails when its guard is removed."""

from dataclasses import replace
from functools import cache

import pytest

from guiju.core.procedures.checking.checking import breaches, check
from guiju.core.procedures.checking.invariants import invariants
from guiju.core.procedures.checking.walking import explore
from guiju.core.procedures.files.reading import read_procedure
from guiju.core.procedures.files.rulebook import procedures
from guiju.core.procedures.model import Effect, Guard
from tests.core.procedures.small import SMALL

# An open consultation that is cut short is what `consulted` and `long_enough` both keep away.
KEEPERS = {
    "consulted": {"consulted", "long_enough"},
    "long_enough": {"long_enough"},
    "answered": {"answered"},
    "passed": {"passed", "not_passed"},
    "ripe": {"ripe"},
    "material": {"material"},
    "not_fact": {"not_fact", "fact"},
}
ALL = [(one, rule) for one in procedures() for rule in invariants(one)]


def without(procedure, kinds, subject):
    """The procedure with every guard of these kinds on that subject removed."""
    steps = {
        key: replace(
            one,
            guards=tuple(
                each for each in one.guards if each.kind not in kinds or each.subject != subject
            ),
        )
        for key, one in procedure.transitions.items()
    }
    return replace(procedure, transitions=steps)


class Mutant:
    """A procedure without some guards, walked only as far as it takes to break."""

    def __init__(self, name, kinds, subject):
        whole = next(one for one in procedures() if one.id == name)
        self.procedure = without(whole, kinds, subject)
        self.found, self.coming = {}, breaches(self.procedure, explore(self.procedure))

    def breach(self, invariant):
        while invariant not in self.found:
            one = next(self.coming, None)
            if one is None:
                return None
            self.found[one.invariant.id] = one
        return self.found[invariant]


mutant_of = cache(Mutant)  # several invariants may hang on the same guards


@pytest.mark.parametrize("procedure", procedures(), ids=lambda one: one.id)
def test_a_file_of_the_rulebook_is_proved(procedure):
    report = check(procedure)
    assert [one.says.en for one in report.faults] == []
    assert [(one.invariant.id, one.path) for one in report.breaches] == []
    assert report.proved == invariants(procedure)


@pytest.mark.parametrize(
    ("procedure", "rule"), ALL, ids=[f"{one.id}-{rule.id}" for one, rule in ALL]
)
def test_an_invariant_fails_when_its_guard_is_removed(procedure, rule):
    mutant = mutant_of(procedure.id, frozenset(KEEPERS[rule.needs]), rule.subject)
    assert mutant.procedure != procedure
    breach = mutant.breach(rule.id)
    assert breach is not None
    effects = mutant.procedure.transitions[breach.path[-1]].effects
    assert rule.effect in {one.kind for one in effects}


def test_how_many_invariants_there_are():
    assert len(ALL) == 258


def short_cut(procedure):
    """Submission straight from the handling of comments, for those in a hurry."""
    submit = procedure.transitions["submit"]
    hurried = replace(submit, sources=(*submit.sources, "resolving"))
    return replace(procedure, transitions=procedure.transitions | {"submit": hurried})


def test_a_ballot_on_an_older_text_approves_nothing():
    found = short_cut(next(one for one in procedures() if one.id == "local"))
    assert check(found).breaches == ()  # the ballot was begun anew
    back = found.transitions["send_back"]
    assert back.effects == (Effect("begun_anew", "review"),)
    stale = replace(found, transitions=found.transitions | {"send_back": replace(back, effects=())})
    (breach,) = check(stale).breaches
    assert breach.invariant.id == "review.passed.approved"
    assert breach.path[-3:] == ("send_back", "submit", "approve")


def test_the_small_procedure_is_sound():
    assert check(read_procedure(SMALL, "example.yaml")).sound


@pytest.mark.parametrize(
    ("old", "new", "faults"),
    [
        ("states:\n", 'states:\n  lost: {title: [迷失, lost], stage: "20.20"}\n', [("unreachable", 14)]),
        (", guards: [{not_passed: review}]", ", guards: [{passed: review}, {not_passed: review}]", [("impossible", 48), ("stuck", 16)]),
        ("from: voted, to: filed", "from: voted, to: stay", [("stuck", 16)]),
        ("    begins: ask", "    begins: approve", [("dead-duty", 38)]),
        ("[clerk]\nroles:", "[clerk]\nroles:\n  idle: [闲人, idle]", [("unused", 9)]),
        ("effects: [approved]", "effects: [edition_in_force, approved]", [("order", 49)]),
    ],
)  # fmt: skip
def test_a_fault_is_found_on_its_line(old, new, faults):
    assert SMALL.count(old) == 1
    found = check(read_procedure(SMALL.replace(old, new), "example.yaml")).faults
    assert [(one.code, one.line) for one in found] == faults


def test_the_way_to_a_breach_is_the_shortest():
    small = read_procedure(SMALL, "example.yaml")
    (breach,) = check(without(small, {"answered"}, "main")).breaches
    assert breach.path == ("ask", "vote", "count", "approve")
    assert breach.invariant.says.zh == "“征求意见”有意见未答复不得批准"


def test_a_guard_that_counts_only_under_a_fact():
    small = read_procedure(SMALL, "example.yaml")
    approve = small.transitions["approve"]
    guards = tuple(
        replace(one, when=(("urgent", "no"),)) if one.kind == "answered" else one
        for one in approve.guards
    )
    assert Guard("answered", "main", "", (("urgent", "no"),)) in guards
    loose = replace(
        small, transitions=small.transitions | {"approve": replace(approve, guards=guards)}
    )
    assert [one.invariant.id for one in check(loose).breaches] == ["main.answered.approved"]

"""The matrix of roles against the doors of the engine, at cases to which every entry is led."""

import json

import pytest
from click.testing import CliRunner

from guiju.cli.main import guiju
from guiju.core.procedures import acts
from guiju.core.procedures.ballots.model import Vote
from guiju.core.procedures.case import Actor, Answer
from guiju.core.procedures.engine import NotAllowed, refusals
from guiju.core.procedures.files.rulebook import procedures
from guiju.core.procedures.matrix import matrix
from tests.core.procedures.replay import Replay

SECTIONS = {
    "transitions": "transitions",
    "materials": "materials",
    "comments": "consultations",
    "answers": "consultations",
    "votes": "ballots",
    "extensions": "duties",
}


def opens(procedure, case, on, role, kind, name):
    """Whether a door opens to an actor who has just this role."""
    by = Actor(f"as-{role}", frozenset({role}))
    try:
        if kind == "transitions":
            return not refusals(procedure, case, name, by=by, on=on)
        if kind == "materials":
            acts.hand_in(procedure, case, name, by=by, on=on)
        if kind == "comments":
            acts.comment(procedure, case, name, text="示例意见")
        if kind == "answers":
            found = Answer("adopted", "", by.person, on)
            rounds = [one for one in case.consultations if one.kind == name and one.unanswered]
            if not rounds:
                return False
            acts.answer(procedure, case, rounds[0], by=by, found=found, first=True)
        if kind == "votes":
            paper = Vote(by.person, ("for",), on, "示例")
            acts.vote(procedure, case, name, paper=paper)
        if kind == "extensions":
            acts.extend(procedure, case, name, by=by, count=1, on=on)
    except NotAllowed:
        return False
    return True


def ripe_for(one, steps, kind, name):
    """Whether the door should open to somebody at an abstract state."""
    return {
        "transitions": lambda: name in steps,
        "materials": lambda: True,
        "comments": lambda: one.consultation(name) in {"short", "long"},
        "answers": lambda: one.unanswered(name) > 0,
        "votes": lambda: one.ballot(name) in {"open", "ripe"},
        "extensions": lambda: one.duty(name) == "running",
    }[kind]()


@pytest.mark.parametrize("procedure", procedures(), ids=lambda one: one.id)
def test_each_role_may_do_in_each_state_what_the_matrix_says_and_nothing_else(procedure):
    replay = Replay(procedure)
    variants = [one for ballot in procedure.ballots.values() for one in ballot.variants]
    others = [Replay(procedure, one.when) for one in variants]
    claimed = {
        (row.state, kind, name, row.role)
        for row in matrix(procedure)
        for kind in SECTIONS
        for name in getattr(row, kind)
    }
    assert claimed
    somebody = {entry[:3] for entry in claimed}
    witnesses, firsts = {}, {}
    for one in replay.parents:
        firsts.setdefault(one.state, one)
        steps = {name for name, _ in replay.graph.edges[one]}
        for kind, section in SECTIONS.items():
            for name in getattr(procedure, section):
                if (one.state, kind, name) in somebody and ripe_for(one, steps, kind, name):
                    witnesses.setdefault((one.state, kind, name), one)
    assert set(firsts) == set(procedure.states)
    found = set()
    for state in procedure.states:
        for kind, section in SECTIONS.items():
            for name in getattr(procedure, section):
                entry = (state, kind, name)
                case, on = replay.case(witnesses.get(entry, firsts[state]))
                assert case.state == state
                if kind == "transitions" and entry in somebody:
                    case = replay.ready(case, name, on)
                cases = [(case, on)]
                if kind == "votes" and entry in witnesses:
                    cases += [other.case(witnesses[entry]) for other in others]
                found |= {
                    (*entry, role)
                    for role in procedure.roles
                    for case, on in cases
                    if opens(procedure, case, on, role, kind, name)
                }
    assert sorted(found - claimed) == []
    assert sorted(claimed - found) == []


def test_the_matrix_on_the_command_line():
    run = CliRunner().invoke(guiju, ["procedure", "matrix", "withdrawal", "--json"])
    rows = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(rows) == 6 * 3
    assert rows[5] == {
        "role": "authority",
        "state": "consulting",
        "transitions": ["close_consultation"],
        "materials": ["reasons", "announcement"],
        "comments": ["main"],
        "answers": [],
        "votes": [],
        "extensions": [],
    }
    told = CliRunner().invoke(guiju, ["procedure", "matrix", "withdrawal", "--lang", "en"]).stdout
    assert (
        "withdrawal out for comments\tthe public\tcomments: consultation on the withdrawal\n"
        in told
    )

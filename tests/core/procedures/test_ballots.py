"""Ballots, on every edge of every rule: counted in whole numbers and fractions."""

from dataclasses import replace
from datetime import date

import pytest

from guiju.core.procedures.ballots.counting import all_have_voted, tally
from guiju.core.procedures.ballots.model import Ballot, Elector, Recusal, Vote
from guiju.core.procedures.ballots.rules import NoBallotRule, ballot_rule, read_rules
from guiju.core.provisions.files.nodes import RuleFileError

DAY = date(2026, 3, 2)
MARKS = ("for", "against", "abstain")


def ballot(rule, electors, *counts, seat="member", last=None):
    marks = [mark for mark, count in zip(MARKS, counts, strict=True) for _ in range(count)]
    return Ballot(
        kind="example",
        rule=ballot_rule(rule, DAY),
        electors=tuple(Elector(f"e{at}", seat=seat) for at in range(electors)),
        opened=DAY,
        last=last,
        votes=tuple(Vote(f"e{at}", (mark,), DAY, "reasons") for at, mark in enumerate(marks)),
    )


@pytest.mark.parametrize(
    ("rule", "electors", "favour", "against", "abstain", "passed"),
    [
        # committee: 3/4 take part; of them 2/3 in favour, at most 1/4 against
        ("committee", 25, 13, 4, 2, True),
        ("committee", 25, 14, 5, 0, False),
        ("committee", 25, 18, 0, 0, False),
        ("committee", 25, 19, 0, 0, True),
        ("committee", 40, 20, 7, 3, True),
        ("committee", 40, 22, 8, 0, False),
        ("committee", 40, 30, 0, 0, True),  # 3/4 to the very person
        ("committee", 40, 29, 0, 0, False),
        ("committee", 24, 12, 4, 2, True),  # 2/3 to the very vote
        ("committee", 24, 11, 4, 3, False),
        ("committee", 24, 15, 5, 0, True),  # 1/4 to the very vote
        ("committee", 24, 15, 6, 0, False),
        ("committee", 24, 0, 0, 24, False),
        ("committee", 0, 0, 0, 0, False),
        # an expert group: 15 persons, 3/4 of the group in favour
        ("expert_group", 15, 12, 3, 0, True),
        ("expert_group", 15, 11, 4, 0, False),
        ("expert_group", 14, 14, 0, 0, False),
        ("expert_group", 16, 12, 0, 0, True),
        ("expert_group", 16, 12, 4, 0, True),
        ("expert_group", 20, 14, 0, 0, False),
        ("local_review", 8, 6, 2, 0, True),
        ("local_review", 8, 5, 0, 0, False),
        # an association: 3/4 of those attending
        ("association", 30, 9, 3, 0, True),
        ("association", 30, 9, 2, 2, False),
        ("association", 30, 0, 0, 0, False),
        # an enterprise: more than half; a tie is no majority
        ("enterprise", 10, 5, 5, 0, False),
        ("enterprise", 11, 6, 5, 0, True),
    ],
)
def test_an_edge(rule, electors, favour, against, abstain, passed):
    assert tally(ballot(rule, electors, favour, against, abstain)).passed is passed


@pytest.mark.parametrize("rule", ["iso_dis", "iso_fdis"])
@pytest.mark.parametrize(
    ("p", "others", "passed"),
    [
        ((8, 4, 0), (0, 0, 0), False),  # 2/3 in favour, but more than 1/4 against
        ((9, 3, 0), (0, 0, 0), True),  # 1/4 against to the very vote
        ((9, 3, 0), (0, 1, 0), False),
        ((9, 3, 9), (3, 1, 5), True),  # abstentions are excluded
        ((2, 1, 0), (9, 1, 0), True),  # 2/3 of P-members to the very vote
        ((3, 2, 0), (20, 0, 0), False),
        ((0, 0, 5), (9, 0, 0), False),  # no P-member in favour or against
    ],
)
def test_iso(rule, p, others, passed):
    first, second = ballot(rule, sum(p), *p, seat="P"), ballot(rule, sum(others), *others, seat="O")
    electors = tuple(replace(one, person=f"o{one.person}") for one in second.electors)
    votes = tuple(replace(one, person=f"o{one.person}") for one in second.votes)
    both = replace(first, electors=first.electors + electors, votes=first.votes + votes)
    assert tally(both).passed is passed


def test_a_negative_vote_without_reasons_does_not_count_at_iso():
    full = ballot("iso_dis", 12, 8, 4, 0, seat="P")
    bare = replace(full, votes=(*full.votes[:-1], replace(full.votes[-1], reasons="")))
    assert (tally(full).passed, tally(bare).passed) == (False, False)
    barer = replace(
        bare, votes=(*bare.votes[:-2], *(replace(one, reasons="") for one in bare.votes[-2:]))
    )
    assert (tally(barer).passed, tally(barer).invalid) == (True, ("e10", "e11"))


@pytest.mark.parametrize("marks", [(), ("for", "against"), ("for", "for"), ("yes",)])
def test_a_spoilt_paper_takes_part_but_is_for_nothing(marks):
    found = ballot("committee", 24, 12, 4, 1)
    with_it = replace(found, votes=(*found.votes, Vote("e17", marks, DAY)))
    result = tally(with_it)
    assert (result.invalid, result.counted["participants"], result.counted["for"]) == (
        ("e17",),
        18,
        12,
    )
    assert result.passed
    assert not tally(found).passed  # without it, the quorum is missed by one


def test_late_papers_are_kept_and_not_counted():
    found = ballot("committee", 4, 3, 0, 0, last=date(2026, 3, 31))
    late = replace(found, votes=(*found.votes, Vote("e3", ("against",), date(2026, 4, 1))))
    assert (tally(late).late, tally(late).counted["against"], tally(late).passed) == (
        ("e3",),
        0,
        True,
    )
    in_time = replace(found, votes=(*found.votes, Vote("e3", ("against",), date(2026, 3, 31))))
    assert (tally(in_time).late, tally(in_time).counted["against"]) == ((), 1)


def test_the_last_paper_in_time_replaces_the_others():
    found = ballot("enterprise", 1, 1, 0, 0, last=date(2026, 3, 31))
    again = replace(
        found,
        votes=(*found.votes, Vote("e0", ("against",), DAY), Vote("e0", ("for",), date(2026, 4, 1))),
    )
    assert tally(again).counted == {
        "electorate": 1, "participants": 1, "votes": 1, "for": 0, "against": 1,
    }  # fmt: skip
    assert tally(again).late == ()


def test_who_stands_aside_leaves_the_quorum_and_the_count():
    found = ballot("committee", 25, 18, 0, 0)
    assert not tally(found).passed
    aside = replace(found, recusals=(Recusal("e24", "起草人"),))
    assert tally(aside).passed  # 18 of 24
    voted = replace(found, recusals=(Recusal("e0", "起草人"),))
    assert (tally(voted).counted["for"], tally(voted).passed) == (17, False)
    assert not all_have_voted(voted)


def test_strangers_are_not_counted():
    found = ballot("enterprise", 2, 1, 0, 0)
    assert tally(replace(found, votes=(*found.votes, Vote("x", ("for",), DAY)))) == tally(found)


def test_every_condition_is_told_with_its_numbers():
    first, second, _ = tally(ballot("committee", 25, 13, 4, 2)).checks
    assert (
        first.says.zh == "参加表决者 19 人，应不少于全体有表决权者 25 人的 3/4，即 18 3/4：符合。"
    )
    assert (
        second.says.en
        == "13 in favour; at least 2/3 of 19 (those taking part), that is 12 2/3: holds."
    )
    small = tally(ballot("expert_group", 14, 14, 0, 0)).checks[0]
    assert small.says.zh == "全体有表决权者 14 人，应不少于15 人：不符合。"


def test_no_such_rule_and_a_rule_without_a_basis():
    with pytest.raises(NoBallotRule):
        ballot_rule("acclamation", DAY)
    text = (
        "a:\n  title: [甲, A]\n  basis: b\n  since: 2026-01-01\n"
        "  abstentions: procedures.abstentions_take_part\n"
        "  invalid: procedures.invalid_papers_take_part\n"
        "  conditions: [{count: for, at_least: 3/4, of: votes}]\n"
    )
    with pytest.raises(RuleFileError) as caught:
        read_rules(text, "ballots.yaml")
    assert caught.value.values["line"] == 7
    assert "rulebook/params" in caught.value.sentence.en

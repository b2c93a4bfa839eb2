"""A ballot counted anew from its papers alone says the same."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.core.procedures.ballots.counting import tally
from guiju.core.procedures.ballots.model import Ballot, Elector, Recusal, Vote
from guiju.core.procedures.ballots.recounting import (
    COLUMNS,
    UnreadableBallot,
    read_papers,
    rows_of,
    told,
)
from guiju.core.procedures.ballots.rules import ballot_rule

DAY, LAST = date(2026, 3, 2), date(2026, 3, 31)


def made(rule="committee", electors=4, votes=(), recusals=()):
    return Ballot(
        kind="example",
        rule=ballot_rule(rule, DAY),
        electors=tuple(Elector(f"e{at}", f"示例单位{at}") for at in range(electors)),
        opened=DAY,
        last=LAST,
        votes=tuple(votes),
        recusals=tuple(recusals),
    )


def table(ballot):
    kept = io.StringIO()
    writer = csv.DictWriter(kept, COLUMNS)
    writer.writeheader()
    writer.writerows(rows_of(ballot, {}))
    return kept.getvalue()


papers = st.builds(
    Vote,
    person=st.sampled_from([f"e{at}" for at in range(6)]),
    marks=st.sampled_from([(), ("for",), ("against",), ("abstain",), ("for", "against"), ("yes",)]),
    on=st.sampled_from([DAY, LAST, date(2026, 4, 1)]),
    reasons=st.sampled_from(["", "理由, “甲”\n乙"]),
)
asides = st.sets(st.sampled_from([f"e{at}" for at in range(6)]), max_size=6)


@given(
    st.sampled_from(["committee", "expert_group", "association", "enterprise", "iso_dis"]),
    st.lists(papers, max_size=20),
    asides,
)
def test_any_ballot_comes_back_with_the_same_result(rule, votes, aside):
    ballot = made(rule, 6, votes, [Recusal(one, "示例理由") for one in sorted(aside)])
    again, first = tally(read_papers(table(ballot))), tally(ballot)
    assert replace(again, recused=()) == replace(first, recused=())
    assert sorted(again.recused) == sorted(first.recused)
    assert told(again) == told(first)


def test_the_result_in_sentences():
    ballot = made("enterprise", 4, [Vote(f"e{at}", ("for",), DAY) for at in range(3)])
    assert told(tally(ballot)).zh == (
        "有表决权 4 人，参加表决 3 人：同意 3，不同意 0，弃权 0，无效 0，逾期 0，回避 0。\n"
        "同意 3 人，应多于参加表决者 3 人的 1/2，即 1 1/2：符合。\n通过。"
    )
    assert told(tally(made("enterprise"))).en.endswith("\nNot passed.")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda text: text.replace("marks", "mark"), "columns are missing: marks"),
        (lambda text: text.splitlines()[0], "there is nobody in it"),
        (lambda text: text.replace("2026-03-31", "2026-04-30", 1), "another ballot"),
        (lambda text: text.replace("2026-03-02,for", "2026-13-02,for", 1), "is no date"),
        (lambda text: text.replace(",1,2026", ",x,2026", 1), "no number of a paper"),
        (lambda text: text.replace(",2,2026", ",1,2026", 1), "stands there twice"),
        (lambda text: text + text.splitlines()[1].replace("示例单位0", "别的单位"), "the unit"),
    ],
)
def test_a_table_that_was_changed_is_refused(change, says):
    text = table(made(votes=[Vote("e0", ("for",), DAY), Vote("e1", ("for",), DAY)]))
    with pytest.raises(UnreadableBallot) as caught:
        read_papers(change(text))
    assert says in caught.value.sentence.en


def test_an_elector_twice_is_counted_once():
    """Two rows of one elector are two papers; the later one counts."""
    text = table(made("enterprise", 2, [Vote("e0", ("for",), DAY), Vote("e0", ("against",), DAY)]))
    assert tally(read_papers(text)).counted == {
        "electorate": 2, "participants": 1, "votes": 1, "for": 0, "against": 1,
    }  # fmt: skip


def test_all_stand_aside():
    found = tally(made(electors=3, recusals=[Recusal(f"e{at}", "起草人") for at in range(3)]))
    assert (found.passed, found.counted["electorate"]) == (False, 0)

"""My work: steps, ballots, comments and duties across projects, in a constant number of queries."""

from datetime import date

import pytest

from guiju.apps.development.desk_panel import desk_panel
from guiju.apps.development.selectors.desk import desk
from tests.factories import accounts
from tests.factories.development import Making, committee, consulting, members

pytestmark = pytest.mark.django_db


def test_each_sees_what_waits_for_him():
    made = Making(committee=committee(3))
    made.materials("proposal_form", "first_draft")
    found = desk(made.by("committee"))
    assert [[step.id for step in one.steps] for one in found.steps] == [
        ["open_proposal_ballot", "drop"]
    ]
    assert desk(made.by("authority")).steps == ()
    made.step("open_proposal_ballot")
    member = accounts.viewer(members(made.committee)[1], made.on)
    found = desk(member)
    assert [(title.en, one.has_voted) for one, title in found.ballots] == [
        ("vote on the proposal", False)
    ]
    assert [panel.number for panel in desk_panel(member)] == [1]
    made.votes("proposal", 3)
    assert [one.has_voted for one, _ in desk(member).ballots] == [True]
    assert desk_panel(member) == []
    stranger = desk(accounts.viewer(accounts.user(), made.on))
    assert (stranger.ballots, stranger.steps, stranger.duties) == ((), (), ())


def test_comments_to_answer_and_duties_with_days_left():
    made = consulting()
    made.remark()
    found = desk(made.by("drafters"))
    assert [(one.title.en, one.count) for one in found.comments] == [("public consultation", 1)]
    assert desk(made.by("authority")).comments == ()
    made.at(2026, 1, 1)
    (duty,) = desk(made.by("committee")).duties
    assert (duty.clock.duty, duty.due, duty.days_left) == ("making", date(2025, 10, 9), -84)


@pytest.mark.parametrize("count", [1, 30])
def test_the_queries_stay_as_many(count, django_assert_num_queries):
    board = committee(3)
    for at in range(count):
        made = Making(committee=board)
        made.materials("proposal_form", "first_draft")
        if at % 2 == 0:
            made.step("open_proposal_ballot")
    viewer = accounts.viewer(members(board)[0], made.on)
    with django_assert_num_queries(14):
        found = desk(viewer)
    assert (len(found.ballots), len(found.steps)) == ((count + 1) // 2, count // 2)

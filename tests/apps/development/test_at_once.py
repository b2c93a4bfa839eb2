"""Fifty people vote and comment at the same moment: nothing is lost, nothing stands there twice."""

from functools import partial

import pytest

from guiju.apps.development.selectors.cases import ballot_of, load
from guiju.apps.development.services.commenting import add_remark
from guiju.apps.development.services.voting import cast_vote
from guiju.apps.journal.models import Event
from guiju.apps.journal.selectors import verify_chain
from guiju.core.procedures.ballots.counting import all_have_voted, tally
from tests.apps.development.together import own_connections
from tests.factories import accounts
from tests.factories.development import Making, committee, consulting, members

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE = 50


def voting(made, viewer, mark):
    return lambda: cast_vote(
        project=made.project, kind="proposal", mark=mark, reasons="示例理由", by=viewer
    )


def commenting(made, viewer, at):
    values = {"clause": "4.1", "text": f"示例意见{at}"}
    return lambda: add_remark(project=made.project, kind="main", values=values, by=viewer)


def one_by_one(acts):
    for one in acts:
        one()


def test_fifty_people_vote_and_comment_at_once(tmp_path):
    out = consulting()
    made = Making(committee=committee(PEOPLE), on=out.on)
    made.materials("proposal_form", "first_draft")
    made.step("open_proposal_ballot")
    acts = []
    for at, one in enumerate(members(made.committee)):
        viewer = accounts.viewer(one, made.on)
        vote = voting(made, viewer, "against" if at < 10 else "for")
        both = (vote, commenting(out, viewer, at))
        acts.append(partial(one_by_one, both if at % 2 else both[::-1]))
    with own_connections(tmp_path) as at_once:
        before = Event.objects.count()
        assert at_once(acts) == ["done"] * PEOPLE
        ballot = ballot_of(made.project.ballots.get())
        counted = tally(ballot).counted
        assert (len(ballot.votes), all_have_voted(ballot)) == (PEOPLE, True)
        assert (counted["for"], counted["against"]) == (40, 10)
        remarks = list(out.project.rounds.get(kind="main").remarks.order_by("number"))
        assert [one.number for one in remarks] == list(range(1, PEOPLE + 1))
        assert {one.text for one in remarks} == {f"示例意见{at}" for at in range(PEOPLE)}
        assert load(out.project).round("main").received == PEOPLE
        assert (Event.objects.count() - before, verify_chain().fault) == (2 * PEOPLE, None)

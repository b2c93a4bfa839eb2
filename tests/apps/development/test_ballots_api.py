"""Ballots, desk and dashboard by API."""

import pytest

from tests.apps.governance.test_import_api import token
from tests.factories.development import Making, committee, members

pytestmark = pytest.mark.django_db


def test_a_ballot_from_vote_to_count(client):
    made = Making(committee=committee(3))
    made.materials("proposal_form", "first_draft")
    made.step("open_proposal_ballot")
    row = made.project.ballots.get()
    keys = [token(one) for one in members(made.committee)]
    base = "/api/v1/ballots"

    def send(at, path, body):
        return client.post(
            f"{base}/{row.pk}{path}", body, content_type="application/json", headers=keys[at]
        )

    assert [one["id"] for one in client.get(base, headers=keys[1]).json()] == [row.pk]
    assert client.get("/api/v1/desk", headers=keys[1]).json()["ballots"][0]["id"] == row.pk
    assert send(1, "/papers", {"papers": []}).status_code == 403
    made.votes("proposal", 3)
    made.step("close_proposal_ballot")
    found = client.get(f"{base}/{row.pk}", headers=keys[2]).json()
    assert (found["result"]["passed"], found["result"]["counted"]["for"]) == (True, 3)
    assert send(2, "/vote", {"mark": "for"}).status_code == 409
    assert client.get("/api/v1/dashboard", headers=keys[0]).json()["running"] == 1

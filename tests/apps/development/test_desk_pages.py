"""The pages of desk, ballots and dashboard, and their API, show what there is in both languages."""

import pytest
from django.urls import reverse

from tests.factories import accounts
from tests.factories.development import Making, committee, members

pytestmark = pytest.mark.django_db


def test_the_pages_open_for_a_member(client):
    made = Making(committee=committee(3))
    made.materials("proposal_form", "first_draft")
    made.step("open_proposal_ballot")
    row = made.project.ballots.get()
    client.force_login(members(made.committee)[0])
    pages = [
        reverse("development:desk"),
        reverse("development:ballots"),
        reverse("development:ballot", args=[row.pk]),
        reverse("development:ballot_sheet", args=[row.pk]),
        reverse("development:dashboard"),
        reverse("development:dashboard_cases"),
        reverse("development:consultations_calendar"),
    ]
    assert [client.get(one).status_code for one in pages] == [200] * 7
    assert [client.get(f"/en{one}").status_code for one in pages] == [200] * 7
    assert "示例大米" in client.get(pages[1]).content.decode()
    made.votes("proposal", 3)
    made.step("close_proposal_ballot")
    page = client.get(f"/en{pages[2]}").content.decode()
    assert ("Passed." in page, f"ballot-{row.pk}.csv" in page) == (True, True)


def test_an_address_for_the_calendar_is_made_and_ended(client):
    user = accounts.user()
    client.force_login(user)
    client.post(reverse("development:calendar_renew"))
    token = user.calendar_feed.token
    assert token in client.get(reverse("development:desk")).content.decode()
    client.post(reverse("development:calendar_revoke"))
    assert token not in client.get(reverse("development:desk")).content.decode()

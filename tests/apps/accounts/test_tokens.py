"""Tokens for programs: shown once, dated, revocable."""

from datetime import timedelta

import pytest
from django.urls import reverse

from guiju.apps.accounts.errors import EndDateError, EndedError
from guiju.apps.accounts.models import ApiToken
from guiju.apps.accounts.selectors.viewers import viewer_of_token
from guiju.apps.accounts.services.tokens import create_token, revoke_token
from guiju.core.errors import RefusedError
from tests.factories import accounts as make

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
PAGE = reverse("accounts:tokens")


@pytest.fixture
def zhang():
    return make.viewer(make.user("zhang"))


def test_it_acts_as_its_user_until_its_end(zhang, events):
    token, text = create_token(name="示例", until=zhang.today + 2 * DAY, by=zhang)
    acting = [viewer_of_token(text, zhang.today + n * DAY).name for n in (0, 1, 2)]
    assert acting == ["zhang", "zhang", ""]
    assert text not in (token.digest, token.name)
    assert events() == [("accounts.create_token", "zhang", f"accounts.apitoken:{token.pk}")]


def test_revoked_it_works_no_more(zhang, events):
    token, text = create_token(name="示例", until=zhang.today + DAY, by=zhang)
    revoke_token(token=token, by=zhang)
    assert viewer_of_token(text, zhang.today).signed_in is False
    with pytest.raises(EndedError):
        revoke_token(token=token, by=zhang)
    assert [action for action, *_ in events()] == ["accounts.create_token", "accounts.revoke_token"]


def test_it_does_not_work_for_a_closed_account(zhang):
    token, text = create_token(name="示例", until=zhang.today + DAY, by=zhang)
    token.user.is_active = False
    token.user.save()
    assert viewer_of_token(text, zhang.today).signed_in is False


@pytest.mark.parametrize(("days", "fits"), [(0, False), (1, True), (365, True), (366, False)])
def test_it_ends_within_a_year(zhang, days, fits):
    if fits:
        assert create_token(name="示例", until=zhang.today + days * DAY, by=zhang)[0].pk
        return
    with pytest.raises(EndDateError):
        create_token(name="示例", until=zhang.today + days * DAY, by=zhang)


def test_only_its_user_revokes_it(zhang, enter):
    token, _ = create_token(name="示例", until=zhang.today + DAY, by=zhang)
    with pytest.raises(RefusedError):
        revoke_token(token=token, by=make.viewer(make.user()))
    stranger = enter(make.user())
    assert stranger.post(reverse("accounts:revoke_token", args=[token.pk])).status_code == 404


def test_the_page_shows_it_once(enter):
    client = enter(make.user())
    soon = make.viewer().today + DAY
    page = client.post(PAGE, {"name": "示例程序", "until": soon})
    made = page.context["made"]
    assert f"<code>{made}</code>" in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    again = client.get(PAGE).content.decode()
    assert (made in again, "示例程序" in again) == (False, True)
    client.post(reverse("accounts:revoke_token", args=[ApiToken.objects.get().pk]))
    assert ApiToken.objects.get().revoked is not None

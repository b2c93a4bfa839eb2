"""The header and the error pages know the way to the accounts, where there are accounts."""

import pytest

from tests.factories import accounts
from tests.web.pages import tree, words

TOOLS = "//header//div[contains(@class, 'gj-tools')][1]"


@pytest.mark.parametrize("prefix", ["/", "/en/"])
def test_public_may_sign_in(client, prefix):
    links = tree(client.get(prefix)).xpath(TOOLS + "//a[@class='gj-tool gj-tool-strong']/@href")
    assert set(links) == {prefix + "sign-in/"}


def test_member_sees_the_name_and_may_sign_out(client, db):
    client.force_login(accounts.user("lin"), backend="guiju.apps.accounts.backends.SeatBackend")
    page = client.get("/en/")
    assert set(words(page, TOOLS + "//details[2]/summary")) == {"lin"}
    assert set(tree(page).xpath(TOOLS + "//details[2]//form/@action")) == {"/en/sign-out/"}


@pytest.mark.parametrize(
    ("address", "sign_in"),
    [
        ("/me/notices/?page=2", "/sign-in/?next=%2Fme%2Fnotices%2F%3Fpage%3D2"),
        ("/en/me/", "/en/sign-in/?next=%2Fen%2Fme%2F"),
    ],
)
def test_who_is_not_signed_in_is_led_there_and_back(client, address, sign_in):
    response = client.get(address)
    assert response.status_code == 403
    assert tree(response).xpath("//main//a[contains(@class, 'btn')]/@href") == [sign_in]


@pytest.mark.urls("tests.web.urls")
def test_without_accounts_nothing_leads_there(client):
    response = client.get("/signed-in/")
    assert response.status_code == 403
    assert tree(response).xpath("//a[contains(@href, 'sign-in/')]/@href") == []

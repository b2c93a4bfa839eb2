"""One's own account by token: own data, own seats, own tokens, own notices, and nobody else's."""

from datetime import timedelta

import pytest
from django.utils import timezone

from guiju.apps.accounts.models import ApiToken, Delegation, Notice
from guiju.apps.accounts.services.notices import notify
from guiju.core.errors import Bilingual
from tests.factories import accounts as make
from tests.factories.api import caller

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(client):
    return caller(client)


@pytest.fixture
def user():
    return make.user(person=make.person(name="示例甲", phone="13800000000"))


def test_who_the_token_acts_as(call, user):
    seat = make.seat(user, "liaison", make.organisation("示例甲局", slug="first"))
    other = make.seat(None, "office", make.organisation("示例办公室", slug="office"))
    day = timezone.localdate()
    Delegation.objects.create(
        seat=other, to=user, since=day, until=day + timedelta(days=2), reason="示例"
    )
    _, me = call("get", "/me", user)
    assert (me["username"], me["name"], me["phone"]) == (user.username, "示例甲", "13800000000")
    assert me["seats"] == [
        {
            "id": seat.pk,
            "role": "liaison",
            "organisation": "first",
            "name_zh": "示例甲局",
            "since": "2020-01-01",
            "until": None,
            "is_current": True,
        }
    ]
    (lent,) = me["delegations"]
    assert (lent["role"], lent["organisation"], lent["to"]) == ("office", "office", "示例甲")
    assert lent["is_current"]


@pytest.mark.parametrize("many", [1, 30])
def test_many_seats_cost_no_more(call, django_assert_num_queries, user, many):
    for _ in range(many):
        make.seat(user)
    call("get", "/me", user)
    with django_assert_num_queries(9):
        assert len(call("get", "/me", user)[1]["seats"]) == many


def test_tokens_are_listed_and_revoked(call, user):
    call("get", "/me", user)
    call("get", "/me", make.user())
    status, listed = call("get", "/me/tokens", user)
    assert (status, listed["total"]) == (200, 1)
    (token,) = listed["items"]
    assert sorted(token) == ["created", "id", "name", "revoked", "until"]
    foreign = ApiToken.objects.exclude(user=user).get()
    assert call("post", f"/me/tokens/{foreign.pk}/revoke", user)[0] == 404
    assert call("post", f"/me/tokens/{token['id']}/revoke", user) == (204, None)
    assert call("get", "/me", user)[0] == 403  # with this very token


def test_notices_are_read_one_by_one_or_all(call, user):
    stranger = make.user()
    for key in "abc":
        notify(users=[user, stranger], key=key, text=Bilingual(f"示例{key}", f"Example {key}"))
    _, listed = call("get", "/me/notices?limit=2", user)
    assert (listed["total"], listed["unread"], len(listed["items"])) == (3, 3, 2)
    assert listed["items"][0]["text_en"] == "Example c"
    foreign = Notice.objects.filter(user=stranger).first()
    asked = {"notices": [listed["items"][0]["id"], foreign.pk]}
    assert call("post", "/me/notices/read", user, asked) == (200, {"read": 1, "unread": 2})
    assert call("post", "/me/notices/read", user, asked) == (200, {"read": 0, "unread": 2})
    assert call("post", "/me/notices/read", user, {}) == (200, {"read": 2, "unread": 0})
    assert Notice.objects.filter(user=stranger, read=None).count() == 3

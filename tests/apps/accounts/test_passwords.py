"""Changing the password: policy, other sessions, the first one."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import accounts as make

pytestmark = pytest.mark.django_db
PAGE = reverse("accounts:password")
NEW = "另一个-Guiju-2023"


def change(client, old=make.PASSWORD, new=NEW, again=None):
    return client.post(PAGE, {"old": old, "new": new, "again": new if again is None else again})


def test_it_is_changed_and_is_one_event(enter, events):
    user = make.user()
    assert change(enter(user)).url == reverse("accounts:me")
    user.refresh_from_db()
    assert user.check_password(NEW)
    assert events() == [("accounts.change_password", user.username, f"accounts.user:{user.pk}")]


def test_this_session_goes_on_and_others_end(client, sign_in):
    make.user("zhang")
    other = Client()
    other.post(reverse("accounts:sign_in"), {"username": "zhang", "password": make.PASSWORD})
    sign_in("zhang")
    change(client)
    seen = [one.get(reverse("accounts:me")).status_code for one in (client, other)]
    assert seen == [200, 403]


@pytest.mark.parametrize(
    ("fields", "field", "sentence"),
    [
        ({"old": "wrong"}, "old", "当前口令不正确。"),
        ({"new": make.PASSWORD}, "new", "新口令不能与当前口令相同。"),
        (
            {"new": "Short-1"},
            "new",
            "至少 10 个字符，且至少包含以下 3 类：小写字母、大写字母、数字、其他字符。",
        ),
        (
            {"new": "onlylowercaseletters"},
            "new",
            "至少 10 个字符，且至少包含以下 3 类：小写字母、大写字母、数字、其他字符。",
        ),
        ({"again": "different"}, "again", "两次输入的新口令不一致。"),
    ],
)
def test_each_refusal_stands_at_its_field(enter, events, fields, field, sentence):
    form = change(enter(make.user()), **fields).context["form"]
    assert form.errors == {field: [sentence]}
    assert events() == []


def test_a_password_that_an_administrator_knows_is_changed_first(client, sign_in):
    make.user("zhang", password_changed=None)
    assert sign_in("zhang", next="/organisations/").url == PAGE
    assert client.get(reverse("accounts:organisations")).url == PAGE
    assert client.get(PAGE).status_code == 200
    change(client)
    assert client.get(reverse("accounts:organisations")).status_code == 200

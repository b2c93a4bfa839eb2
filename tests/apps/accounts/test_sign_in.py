"""Signing in with name and password, and out."""

import pytest
from django.urls import reverse
from django.utils import timezone

from guiju.apps.journal.models import Event
from tests.factories import accounts as make

pytestmark = pytest.mark.django_db
WRONG = "用户名或口令不正确，请核对后重试。"


def test_the_right_password_signs_in_and_is_one_event(client, sign_in, events):
    user = make.user("zhang")
    response = sign_in("zhang")
    assert (response.status_code, response.url) == (302, "/")
    assert client.get(reverse("accounts:me")).context["viewer"].name == "zhang"
    assert events() == [("accounts.sign_in", "zhang", f"accounts.user:{user.pk}")]


@pytest.mark.parametrize("typed", ["Zhang", " zhang ", "\uff3a\uff28\uff21\uff2e\uff27"])
def test_case_and_width_of_the_name_do_not_count(sign_in, typed):
    make.user("zhang")
    assert sign_in(typed).status_code == 302


def test_wrong_password_unknown_name_and_closed_account_look_the_same(client, sign_in):
    make.user("zhang")
    make.user("closed", is_active=False)
    answers = []
    for name, password in (("zhang", "x"), ("nobody", "x"), ("closed", make.PASSWORD)):
        response = sign_in(name, password)
        page = response.content.decode().replace(name, "NAME")
        answers.append((response.status_code, page.count(WRONG), len(page)))
    assert answers == [(200, 1, answers[0][2])] * 3
    assert client.get(reverse("accounts:me")).status_code == 403


def test_a_failure_keeps_the_beginning_of_an_unknown_name_and_no_password(sign_in):
    known = make.user("zhang")
    sign_in("zhang", "Secret-一")
    sign_in("n" * 100, "Secret-一")
    rows = [(one.action, one.actor, one.subject, one.details) for one in Event.objects.all()]
    refused = ("accounts.refuse_sign_in", "public")
    assert rows == [
        (
            *refused,
            f"accounts.user:{known.pk}",
            {"typed": "zhang", "step": "password", "failures": 1},
        ),
        (*refused, "accounts.user:unknown", {"typed": "nn…", "step": "password", "failures": 1}),
    ]


def test_the_session_gets_a_new_key(client, sign_in):
    make.user("zhang")
    client.get("/")
    session = client.session
    session["before"] = True
    session.save()
    old = session.session_key
    client.cookies["sessionid"] = old
    sign_in("zhang")
    assert client.session.session_key != old
    assert not client.session.exists(old)


@pytest.mark.parametrize(
    ("wanted", "arrived"),
    [
        ("/organisations/?q=1", "/organisations/?q=1"),
        ("http://testserver/me/", "http://testserver/me/"),
        ("https://evil.example/", "/"),
        ("//evil.example/", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ],
)
def test_it_goes_on_to_this_host_only(sign_in, wanted, arrived):
    make.user("zhang")
    assert sign_in("zhang", next=wanted).url == arrived


def test_who_is_signed_in_is_sent_on(enter):
    assert enter(make.user()).get(reverse("accounts:sign_in")).url == "/"


def test_sign_out_is_by_post_and_one_event(client, sign_in, events):
    make.user("zhang")
    sign_in("zhang")
    assert client.get(reverse("accounts:sign_out")).status_code == 405
    assert client.post(reverse("accounts:sign_out")).url == "/"
    assert client.get(reverse("accounts:me")).status_code == 403
    client.post(reverse("accounts:sign_out"))
    assert [action for action, *_ in events()] == ["accounts.sign_in", "accounts.sign_out"]


def test_closing_an_account_ends_its_sessions(client, sign_in):
    user = make.user("zhang")
    sign_in("zhang")
    user.is_active = False
    user.save()
    assert client.get(reverse("accounts:me")).status_code == 403


def test_an_old_password_is_pointed_out(client, sign_in):
    long_ago = timezone.now() - timezone.timedelta(days=180)
    make.user("zhang", password_changed=long_ago)
    sign_in("zhang")
    assert "您的口令已使用较久" in client.get("/").content.decode()

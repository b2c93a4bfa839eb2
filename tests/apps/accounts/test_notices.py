"""Notices: once per key, in the app and by mail after the commit."""

import pytest
from django.core import mail
from django.urls import reverse

from guiju.apps.accounts.models import Notice
from guiju.apps.accounts.selectors.people import unread_count
from guiju.apps.accounts.services.notices import mark_read, notify
from guiju.core.errors import Bilingual
from tests.factories import accounts as make

pytestmark = pytest.mark.django_db
TEXT = Bilingual("示例：请于本周内报告。", "Example: please report within this week.")
PAGE = reverse("accounts:notices")


def test_each_user_is_told_once_per_key(django_capture_on_commit_callbacks):
    one, other = make.user(), make.user()
    with django_capture_on_commit_callbacks(execute=True):
        counts = [
            notify(users=[one], key="due-1", text=TEXT, link="/x/"),
            notify(users=[one, other, one], key="due-1", text=TEXT, link="/x/"),
            notify(users=[one], key="due-2", text=TEXT),
        ]
    assert counts == [1, 1, 1]
    assert sorted(Notice.objects.values_list("user", "key")) == [
        (one.pk, "due-1"),
        (one.pk, "due-2"),
        (other.pk, "due-1"),
    ]
    assert [message.to for message in mail.outbox] == [
        [one.person.email],
        [other.person.email],
        [one.person.email],
    ]


def test_the_mail_speaks_both_languages(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        notify(users=[make.user()], key="k", text=TEXT, link="/measures/1/")
    message = mail.outbox[0]
    assert message.subject == "[规矩 Guiju] 示例：请于本周内报告。"
    assert message.body == f"{TEXT.zh}\n\n{TEXT.en}\n\nhttp://127.0.0.1:8000/measures/1/"


def test_no_mail_without_an_address_and_none_to_closed_accounts(django_capture_on_commit_callbacks):
    silent = make.user(person=make.person(email=""))
    with django_capture_on_commit_callbacks(execute=True):
        assert notify(users=[silent, make.user(is_active=False)], key="k", text=TEXT) == 1
    assert mail.outbox == []


def test_a_mail_server_that_is_down_does_not_undo_it(
    django_capture_on_commit_callbacks, monkeypatch, caplog
):
    def fail(*_):
        raise OSError("down")

    monkeypatch.setattr("guiju.apps.accounts.services.notices._send", fail)
    with django_capture_on_commit_callbacks(execute=True):
        notify(users=[make.user()], key="k", text=TEXT)
    assert Notice.objects.count() == 1


def test_the_page_shows_and_marks_them(enter, django_assert_num_queries):
    user = make.user()
    for number in range(3):
        notify(users=[user], key=f"k{number}", text=TEXT)
    client = enter(user)
    assert client.get(PAGE).context["unread_notices"] == 3
    assert TEXT.en in client.get("/en" + PAGE).content.decode()
    client.post(reverse("accounts:read_notices"), {"notice": Notice.objects.first().pk})
    assert client.get(PAGE).context["unread_notices"] == 2
    client.post(reverse("accounts:read_notices"))
    assert client.get(PAGE).context["unread_notices"] == 0


@pytest.mark.parametrize("many", [1, 30])
def test_the_page_costs_the_same_for_one_and_for_many(enter, django_assert_num_queries, many):
    user = make.user()
    for number in range(many):
        notify(users=[user], key=f"k{number}", text=TEXT)
    client = enter(user)
    client.get(PAGE)
    with django_assert_num_queries(7):
        client.get(PAGE)


def test_nobody_reads_or_marks_anothers(enter):
    owner, stranger = make.user(), make.user()
    notify(users=[owner], key="k", text=TEXT)
    assert mark_read(notices=[Notice.objects.get().pk], by=make.viewer(stranger)) == 0
    assert list(enter(stranger).get(PAGE).context["page"]) == []
    assert (unread_count(make.viewer(owner)), unread_count(make.viewer())) == (1, 0)

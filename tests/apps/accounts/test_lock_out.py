"""Too many failures lock a name at an address for a while."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.urls import reverse

from tests.factories import accounts as make

pytestmark = pytest.mark.django_db
NINE = datetime(2026, 1, 5, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture
def clock():
    with time_machine.travel(NINE, tick=False) as travel:
        yield travel


def fail(sign_in, times, name="zhang"):
    return [sign_in(name, "wrong").status_code for _ in range(times)]


def test_the_fifth_failure_locks_and_the_page_says_how_long(clock, sign_in):
    make.user("zhang")
    assert fail(sign_in, 5) == [200, 200, 200, 200, 429]
    clock.shift(60)
    page = sign_in("zhang").content.decode()
    assert "请在 14 分钟后再试" in page
    assert "09:15" in page


def test_an_unknown_name_is_locked_just_the_same(clock, sign_in):
    make.user("zhang")
    pages = []
    for name in ("zhang", "nobody"):
        fail(sign_in, 5, name)
        page = sign_in(name, "wrong").content.decode()
        pages.append(re.sub(r'csrfmiddlewaretoken" value="\w+"', "", page))
    assert pages[0] == pages[1]


def test_spelling_the_name_otherwise_does_not_help(clock, sign_in):
    make.user("zhang")
    fail(sign_in, 4)
    assert sign_in("ZHANG", "wrong").status_code == 429


def test_the_right_password_does_not_help_before_the_end(clock, sign_in):
    make.user("zhang")
    fail(sign_in, 5)
    clock.shift(14 * 60 + 59)
    assert sign_in("zhang").status_code == 429
    clock.shift(2)
    assert sign_in("zhang").status_code == 302


def test_others_and_other_addresses_are_not_locked(clock, sign_in, client):
    make.user("zhang")
    make.user("li")
    fail(sign_in, 5)
    assert sign_in("li").status_code == 302
    client.logout()
    data = {"username": "zhang", "password": make.PASSWORD}
    elsewhere = client.post(reverse("accounts:sign_in"), data, REMOTE_ADDR="10.1.2.3")
    assert elsewhere.status_code == 302


def test_success_forgets_the_failures(clock, sign_in, client):
    make.user("zhang")
    fail(sign_in, 4)
    sign_in("zhang")
    client.logout()
    assert fail(sign_in, 4) == [200] * 4


def test_the_lock_out_is_one_event(clock, sign_in, events):
    make.user("zhang")
    fail(sign_in, 8)
    actions = [action for action, *_ in events()]
    assert actions == ["accounts.refuse_sign_in"] * 4 + ["accounts.lock_out"]

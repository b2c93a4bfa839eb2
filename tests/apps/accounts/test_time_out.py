"""A session that is idle too long ends."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.urls import reverse

from tests.factories import accounts as make

pytestmark = pytest.mark.django_db
NINE = datetime(2026, 1, 5, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


def test_use_keeps_a_session_and_idleness_ends_it(client, sign_in):
    me = reverse("accounts:me")
    with time_machine.travel(NINE, tick=False) as clock:
        make.user("zhang")
        sign_in("zhang")
        seen = []
        for minutes in (29, 29, 29, 31):
            clock.shift(minutes * 60)
            seen.append(client.get(me).status_code)
        assert seen == [200, 200, 200, 403]


def test_the_page_that_comes_instead_says_why(client, sign_in):
    with time_machine.travel(NINE, tick=False) as clock:
        make.user("zhang")
        sign_in("zhang")
        clock.shift(31 * 60)
        page = client.get(reverse("accounts:me")).content.decode()
    assert "您已有 30 分钟没有操作，系统已自动退出。请重新登录。" in page


def test_a_session_idle_from_its_first_moment_ends_too(client, sign_in):
    with time_machine.travel(NINE, tick=False) as clock:
        make.user("zhang")
        sign_in("zhang")
        clock.shift(31 * 60)
        assert client.get(reverse("accounts:me")).status_code == 403

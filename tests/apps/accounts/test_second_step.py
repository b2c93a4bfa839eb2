"""The one-time code as the second step."""

import base64
from datetime import datetime
from zoneinfo import ZoneInfo

import pyotp
import pytest
import time_machine
from django.urls import reverse

from guiju.apps.accounts.services.totp import accept_code, remove_totp
from guiju.core.errors import RefusedError
from tests.factories import accounts as make

pytestmark = pytest.mark.django_db
NINE = datetime(2026, 1, 5, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
STEP = reverse("accounts:second_step")


@pytest.fixture
def clock():
    with time_machine.travel(NINE, tick=False) as travel:
        yield travel


@pytest.fixture
def zhang(clock):
    return make.user("zhang", totp_secret=SECRET)


def code():
    return pyotp.TOTP(SECRET).now()


def test_the_password_alone_is_not_enough(zhang, client, sign_in, events):
    assert sign_in("zhang").url == STEP
    assert client.get(reverse("accounts:me")).status_code == 403
    assert events() == []


def test_password_and_code_sign_in_and_go_on(zhang, client, sign_in, events):
    sign_in("zhang", next="/organisations/")
    assert client.post(STEP, {"code": code()}).url == "/organisations/"
    assert client.get(reverse("accounts:me")).status_code == 200
    assert [action for action, *_ in events()] == ["accounts.sign_in"]


def test_a_code_is_accepted_once(zhang, client, sign_in):
    sign_in("zhang")
    used = code()
    client.post(STEP, {"code": used})
    client.post(reverse("accounts:sign_out"))
    sign_in("zhang")
    page = client.post(STEP, {"code": used})
    assert (page.status_code, "已用过" in page.content.decode()) == (200, True)


@pytest.mark.parametrize(
    ("seconds", "accepted"), [(-60, False), (-30, True), (0, True), (30, True), (60, False)]
)
def test_clocks_may_differ_by_one_step(zhang, seconds, accepted):
    shown = pyotp.TOTP(SECRET).at(int(NINE.timestamp()) + seconds)
    assert accept_code(user=zhang, code=f"{shown[:3]} {shown[3:]}") is accepted


def test_an_earlier_code_is_not_accepted_after_a_later_one(zhang):
    now = int(NINE.timestamp())
    assert accept_code(user=zhang, code=pyotp.TOTP(SECRET).at(now)) is True
    assert accept_code(user=zhang, code=pyotp.TOTP(SECRET).at(now - 30)) is False


def test_without_a_secret_no_code_is_right(clock):
    assert accept_code(user=make.user(), code="") is False


def test_wrong_codes_count_towards_the_lock_out(zhang, client, sign_in, events):
    sign_in("zhang")
    assert [client.post(STEP, {"code": "000000"}).status_code for _ in range(5)] == [200] * 4 + [
        429
    ]
    assert client.post(STEP, {"code": code()}).status_code == 429
    assert sign_in("zhang").status_code == 429
    actions = [action for action, *_ in events()]
    assert actions == ["accounts.refuse_sign_in"] * 4 + ["accounts.lock_out"]


def test_the_first_step_is_good_for_five_minutes(zhang, client, sign_in, clock):
    sign_in("zhang")
    clock.shift(301)
    assert client.post(STEP, {"code": code()}).status_code == 409


def test_without_a_first_step_there_is_no_second(client):
    assert client.get(STEP).status_code == 409


def test_setting_it_up_shows_picture_and_secret_and_asks_for_a_code(clock, client, sign_in, events):
    user = make.user("zhang")
    sign_in("zhang")
    address = reverse("accounts:second_factor")
    assert client.post(address).url == address
    page = client.get(address)
    secret = page.context["secret"]
    assert f"<code>{secret}</code>" in page.content.decode()
    assert page.context["image"].startswith("data:image/svg+xml")
    assert len(base64.b32decode(secret)) == 20
    assert client.post(address, {"code": "000000"}).status_code == 200
    assert client.post(address, {"code": pyotp.TOTP(secret).now()}).url == reverse("accounts:me")
    user.refresh_from_db()
    assert user.totp_secret == secret
    assert events()[-1] == ("accounts.turn_on_totp", "zhang", f"accounts.user:{user.pk}")
    assert accept_code(user=user, code=pyotp.TOTP(secret).now()) is False


def test_turning_it_off_needs_the_password(zhang, enter, events):
    address = reverse("accounts:second_factor_off")
    client = enter(zhang)
    page = client.post(address, {"password": "wrong"})
    zhang.refresh_from_db()
    assert ("当前口令不正确。" in page.content.decode(), zhang.totp_secret) == (True, SECRET)
    client.post(address, {"password": make.PASSWORD})
    zhang.refresh_from_db()
    assert zhang.totp_secret == ""
    assert [action for action, *_ in events()] == ["accounts.turn_off_totp"]


def test_only_the_security_administrator_removes_a_lost_one(zhang):
    system, security = make.seated("system_admin"), make.seated("security_admin")
    with pytest.raises(RefusedError):
        remove_totp(user=zhang, reason="示例", by=make.viewer(system))
    remove_totp(user=zhang, reason="示例", by=make.viewer(security))
    zhang.refresh_from_db()
    assert zhang.totp_secret == ""

"""Accounts are made and closed by the system administrator, and by nobody else."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from guiju.apps.accounts.errors import UsernameError, UsernameTakenError
from guiju.apps.accounts.models import User
from guiju.apps.accounts.selectors.viewers import operator
from guiju.apps.accounts.services import people
from guiju.core.errors import RefusedError
from guiju.web.viewer import Viewer
from tests.factories import accounts as make

pytestmark = pytest.mark.django_db
ONLY_SYSTEM = "只有系统管理员可以建立、停用用户和重置口令。"


@pytest.fixture
def system():
    return make.seated("system_admin", username="system.one")


def created(client, **values):
    data = {
        "username": "li.si",
        "name": "示例人员",
        "email": "li@example.org",
        "phone": "13812345678",
    }
    return client.post(reverse("accounts:new_user"), data | values)


def test_the_password_is_shown_once_works_and_must_be_changed(system, enter, client, sign_in):
    page = created(enter(system))
    password = page.context["password"]
    assert f"<code>{password}</code>" in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    user = User.objects.get(username="li.si")
    assert (
        password not in enter(system).get(reverse("accounts:user", args=[user.pk])).content.decode()
    )
    client.logout()
    assert sign_in("li.si", password).url == reverse("accounts:password")


def test_it_is_one_event_without_personal_data(system, enter, events):
    created(enter(system))
    user = User.objects.get(username="li.si")
    assert events() == [("accounts.create_user", "system.one", f"accounts.user:{user.pk}")]


@pytest.mark.parametrize("username", ["ab", "a b c", "x" * 61, "system", "CLI", "<script>", ""])
def test_names_that_cannot_be_used(system, username):
    with pytest.raises(UsernameError):
        people.create_user(username=username, name="示例", by=make.viewer(system))


def test_a_name_is_used_once_whatever_its_case(system):
    make.user("zhang")
    with pytest.raises(UsernameTakenError):
        people.create_user(username="\uff3aHANG", name="示例", by=make.viewer(system))


def test_the_command_line_may_give_a_password_that_fits_the_policy():
    by = operator(make.LONG_AGO)
    user, given = people.create_user(
        username="demo.office", name="示例", password=make.PASSWORD, by=by
    )
    assert (given, user.password_changed is None) == (make.PASSWORD, False)
    with pytest.raises(ValidationError):
        people.create_user(username="demo.other", name="示例", password="weak", by=by)


@pytest.mark.parametrize("role", ["security_admin", "audit_admin", "office", "liaison", None])
def test_nobody_else_makes_closes_or_resets(role):
    other = make.user()
    by = make.viewer(make.seated(role)) if role else make.viewer(make.user())
    acts = (
        lambda: people.create_user(username="x.y.z", name="示例", by=by),
        lambda: people.deactivate_user(user=other, by=by),
        lambda: people.reset_password(user=other, by=by),
    )
    for act in acts:
        with pytest.raises(RefusedError) as caught:
            act()
        assert caught.value.sentence.zh == ONLY_SYSTEM


def test_the_public_is_asked_to_sign_in():
    with pytest.raises(RefusedError) as caught:
        people.create_user(username="x.y.z", name="示例", by=Viewer(today=make.LONG_AGO))
    assert caught.value.sentence.zh == "请先登录。"


def test_nobody_closes_or_resets_himself(system):
    for act in (people.deactivate_user, people.reset_password):
        with pytest.raises(RefusedError) as caught:
            act(user=system, by=make.viewer(system))
        assert caught.value.sentence.zh.startswith("不能停用自己的账户")


def test_closing_and_opening(system, enter, events):
    other = make.user("zhang")
    client = enter(system)
    client.post(reverse("accounts:deactivate_user", args=[other.pk]), {"reason": "调离"})
    other.refresh_from_db()
    assert other.is_active is False
    client.post(reverse("accounts:activate_user", args=[other.pk]), {"reason": "返回"})
    other.refresh_from_db()
    assert other.is_active is True
    assert [action for action, *_ in events()] == [
        "accounts.deactivate_user",
        "accounts.activate_user",
    ]


def test_a_reset_gives_a_new_password_and_ends_the_old_one(system, enter, sign_in):
    other = make.user("zhang")
    client = enter(system)
    given = client.post(reverse("accounts:reset_password", args=[other.pk])).context["password"]
    client.logout()
    assert sign_in("zhang").status_code == 200
    assert sign_in("zhang", given).url == reverse("accounts:password")


def test_made_passwords_fit_the_policy_and_differ():
    made = {people.random_password() for _ in range(50)}
    assert len(made) == 50
    assert {len(one) for one in made} == {23}


def test_phone_and_mail_are_masked_for_the_security_administrator(system, enter):
    person = make.person(email="zhang.san@example.org", phone="13812345678")
    other = make.user("zhang", person=person)
    seen = []
    for viewer in (system, make.seated("security_admin")):
        shown = enter(viewer).get(reverse("accounts:user", args=[other.pk])).context["shown"]
        seen.append((shown.phone, shown.email))
    assert seen == [("13812345678", "zhang.san@example.org"), ("138****5678", "z****@example.org")]


@pytest.mark.parametrize("many", [1, 30])
def test_the_list_costs_the_same_for_one_and_for_many(
    system, enter, django_assert_num_queries, many
):
    at = make.organisation()
    for _ in range(many):
        make.seat(at=at)
    client = enter(system)
    client.get(reverse("accounts:users"))
    with django_assert_num_queries(9):
        page = client.get(reverse("accounts:users"))
    assert len(page.context["rows"]) == many + 1


def test_the_list_is_searched_by_name_and_user_name(system, enter):
    make.user("zhang", person=make.person(name="示例甲"))
    make.user("wang", person=make.person(name="示例乙"))
    client = enter(system)
    found = [
        [
            row.user.username
            for row in client.get(reverse("accounts:users"), {"q": text}).context["rows"]
        ]
        for text in ("示例乙", "ZHA", "没有")
    ]
    assert found == [["wang"], ["zhang"], []]

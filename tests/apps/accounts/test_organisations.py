"""Changing the register: names end and begin, nothing is deleted, each act is one event."""

from datetime import date

import pytest

from guiju.apps.accounts.errors import (
    NameTakenError,
    ParentCircleError,
    RenameDateError,
    SlugTakenError,
    SuccessionError,
    UsccTakenError,
)
from guiju.apps.accounts.models import Alias
from guiju.apps.accounts.selectors.organisations import name_on, resolve
from guiju.apps.accounts.selectors.register import passages
from guiju.apps.accounts.services import organisations as service
from guiju.core.codes.uscc import UsccCheckError
from guiju.core.errors import RefusedError
from guiju.web.viewer import Viewer
from tests.factories import accounts as make

pytestmark = pytest.mark.django_db
DAY = date(2022, 7, 6)
SAMR = "11100000MB0194554T"


@pytest.fixture
def system():
    return make.viewer(make.seated("system_admin", username="system.one"))


def create(by, **values):
    data = {"slug": "example-a", "kind": "enterprise", "zh": "示例有限公司", "short_zh": "示例公司"}
    return service.create_organisation(by=by, **data | values)


def test_it_is_entered_with_its_first_name(system, events):
    one = create(system, uscc="1110 0000 mb0194554t", en="Example Ltd", since=DAY)
    assert (one.uscc, name_on(one, DAY, "en").full) == (SAMR, "Example Ltd")
    subject = f"accounts.organisation:{one.pk}"
    assert events() == [("accounts.create_organisation", "system.one", subject)]


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"slug": "taken"}, SlugTakenError),
        ({"slug": "new"}, SlugTakenError),
        ({"uscc": SAMR}, UsccTakenError),
        ({"uscc": SAMR[:-1] + "A"}, UsccCheckError),
        ({"zh": "示例 厅"}, NameTakenError),
        ({"short_zh": "厅（示例）"}, NameTakenError),
    ],
)
def test_what_is_taken_or_wrong_is_refused_and_nothing_is_stored(system, values, error, events):
    make.organisation("示例厅", slug="taken", uscc=SAMR, aliases=("厅(示例)",))
    with pytest.raises(error):
        create(system, **values)
    assert events() == []


def test_a_new_name_ends_the_present_one_on_its_first_day(system, events):
    one = make.organisation("示例局", since=date(2000, 1, 1))
    service.rename_organisation(
        organisation=one, zh="示例总局", short_zh="示例总局", since=DAY, by=system
    )
    names = [(name.zh, name.since, name.until) for name in one.names.order_by("since")]
    assert names == [("示例局", date(2000, 1, 1), DAY), ("示例总局", DAY, None)]
    assert [str(name_on(one, date(2022, 7, day), "zh")) for day in (5, 6)] == ["示例局", "示例总局"]
    assert [action for action, *_ in events()] == ["accounts.rename_organisation"]
    assert {found.pk for found in resolve(["示例局", "示例总局"], DAY).values()} == {one.pk}


def test_a_name_does_not_begin_before_the_present_one(system):
    one = make.organisation(since=DAY)
    with pytest.raises(RenameDateError) as caught:
        service.rename_organisation(
            organisation=one, zh="示例", short_zh="示例", since=DAY, by=system
        )
    assert caught.value.sentence.zh == "新名称的起始日期应晚于现名称的起始日期 2022-07-06。"


def test_an_alias_means_one_organisation(system):
    one, other = make.organisation("示例甲部"), make.organisation("示例乙部")
    service.add_alias(organisation=one, text="示例（甲）", by=system)
    assert resolve(["示例(甲)"], DAY)["示例(甲)"] == one
    for text in ("示例(甲)", "示例甲部"):
        with pytest.raises(NameTakenError):
            service.add_alias(organisation=other, text=text, by=system)
    with pytest.raises(NameTakenError):
        service.add_alias(organisation=one, text="示例(甲)", by=system)


def test_a_wrong_alias_is_removed_by_an_act_of_its_own(system, events):
    one = make.organisation(aliases=("示例别名",))
    service.remove_alias(alias=Alias.objects.get(), by=system)
    assert resolve(["示例别名"], DAY) == {"示例别名": None}
    subject = f"accounts.organisation:{one.pk}"
    assert events() == [("accounts.remove_alias", "system.one", subject)]


def test_the_chain_shows_all_that_led_here_and_followed(system):
    first, second, third, aside = (make.organisation(f"示例{n}部") for n in "一二三四")
    for before, after, on in ((first, second, 2008), (second, third, 2018), (aside, third, 2018)):
        service.record_succession(
            predecessor=before, successor=after, on=date(on, 3, 15), basis="示例决定", by=system
        )

    def chain(one):
        return [f"{p.predecessor.name}→{p.successor.name}" for p in passages(one, "zh")]

    all_three = ["示例一部→示例二部", "示例二部→示例三部", "示例四部→示例三部"]
    assert chain(third) == all_three
    assert chain(first) == all_three[:2]
    assert chain(aside) == all_three[2:]


def test_a_circle_of_successions_does_not_hang(system):
    one, other = make.organisation(), make.organisation()
    for before, after, year in ((one, other, 2008), (other, one, 2018)):
        service.record_succession(
            predecessor=before, successor=after, on=date(year, 1, 1), basis="示例", by=system
        )
    assert len(passages(one, "zh")) == 2


def test_no_body_succeeds_itself_and_each_succession_counts_once(system):
    one, other = make.organisation(), make.organisation()
    succession = {"predecessor": one, "on": DAY, "by": system}
    service.record_succession(successor=other, **succession)
    for successor in (one, other):
        with pytest.raises(SuccessionError):
            service.record_succession(successor=successor, **succession)


def test_no_body_stands_above_itself(system):
    top = make.organisation()
    middle = make.organisation(parent=top)
    low = make.organisation(parent=middle)
    for parent in (top, middle, low):
        with pytest.raises(ParentCircleError):
            service.edit_organisation(
                organisation=top, kind="other", uscc="", region="", parent=parent, by=system
            )


@pytest.mark.parametrize("role", ["security_admin", "audit_admin", "office", "liaison"])
def test_nobody_else_changes_the_register(role):
    by = make.viewer(make.seated(role))
    one, other = make.organisation(), make.organisation()
    acts = (
        lambda: create(by),
        lambda: service.edit_organisation(
            organisation=one, kind="other", uscc="", region="", parent=None, by=by
        ),
        lambda: service.rename_organisation(
            organisation=one, zh="示例", short_zh="示例", since=DAY, by=by
        ),
        lambda: service.add_alias(organisation=one, text="示例", by=by),
        lambda: service.record_succession(predecessor=one, successor=other, on=DAY, by=by),
    )
    for act in acts:
        with pytest.raises(RefusedError) as caught:
            act()
        assert caught.value.sentence.zh == "只有系统管理员可以维护机构名录。"


def test_the_public_is_asked_to_sign_in():
    with pytest.raises(RefusedError) as caught:
        create(Viewer(today=DAY))
    assert caught.value.sentence.zh == "请先登录。"

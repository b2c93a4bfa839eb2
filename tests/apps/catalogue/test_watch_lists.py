"""Watch lists: made, filled, moved on to successors, and nobody else's affair."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from guiju.apps.catalogue.models import Watch, WatchList
from guiju.apps.catalogue.selectors.pasted import read_pasted
from guiju.apps.catalogue.selectors.watching import (
    list_of,
    lists_of,
    watch_rows,
    watch_state,
    watches,
)
from guiju.apps.catalogue.services import watching as act
from guiju.apps.catalogue.services.naming import BadNameError, NameTakenError, TooManyError
from guiju.apps.journal.models import Event
from guiju.core.errors import RefusedError
from guiju.core.params import all_params
from guiju.web.viewer import Viewer
from tests.factories import accounts
from tests.factories import catalogue as make

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_a_day():
    with time_machine.travel("2026-01-05 10:00+08:00", tick=False):
        yield


@pytest.fixture
def owner():
    return accounts.user("owner")


@pytest.fixture
def viewer(owner):
    return accounts.viewer(owner)


@pytest.fixture
def one(viewer):
    return act.create_list(name="示例清单", by=viewer)


def keys(watch_list):
    return list(watch_list.watches.values_list("edition__key", flat=True))


def enter(client, user):
    client.force_login(user, backend="guiju.apps.accounts.backends.SeatBackend")
    return client


def page(name, *args):
    return reverse(f"catalogue:{name}", args=args)


def test_each_act_is_one_event_that_names_no_standard(viewer, one):
    old, new = make.editions("GB/T 1-2001", "GB/T 1-2011")
    before = Event.objects.count()
    act.rename_list(watch_list=one, name="  另一个  名称 ", by=viewer)
    act.watch(watch_list=one, editions=[old], by=viewer)
    act.watch(watch_list=one, editions=[old], by=viewer)
    act.move_on(watch_list=one, edition=old, by=viewer)
    act.unwatch(watch_list=one, editions=[new], by=viewer)
    act.renew_feed(watch_list=one, by=viewer)
    act.remove_list(watch_list=one, by=viewer)
    events = Event.objects.order_by("number")[before:]
    assert [(event.action, event.details) for event in events] == [
        ("catalogue.rename_watch_list", {}),
        ("catalogue.watch_standards", {"count": 1}),
        ("catalogue.move_watches", {"count": 1}),
        ("catalogue.unwatch_standards", {"count": 1}),
        ("catalogue.renew_watch_feed", {}),
        ("catalogue.remove_watch_list", {}),
    ]
    assert {event.actor for event in events} == {"owner"}
    assert WatchList.objects.count() == 0


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("", BadNameError),
        (" \x00 ", BadNameError),
        ("名" * 121, BadNameError),
        ("示例清单", NameTakenError),
    ],
)
def test_names(viewer, one, name, error):
    with pytest.raises(error):
        act.create_list(name=name, by=viewer)


def test_two_people_may_use_one_name(one):
    other = accounts.viewer(accounts.user())
    assert act.create_list(name="示例清单", by=other).owner_id == other.user


def test_limits_are_the_rulebook_s(viewer, one, monkeypatch):
    limits = {"watching.most_lists": 1, "watching.most_standards": 2}
    assert limits.keys() <= {param.key for param in all_params()}
    monkeypatch.setattr("guiju.apps.catalogue.services.naming.param", lambda key, on: limits[key])
    with pytest.raises(TooManyError, match="最多可保留 1 项"):
        act.create_list(name="第二个", by=viewer)
    rows = make.editions("GB/T 1-2001", "GB/T 2-2001", "GB/T 3-2001")
    act.watch(watch_list=one, editions=rows[:2], by=viewer)
    with pytest.raises(TooManyError, match="最多可保留 2 项"):
        act.watch(watch_list=one, editions=rows, by=viewer)
    assert keys(one) == ["GB/T 1-2001", "GB/T 2-2001"]


@pytest.mark.parametrize(
    "do",
    [
        lambda one, by: act.rename_list(watch_list=one, name="x", by=by),
        lambda one, by: act.remove_list(watch_list=one, by=by),
        lambda one, by: act.renew_feed(watch_list=one, by=by),
        lambda one, by: act.watch(watch_list=one, editions=[], by=by),
        lambda one, by: act.unwatch(watch_list=one, editions=[], by=by),
        lambda one, by: act.move_all(watch_list=one, by=by),
        lambda one, by: list_of(by, one.pk),
    ],
)
def test_a_list_is_its_owner_s(one, do):
    for stranger in (Viewer(today=one.created.date()), accounts.viewer(accounts.user())):
        with pytest.raises(RefusedError):
            do(one, stranger)
    assert WatchList.objects.get().name == "示例清单"


def test_the_list_moves_to_what_replaced_its_standards(viewer, one):
    """Split in two, chained, withdrawn without a successor, and in force."""
    make.replaces("GB/T 30-2018", "GB/T 29-2001")
    make.replaces("GB/T 31-2018", "GB/T 29-2001")
    make.editions("GB/T 1.1-2000", "GB/T 1.1-2009", "GB/T 1.1-2020", "GB/T 8-2012")
    make.edition("GB/T 7-2001", withdrawn="2010-01-01")
    watched = ("GB/T 29-2001", "GB/T 1.1-2000", "GB/T 7-2001", "GB/T 8-2012")
    act.watch(watch_list=one, editions=[make.found(n) for n in watched], by=viewer)
    assert lists_of(viewer).get().ended == 3
    assert act.move_all(watch_list=one, by=viewer) == 2
    assert keys(one) == [
        "GB/T 1.1-2020",
        "GB/T 7-2001",
        "GB/T 8-2012",
        "GB/T 30-2018",
        "GB/T 31-2018",
    ]
    assert act.move_all(watch_list=one, by=viewer) == 0


def test_who_starts_to_watch_counts_as_told(viewer, one):
    act.watch(watch_list=one, editions=make.editions("GB/T 8-2012"), by=viewer)
    assert Watch.objects.get().told == {
        "state": "in_force",
        "successors": [],
        "amendments": [],
        "drafts": [],
    }


def test_the_button_knows_the_lists(viewer, one, django_assert_num_queries):
    edition = make.edition("GB/T 8-2012")
    with django_assert_num_queries(1):
        state = watch_state(viewer, edition)
    assert ([row.name for row in state.lists], state.on) == (["示例清单"], ())
    act.watch(watch_list=one, editions=[edition], by=viewer)
    assert [row.pk for row in watch_state(viewer, edition).on] == [one.pk]
    with django_assert_num_queries(0):
        assert watch_state(Viewer(today=viewer.today), edition).lists == ()


@pytest.mark.parametrize("count", [1, 30])
def test_queries_of_the_rows_do_not_grow(viewer, one, count, django_assert_num_queries):
    rows = make.editions(*(f"GB/T {n}-2001" for n in range(100, 100 + count)))
    make.editions(*(f"GB/T {n}-2021" for n in range(100, 100 + count)))
    act.watch(watch_list=one, editions=rows, by=viewer)
    with django_assert_num_queries(8):
        shown = watch_rows(viewer, watches(viewer, one), viewer.today)
    assert [row.has_ended for row in shown] == [True] * count


def test_the_pages(client, owner, one):
    enter(client, owner)
    make.replaces("GB/T 30-2018", "GB/T 29-2001")
    answer = client.post(page("watch", "GB/T_29-2001"), {"lists": [one.pk]})
    assert answer.headers["Location"] == page("standard", "GB/T_29-2001")
    assert keys(one) == ["GB/T 29-2001"]
    shown = client.get(page("watch_list", one.pk)).content.decode()
    assert "被代替" in shown
    assert page("standard", "GB/T_30-2018") in shown
    watch = one.watches.get()
    assert client.post(page("move_watch", one.pk, watch.pk)).status_code == 302
    assert keys(one) == ["GB/T 30-2018"]
    watch = one.watches.get()
    assert client.post(page("move_watch", one.pk, watch.pk)).status_code == 409
    assert client.post(page("unwatch", one.pk, watch.pk)).status_code == 302
    assert keys(one) == []
    assert client.get(page("remove_watch_list", one.pk)).status_code == 200
    client.post(page("remove_watch_list", one.pk))
    assert WatchList.objects.count() == 0


def test_a_standard_goes_on_a_new_list(client, owner):
    enter(client, owner)
    make.edition("GB/T 29-2001")
    address = page("watch", "GB/T_29-2001")
    assert "请填写清单名称" in client.post(address, {"name": ""}).content.decode()
    assert client.post(address, {"name": "新清单"}).status_code == 302
    assert keys(WatchList.objects.get(name="新清单")) == ["GB/T 29-2001"]


def test_a_list_that_is_unchecked_loses_the_standard(client, owner, viewer, one):
    enter(client, owner)
    act.watch(watch_list=one, editions=make.editions("GB/T 29-2001"), by=viewer)
    client.post(page("watch", "GB/T_29-2001"), {"name": ""})
    assert keys(one) == []


def test_pasted_numbers_are_shown_before_they_are_added(client, owner, one):
    enter(client, owner)
    make.editions("GB/T 1.1-2009", "GB/T 1.1-2020", "GB 5009.3-2016")
    text = "见 GBT 1.1 和 GB 5009.3－2016\n\n没有编号的一行\nGB/T 99999-2020"
    answer = client.post(page("paste_watches", one.pk), {"text": text})
    read = answer.context["read"]
    assert [(written, edition.key) for written, edition in read.found] == [
        ("GBT 1.1", "GB/T 1.1-2020"),
        ("GB 5009.3－2016", "GB 5009.3-2016"),
    ]
    assert (read.unknown, read.without) == (("GB/T 99999-2020",), ("没有编号的一行",))
    assert keys(one) == []
    client.post(page("paste_watches", one.pk), {"text": text, "agreed": "1"})
    assert keys(one) == ["GB 5009.3-2016", "GB/T 1.1-2020"]


def test_too_long_a_text_is_refused_at_the_field(client, owner, one):
    enter(client, owner)
    answer = client.post(page("paste_watches", one.pk), {"text": "1" * 200_001})
    assert "文本超过 200000 个字符" in answer.context["form"].errors["text"][0]


@pytest.mark.parametrize("count", [1, 30])
def test_pasting_many_asks_as_often_as_pasting_one(count, django_assert_num_queries):
    numbers = [f"GB/T {n}-2001" for n in range(100, 100 + count)]
    make.editions(*numbers)
    with django_assert_num_queries(4):
        read = read_pasted(Viewer(today=date(2026, 1, 5)), "\n".join(numbers))
    assert len(read.editions) == count


def test_the_csv_cannot_compute(client, owner, viewer, one):
    enter(client, owner)
    rows = [make.edition("GB/T 29-2001", title_zh="=1+1")]
    make.edition("GB/T 29-2011")
    act.watch(watch_list=one, editions=rows, by=viewer)
    answer = client.get("/en" + page("export_watch_list", one.pk))
    assert b"".join(answer.streaming_content).decode("utf-8-sig").splitlines() == [
        "Number,Chinese title,English title,State,Since,Successor edition,On the list since",
        "GB/T 29-2001,'=1+1,,superseded,2011-07-01,GB/T 29-2011,2026-01-05",
    ]


PAGES = (
    ("get", "watch_list"),
    ("post", "rename_watch_list"),
    ("post", "remove_watch_list"),
    ("post", "renew_watch_feed"),
    ("post", "paste_watches"),
    ("get", "export_watch_list"),
    ("post", "move_watches"),
)


@pytest.mark.parametrize(("method", "name"), PAGES)
def test_strangers_and_the_public_see_no_list(client, one, method, name):
    for user in (None, accounts.user()):
        if user:
            enter(client, user)
        answer = getattr(client, method)(page(name, one.pk), {"name": "x", "text": "x"})
        assert answer.status_code == 403
        assert "示例清单" not in answer.content.decode()
    assert WatchList.objects.get().name == "示例清单"

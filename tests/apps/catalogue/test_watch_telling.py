"""Watchers are told once of what is new: state, successors, amendments, drafts."""

from datetime import date

import pytest
import time_machine
from django.core import mail

from guiju.apps.accounts.models import Notice
from guiju.apps.catalogue.models import Change, Watch
from guiju.apps.catalogue.services import watching as act
from guiju.apps.catalogue.services.telling import tell
from guiju.apps.journal.models import Event
from guiju.web.viewer import Viewer
from tests.factories import accounts
from tests.factories import catalogue as make

pytestmark = pytest.mark.django_db
TODAY = date(2026, 1, 5)
NOBODY = {"watched": 1, "changed": 0, "notices": 0}
ONE = {"watched": 1, "changed": 1, "notices": 1}


@pytest.fixture(autouse=True)
def on_a_day():
    with time_machine.travel("2026-01-05 10:00+08:00", tick=False):
        yield


@pytest.fixture
def watched():
    """Somebody watches GB/T 1-2001 on two lists."""
    edition = make.edition("GB/T 1-2001")
    viewer = accounts.viewer(accounts.user("owner"))
    for name in ("一", "二"):
        one = act.create_list(name=name, by=viewer)
        act.watch(watch_list=one, editions=[edition], by=viewer)
    return edition


def told(on=TODAY):
    return tell(on=on, by=Viewer(today=on))


def sentences():
    return [(one.text_zh, one.text_en) for one in Notice.objects.order_by("pk")]


def test_nothing_new_tells_nobody(watched):
    assert told() == NOBODY
    assert sentences() == []


def test_what_was_replaced_is_told_once(watched, django_capture_on_commit_callbacks):
    make.edition("GB/T 1-2025")
    with django_capture_on_commit_callbacks(execute=True):
        assert told() == ONE
    assert sentences() == [
        (
            "GB/T 1—2001 自 2025-07-01 起被代替。GB/T 1—2025 代替 GB/T 1—2001，2025-07-01 起实施。",
            "GB/T 1-2001 is superseded since 2025-07-01."
            " GB/T 1-2025 replaces GB/T 1-2001, in effect from 2025-07-01.",
        )
    ]
    assert Notice.objects.get().link == "/standards/GB/T_1-2001/"
    assert [message.to for message in mail.outbox] == [[Notice.objects.get().user.person.email]]
    assert told() == NOBODY
    assert len(sentences()) == 1
    assert {row.told["state"] for row in Watch.objects.all()} == {"superseded"}


def test_an_announced_successor_is_told_and_later_its_day(watched):
    make.edition("GB/T 1-2026", issued="2026-01-02", effective="2026-08-01")
    told()
    told(date(2026, 8, 1))
    assert [zh for zh, _ in sentences()] == [
        "GB/T 1—2026 代替 GB/T 1—2001，2026-08-01 起实施。",
        "GB/T 1—2001 自 2026-08-01 起被代替。",
    ]


def test_amendments_and_drafts(watched):
    make.edition("GB/T 1-2001/XG1-2025")
    make.edition("GB/T 1-2027", issued="", effective="", status="draft", as_of="2026-01-01")
    told()
    assert [en for _, en in sentences()] == [
        "GB/T 1-2001 is amended by GB/T 1-2001/XG1-2025, in effect from 2025-07-01."
        " GB/T 1-2001 is under revision: GB/T 1-2027."
    ]


def test_a_state_that_comes_back_is_told_again(watched):
    make.edition("GB/T 1-2001", withdrawn="2025-12-01")
    told()
    make.edition("GB/T 1-2001")
    told(date(2026, 1, 6))
    make.edition("GB/T 1-2001", withdrawn="2025-12-01")
    told(date(2026, 1, 7))
    assert [zh for zh, _ in sentences()] == [
        "GB/T 1—2001 自 2025-12-01 起废止。",
        "GB/T 1—2001 自 2001-07-01 起现行。",
        "GB/T 1—2001 自 2025-12-01 起废止。",
    ]


def test_each_difference_is_a_change_whoever_watches(watched):
    other = accounts.viewer(accounts.user())
    one = act.create_list(name="x", by=other)
    act.watch(watch_list=one, editions=[watched], by=other)
    make.edition("GB/T 1-2025")
    assert told() == {"watched": 1, "changed": 1, "notices": 2}
    assert sorted(Change.objects.values_list("kind", "text_zh")) == [
        ("relation", "GB/T 1—2025 代替 GB/T 1—2001，2025-07-01 起实施。"),
        ("state", "GB/T 1—2001 自 2025-07-01 起被代替。"),
    ]


def test_a_step_is_one_event_with_counts_only(watched):
    make.edition("GB/T 1-2025")
    told()
    event = Event.objects.order_by("number").last()
    assert (event.action, event.subject, event.details) == (
        "catalogue.tell_watchers",
        "catalogue.watches:2026-01-05",
        ONE,
    )


def test_who_watched_later_hears_only_what_came_later(watched):
    make.edition("GB/T 1-2025")
    late = accounts.viewer(accounts.user())
    one = act.create_list(name="x", by=late)
    act.watch(watch_list=one, editions=[watched], by=late)
    assert told() == ONE
    assert Notice.objects.filter(user=late.user).count() == 0


@pytest.mark.parametrize("count", [1, 30])
def test_queries_do_not_grow_with_what_is_watched(count, django_assert_num_queries):
    rows = make.editions(*(f"GB/T {n}-2001" for n in range(100, 100 + count)))
    viewer = accounts.viewer(accounts.user())
    one = act.create_list(name="x", by=viewer)
    act.watch(watch_list=one, editions=rows, by=viewer)
    with django_assert_num_queries(14):
        assert told() == {"watched": count, "changed": 0, "notices": 0}


def test_many_steps(watched, monkeypatch):
    monkeypatch.setattr("guiju.apps.catalogue.services.telling.STEP", 2)
    viewer = accounts.viewer(accounts.user())
    one = act.create_list(name="x", by=viewer)
    act.watch(
        watch_list=one, editions=make.editions(*(f"GB/T {n}-2001" for n in range(5, 9))), by=viewer
    )
    make.editions("GB/T 5-2011", "GB/T 8-2011")
    assert told() == {"watched": 5, "changed": 2, "notices": 2}

"""Recording: one event, sealed, in the act's own transaction; the database refuses the rest."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from guiju.apps.journal.models import Event, Head
from guiju.apps.journal.selectors import verify_chain
from guiju.apps.journal.services import record
from guiju.core.seals.chain import digest_of
from guiju.web.viewer import Viewer

pytestmark = pytest.mark.django_db(transaction=True)
CLERK = Viewer(today=date(2026, 1, 5), user=1, name="clerk")


def act(**more):
    with transaction.atomic():
        return record(by=CLERK, action="example.act", subject="example.thing:1", **more)


def failing_act():
    with transaction.atomic():
        record(by=CLERK, action="example.act", subject="example.thing:2")
        raise RuntimeError


def test_an_event_says_who_what_and_on_what():
    event = act(
        organisation=7, before={"state": "a"}, after={"state": "b"}, reason="示例", details={"n": 1}
    )
    stored = Event.objects.get()
    assert stored.at == event.at
    assert (stored.number, stored.actor, stored.organisation) == (
        1,
        "clerk",
        "accounts.organisation:7",
    )
    assert (stored.before, stored.after) == (digest_of({"state": "a"}), digest_of({"state": "b"}))
    assert (stored.reason, stored.details) == ("示例", {"n": 1})


def test_numbers_have_no_gap_when_an_act_fails():
    act()
    with pytest.raises(RuntimeError):
        failing_act()
    act()
    assert list(Event.objects.order_by("number").values_list("number", flat=True)) == [1, 2]
    assert verify_chain().fault is None


def test_outside_a_transaction_nothing_is_recorded():
    with pytest.raises(transaction.TransactionManagementError):
        record(by=CLERK, action="example.act", subject="example.thing:1")
    assert Event.objects.count() == 0


@pytest.mark.parametrize(
    "change",
    [
        lambda: Event.objects.filter(number=2).update(reason="x"),
        lambda: Event.objects.filter(number=2).delete(),
        lambda: Event.objects.create(number=9, at=Event.objects.get(number=1).at, actor="x"),
        lambda: Head.objects.update(number=1),
        lambda: Head.objects.update(number=9),
        lambda: Head.objects.all().delete(),
        lambda: Head.objects.create(id=2, number=3),
    ],
    ids=["update", "delete", "gap", "head back", "head jump", "head delete", "second head"],
)
def test_the_database_refuses(change):
    for _ in range(3):
        act()
    with pytest.raises(DatabaseError):
        change()
    assert verify_chain().count == 3
    assert verify_chain().fault is None

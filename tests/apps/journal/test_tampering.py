"""Someone with full rights in the database changes the journal behind the product's back.

The triggers are taken off first, as such a person would; verification must still name the first
bad entry. It runs on SQLite and on PostgreSQL alike.
"""

from datetime import date

import pytest
from django.db import connection, transaction

from guiju.apps.journal.models import SEALED, Event, Head
from guiju.apps.journal.selectors import verify_chain
from guiju.apps.journal.services import record
from guiju.core.seals.chain import FIRST, Digests, Mark, link
from guiju.web.viewer import Viewer

pytestmark = pytest.mark.django_db(transaction=True)
CLERK = Viewer(today=date(2026, 1, 5), user=1, name="clerk")
COUNT = 8


@pytest.fixture
def database(unguarded_journal):
    """A journal of eight entries whose guards are off; `sql(...)` runs as the intruder."""
    with transaction.atomic():
        for number in range(1, COUNT + 1):
            record(
                by=CLERK,
                action="example.act",
                subject=f"example.thing:{number}",
                before={"state": number - 1},
                after={"state": number},
                reason="示例",
                details={"number": number, "text": "规矩"},
            )
    unguarded_journal()

    def sql(*statements):
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)

    return sql


def resealed(number, **changes):
    """The entry with changed content and digests that fit it, as a careful intruder would write."""
    previous = Event.objects.filter(number=number - 1).first() or FIRST
    event = Event.objects.get(number=number)
    for name, value in changes.items():
        setattr(event, name, value)
    fields = {name: getattr(event, name) for name in SEALED}
    digests = link(Digests(previous.sm3, previous.sha256), fields)
    changes |= {"sm3": digests.sm3, "sha256": digests.sha256}
    Event.objects.filter(number=number).update(**changes)


def change_reason(sql):
    sql("UPDATE journal_event SET reason = '另一理由' WHERE number = 4")


def change_actor(sql):
    sql("UPDATE journal_event SET actor = 'somebody' WHERE number = 4")


def change_time(sql):
    sql("UPDATE journal_event SET at = '2020-01-01 00:00:00+00' WHERE number = 4")


def change_details(sql):
    sql("""UPDATE journal_event SET details = '{"number": 5, "text": "规矩"}' WHERE number = 4""")


def change_before_digest(sql):
    sql(f"UPDATE journal_event SET before = '{'0' * 64}' WHERE number = 4")


def change_one_digest(sql):
    sql(f"UPDATE journal_event SET sha256 = '{'0' * 64}' WHERE number = 4")


def remove_one(sql):
    sql("DELETE FROM journal_event WHERE number = 4")


def remove_one_and_close_the_gap(sql):
    sql("DELETE FROM journal_event WHERE number = 4")
    for number in range(5, COUNT + 1):
        sql(f"UPDATE journal_event SET number = {number - 1} WHERE number = {number}")
    sql(f"UPDATE journal_head SET number = {COUNT - 1}")


def remove_first(sql):
    sql("DELETE FROM journal_event WHERE number = 1")


def remove_last(sql):
    sql(f"DELETE FROM journal_event WHERE number = {COUNT}")


def remove_all(sql):
    sql("DELETE FROM journal_event")


def swap_two(sql):
    sql(
        "UPDATE journal_event SET number = 99 WHERE number = 4",
        "UPDATE journal_event SET number = 4 WHERE number = 5",
        "UPDATE journal_event SET number = 5 WHERE number = 99",
    )


def insert_one_at_the_end(sql):
    columns = "at, actor, organisation, action, subject, before, after, reason, details"
    sql(
        f"INSERT INTO journal_event (number, {columns}, sm3, sha256)"
        f" SELECT {COUNT + 1}, {columns}, sm3, sha256 FROM journal_event WHERE number = {COUNT}"
    )


def reseal_one(sql):
    resealed(4, reason="另一理由")


def move_head_back(sql):
    sql(f"UPDATE journal_head SET number = {COUNT - 1}")


def remove_head(sql):
    sql("DELETE FROM journal_head")


KINDS = [
    (change_reason, 4),
    (change_actor, 4),
    (change_time, 4),
    (change_details, 4),
    (change_before_digest, 4),
    (change_one_digest, 4),
    (remove_one, 4),
    (remove_one_and_close_the_gap, 4),
    (remove_first, 1),
    (remove_last, COUNT),
    (remove_all, 1),
    (swap_two, 4),
    (insert_one_at_the_end, COUNT + 1),
    (reseal_one, 5),
    (move_head_back, COUNT),
    (remove_head, 1),
]


@pytest.mark.parametrize(
    ("tamper", "number"), KINDS, ids=lambda kind: getattr(kind, "__name__", "")
)
def test_it_is_found(database, tamper, number):
    assert verify_chain().fault is None
    tamper(database)
    fault = verify_chain().fault
    assert fault is not None
    assert fault.number == number


def test_a_chain_rewritten_to_its_end_is_found_by_a_noted_mark(database):
    noted = Event.objects.get(number=6)
    for number in range(4, COUNT + 1):
        resealed(number, reason="另一理由")
    last = Event.objects.get(number=COUNT)
    Head.objects.update(sm3=last.sm3, sha256=last.sha256)
    assert verify_chain().fault is None
    assert verify_chain(Mark(6, noted.sm3)).fault.number == 6

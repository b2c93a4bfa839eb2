"""Two confirmations at once: one imports, the other is told, and the chain stays whole."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from guiju.apps.governance.models import ImportDraft, Plan, PlanText
from guiju.apps.governance.services.drafts import confirm, start_import
from guiju.apps.governance.services.imports import read_source
from guiju.apps.journal.models import Event
from guiju.apps.journal.selectors import verify_chain
from guiju.core.errors import GuijuError
from tests.factories import accounts
from tests.factories import governance as make

pytestmark = pytest.mark.django_db(transaction=True)


def drafts(count):
    office = accounts.organisation("示例办公室")
    by = accounts.viewer(make.office_user(office))
    source = read_source(make.TEXT.encode(), name="plan.txt")
    made = [start_import(source=source, plan=None, office=None, by=by) for _ in range(count)]
    return by, [draft.pk for draft in made]


def at_once(*acts):
    """Run all acts at the same time; what each answered, or the code of its refusal.

    The test database of SQLite lives in one connection, so there they follow one another; two
    processes on one file are tested with the command line.
    """
    is_sqlite = connection.vendor == "sqlite"
    start = Barrier(1 if is_sqlite else len(acts))
    answers = [None] * len(acts)

    def run(place, act):
        start.wait()
        try:
            answers[place] = act().number
        except GuijuError as error:
            answers[place] = error.code
        finally:
            if not is_sqlite:
                connection.close()

    if is_sqlite:
        for pair in enumerate(acts):
            run(*pair)
        return sorted(answers, key=str)
    threads = [Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(answers, key=str)


def test_the_same_draft_twice_at_once():
    by, (draft,) = drafts(1)
    assert at_once(*[lambda: confirm(draft=draft, seen=0, by=by)] * 2) == [1, "draft_gone"]
    assert (Plan.objects.count(), PlanText.objects.count(), Event.objects.count()) == (1, 1, 1)
    assert verify_chain().fault is None


def test_two_drafts_of_the_same_new_text_at_once():
    by, (one, other) = drafts(2)
    acts = [lambda: confirm(draft=one, seen=0, by=by), lambda: confirm(draft=other, seen=0, by=by)]
    assert at_once(*acts) == [1, None]
    assert (Plan.objects.count(), PlanText.objects.count(), Event.objects.count()) == (1, 1, 1)
    assert not ImportDraft.objects.exists()

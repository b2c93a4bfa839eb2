"""The worker through bad times: what it was doing is taken up again, and it does not shout."""

import pytest
from django.core.files.base import ContentFile
from django.db import OperationalError

from guiju.apps.catalogue.models import Edition, Import
from guiju.apps.catalogue.services import indexing, waiting
from guiju.apps.catalogue.services.sources import source_of
from guiju.cli import work
from tests.factories import accounts

pytestmark = pytest.mark.django_db
LINE = b'{"guiju":1,"number":"T/EXAMPLE 1-2020"}\n'


@pytest.fixture(autouse=True)
def own_folders(tmp_path, settings, monkeypatch):
    settings.GUIJU_INDEX = tmp_path / "index"
    settings.MEDIA_ROOT = tmp_path / "media"
    monkeypatch.setattr("django.db.close_old_connections", lambda: None)  # it holds the test's rows


@pytest.fixture
def pauses(monkeypatch):
    """How long the worker would have waited after each round."""
    found = []
    monkeypatch.setattr(work, "_wait", lambda seconds, stop: found.append(seconds))
    return found


def rounds(count):
    """Stop after so many rounds."""
    left = iter([False] * (count - 1) + [True] * 99)
    return lambda: next(left)


def waiting_import(state="waiting"):
    run = Import(
        source=source_of("example"),
        file_name="in.jsonl",
        format="guiju",
        digest="0" * 64,
        state=state,
        by=accounts.seated("cataloguer"),
    )
    run.stored.save("in.bin", ContentFile(LINE), save=False)
    run.save()
    return run


def test_it_asks_ever_more_rarely_while_nothing_works(monkeypatch, pauses, caplog):
    def gone(*_, **__):
        raise OperationalError("the database is gone")

    monkeypatch.setattr(work, "_index", gone)
    work._work(rounds(15), once=False)
    assert pauses == [2, 4, 8, 16]  # each round asks three times whether to stop
    assert len(caplog.records) == len(pauses) + 1


def test_what_is_broken_keeps_no_import_from_being_run(monkeypatch):
    def broken():
        raise ValueError("the index")

    run = waiting_import()
    monkeypatch.setattr(work, "_index", broken)
    work._work(lambda: False, once=True)
    run.refresh_from_db()
    assert (run.state, Edition.objects.count()) == ("done", 1)


def test_an_import_whose_end_could_not_be_written_is_taken_up_again(monkeypatch, pauses):
    run = waiting_import()

    def gone(*_, **__):
        raise OperationalError("the database is gone")

    with monkeypatch.context() as bad_times:
        bad_times.setattr(waiting, "run_file", gone)
        bad_times.setattr(waiting, "_end", gone)
        work._work(lambda: False, once=True)
    run.refresh_from_db()
    assert run.state == "running"
    work._work(lambda: False, once=True)
    run.refresh_from_db()
    assert (run.state, Edition.objects.count()) == ("done", 1)


def test_an_import_of_a_worker_that_was_killed_is_taken_up_again():
    run = waiting_import(state="running")
    work._work(lambda: False, once=True)
    run.refresh_from_db()
    assert (run.state, run.counts["new"]) == ("done", 1)


def test_a_long_wait_ends_when_it_is_told_to_stop(monkeypatch):
    slept = []
    monkeypatch.setattr(work.time, "sleep", slept.append)
    work._wait(3600, lambda: len(slept) == 2)
    assert slept == [work.PAUSE, work.PAUSE]


def test_the_index_is_mended_by_a_round(tmp_path):
    indexing.rebuild_index()
    (tmp_path / "index" / "current").write_text("{")
    work._work(lambda: False, once=True)
    assert indexing.bring_up_to_date() == 0

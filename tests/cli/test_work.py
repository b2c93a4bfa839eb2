"""`guiju work`: one worker a data folder; each round brings the index up to date and runs imports."""

import pytest
from click.testing import CliRunner
from django.core.files.base import ContentFile

from guiju.apps.catalogue.models import Edition, Import, IndexTask
from guiju.apps.catalogue.selectors.searching import index_mark
from guiju.cli import work
from guiju.cli.main import guiju
from guiju.web.worker import is_running, the_only_one
from tests.factories import accounts
from tests.factories import catalogue as make

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.VAR = tmp_path
    settings.MEDIA_ROOT = str(tmp_path / "media")


@pytest.fixture(autouse=True)
def signals_stay_as_they_are(monkeypatch):
    monkeypatch.setattr(work.signal, "signal", lambda *_: None)


def once():
    return CliRunner().invoke(guiju, ["work", "--once"])


def test_a_round_runs_what_waits_and_indexes_it():
    make.edition("GB/T 1-2020")
    run = Import(
        source=make.source(), file_name="a.jsonl", digest="0", format="guiju", state="waiting",
        by=accounts.seated("cataloguer"),
    )  # fmt: skip
    line = b'{"guiju": 1, "number": "GB/T 2-2020", "titles": {"zh": "\xe4\xbe\x8b"}}'
    run.stored.save("a.bin", ContentFile(line))
    assert once().exit_code == 0
    run.refresh_from_db()
    assert (run.state, Edition.objects.count()) == ("done", 2)
    assert not IndexTask.objects.exists()
    assert index_mark()


def test_a_second_worker_leaves_the_work_to_the_first():
    make.edition("GB/T 1-2020")
    with the_only_one():
        answer = once()
    assert answer.stderr == "另一个后台任务正在运行。 Another worker is running.\n"
    assert IndexTask.objects.exists()
    once()
    assert not IndexTask.objects.exists()


def test_who_works_is_seen():
    assert not is_running()
    with the_only_one():
        assert is_running()
    assert not is_running()


def test_an_act_that_fails_does_not_keep_the_others_from_being_done(monkeypatch):
    told = []
    monkeypatch.setattr(work._log, "exception", told.append)
    make.edition("GB/T 1-2020")

    def broken(*_, **__):
        raise ZeroDivisionError

    monkeypatch.setattr("guiju.apps.catalogue.services.waiting.run_waiting", broken)
    monkeypatch.setattr("django.db.close_old_connections", lambda: None)
    assert once().exit_code == 0
    assert told == ["The worker could not do one of its acts; it tries again"]
    assert not IndexTask.objects.exists()

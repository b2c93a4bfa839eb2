"""Files in: streaming in whole steps, stopped and resumed, repeatable, refusals with reasons."""

import json
from datetime import date

import pytest

from guiju.apps.catalogue.models import Edition, Import, IndexTask, Statement
from guiju.apps.catalogue.services import imports
from guiju.apps.catalogue.services.files import import_file
from guiju.apps.journal.models import Event
from guiju.core.errors import InputError, RefusedError
from guiju.web.viewer import Seat, Viewer

pytestmark = pytest.mark.django_db

BY = Viewer(date(2026, 1, 5), name="cli", seats=frozenset({Seat("cataloguer", 0)}))


@pytest.fixture
def small_steps(monkeypatch):
    monkeypatch.setattr(imports, "STEP", 10)


def lines(tmp_path, count, name="in.jsonl"):
    path = tmp_path / name
    rows = [
        {"guiju": 1, "number": f"T/EXAMPLE {one:03}-2020", "titles": {"zh": f"示例 {one}"}}
        for one in range(1, count + 1)
    ]
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
    return path


def test_a_file_goes_in_by_steps_each_with_one_event(tmp_path, small_steps):
    run = import_file(path=lines(tmp_path, 25), by=BY)
    assert (run.state, run.position) == ("done", 25)
    assert run.counts == {"new": 25, "changed": 0, "unchanged": 0, "refused": 0}
    assert Event.objects.filter(action="catalogue.import_records").count() == 3


def test_the_same_file_again_changes_nothing(tmp_path, small_steps):
    path = lines(tmp_path, 25)
    import_file(path=path, by=BY)
    events, tasks = Event.objects.count(), IndexTask.objects.count()
    run = import_file(path=path, by=BY)
    assert run.counts == {"new": 0, "changed": 0, "unchanged": 25, "refused": 0}
    assert (Event.objects.count(), IndexTask.objects.count()) == (events, tasks)


def test_a_stopped_import_goes_on_where_it_stopped(tmp_path, small_steps):
    path = lines(tmp_path, 35)
    run = import_file(path=path, by=BY, progress=lambda run: run.position < 20)
    assert (run.state, run.position, Edition.objects.count()) == ("stopped", 20, 20)
    again = import_file(path=path, by=BY)
    assert (again.pk, again.state, again.position) == (run.pk, "done", 35)
    assert again.counts["new"] == 35


def test_an_interrupted_import_keeps_its_whole_steps(tmp_path, small_steps):
    def interrupted(run):
        if run.position == 20:
            raise KeyboardInterrupt
        return True

    with pytest.raises(KeyboardInterrupt):
        import_file(path=lines(tmp_path, 35), by=BY, progress=interrupted)
    assert Import.objects.get().state == "stopped"
    assert Statement.objects.count() == 20


def test_refused_records_are_listed_with_place_and_reason(tmp_path):
    path = lines(tmp_path, 3)
    path.write_text(path.read_text("utf-8") + '\n{"guiju": 1}\nnot json\n', "utf-8")
    run = import_file(path=path, by=BY)
    assert run.counts == {"new": 3, "changed": 0, "unchanged": 0, "refused": 2}
    assert [one.position for one in run.refused.all()] == [4, 5]
    assert all(one.reason_zh and one.reason_en for one in run.refused.all())


def test_a_file_that_is_none_of_ours_is_refused_as_a_whole(tmp_path):
    path = tmp_path / "picture.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(InputError):
        import_file(path=path, by=BY)
    assert not Import.objects.exists()


def test_only_a_cataloguer_imports(tmp_path):
    with pytest.raises(RefusedError):
        import_file(path=lines(tmp_path, 1), by=Viewer(date(2026, 1, 5), user=1, name="somebody"))


def test_a_file_speaks_of_the_day_on_which_it_first_came(tmp_path):
    row = {"id": "ISO 1:2022", "ids": [], "rel": [], "dates": {}, "src": "iso", "file": "a",
           "stage": "60", "substage": "60"}  # fmt: skip
    path = tmp_path / "iso.jsonl"
    path.write_text(json.dumps(row), "utf-8")
    import_file(path=path, by=BY)
    later = Viewer(date(2026, 3, 5), name="cli", seats=BY.seats)
    run = import_file(path=path, by=later)
    assert run.counts["unchanged"] == 1
    assert Statement.objects.get().as_of == "2026-01-05"

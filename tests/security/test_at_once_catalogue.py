"""Two processes at one file, and two at one record: nothing counts twice, and nobody sees a fault."""

import json
from datetime import date

import pytest

from guiju.apps.catalogue.models import (
    ClassCode,
    Edition,
    Import,
    IndexTask,
    RefusedRecord,
    Statement,
)
from guiju.apps.catalogue.services import imports
from guiju.apps.catalogue.services.editing import edit_record
from guiju.apps.catalogue.services.files import digest_of, import_file
from guiju.apps.catalogue.services.imports import TakenOverError, open_import, run_import
from guiju.apps.catalogue.services.sources import source_of
from guiju.apps.catalogue.services.taking import take
from guiju.core.records.model import Record
from guiju.core.records.readers.formats import read
from guiju.web.viewer import Seat, Viewer
from tests.factories.catalogue import found, record, source
from tests.security.together import at_once

pytestmark = pytest.mark.django_db(transaction=True)

FIELDS = ("01", "03", "05", "07")  # there is no 05
BY = Viewer(date(2026, 1, 5), name="cli", seats=frozenset({Seat("cataloguer", 0)}))


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.setattr(imports, "STEP", 5)
    path = tmp_path / "in.jsonl"
    rows = [json.dumps({"guiju": 1, "number": f"T/EXAMPLE {one:03}-2020"}) for one in range(18)]
    path.write_text("\n".join([*rows[:3], "{bad", *rows[3:], "{bad"]), "utf-8")
    return path


def opened(path):
    return open_import(
        source=source_of("example"),
        file_name=path.name,
        digest=digest_of(path),
        format="guiju",
        mapping={},
        as_of="",
        by=BY,
    )


def test_who_comes_second_stops_and_the_first_goes_on(file):
    first, second = opened(file), opened(file)
    assert first.pk == second.pk

    def meanwhile(run):
        if run.position == 5:
            with pytest.raises(TakenOverError):
                run_import(run=second, records=read(file, "guiju"), by=BY)
        return True

    run_import(run=first, records=read(file, "guiju"), by=BY, progress=meanwhile)
    run = Import.objects.get()
    assert (run.state, run.position, run.message_zh) == ("done", 20, "")
    assert run.counts == {"new": 18, "changed": 0, "unchanged": 0, "refused": 2}
    assert (Edition.objects.count(), RefusedRecord.objects.count()) == (18, 2)


def test_one_file_read_in_twice_at_once(file):
    acts = [lambda: import_file(path=file, by=BY)] * 3
    assert set(at_once(*acts)) <= {"done", "import_taken_over"}
    assert (Edition.objects.count(), Statement.objects.count()) == (18, 18)
    assert [one.state for one in Import.objects.all()] == ["done"] * Import.objects.count()
    totals = [sum(one.counts.values()) for one in Import.objects.all()]
    assert totals == [20] * len(totals)


def test_two_sources_speak_of_the_same_new_standards_at_once():
    def says(slug):
        records = [record(f"T/EXAMPLE {one}-2020", committees=("SAC/TC 1",)) for one in range(30)]
        return lambda: take(records=records, source=source(slug), by=BY)

    source("one"), source("two")
    assert at_once(says("one"), says("two")) == ["done", "done"]
    assert (Edition.objects.count(), Statement.objects.count()) == (30, 60)


@pytest.mark.parametrize("claimed", ["guiju", "Guiju", " guiju "])
def test_a_file_cannot_speak_for_the_cataloguers(claimed):
    said = Record(number="T/EXAMPLE 1-2020", source=claimed, titles={"zh": "冒名"})
    take(records=[said], source=source("example"), by=BY)
    assert Statement.objects.get().source.slug == "example"


def test_a_table_of_codes_read_in_twice_at_once(tmp_path):
    path = tmp_path / "ics.jsonl"
    rows = [json.dumps({"identifier": one, "parent": None, "titleEn": one}) for one in FIELDS]
    path.write_text("\n".join(rows), "utf-8")
    acts = [lambda: import_file(path=path, by=BY)] * 3
    assert set(at_once(*acts)) <= {"done", "import_taken_over"}
    runs = Import.objects.all()
    assert sum(one.counts["new"] for one in runs) == ClassCode.objects.count() == 3
    assert [one.refused.count() for one in runs] == [1] * len(runs)


def test_an_import_and_two_edits_of_its_records_at_once(file):
    def edits(number):
        said = Record(number=number, titles={"zh": "改正"})
        return lambda: edit_record(record=said, seen="", reason="示例", by=BY)

    answers = at_once(
        lambda: import_file(path=file, by=BY),
        edits("T/EXAMPLE 003-2020"),
        edits("T/EXAMPLE 003-2020"),
    )
    assert answers == ["done", "done", "edited_meanwhile"]
    assert (Edition.objects.count(), Statement.objects.count()) == (18, 19)
    assert found("T/EXAMPLE 003-2020").title_zh == "改正"
    waiting = set(IndexTask.objects.values_list("edition", flat=True))
    assert waiting == set(Edition.objects.values_list("pk", flat=True))

"""The facts of the 2022 action plan agree with its text, and the text goes over them."""

import pytest

from guiju.apps.accounts.models import Organisation
from guiju.apps.accounts.selectors.organisations import resolve
from guiju.apps.accounts.services.registry import load_register
from guiju.apps.governance.models import (
    Action,
    Assignment,
    Measure,
    Note,
    Output,
    Plan,
    Report,
    ReportLine,
)
from guiju.apps.governance.services.facts import facts, load_facts
from guiju.apps.governance.services.imports import import_source, read_source
from guiju.apps.journal.models import Event
from guiju.core.errors import NotFoundError, RefusedError
from tests.factories import accounts
from tests.factories import governance as make

pytestmark = pytest.mark.django_db
FLAGS = ("all_departments", "local_governments", "others")


@pytest.fixture
def by():
    load_register(by=make.Viewer(today=make.TODAY, name="cli"))
    return make.office_viewer(Organisation.objects.get(slug="samr"))


@pytest.fixture
def source(shared):
    file = shared / "seeds" / "action-plan-2022.txt"
    return read_source(file.read_bytes(), name=file.name)


def ledger():
    """Everything that both ways must agree on, by measure."""
    notes = {}
    for note in Note.objects.filter(withdrawn=None).prefetch_related("assignments__organisation"):
        duties = [
            (duty.role, duty.organisation.slug)
            for duty in note.assignments.all()
            if duty.until is None
        ]
        notes.setdefault(note.measure_id, []).append(
            (note.order, duties, [getattr(note, flag) for flag in FLAGS])
        )
    outputs = {}
    for output in Output.objects.filter(withdrawn=None):
        outputs.setdefault(output.measure_id, []).append((output.kind, output.name))
    return [
        (row.no, row.key, row.label, row.title_zh, notes[row.pk], sorted(outputs.get(row.pk, [])))
        for row in Measure.objects.filter(withdrawn=None).order_by("order")
    ]


def test_the_facts_make_the_whole_ledger_once(by):
    plan = load_facts(by=by)
    assert load_facts(by=by) == plan
    assert (plan.slug, plan.office.slug, plan.version, plan.texts.count()) == (
        "2022-64",
        "samr",
        0,
        0,
    )
    assert (Measure.objects.count(), Note.objects.count(), Action.objects.count()) == (33, 41, 41)
    assert set(Note.objects.values_list("local_governments", flat=True)) == {True}
    assert not Assignment.objects.filter(organisation=None).exists()
    assert not Measure.objects.filter(title_en="").exists()
    sixth = Measure.objects.get(no=6)
    assert set(sixth.actions.values_list("text", "note__order", "start")) == {
        (sixth.title_zh, order, None) for order in (1, 2, 3, 4)
    }
    assert Event.objects.filter(action="governance.load_facts").count() == 1


def test_the_facts_hold_no_sentence():
    for measure in facts()["measures"]:
        texts = [measure["zh"], *(output["name"] for output in measure.get("outputs", []))]
        assert [text for text in texts if "。" in text or len(text) > 60] == []


def test_the_facts_need_the_office_and_the_register(by):
    with pytest.raises(RefusedError):
        load_facts(by=make.Viewer(today=make.TODAY))
    Organisation.objects.filter(slug="samr").update(slug="elsewhere")
    with pytest.raises(NotFoundError):
        load_facts(by=by)
    assert not Plan.objects.exists()


def test_the_text_gives_the_same_ledger_as_the_facts(by, source):
    load_facts(by=by)
    stated = ledger()
    Output.objects.all().delete()
    Action.objects.all().delete()
    Assignment.objects.all().delete()
    Note.objects.all().delete()
    Measure.objects.all().delete()
    Plan.objects.all().delete()
    plan = import_source(source=source, by=by).plan
    read = ledger()
    assert (plan.slug, plan.title_zh, plan.document_number, plan.issued) == (
        facts()["slug"],
        facts()["title_zh"],
        facts()["document_number"],
        facts()["issued"],
    )
    assert len(read) == 33
    for one, other in zip(read, stated, strict=True):
        assert one == other


def test_the_text_over_the_facts_keeps_the_rows_and_the_reports(by, source):
    plan = load_facts(by=by)
    before = ledger()
    keys = [
        set(model.objects.values_list("pk", flat=True))
        for model in (Measure, Note, Assignment, Output)
    ]
    report = Report.objects.create(
        measure=Measure.objects.get(no=2),
        organisation=Organisation.objects.get(slug="most"),
        period="2022Q4",
        author=accounts.user(),
    )
    whole = Action.objects.get(measure__no=2)
    Action.objects.filter(pk=whole.pk).update(state=Action.State.IN_PROGRESS)
    line = ReportLine.objects.create(report=report, action=whole)
    outcome = import_source(source=source, by=by)
    assert (outcome.plan.pk, outcome.number) == (plan.pk, 1)
    assert outcome.counts == {"new": 0, "changed": 33, "unchanged": 0, "withdrawn": 0}
    assert ledger() == before
    assert keys == [
        set(model.objects.values_list("pk", flat=True))
        for model in (Measure, Note, Assignment, Output)
    ]
    second = Measure.objects.get(no=2)
    assert (report.measure_id, line.action_id, second.title_en != "") == (second.pk, whole.pk, True)
    whole.refresh_from_db()
    assert whole.withdrawn == 1
    sentences = second.actions.filter(withdrawn=None)
    assert sentences.count() == 6
    assert set(sentences.values_list("state", flat=True)) == {Action.State.IN_PROGRESS}
    assert second.text.startswith("二、加强标准化与科技创新有效互动。")


def test_every_name_of_the_facts_is_in_the_register(by):
    stated = facts()
    names = {
        name
        for measure in stated["measures"]
        for note in measure["notes"]
        for role in ("lead", "shared")
        for name in note.get(role, [])
    }
    found = resolve(names, stated["issued"])
    assert [name for name in sorted(names) if found[name] is None] == []

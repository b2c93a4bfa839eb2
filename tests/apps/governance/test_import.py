"""A text into the ledger: rows, offsets, duties, dates; again is a no-op; nothing stored when bad."""

from datetime import date

import pytest

from guiju.apps.governance.models import (
    Action,
    Assignment,
    ImportDraft,
    Measure,
    Note,
    Output,
    Plan,
    PlanText,
)
from guiju.apps.governance.services.imports import clean_name, read_source
from guiju.apps.journal.models import Event
from guiju.core.errors import RefusedError
from guiju.core.seals.chain import sm3
from guiju.web.viewer import Viewer
from tests.factories import accounts
from tests.factories import governance as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return accounts.organisation("示例办公室")


@pytest.fixture
def by(office):
    return make.office_viewer(office)


def rows(model, *fields, **where):
    return list(model.objects.filter(**where).order_by("pk").values_list(*fields))


def test_a_text_becomes_a_plan_with_its_ledger(by, office):
    known = make.bodies()
    plan = make.import_text(by=by).plan
    assert (plan.slug, plan.title_zh, plan.document_number, plan.issued, plan.version) == (
        "2023-5",
        "示例市标准化行动计划（示例）",
        "示例标发〔2023〕5号",
        date(2023, 1, 10),
        1,
    )
    assert (plan.office, plan.is_public, plan.is_example) == (office, False, True)
    assert rows(Measure, "order", "label", "title_zh", "withdrawn") == [
        (1, "一、", "建立示例制度", None),
        (2, "二、", "搭建示例平台", None),
        (3, "三、", "加强示例宣传", None),
    ]
    assert rows(Assignment, "note__measure__no", "note__order", "role", "organisation__slug") == [
        (1, 1, "lead", known["示例甲局"].slug),
        (1, 1, "shared", known["示例乙局"].slug),
        (2, 1, "shared", known["示例乙局"].slug),
        (2, 1, "shared", known["示例丙局"].slug),
        (2, 2, "shared", known["示例甲局"].slug),
    ]
    assert rows(Note, "measure__no", "all_departments", "others") == [
        (1, False, False),
        (2, False, True),
        (2, False, False),
        (3, True, False),
    ]
    assert rows(Action, "text", "note__order", "due", "due_as_written", measure__no=1) == [
        ("建立甲类示例制度，2023年6月底前完成", 1, date(2023, 6, 30), "2023年6月底前"),
        ("编制示例清单", 1, None, ""),
    ]
    assert rows(Output, "kind", "name", "action__order") == [
        ("制度", "示例制度", None),
        ("制度", "甲类示例制度", 1),
        ("清单", "示例清单", 2),
        ("平台", "示例平台", None),
        ("平台", "示例数据平台", 1),
        ("试点", "示例试点", 2),
    ]


def test_every_offset_counts_in_the_text_in_force(by):
    plan = make.import_text(by=by).plan
    make.import_text(
        make.TEXT.replace("三、", "三、着力").replace("示例清单", "三份示例清单"), by=by
    )
    text = PlanText.objects.get(plan=plan, number=2).text
    for model, field in ((Measure, "text"), (Note, "raw"), (Action, "text"), (Output, "name")):
        found = model.objects.filter(withdrawn=None)
        assert found.exists()
        for row in found:
            assert text[row.start : row.end] == getattr(row, field)


def test_the_same_text_again_changes_nothing(by):
    plan = make.import_text(by=by).plan
    before = (Event.objects.count(), rows(Measure, "pk", "text"), rows(Assignment, "pk", "until"))
    again = make.import_text(by=by)
    assert (again.plan, again.number, again.counts) == (plan, None, {})
    assert PlanText.objects.count() == 1
    assert before == (
        Event.objects.count(),
        rows(Measure, "pk", "text"),
        rows(Assignment, "pk", "until"),
    )


def test_an_import_is_one_event_with_counts_and_the_digest_of_the_text(by):
    plan = make.import_text(by=by).plan
    event = Event.objects.get(action="governance.import_plan")
    assert (event.subject, event.organisation, event.actor) == (
        f"governance.plan:{plan.pk}",
        f"accounts.organisation:{plan.office_id}",
        "cli",
    )
    assert event.details["sm3"] == sm3(make.TEXT.encode())
    assert event.details["counts"] == {"new": 3, "changed": 0, "unchanged": 0, "withdrawn": 0}
    assert event.details["open_names"] == ["示例丙局", "示例乙局", "示例甲局"]
    assert [change["title"] for change in event.details["changes"]] == [
        "建立示例制度",
        "搭建示例平台",
        "加强示例宣传",
    ]


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "empty.txt", "plan_empty"),
        (b" \n\t ", "blank.txt", "plan_empty"),
        (b"%PDF-1.7 ...", "plan.txt", "plan_not_text"),
        (bytes(range(256)) * 8, "plan.txt", "plan_not_text"),
        (b"PK\x03\x04 broken", "plan.docx", "plan_broken_document"),
        ("一封没有条目的信。".encode(), "letter.txt", "plan_no_measures"),
        (b"x" * (20 * 1024 * 1024 + 1), "big.txt", "plan_too_large"),
    ],
)
def test_a_bad_file_is_refused_with_its_reason(data, name, code):
    with pytest.raises(Exception, match=name) as caught:
        read_source(data, name=name)
    assert caught.value.code == code
    assert not Plan.objects.exists()
    assert not ImportDraft.objects.exists()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_encodings_give_the_same_ledger(by, encoding):
    source = read_source(make.TEXT.encode(encoding), name="plan.txt")
    assert source.text == make.TEXT
    assert source.sm3 == sm3(make.TEXT.encode())


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\计划\\方案.docx", "方案.docx"),
        ("a\x00b\u202etxt.exe\n", "abtxt.exe"),
        ("<script>.txt", "<script>.txt"),
        ("..", "text"),
        ("", "text"),
        ("长" * 300 + ".txt", "长" * 196 + ".txt"),
    ],
)
def test_hostile_file_names_are_made_plain(name, kept):
    assert clean_name(name) == kept


def test_without_a_title_no_plan_is_made(by):
    text = "一、建立制度。建立示例制度。〔示例甲局负责〕\n"
    source = read_source(text.encode(), name="plan.txt")
    assert source.parsed["title"] == ""
    with pytest.raises(Exception, match="标题") as caught:
        make.import_text(text, by=by)
    assert caught.value.code == "no_title"
    assert not Plan.objects.exists()
    assert make.import_text(text, by=by, title="示例计划").plan.title_zh == "示例计划"


def test_only_the_office_of_the_plan_may_import(by, office):
    plan = make.import_text(by=by).plan
    corrected = make.TEXT.replace("示例清单", "三份示例清单")
    stranger = make.office_viewer(accounts.organisation("另一示例办公室"))
    liaison = accounts.viewer(accounts.seated("liaison", office))
    for viewer in (stranger, liaison, Viewer(today=make.TODAY)):
        with pytest.raises(RefusedError):
            make.import_text(corrected, by=viewer)
    assert (PlanText.objects.count(), Plan.objects.get().version) == (1, 1)
    assert make.import_text(corrected, by=by).number == 2
    assert Plan.objects.get() == plan


def test_another_number_or_title_is_another_plan_with_an_address_of_its_own(by):
    first = make.import_text(by=by).plan
    second = make.import_text(make.TEXT.replace("示例市", "另一示例市"), by=by).plan
    third = make.import_text(make.TEXT.replace("5号", "6号"), by=by).plan
    assert [plan.slug for plan in (first, second, third)] == ["2023-5", "2023-5-2", "2023-6"]


def test_a_chosen_plan_takes_a_text_whose_title_was_corrected(by):
    plan = make.import_text(by=by).plan
    outcome = make.import_text(make.TEXT.replace("示例市", "示例城市"), by=by, plan=plan)
    assert (outcome.plan.pk, outcome.plan.title_zh) == (plan.pk, "示例城市标准化行动计划（示例）")
    assert outcome.counts == {"new": 0, "changed": 0, "unchanged": 3, "withdrawn": 0}

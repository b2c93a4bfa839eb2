"""A corrected text: what goes on keeps its key, reports and history; what is gone is withdrawn."""

from datetime import date

import pytest

from guiju.apps.governance.models import Action, Assignment, Measure, Note, Output, PlanText, Report
from guiju.apps.governance.selectors.previews import preview
from guiju.apps.governance.services.duties import assign, end_assignment
from guiju.apps.governance.services.imports import read_source
from guiju.apps.governance.services.plans import set_due
from guiju.apps.journal.models import Event
from tests.factories import accounts
from tests.factories import governance as make

pytestmark = pytest.mark.django_db
LATER = date(2023, 9, 1)


@pytest.fixture
def office():
    return accounts.organisation("示例办公室")


@pytest.fixture
def by(office):
    return make.office_viewer(office)


@pytest.fixture
def later(office):
    return make.office_viewer(office, LATER)


@pytest.fixture
def plan(by):
    make.bodies()
    return make.import_text(by=by).plan


def keys(model, **where):
    return dict(model.objects.filter(withdrawn=None, **where).values_list("text", "pk"))


def titles(**where):
    return list(
        Measure.objects.filter(**where).order_by("order").values_list("title_zh", flat=True)
    )


def correct(*pairs, text=make.TEXT):
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


def test_a_measure_inserted_before_keeps_the_rows_behind_it(plan, later):
    first = dict(Measure.objects.values_list("title_zh", "pk"))
    report = Report.objects.create(
        measure_id=first["搭建示例平台"],
        organisation=accounts.organisation("报告单位"),
        period="2023Q1",
        author=accounts.user(),
    )
    text = correct(
        ("三、", "四、"),
        ("二、", "三、"),
        ("一、", "一、新增示例事项。完成示例普查。（示例丙局负责）\n二、"),
    )
    outcome = make.import_text(text, by=later)
    assert outcome.counts == {"new": 1, "changed": 3, "unchanged": 0, "withdrawn": 0}
    assert titles(withdrawn=None) == [
        "新增示例事项",
        "建立示例制度",
        "搭建示例平台",
        "加强示例宣传",
    ]
    now = dict(Measure.objects.values_list("title_zh", "pk"))
    assert {title: now[title] for title in first} == first
    assert Report.objects.get() == report
    changes = PlanText.objects.get(plan=plan, number=2).changes
    assert [(one["title"], one["status"], one["fields"]) for one in changes] == [
        ("新增示例事项", "new", []),
        ("建立示例制度", "changed", ["label", "text"]),
        ("搭建示例平台", "changed", ["label", "text"]),
        ("加强示例宣传", "changed", ["label", "text"]),
    ]


def test_a_vanished_measure_is_withdrawn_with_all_that_hangs_on_it(plan, later):
    measure = Measure.objects.get(no=2)
    make.import_text(make.TEXT.replace(measure.text + "\n", ""), by=later)
    measure.refresh_from_db()
    assert measure.withdrawn == 2
    assert titles(withdrawn=None) == ["建立示例制度", "加强示例宣传"]
    assert set(Note.objects.filter(measure=measure).values_list("withdrawn", flat=True)) == {None}
    make.import_text(by=later)
    measure.refresh_from_db()
    assert measure.withdrawn is None
    assert Measure.objects.count() == 3


def test_a_corrected_sentence_keeps_its_action_and_a_struck_one_is_withdrawn(plan, later):
    before = keys(Action)
    make.import_text(
        correct(("建设示例数据平台", "建设全市示例数据平台"), ("编制示例清单。", "")), by=later
    )
    after = keys(Action)
    assert after["建设全市示例数据平台"] == before["建设示例数据平台"]
    assert Action.objects.get(text="编制示例清单").withdrawn == 2
    named = Output.objects.filter(measure__no=2).order_by("pk")
    assert list(named.values_list("name", "withdrawn")) == [
        ("示例平台", None),
        ("示例数据平台", 2),
        ("示例试点", None),
        ("全市示例数据平台", None),
    ]


def test_changed_duties_end_and_begin_on_the_day_of_the_correction(plan, later):
    make.import_text(correct(("示例乙局按职责", "示例丙局按职责")), by=later)
    duties = Assignment.objects.filter(note__measure__no=1).order_by("pk")
    assert list(duties.values_list("as_written", "since", "until")) == [
        ("示例甲局", None, None),
        ("示例乙局", None, LATER),
        ("示例丙局", LATER, None),
    ]
    change = PlanText.objects.get(plan=plan, number=2).changes[0]
    assert (change["fields"], change["added"], change["ended"]) == (
        ["text", "notes"],
        [["shared", "示例丙局"]],
        [["shared", "示例乙局"]],
    )


def test_what_the_office_decided_by_hand_outlives_a_correction(plan, by, later):
    helper = accounts.organisation("示例丁局")
    note = Note.objects.get(measure__no=1)
    added = assign(
        note=note, organisation=helper, role="guiding", since=None, reason="会议决定", by=by
    )
    ended = end_assignment(
        assignment=note.assignments.get(as_written="示例乙局"),
        until=date(2023, 5, 1),
        reason="会议决定",
        by=by,
    )
    action = Action.objects.get(text="编制示例清单")
    set_due(action=action, due=date(2023, 8, 1), reason="会议决定", by=by)
    outcome = make.import_text(correct(("编制示例清单", "编制三份示例清单")), by=later)
    assert outcome.counts["changed"] == 1
    duties = Assignment.objects.filter(note=note).order_by("pk")
    assert list(duties.values_list("pk", "as_written", "until")) == [
        (duties[0].pk, "示例甲局", None),
        (ended.pk, "示例乙局", date(2023, 5, 1)),
        (added.pk, "示例丁局", None),
    ]
    action.refresh_from_db()
    assert (action.text, action.due) == ("编制三份示例清单", date(2023, 8, 1))


def test_a_corrected_deadline_moves_the_day(plan, later):
    make.import_text(correct(("2023年6月底前", "2023年9月底前")), by=later)
    action = Action.objects.get(text__startswith="建立甲类", withdrawn=None)
    assert (action.due, action.due_as_written) == (date(2023, 9, 30), "2023年9月底前")


def test_the_preview_names_each_difference_and_writes_nothing(plan, later):
    text = correct(
        ("编制示例清单", "编制三份示例清单"), ("（示例甲局负责）", "（示例甲局、示例丁局负责）")
    )
    source = read_source(text.encode(), name="plan.txt")
    events = Event.objects.count()
    shown = preview(later, source, plan=plan, decided={}, language="zh-hans")
    assert [(one.title, one.status, one.fields) for one in shown.differences] == [
        ("建立示例制度", "changed", ("text",)),
        ("搭建示例平台", "changed", ("text", "notes")),
        ("加强示例宣传", "unchanged", ()),
    ]
    pieces = shown.differences[0].wording
    assert [piece.text for piece in pieces if piece.op == "ins"] == ["三份"]
    assert [piece.text for piece in pieces if piece.op == "del"] == []
    assert [(one.name, one.measures) for one in shown.unknown] == [("示例丁局", ("二",))]
    assert (Event.objects.count(), PlanText.objects.count()) == (events, 1)


def test_a_correction_is_few_queries_however_many_measures(plan, later, django_assert_num_queries):
    def many(count, mark):
        items = "".join(
            f"{number}. 推进第{number}项。完成{mark}第{number}项示例任务。（示例甲局负责）\n"
            for number in range(1, count + 1)
        )
        return f"示例大计划（示例）\n示例标发〔2023〕{count}号\n{items}"

    counts = []
    for count in (2, 40):
        make.import_text(many(count, "原"), by=later)
        with django_assert_num_queries(40, exact=False) as captured:
            make.import_text(many(count, "新"), by=later)
        counts.append(len(captured))
    assert counts[0] == counts[1]

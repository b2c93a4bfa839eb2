"""What happened to a plan, in words, and how a measure read in each text."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from guiju.apps.governance.models import Measure
from guiju.apps.governance.selectors.changes import changes, in_words
from guiju.apps.governance.selectors.plans import plan_facts
from guiju.apps.governance.selectors.versions import versions
from guiju.apps.governance.selectors.words import ACT_WORDS, PUBLIC_ACTS
from guiju.apps.governance.services import duties
from guiju.core.errors import NotFoundError
from guiju.core.plans.reporting import ACTS
from tests.factories import accounts, reports
from tests.factories import governance as make

pytestmark = pytest.mark.django_db

CORRECTED = make.TEXT.replace("编制示例清单。", "编制示例清单和目录。").replace(
    "三、加强示例宣传。组织示例讲堂，推动示例标准普及。（各有关部门按职责分工负责）\n", ""
)
SERVICES = Path(duties.__file__).parent


@pytest.fixture
def plan():
    make.bodies()
    return make.imported_plan(is_public=True)


@pytest.fixture
def office(plan):
    return accounts.viewer(make.office_user(plan.office), make.TODAY)


def correct(plan):
    make.import_text(CORRECTED, plan=plan, by=make.office_viewer(plan.office))


def words(viewer, plan, **where):
    facts = plan_facts(viewer, plan.slug)
    return [one.words for one in in_words(viewer, facts, changes(viewer, facts, **where))]


def test_every_act_of_the_services_has_its_words():
    """A new act that nobody could read about would be a gap in the page of changes."""
    source = "".join(path.read_text("utf-8") for path in SERVICES.glob("*.py"))
    acts = set(re.findall(r'"(governance\.[a-z_]+)" *(?:if|else|,\n)', source))
    acts |= set(re.findall(r'else "(governance\.[a-z_]+)"', source))
    acts |= {f"governance.{name}_report" for name in ACTS}
    untold = {
        "governance.edit_report",  # a draft is nobody's business
        "governance.send_reminders",
        "governance.take_snapshot",
    }
    rules = {"governance.report", "governance.propose"}
    assert acts - rules - untold == set(ACT_WORDS)


def test_a_text_is_told_with_its_counts(plan):
    public = accounts.viewer(None, make.TODAY)
    assert words(public, plan) == ["导入第 1 次文本：新增措施 3 条，修改 0 条，撤下 0 条。"]


def test_a_corrected_text_names_the_measures(client, plan):
    correct(plan)
    public = accounts.viewer(None, make.TODAY)
    facts = plan_facts(public, plan.slug)
    newest = in_words(public, facts, changes(public, facts))[0]
    assert newest.words == "导入第 2 次文本：新增措施 0 条，修改 1 条，撤下 1 条。"
    assert [(part.status, part.title) for part in newest.parts] == [
        ("changed", "一、建立示例制度"),
        ("withdrawn", "三、加强示例宣传"),
    ]
    html = client.get(f"/plans/{plan.slug}/changes/?since=2020-01-01").content.decode()
    for part in newest.parts:
        assert f'href="{part.url}"' in html
        assert client.get(part.url).status_code == 200


def test_since_a_day(plan):
    public = accounts.viewer(None, make.TODAY)
    today = timezone.localdate()
    assert len(words(public, plan, since=today)) == 1
    assert words(public, plan, since=today + timedelta(days=1)) == []


def test_who_and_why_is_told_inside_only(plan, office):
    note = Measure.objects.first().notes.first()
    body = accounts.organisation("示例丁局")
    duties.assign(
        note=note, organisation=body, role="shared", since=None, reason="示例理由", by=office
    )
    inside = plan_facts(office, plan.slug)
    told = in_words(office, inside, changes(office, inside))[0]
    assert (told.words, told.actor, told.reason) == ("新增一项责任分工。", office.name, "示例理由")
    public = accounts.viewer(None, make.TODAY)
    facts = plan_facts(public, plan.slug)
    told = in_words(public, facts, changes(public, facts))[0]
    assert (told.words, told.actor, told.reason) == ("新增一项责任分工。", "", "")


def test_reports_are_told_to_whom_they_are_open():
    world = reports.small_ledger()
    reports.accepted(world, "lead", publish=True)
    reports.submitted(world, "shared")
    expected = {
        "public": ["2023年第一季度的报告已通过，1 项任务的状态有变化。"],
        "stranger": ["2023年第一季度的报告已通过，1 项任务的状态有变化。"],
        "helper": [
            "2023年第一季度的报告已报送。",
            "2023年第一季度的报告已通过，1 项任务的状态有变化。",
            "2023年第一季度的报告已报送。",
        ],
    }
    for who, sentences in expected.items():
        found = words(getattr(world, who), world.plan)
        assert [one[one.index("2023年") :] for one in found] == sentences


def test_a_draft_is_told_to_nobody():
    world = reports.small_ledger()
    reports.draft(world, "lead")
    for who in ("office", "lead", "shared", "public"):
        assert words(getattr(world, who), world.plan) == []


def test_the_public_is_told_a_part_of_all_acts():
    assert set(PUBLIC_ACTS) < set(ACT_WORDS)


def test_each_text_of_a_measure_is_compared_with_the_one_before(plan):
    measure = Measure.objects.first()
    correct(plan)
    public = accounts.viewer(None, make.TODAY)
    _, _, found = versions(public, plan.slug, measure.pk)
    assert [(one.number, one.status) for one in found] == [(2, "changed"), (1, "new")]
    changed = [tuple(piece) for piece in found[0].pieces if piece.op != "same"]
    assert changed == [("ins", "和目录")]


def test_a_withdrawn_measure_keeps_its_texts(client, plan):
    measure = Measure.objects.get(title_zh="加强示例宣传")
    correct(plan)
    public = accounts.viewer(None, make.TODAY)
    _, _, found = versions(public, plan.slug, measure.pk)
    assert [(one.number, one.status) for one in found] == [(2, "withdrawn"), (1, "new")]
    html = client.get(f"/plans/{plan.slug}/measures/{measure.pk}/history/").content.decode()
    assert "第 2 次文本已不含此条措施" in html
    assert client.get(f"/plans/{plan.slug}/measures/{measure.pk}/").status_code == 404


def test_no_versions_of_what_is_not_there(plan):
    with pytest.raises(NotFoundError):
        versions(accounts.viewer(None, date(2023, 5, 1)), plan.slug, 999_999)

"""What stands on the pages of a plan, and where it leads."""

import re

import pytest
from django.urls import reverse

from guiju.apps.governance.models import Measure, Report
from tests.factories import accounts, reading
from tests.factories import governance as make

pytestmark = pytest.mark.django_db

WHO = {"牵头单位": "示例甲局", "分工负责单位": "示例乙局"}


@pytest.fixture
def plan():
    make.bodies()
    return make.imported_plan(is_public=True)


def html(client, name, *args, query=""):
    answer = client.get(reverse(f"governance:{name}", args=args) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def links(page):
    return re.findall(r'href="([^"]+)"', page[page.index("<main") :])


def text(page):
    main = page[page.index("<main") : page.index("</main>")]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", main))


def test_a_measure_shows_text_duties_tasks_and_outputs(client, plan):
    measure = plan.measures.first()
    page = html(client, "measure", plan.slug, measure.pk)
    words = text(page)
    assert "<h1>一、建立示例制度</h1>" in page
    for role, body in WHO.items():
        assert re.search(rf"{role}\s*{body}", words)
    for action in measure.actions.all():
        assert reverse("governance:action", args=[plan.slug, action.pk]) in links(page)
    for output in measure.outputs.all():
        assert reverse("governance:output", args=[plan.slug, output.pk]) in links(page)
    there = f"/plans/{plan.slug}/text/?measure={measure.pk}#measure-{measure.pk}"
    assert there in links(page)
    assert f'id="measure-{measure.pk}"' in client.get(there).content.decode()


def test_a_task_says_who_when_and_where(client, plan):
    action = plan.measures.first().actions.first()
    page = html(client, "action", plan.slug, action.pk)
    assert re.search(r"牵头单位 示例甲局", text(page))
    assert "2023-06-30" in text(page)
    assert "2023年6月底前" in text(page)
    there = f"/plans/{plan.slug}/text/?measure={action.measure_id}#action-{action.pk}"
    assert there in links(page)
    assert f'id="action-{action.pk}"' in client.get(there).content.decode()


def test_a_named_output_has_a_page_of_its_own(client, plan):
    output = Measure.objects.get(title_zh="搭建示例平台").outputs.get(name="示例数据平台")
    page = html(client, "output", plan.slug, output.pk)
    assert "示例数据平台</span></h1>" in page
    assert reverse("governance:measure", args=[plan.slug, output.measure_id]) in links(page)
    assert reverse("governance:action", args=[plan.slug, output.action_id]) in links(page)
    assert "示例乙局、示例丙局等" in text(page).replace(" ", "")
    assert f"?kind={'%E5%B9%B3%E5%8F%B0'}" in page


def test_what_was_reported_stands_with_task_and_output(client):
    world = reading.ledger_of(1)
    action = world.measures[0].actions.first()
    for name, pk in (("action", action.pk), ("output", action.outputs.first().pk)):
        words = text(html(client, name, world.plan.slug, pk))
        assert words.count("示例：已完成初稿。") == 1
        assert "2023年第一季度 · 示例乙局" in words


def test_the_report_button_says_why_it_cannot_be_pressed(client):
    world = reading.ledger_of(1)
    measure = world.measures[0]
    address = reverse("governance:report_write", args=[world.plan.slug, measure.pk])
    assert "报送进展" not in html(client, "measure", world.plan.slug, measure.pk)
    client.force_login(world.stranger_user)
    page = html(client, "measure", world.plan.slug, measure.pk)
    assert "本单位在这项措施中没有分工，不能报送进展。" in page
    assert address not in links(page)
    client.force_login(accounts.seated("liaison", world.bodies[1]))
    assert address in links(html(client, "measure", world.plan.slug, measure.pk))


@pytest.mark.parametrize(("who", "may"), [("office", True), ("member", False), (None, False)])
def test_only_the_office_is_offered_to_change_duties_and_days(client, who, may):
    world = reading.ledger_of(1)
    if who:
        client.force_login(getattr(world, f"{who}_user"))
    measure = world.measures[0]
    duty = measure.notes.first().assignments.first()
    offered = {
        "measure": [("assign", measure.notes.first().pk), ("end_assignment", duty.pk)],
        "action": [("set_due", measure.actions.first().pk)],
        "plan": [("edit_plan", None), ("publish_plan", None), ("unresolved_names", None)],
    }
    pages = {"measure": measure.pk, "action": measure.actions.first().pk, "plan": None}
    for name, pk in pages.items():
        there = links(html(client, name, world.plan.slug, *([pk] if pk else [])))
        for offer, key in offered[name]:
            address = reverse(
                f"governance:{offer}", args=[world.plan.slug, *([key] if key else [])]
            )
            assert (address in there) is may, offer


def test_comments_and_snapshots_are_offered_inside_only(client):
    world = reading.ledger_of(1)
    measure = world.measures[0]
    addresses = {
        reverse("governance:comments", args=[world.plan.slug, measure.pk]),
        reverse("governance:snapshots", args=[world.plan.slug]),
    }
    page = html(client, "measure", world.plan.slug, measure.pk)
    assert addresses & set(links(page)) == set()
    client.force_login(world.member_user)
    page = html(client, "measure", world.plan.slug, measure.pk)
    assert addresses <= set(links(page))


def test_each_view_of_a_plan_marks_itself(client, plan):
    for name in ("plan", "plan_text", "measures", "actions", "outputs", "plan_matrix",
                 "plan_workload", "plan_timeline", "plan_changes"):  # fmt: skip
        page = html(client, name, plan.slug)
        current = re.findall(
            r'<a href="([^"]+)" aria-current="page">', page[page.index("gl-tabs") :]
        )
        assert current[0] == reverse(f"governance:{name}", args=[plan.slug])
        assert page.count("<h1") == 1


def test_an_organisation_and_its_duties_by_role(client):
    world = reading.ledger_of(3)
    body = world.bodies[0]
    page = html(client, "plan_organisation", world.plan.slug, body.slug)
    assert re.findall(r'<h2>(\S+) <span class="gj-count">(\d)</span>', page) == [
        ("分工负责单位", "1"),
        ("配合单位", "1"),
        ("指导单位", "1"),
        ("已通过的进展报告", "0"),
    ]
    assert reverse("accounts:organisation", args=[body.slug]) in links(page)


def test_an_unknown_organisation_is_not_found(client, plan):
    address = reverse("governance:plan_organisation", args=[plan.slug, "nobody"])
    assert client.get(address).status_code == 404


def test_the_page_of_an_organisation_leads_to_its_plans(client):
    world = reading.ledger_of(1)
    hidden = reading.ledger_of(1, is_public=False)
    for body, led in (
        (world.bodies[0], True),
        (world.office_body, False),
        (hidden.bodies[0], False),
    ):
        page = client.get(reverse("accounts:organisation", args=[body.slug])).content.decode()
        assert ("承担的计划任务" in page) is led


def test_the_home_page_offers_the_plans(client, plan):
    page = client.get("/").content.decode()
    assert reverse("governance:plan", args=[plan.slug]) in page
    plan.is_public = False
    plan.save()
    assert reverse("governance:plan", args=[plan.slug]) not in client.get("/").content.decode()


@pytest.mark.parametrize(
    ("query", "name", "title"),
    [
        ("标准化行动", "plan", "示例市标准化行动计划（示例）"),
        ("示例标发", "plan", "示例市标准化行动计划（示例）"),
        ("搭建", "measure", "二、搭建示例平台"),
        ("讲堂 普及", "action", "组织示例讲堂，推动示例标准普及"),
        ("数据平台", "output", "示例数据平台"),
    ],
)
def test_the_search_box_finds(client, plan, query, name, title):
    page = client.get("/search/", {"q": query}).content.decode()
    found = re.findall(r'<a href="(/plans/[^"]+)"[^>]*>([^<]+)</a>', page)
    kinds = {"plan": "", "measure": "measures/", "action": "actions/", "output": "outputs/"}
    assert any(
        url.startswith(f"/plans/{plan.slug}/{kinds[name]}") and words.strip() == title
        for url, words in found
    ), found


def test_the_search_box_keeps_what_is_hidden(client, plan):
    plan.is_public = False
    plan.save()
    for query in ("标准化行动", "搭建", "讲堂", "数据平台"):
        assert "/plans/" + plan.slug not in client.get("/search/", {"q": query}).content.decode()


def test_a_nested_number_is_shown_whole(client, plan):
    plan.measures.filter(no=2).update(key="二/（一）", label="（一）")
    page = html(client, "measures", plan.slug)
    assert re.findall(r'<td class="gl-number">([^<]+)</td>\s*<th', page) == ["1", "二（一）", "3"]


def test_a_measure_with_many_reports_asks_no_more(client, django_assert_num_queries):
    world = reading.ledger_of(1)
    measure = world.measures[0]
    address = reverse("governance:measure", args=[world.plan.slug, measure.pk])
    with django_assert_num_queries(31):
        client.get(address)
    for at, body in enumerate(world.bodies):
        Report.objects.create(
            measure=measure,
            organisation=body,
            period=f"2022Q{at % 4 + 1}",
            state="accepted",
            text="示例",
            author=world.member_user,
            is_public=True,
        )
    with django_assert_num_queries(31):
        assert client.get(address).content.decode().count("gl-report") == 6

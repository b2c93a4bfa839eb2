"""The list of projects, its files, the beginning of a project, the public page."""

import io
import re
from datetime import date

import openpyxl
import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone, translation

from guiju.apps.development.models import Project
from tests.factories import accounts
from tests.factories import catalogue as standards
from tests.factories.development import Making, administrator, committee, consulting, planned

pytestmark = pytest.mark.django_db


def address(name, *args):
    with translation.override("zh-hans"):
        return reverse(f"development:{name}", args=args)


def signed_in(client, user):
    client.force_login(user, backend="guiju.apps.accounts.backends.SeatBackend")
    return client


def shown(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def titles(answer):
    return [one.title_zh for one in answer.context["rows"]]


def copies(project, count):
    """More projects like one; columns are all that a list reads."""
    for number in range(count):
        project.pk = None
        project.title_zh = f"示例复件{number}"
        project.plan_number = f"{number:08}-T-469"
        project.save(force_insert=True)


def test_who_sees_which_projects(client):
    made = planned(title_zh="示例公开项目")
    Making(title_zh="示例未公开项目", committee=made.committee)
    page = address("projects")
    assert titles(client.get(page)) == ["示例公开项目"]
    signed_in(client, made.people["committee"])
    assert titles(client.get(page)) == ["示例未公开项目", "示例公开项目"]
    signed_in(client, accounts.user())
    assert titles(client.get(f"{page}?mine=on")) == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=示例大米", 1),
        ("q=rice", 1),
        ("q=没有的", 0),
        ("procedure=national-recommended", 1),
        ("procedure=group", 0),
        ("stage=20", 1),
        ("stage=30", 0),
        ("state=running", 1),
        ("state=ended", 0),
        ("overdue=on", 1),
        ("organisation=示例提案单位", 1),
        ("organisation=无此单位", 0),
        ("committee=SAC/TC", 1),
        ("sort=due&stage=xx", 1),
    ],
)
def test_the_list_is_narrowed(client, query, found):
    made = planned()
    Project.objects.update(organisation=accounts.organisation("示例提案单位"))
    with time_machine.travel(date(2026, 6, 1), tick=False):
        answer = client.get(f"{address('projects')}?{query}")
    assert (query, len(titles(answer))) == (query, found)
    assert made.project.plan_number in shown(answer) or not found


def test_a_list_of_thirty_asks_no_more_than_one_of_one(client, django_assert_num_queries):
    project = planned().project
    client.get(address("projects"))
    with django_assert_num_queries(3):
        client.get(address("projects"))
    copies(project, 29)
    with django_assert_num_queries(3):
        assert len(titles(client.get(address("projects")))) == 30


def test_the_list_as_files(client):
    project = planned(title_zh="=示例").project
    lines = b"".join(client.get(address("projects_file", "csv")).streaming_content).decode()
    assert project.plan_number in lines
    assert "'=示例" in lines
    book = client.get(address("projects_file", "xlsx"))
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(book.streaming_content))).active
    assert [sheet.max_row, sheet.cell(2, 4).value] == [2, "=示例"]
    assert client.get(address("projects_file", "pdf")).status_code == 404


def test_the_public_page_shows_what_the_state_shows(client):
    made = consulting()
    made.materials("review_draft")
    for language in ("", "/en"):
        answer = client.get(language + address("project", made.project.pk))
        words = shown(answer)
        assert made.project.plan_number in words
        assert "2024-07-05" in words  # the last day for comments
        assert address("consultation", made.project.rounds.get(kind="main").pk) in words
        assert [title.en for title, _ in answer.context["papers"]] == [
            "project proposal", "first draft", "draft for comments", "explanatory report",
        ]  # fmt: skip
        assert [one.code for one in answer.context["stages"] if one.is_now] == ["30"]
    paper = client.get(address("paper", made.project.pk, answer.context["papers"][2][1].number))
    assert "示例大米水分的测定" in b"".join(paper.streaming_content).decode()
    hidden = made.project.materials.get(material="review_draft").number
    assert client.get(address("paper", made.project.pk, hidden)).status_code == 404


def test_a_state_that_shows_nothing_is_refused_with_a_sentence(client):
    made = Making()
    answer = client.get(f"/en{address('project', made.project.pk)}")
    assert answer.status_code == 403
    assert "only those who take part in it see it" in shown(answer)


def appointed(procedure_id="national-recommended"):
    """Two authorities, so that one must be named; an account that begins projects."""
    from guiju.apps.development.services.parties import appoint
    from guiju.apps.development.services.starting import roles_to_fill
    from guiju.core.procedures.files.rulebook import procedure

    found = {}
    day = date(2026, 1, 5)
    for role in roles_to_fill(procedure(procedure_id, day)):
        for number in range(2 if role.id == "authority" else 1):
            body = accounts.organisation(f"示例{role.id}{number}")
            appoint(
                procedure_id=procedure_id, role=role.id, organisation=body, by=administrator(day)
            )
            found[f"{role.id}{number}"] = body
    return found


def test_a_project_begins_and_nothing_typed_is_lost(client):
    bodies = appointed()
    edition = standards.edition("GB/T 1354-2018")
    signed_in(client, accounts.seated("liaison"))
    page = f"/en{address('start', 'national-recommended')}"
    choose = shown(client.get(f"/en{address('new_project')}"))
    assert address("start", "group") in choose
    typed = {"title_en": "Example grain", "adopts": "ISO 712-1:2024", "replaces": "GB/T 9999-1900"}
    answer = client.post(page, typed)
    assert answer.status_code == 200
    assert {
        "title_zh", "committee", "body_authority", "replaces", "degree",
    } == set(answer.context["form"].errors)  # fmt: skip
    assert "Example grain" in shown(answer)
    sent = typed | {
        "title_zh": "示例谷物",
        "committee": committee(2).pk,
        "body_authority": bodies["authority1"].pk,
        "replaces": "GB/T 1354-2018",
        "degree": "IDT",
    }
    answer = client.post(page, sent)
    project = Project.objects.get()
    assert answer["Location"] == f"/en{address('workspace', project.pk)}"
    assert (project.title_zh, project.state, project.form) == (
        "示例谷物", "filed", {"adopts": "ISO 712-1:2024", "degree": "IDT"},
    )  # fmt: skip
    assert list(project.replaces.all()) == [edition]
    assert project.parties.get(role="authority").organisation == bodies["authority1"]


def test_a_review_needs_the_standard_that_it_is_about(client):
    signed_in(client, accounts.seated("liaison"))
    answer = client.post(f"/en{address('start', 'review')}", {"title_zh": "示例复审"})
    assert "edition" in answer.context["form"].errors


@pytest.mark.parametrize(
    ("typed", "field"),
    [({"code": "GB/T"}, "code"), ({"code": "T/EXAMPLE", "replaces": "GB/T 1354-2018"}, "replaces")],
)
def test_what_is_not_the_project_s_is_told_beside_its_field(client, typed, field):
    standards.edition("GB/T 1354-2018")
    Making.people_for("group", timezone.localdate(), committee(1))
    signed_in(client, accounts.seated("liaison"))
    answer = client.post(f"/en{address('start', 'group')}", {"title_zh": "示例", **typed})
    assert (answer.status_code, set(answer.context["form"].errors)) == (200, {field})
    assert not Project.objects.exists()

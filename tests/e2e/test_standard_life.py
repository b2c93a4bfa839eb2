"""The whole life of a standard in a browser: proposed, voted down and up, planned, drafted, commented on,
answered, reviewed, approved, published, in force in the place of the old one, due for review.

The clock is the test's: `life.at(day)` moves what the platform takes for today. Some of its people
work in Chinese, some in English.
"""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from guiju.apps.development.models import Project, Remark
from guiju.apps.development.services.parties import appoint
from guiju.apps.development.services.reviews import open_due_reviews
from guiju.core.forms.comments.model import CommentRow
from guiju.core.forms.comments.writing import write_comments
from tests.e2e.pages import check_page, path
from tests.factories import accounts, catalogue
from tests.factories.api import caller
from tests.factories.development import DRAFT, Making, administrator, committee, members

pytestmark = pytest.mark.django_db(transaction=True)
CLAUSES = ("1", "4", "4.1", "4.2")
ENGLISH = ("authority", "drafters", "member")


class Life:
    """The people of a project at their browsers, one window each."""

    def __init__(self, open_page, monkeypatch):
        self.open_page = open_page
        self.today = date(2024, 3, 1)
        monkeypatch.setattr(timezone, "localdate", lambda *given: self.today)
        self.people = Making.people_for("national-recommended", self.today, committee(25))
        self.windows = {}

    def at(self, *day):
        self.today = date(*day)

    def page(self, role, address):
        language = "en" if role in ENGLISH else "zh"
        if role not in self.windows:
            self.windows[role] = self.open_page(path(language), user=self.people[role])
        page = self.windows[role]
        answer = page.goto(path(language, address))
        assert answer.status == 200, f"{page.url} answers {answer.status}"
        return page

    def url(self, name, *given):
        with translation.override("zh-hans"):
            return reverse(f"development:{name}", args=given)

    def send(self, page, **fields):
        """Fill the page's main form in and send it."""
        for name, value in fields.items():
            field = page.locator(f"main [name='{name}']")
            if field.evaluate("one => one.tagName") == "SELECT":
                field.select_option(value)
            else:
                field.fill(value)
        before = page.url
        page.locator("main form .gj-actions button[type=submit]").first.click()
        page.wait_for_load_state()
        errors = page.locator(".gj-error-summary").all_inner_texts()
        assert errors == [], f"{before}: {errors}"

    @property
    def project(self):
        return Project.objects.get()

    def step(self, role, transition, **facts):
        page = self.page(role, self.url("step", self.project.pk, transition))
        self.send(page, **{f"fact_{name}": value for name, value in facts.items()})
        return page

    def why_not(self, role, transition):
        page = self.page(role, self.url("step", self.project.pk, transition))
        assert page.locator("main form .gj-actions button").count() == 0
        return page.locator(".gj-message-warning li").all_inner_texts()

    def hand_in(self, role, *materials, text=DRAFT):
        kinds = Making.procedure("national-recommended", date(2024, 3, 1)).materials
        for material in materials:
            page = self.page(role, self.url("hand_in", self.project.pk, material))
            is_text = kinds[material].text
            file = {
                "name": f"{material}.{'md' if is_text else 'txt'}",
                "mimeType": "text/plain",
                "buffer": (text if is_text else f"示例 {material}").encode(),
            }
            page.locator("main [name=file]").set_input_files(file)
            self.send(page)

    def sheet(self, kind, favour, against=0):
        """The papers of a meeting on one sheet."""
        ballot = self.project.ballots.get(kind=kind, current=True)
        page = self.page("committee", self.url("ballot_sheet", ballot.pk))
        marks = ["for"] * favour + ["against"] * against
        rows = page.locator("main tbody tr")
        for at, mark in enumerate(marks):
            rows.nth(at).locator("select").select_option(mark)
            if mark == "against":
                rows.nth(at).locator("input[type=text]").fill("示例理由")
        self.send(page)


@pytest.fixture
def life(open_page, monkeypatch, settings, tmp_path):
    settings.GUIJU_INDEX = tmp_path / "index"
    settings.VAR = tmp_path
    return Life(open_page, monkeypatch)


def propose(life):
    old = catalogue.edition("GB/T 90001-2015", title_zh="示例大米")
    page = life.page("proposer", life.url("start", "national-recommended"))
    check_page(page)
    life.send(
        page,
        title_zh="示例大米",
        title_en="Example rice",
        committee=str(life.people["committee"].person.committee_seats.get().committee_id),
        replaces=old.key,
    )
    check_page(life.page("proposer", life.url("workspace", life.project.pk)))
    life.hand_in("proposer", "proposal_form", "first_draft")


def vote_twice(life):
    life.step("committee", "open_proposal_ballot")
    life.sheet("proposal", 18)
    assert life.why_not("committee", "close_proposal_ballot") != []
    life.at(2024, 4, 7)
    life.step("committee", "close_proposal_ballot")
    assert life.why_not("committee", "send_up") != []
    life.step("committee", "vote_again")
    life.step("committee", "open_proposal_ballot")
    life.sheet("proposal", 17, 1)
    ballot = life.project.ballots.get(current=True)
    life.people["member"] = members(life.project.committee)[20]
    page = life.page("member", life.url("ballot", ballot.pk))
    check_page(page)
    page.locator("main [name=mark][value=for]").check()
    life.send(page)
    life.at(2024, 5, 10)
    life.step("committee", "close_proposal_ballot")
    life.step("committee", "send_up")
    assert list(life.project.ballots.values_list("passed", flat=True)) == [False, True]


def plan(life):
    life.hand_in("evaluator", "evaluation")
    life.step("authority", "open_notice")
    life.at(2024, 6, 13)
    life.step("authority", "close_notice")
    life.step("authority", "issue_plan")
    assert (life.project.plan_number, life.project.due) == (
        "20240001-T-469",
        date(2025, 12, 15),
    )  # the 13th is a Saturday
    page = life.page("authority", life.url("project", life.project.pk))
    assert "20240001-T-469" in page.locator("main").inner_text()


def consult(life):
    page = life.page("committee", life.url("parties", life.project.pk))
    life.send(page, role="drafters", who=life.people["drafters"].username)
    life.hand_in("drafters", "consultation_draft", "explanation")
    number = life.project.materials.get(material="consultation_draft").number
    page = life.page("drafters", life.url("draft", life.project.pk, number))
    check_page(page)
    life.step("committee", "open_consultation")
    opened = life.project.rounds.get(kind="main")
    page = life.page("public", life.url("consultation", opened.pk))
    check_page(page)
    page = life.page("public", life.url("comment", opened.pk))
    life.send(
        page, place="4.1", kind="te", text="示例：水分限值过宽。", proposed="水分应不大于 14.5%。"
    )
    return opened


def comment_by_program(life, client, opened):
    """Thirty-six comments through the API, three in a table of an office."""
    call = caller(client)
    for at in range(36):
        body = {"clause": CLAUSES[at % 4], "kind": "ed", "text": f"示例意见 {at}"}
        status, said = call(
            "post", f"/consultations/{opened.pk}/comments", life.people["public"], body
        )
        assert status in (200, 201), said
    rows = [
        CommentRow(clause=one, text=f"示例表中意见 {one}", unit="示例公司") for one in CLAUSES[1:]
    ]
    page = life.page("committee", life.url("import_remarks", opened.pk))
    page.locator("main [name=file]").set_input_files(
        {
            "name": "意见.docx",
            "mimeType": "application/octet-stream",
            "buffer": write_comments(rows, {}, {}),
        }
    )
    page.locator("main button[value=import]").click()
    page.wait_for_load_state()
    assert Remark.objects.count() == 40


def answer_all(life, opened):
    life.at(2024, 8, 13)
    life.step("committee", "close_consultation")
    life.hand_in("drafters", "review_draft", text=DRAFT.replace("15.5", "14.5"))
    life.hand_in("drafters", "comment_table")
    assert any("40" in one for one in life.why_not("committee", "open_review"))
    page = life.page("drafters", life.url("remarks", opened.pk))
    check_page(page)
    page.locator("summary", has_text="Answer the ticked").click()
    for tick in page.locator("main tbody input[type=checkbox]").all():
        tick.check()
    page.locator("#answer-many [name=disposition]").select_option("partly")
    page.locator("#answer-many [name=reason]").fill("示例：按试验结果处理。")
    page.locator("#answer-many button[type=submit]").click()
    page.wait_for_load_state()
    assert Remark.objects.filter(standing="partly").count() == 40
    page = life.page("drafters", life.url("remark", Remark.objects.first().pk))
    assert "14.5" in page.locator("main").inner_text()
    check_page(page)


def review_and_publish(life):
    life.step("committee", "open_review")
    life.sheet("review", 24, 1)
    life.hand_in("committee", "minutes", "approval_letter")
    life.step("committee", "close_review")
    assert life.why_not("committee", "submit") != []
    life.hand_in("drafters", "approval_draft", text=DRAFT.replace("15.5", "14.5"))
    life.step("committee", "submit", patents="none")
    life.at(2024, 10, 8)
    life.step("authority", "approve")
    life.hand_in("authority", "announcement", "standard_text", text=DRAFT.replace("15.5", "14.5"))
    life.step("authority", "publish", in_force_on="2025-05-01")
    assert life.project.number == "GB/T 90001-2024"


def supersede_and_review(life):
    for day, states in (
        ((2025, 4, 30), (("即将实施", "upcoming"), ("现行", "in force"))),
        ((2025, 5, 1), (("现行", "in force"), ("被代替", "superseded"))),
    ):
        life.at(*day)
        for year, state in zip((2024, 2015), states, strict=True):
            for reader, word in zip(("public", "authority"), state, strict=True):
                page = life.page(reader, f"/standards/GB/T_90001-{year}/")
                assert page.locator(".cs-state").inner_text().lower() == word
    life.step("authority", "come_into_force")
    authority = life.people["authority"].seats.get().organisation
    appoint(
        procedure_id="review",
        role="authority",
        organisation=authority,
        by=administrator(life.today),
    )
    life.at(2029, 10, 8)
    begun = open_due_reviews(by=accounts.viewer(life.people["authority"], life.today))
    for reader, words in (("public", "应当复审"), ("authority", "review due")):
        page = life.page(reader, life.url("project", begun.projects[0].pk))
        assert words in page.locator("main").inner_text()
    return [one.edition.key for one in begun.projects]


def test_the_whole_life_of_a_standard(life, client):
    propose(life)
    vote_twice(life)
    plan(life)
    opened = consult(life)
    comment_by_program(life, client, opened)
    answer_all(life, opened)
    review_and_publish(life)
    assert supersede_and_review(life) == ["GB/T 90001-2024"]

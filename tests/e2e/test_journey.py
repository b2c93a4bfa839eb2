"""The main journey: from a text to an accepted report, its snapshot and its export.

The office imports a text and fixes a name, assigns a body, a liaison officer reports with evidence,
the office accepts; the public sees what is public; every step stands in the journal.
"""

import io
from pathlib import Path

import pytest
from django.utils.translation import gettext, override
from openpyxl import load_workbook

from guiju.apps.accounts.models import Organisation
from guiju.apps.governance.models import Assignment, Evidence, Plan, Snapshot
from guiju.apps.governance.services.examples import load_example_bodies
from guiju.apps.journal.models import Event
from guiju.apps.journal.selectors import verify_chain
from guiju.core.seals.chain import sm3
from guiju.web.viewer import Seat, Viewer
from tests.e2e.pages import check_page, path
from tests.factories import accounts

TEXT = Path(__file__).parents[2] / "docs" / "tutorial" / "example-plan.txt"
UNKNOWN = "示例省数据管理局"
EVIDENCE = b"\xef\xbb\xbf" + "示例：印发通知".encode()
SECRET_RISK = "示例内部风险说明"

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def register():
    clerk = Viewer(
        today=accounts.viewer().today, name="demo", seats=frozenset({Seat("system_admin", 0)})
    )
    load_example_bodies(by=clerk)
    return {one.slug: one for one in Organisation.objects.all()}


class Person:
    """A person at a browser, who reads one language."""

    def __init__(self, open_page, language, user=None):
        self.language = language
        self.page = open_page(path(language, "/sign-in/" if user else "/plans/"))
        if user is not None:
            self.page.fill("[name=username]", user.username)
            self.page.fill("[name=password]", accounts.PASSWORD)
            self.press("Sign in")

    def words(self, english):
        with override("en" if self.language == "en" else "zh-hans"):
            return gettext(english)

    def go(self, address):
        self.page.goto(path(self.language, address))
        return self.page

    def press(self, english):
        self.page.get_by_role("main").get_by_role(
            "button", name=self.words(english), exact=True
        ).click()

    def follow(self, english):
        self.page.get_by_role("main").get_by_role(
            "link", name=self.words(english), exact=True
        ).click()


def import_the_text(office):
    page = office.go("/plans/import/")
    page.set_input_files("input[type=file]", TEXT)
    check_page(page)
    office.press("Read and preview")
    fieldset = page.get_by_role("group").filter(has_text=UNKNOWN)
    fieldset.locator("input[type=radio][value='example-data']").check()
    check_page(page)
    office.press("Keep these decisions")
    office.press("Confirm the import")
    return Plan.objects.get(document_number="示例政办发〔2026〕12号")


def assign_a_body(office, plan):
    note = plan.measures.get(no=3).notes.get()
    page = office.go(f"/plans/{plan.slug}/notes/{note.pk}/assign/")
    check_page(page)
    page.fill("[name=organisation]", "示例省科技厅")
    page.select_option("[name=role]", "cooperating")
    page.fill("[name=reason]", "示例：会商后增加")
    office.press("Save")
    added = Assignment.objects.get(note=note, by_hand=True)
    assert (added.organisation.slug, added.role) == ("example-science", "cooperating")


def publish(office, plan):
    page = office.go(f"/plans/{plan.slug}/publish/")
    page.fill("[name=reason]", "示例：向社会公开")
    page.locator("main form button[type=submit]").click()
    assert Plan.objects.get(pk=plan.pk).is_public


def report(liaison, plan):
    measure = plan.measures.get(no=1)
    page = liaison.go("/work/")
    check_page(page)
    page = liaison.go(f"/plans/{plan.slug}/measures/{measure.pk}/report/")
    page.fill("[name=text]", "示例：制度初稿已完成。")
    for select in page.locator("select[name*=state]").all():
        select.select_option("in_progress")
    page.select_option("[name=risk]", "watch")
    page.fill("[name=risk_note]", SECRET_RISK)
    page.set_input_files(
        "input[type=file]", {"name": "通知.txt", "mimeType": "text/plain", "buffer": EVIDENCE}
    )
    check_page(page)
    liaison.press("Save and go on to hand in")
    check_page(page)
    liaison.press("Hand in")
    evidence = Evidence.objects.get()
    assert (evidence.name, evidence.sm3) == ("通知.txt", sm3(EVIDENCE))
    return measure.reports.get()


def accept(office, filed):
    page = office.go(f"/reports/{filed.pk}/")
    check_page(page)
    page.check("[name=publish]")
    page.locator("main button[name=accept]").click()
    filed.refresh_from_db()
    assert (filed.state, filed.is_public) == ("accepted", True)
    states = set(filed.measure.actions.values_list("state", flat=True))
    assert states == {"in_progress"}


def freeze(office, plan):
    page = office.go(f"/plans/{plan.slug}/snapshots/")
    check_page(page)
    office.press("Freeze the ledger")
    snapshot = Snapshot.objects.get(plan=plan)
    check_page(office.go(f"/plans/{plan.slug}/snapshots/{snapshot.period}/"))


def export(office, plan):
    page = office.go(f"/plans/{plan.slug}/")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Excel (XLSX)").click()
    book = load_workbook(io.BytesIO(Path(waiting.value.path()).read_bytes()))
    cells = {str(cell.value) for row in book.active.iter_rows() for cell in row if cell.value}
    assert any("打牢数字标准基础" in cell for cell in cells)


def see_as_the_public(public, plan, filed):
    measure = filed.measure
    addresses = [
        f"/plans/{plan.slug}/",
        f"/plans/{plan.slug}/text/",
        f"/plans/{plan.slug}/matrix/",
        f"/plans/{plan.slug}/measures/{measure.pk}/",
        f"/plans/{plan.slug}/actions/",
        f"/plans/{plan.slug}/outputs/",
        f"/plans/{plan.slug}/workload/",
        f"/plans/{plan.slug}/timeline/",
        f"/reports/{filed.pk}/",
    ]
    for address in addresses:
        page = public.go(address)
        check_page(page)
        assert SECRET_RISK not in page.content()
    assert "示例：制度初稿已完成。" in public.go(f"/reports/{filed.pk}/").content()
    assert public.page.goto(f"/evidence/{Evidence.objects.get().pk}/").status == 403
    assert public.page.goto(f"/plans/{plan.slug}/unresolved/").status == 403


def test_from_a_text_to_an_accepted_report(open_page, language, register):
    province = register["example-province"]
    office = Person(open_page, language, accounts.seated("office", province, "province"))
    liaison = accounts.seated("liaison", register["example-market-regulation"], "bureau")
    plan = import_the_text(office)
    assign_a_body(office, plan)
    publish(office, plan)
    filed = report(Person(open_page, language, liaison), plan)
    accept(office, filed)
    check_page(office.go(f"/plans/{plan.slug}/matrix/"))
    freeze(office, plan)
    export(office, plan)
    see_as_the_public(Person(open_page, language), plan, filed)
    acts = list(Event.objects.order_by("number").values_list("actor", "action"))
    assert [act for act in acts if act[0] in {"province", "bureau"}] == [
        ("province", "accounts.sign_in"),
        ("province", "governance.import_plan"),
        ("province", "governance.assign"),
        ("province", "governance.publish_plan"),
        ("bureau", "accounts.sign_in"),
        ("bureau", "governance.edit_report"),
        ("bureau", "governance.submit_report"),
        ("province", "governance.accept_report"),
        ("province", "governance.take_snapshot"),
    ]
    assert verify_chain().fault is None

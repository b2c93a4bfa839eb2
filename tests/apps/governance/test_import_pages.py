"""The pages of the import: upload, preview, decisions, confirm, discard, and who may."""

import re
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from guiju.apps.accounts.models import Alias
from guiju.apps.governance.forms.imports import field_name
from guiju.apps.governance.models import Assignment, ImportDraft, Plan, PlanText
from guiju.apps.governance.selectors.imports import source_of
from guiju.apps.governance.selectors.previews import preview
from guiju.apps.journal.models import Event
from tests.factories import accounts
from tests.factories import governance as make

pytestmark = pytest.mark.django_db
UPLOAD = "/plans/import/"


@pytest.fixture
def office():
    return accounts.organisation("示例办公室")


@pytest.fixture
def user(office):
    return make.office_user(office)


@pytest.fixture
def signed_in(client, user):
    client.force_login(user)
    return client


def upload(client, data=None, name="plan.txt", address=UPLOAD, **fields):
    data = make.TEXT.encode() if data is None else data
    return client.post(address, {"file": SimpleUploadedFile(name, data), **fields})


def only_draft():
    return ImportDraft.objects.get()


def address(step="preview"):
    return reverse(f"governance:import_{step}", args=[only_draft().pk])


def confirm(client):
    """Press the button of the preview as it is shown now."""
    shown = client.get(address()).content.decode()
    seen = re.search(r'name="seen" value="(\d+)"', shown)
    return client.post(address("confirm"), {"seen": seen[1] if seen else "0"})


def events():
    return list(Event.objects.order_by("number").values_list("action", flat=True))


def test_upload_preview_confirm(signed_in, office, user):
    make.bodies()
    answer = upload(signed_in)
    assert answer.headers["Location"] == address()
    assert not Plan.objects.exists()
    shown = signed_in.get(address()).content.decode()
    assert "示例市标准化行动计划（示例）" in shown
    assert "示例标发〔2023〕5号" in shown
    answer = confirm(signed_in)
    assert answer.headers["Location"] == "/plans/2023-5/"
    assert events() == ["governance.import_plan"]
    assert (Plan.objects.get().office, ImportDraft.objects.count()) == (office, 0)
    assert PlanText.objects.get().imported_by == user


def test_a_preview_changes_nothing_and_can_be_discarded(signed_in):
    upload(signed_in)
    signed_in.get(address())
    assert signed_in.post(address("discard")).headers["Location"] == "/plans/"
    assert (ImportDraft.objects.count(), Plan.objects.count(), events()) == (0, 0, [])


def test_a_second_confirmation_finds_the_draft_gone(signed_in):
    upload(signed_in)
    again = address("confirm")
    assert confirm(signed_in).status_code == 302
    answer = signed_in.post(again, {"seen": "0"})
    assert answer.status_code == 404
    assert "已经确认或放弃" in answer.content.decode()
    assert events() == ["governance.import_plan"]


def test_a_preview_of_a_text_that_was_replaced_meanwhile_is_shown_again(signed_in, office):
    make.imported_plan(office=office)
    upload(signed_in, make.TEXT.replace("清单", "名单").encode())
    make.import_text(make.TEXT.replace("清单", "目录"), by=make.office_viewer(office))
    answer = signed_in.post(address("confirm"), {"seen": "1"})
    assert answer.status_code == 409
    assert "请重新核对预览" in answer.content.decode()
    assert PlanText.objects.count() == 2
    assert confirm(signed_in).status_code == 302
    assert Plan.objects.get().version == 3


def test_the_same_text_again_says_so(signed_in):
    upload(signed_in)
    confirm(signed_in)
    upload(signed_in)
    assert "导入不会带来任何变化" in signed_in.get(address()).content.decode()
    confirm(signed_in)
    assert (PlanText.objects.count(), events()) == (1, ["governance.import_plan"])


def test_an_unknown_name_is_decided_and_becomes_an_alias(signed_in):
    known = make.bodies()
    text = make.TEXT.replace("示例乙局按职责", "示例一乙局按职责")
    upload(signed_in, text.encode())
    choice = f"choice-{field_name('示例一乙局')}"
    shown = signed_in.get(address()).content.decode()
    assert f'name="{choice}" value="{known["示例乙局"].slug}"' in shown
    answer = signed_in.post(address(), {choice: known["示例乙局"].slug})
    assert answer.headers["Location"] == address()
    assert only_draft().decisions == {"names": {"示例一乙局": known["示例乙局"].slug}}
    assert not Alias.objects.exists()
    confirm(signed_in)
    alias = Alias.objects.get()
    assert (alias.text, alias.organisation) == ("示例一乙局", known["示例乙局"])
    assert Assignment.objects.get(as_written="示例一乙局").organisation == known["示例乙局"]
    assert events() == ["governance.import_plan"]
    details = Event.objects.get().details
    assert details["aliases"] == {"示例一乙局": known["示例乙局"].slug}


def test_an_english_reader_sees_the_name_that_is_compared_too(signed_in):
    body = accounts.organisation("示例甲管理局", en="Example Bureau A")
    upload(signed_in, make.TEXT.replace("示例甲局", "示例甲管埋局").encode())
    chinese = signed_in.get(address()).content.decode()
    english = signed_in.get(f"/en{address()}").content.decode()
    assert body.slug in chinese
    assert "Example Bureau A" not in chinese
    assert "示例甲管理局 · Example Bureau A" in english


def test_an_unknown_name_may_be_another_organisation_or_stay_open(signed_in):
    make.bodies()
    other = accounts.organisation("完全不同的单位")
    text = make.TEXT.replace("示例乙局按职责", "示例一乙局、示例二乙局按职责")
    upload(signed_in, text.encode())
    typed = f"other-{field_name('示例一乙局')}"
    answer = signed_in.post(address(), {typed: "没有这个单位"})
    assert answer.status_code == 200
    assert "名录中没有这个名称的机构" in answer.content.decode()
    assert only_draft().decisions == {}
    signed_in.post(address(), {typed: "完全不同的单位"})
    confirm(signed_in)
    assert Assignment.objects.get(as_written="示例一乙局").organisation == other
    assert Assignment.objects.get(as_written="示例二乙局").organisation is None


def test_a_name_that_was_not_offered_is_refused(signed_in):
    make.bodies()
    upload(signed_in, make.TEXT.replace("示例乙局按职责", "示例一乙局按职责").encode())
    answer = signed_in.post(address(), {f"choice-{field_name('示例一乙局')}": "nobody"})
    assert answer.status_code == 200
    assert only_draft().decisions == {}


@pytest.mark.parametrize(
    ("data", "zh", "en"),
    [
        (b"", "没有文字", "contains no text"),
        (b"%PDF-1.4", "看起来是PDF 文件", "looks like a PDF file"),
        (bytes(range(256)) * 8, "不是可读的文本", "is not readable text"),
        ("没有条目。".encode(), "没有找到任何措施", "No measure was found"),
    ],
)
def test_a_bad_file_is_said_at_the_form_and_nothing_is_stored(signed_in, data, zh, en):
    for address_, words in ((UPLOAD, zh), (f"/en{UPLOAD}", en)):
        answer = upload(signed_in, data, address=address_)
        assert answer.status_code == 200
        errors = answer.context["form"].errors["file"]
        assert len(errors) == 1
        assert words in errors[0]
    assert (ImportDraft.objects.count(), Plan.objects.count(), events()) == (0, 0, [])


def test_no_file_is_said_at_the_form(signed_in):
    answer = signed_in.post(UPLOAD, {})
    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == ["file"]


@pytest.mark.parametrize("checks_csrf", [False, True])
def test_a_file_above_the_limit_is_refused_while_it_arrives(user, settings, checks_csrf):
    from django.test import Client

    settings.MAX_UPLOAD_BYTES = 1024 * 1024
    client = Client(enforce_csrf_checks=checks_csrf)
    client.force_login(user)
    client.get(UPLOAD)
    token = client.cookies["csrftoken"].value
    answer = upload(client, b"x" * (2 * 1024 * 1024), csrfmiddlewaretoken=token)
    assert answer.status_code == 400
    assert "1 MB 的上限" in answer.content.decode()
    assert not ImportDraft.objects.exists()


def test_html_in_the_text_and_in_the_name_is_shown_as_text(signed_in):
    bad = "<script>alert(1)</script>"
    text = make.TEXT.replace("示例清单", f"{bad}清单").replace("示例丙局", f"{bad}局")
    upload(signed_in, text.encode(), name=f"{bad}.txt")
    assert only_draft().file_name == "script>.txt"
    for where in ("", "/en"):
        shown = signed_in.get(where + address()).content.decode()
        assert "&lt;script&gt;alert(1)" in shown
        assert bad not in shown


def test_a_docx_is_read(signed_in):
    import docx

    document = docx.Document()
    for line in make.TEXT.splitlines():
        document.add_paragraph(line)
    file = BytesIO()
    document.save(file)
    upload(signed_in, file.getvalue(), name="plan.docx")
    confirm(signed_in)
    assert Plan.objects.get().document_number == "示例标发〔2023〕5号"


def test_a_plan_without_a_title_is_given_one_in_the_preview(signed_in):
    upload(signed_in, "一、建立制度。建立示例制度。（示例甲局负责）".encode())
    assert confirm(signed_in).status_code == 400
    signed_in.post(address(), {"title": "手工标题"})
    assert confirm(signed_in).status_code == 302
    assert Plan.objects.get().title_zh == "手工标题"


def test_who_may_import(client, office):
    draft = None
    outcomes = {}
    people = {
        "office": make.office_user(office),
        "other office": make.office_user(accounts.organisation("另一示例办公室")),
        "liaison": accounts.seated("liaison", office),
        "public": None,
    }
    for who, user in people.items():
        client.logout()
        if user:
            client.force_login(user)
        answer = upload(client)
        draft = draft or only_draft().pk
        pages = [
            reverse(f"governance:import_{step}", args=[draft]) for step in ("preview", "discard")
        ]
        outcomes[who] = (
            client.get(UPLOAD).status_code,
            answer.status_code,
            client.get(pages[0]).status_code,
            client.post(pages[0]).status_code,
        )
    assert outcomes == {
        "office": (200, 302, 200, 302),
        "other office": (200, 302, 403, 403),
        "liaison": (403, 403, 403, 403),
        "public": (403, 403, 403, 403),
    }
    assert ImportDraft.objects.count() == 2


def test_another_office_cannot_import_into_the_plan(client, office):
    plan = make.imported_plan(office=office)
    client.force_login(make.office_user(accounts.organisation("另一示例办公室")))
    answer = upload(client, make.TEXT.replace("清单", "名单").encode())
    assert answer.status_code == 403
    assert "只有负责该计划台账的办公室" in answer.content.decode()
    assert upload(client, plan=plan.pk).status_code == 200
    assert not ImportDraft.objects.exists()


def test_the_preview_needs_as_many_queries_for_many_measures(
    signed_in, user, django_assert_num_queries
):
    def many(count):
        items = "".join(
            f"{one}. 推进第{one}项。完成第{one}项示例任务。（第{one}示例局负责）\n"
            for one in range(1, count + 1)
        )
        return f"示例大计划（示例）\n示例标发〔2023〕8号\n{items}"

    make.bodies()
    counts = []
    for count in (1, 30):
        upload(signed_in, many(count).encode())
        source = source_of(only_draft())
        with django_assert_num_queries(10):
            preview(accounts.viewer(user), source, plan=None, decided={}, language="en")
        with CaptureQueriesContext(connection) as captured:
            signed_in.get(address())
        counts.append(len(captured))
        signed_in.post(address("discard"))
    assert counts[0] == counts[1]

"""The pages of reporting: written, handed in, decided, downloaded; nothing typed is lost."""

import re

import pytest
import time_machine
from django.urls import reverse
from django.utils import translation

from guiju.apps.governance.models import Comment, Report
from guiju.apps.governance.selectors.reports import evidence_of
from guiju.apps.governance.services.report_content import Content
from tests.factories import accounts, reports

pytestmark = pytest.mark.django_db
BACKEND = "guiju.apps.accounts.backends.SeatBackend"


@pytest.fixture
def ledger(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)
    travel = time_machine.travel("2023-05-10 10:00+08:00", tick=False)
    # A page in English leaves its language to the thread, and `reverse` would follow it.
    with travel, translation.override("zh-hans"):
        yield reports.small_ledger()


@pytest.fixture
def sign_in(client):
    def sign_in(user):
        client.logout()
        if user is not None:
            client.force_login(user, backend=BACKEND)
        return client

    return sign_in


def write_url(ledger, query="?period=2023Q1"):
    return reverse("governance:report_write", args=[ledger.plan.slug, ledger.measure.pk]) + query


def typed(ledger, **values):
    return {
        "version": "0",
        "text": "示例：已完成立项。\r\n第二段。",
        "risk": "watch",
        "risk_note": "示例：人手不足。",
        f"text_{ledger.action.pk}": "示例：已立项。",
        f"state_{ledger.action.pk}": "in_progress",
    } | values


def text_of(response):
    return response.content.decode()


def test_the_whole_way(ledger, sign_in):
    client = sign_in(ledger.lead_user)
    files = [reports.upload("一季度 报告.pdf"), reports.upload("数据.csv", "甲,1".encode())]
    answer = client.post(write_url(ledger), typed(ledger, proofs=files, submit="yes"))
    report = Report.objects.get()
    assert answer.url == reverse("governance:report_submit", args=[report.pk])
    assert (report.text, report.risk) == ("示例：已完成立项。\n第二段。", "watch")
    confirm = client.get(answer.url)
    assert "一季度 报告.pdf" in text_of(confirm)
    answer = client.post(answer.url, {"version": "1"})
    assert answer.url == reverse("governance:report", args=[report.pk])
    office = sign_in(ledger.office_user)
    assert "示例措施1" in text_of(office.get("/work/"))
    decided = office.post(
        reverse("governance:report_decide", args=[report.pk]),
        {"version": "2", "accept": "yes", "publish": "on"},
    )
    assert decided.url == answer.url
    report.refresh_from_db()
    assert (report.state, report.is_public) == ("accepted", True)
    shown = text_of(sign_in(None).get(answer.url))
    assert "示例：已完成立项。" in shown
    # The public sees neither evidence, nor risk, nor the office's remarks, nor who acted.
    hidden = ["一季度 报告.pdf", "人手不足", ledger.lead_user.username, "历史"]
    assert [word for word in hidden if word in shown] == []


def test_a_shared_body_sees_closed_fields_with_the_reason(ledger, sign_in):
    client = sign_in(ledger.shared_user)
    page = text_of(client.get(write_url(ledger)))
    assert "只有牵头单位可以提出任务状态和风险等级。" in page
    select = re.search(rf'<select name="state_{ledger.action.pk}"[^>]*>', page).group()
    assert "disabled" in select
    # What a closed field carries all the same is not taken.
    client.post(write_url(ledger), typed(ledger))
    report = Report.objects.get()
    assert (report.role, report.risk, report.risk_note) == ("shared", "none", "")
    assert list(report.lines.values_list("proposed_state", flat=True)) == [""]


PEOPLE = {
    # who: status of the writing page, of a submitted report, of its evidence
    "lead": (200, 200, 200),
    "shared": (200, 200, 200),
    "helper": (403, 200, 200),
    "guide": (403, 200, 200),
    "office": (403, 200, 200),
    "stranger": (403, 403, 403),
    None: (403, 403, 403),
}


@pytest.mark.parametrize(("who", "expected"), PEOPLE.items())
def test_who_opens_what(ledger, sign_in, who, expected):
    report = reports.submitted(ledger, "lead", files=[reports.upload()])
    client = sign_in(getattr(ledger, f"{who}_user") if who else None)
    addresses = [
        write_url(ledger, "?period=2022Q4"),
        reverse("governance:report", args=[report.pk]),
        reverse("governance:evidence", args=[evidence_of(report).get().pk]),
    ]
    answers = [client.get(address) for address in addresses]
    for answer in answers:
        answer.close()
    assert tuple(answer.status_code for answer in answers) == expected


def test_errors_keep_all_that_was_typed(ledger, sign_in):
    client = sign_in(ledger.lead_user)
    bad = typed(ledger, risk="terrible", proofs=[reports.upload("x.svg", b"<svg/>")])
    answer = client.post(write_url(ledger), bad)
    page = text_of(answer)
    assert Report.objects.count() == 0
    assert re.search(r'class="gj-errors"[^>]*tabindex="-1"[^>]*autofocus', page)
    assert "“x.svg”不是可接受的佐证材料" in page
    kept = ["示例：已完成立项。\r\n第二段。", "示例：人手不足。", "示例：已立项。"]
    assert [words for words in kept if words not in page] == []
    assert re.search(r'<option value="in_progress" selected>', page)


def test_the_second_of_two_is_told_and_loses_nothing(ledger, sign_in):
    first = reports.draft(ledger)
    client = sign_in(ledger.lead_user)
    # Another person saves meanwhile.
    reports.draft(ledger, version=first.version, content=Content(text="示例：别人写的。"))
    answer = client.post(write_url(ledger), typed(ledger, version="1", text="示例：我写的。"))
    page = text_of(answer)
    assert answer.status_code == 409
    assert "这份报告在您打开之后已被他人修改" in page
    assert page.index("示例：别人写的。") < page.index("示例：我写的。")
    assert Report.objects.get().text == "示例：别人写的。"
    # Having seen it, the person saves again.
    assert '<input type="hidden" name="version" value="2"' in page
    client.post(write_url(ledger), typed(ledger, version="2", text="示例：合在一起。"))
    assert Report.objects.get().text == "示例：合在一起。"


def test_a_report_that_was_handed_in_is_not_edited(ledger, sign_in):
    report = reports.submitted(ledger)
    client = sign_in(ledger.lead_user)
    assert client.get(write_url(ledger)).url == reverse("governance:report", args=[report.pk])
    answer = client.post(write_url(ledger), typed(ledger, version=str(report.version)))
    assert "报告现为“已报送”，不能修改。" in text_of(answer)
    assert "第二段。" in text_of(answer)
    client.post(reverse("governance:report_withdraw", args=[report.pk]), {"version": "2"})
    report.refresh_from_db()
    assert report.state == "draft"


def test_returning_needs_a_reason_and_keeps_what_was_chosen(ledger, sign_in):
    report = reports.submitted(ledger)
    office = sign_in(ledger.office_user)
    decide = reverse("governance:report_decide", args=[report.pk])
    answer = office.post(decide, {"version": "2", "return": "yes", "reason": " "})
    assert answer.status_code == 409
    assert "请写明退回的理由，报送单位要据此修改。" in text_of(answer)
    office.post(decide, {"version": "2", "return": "yes", "reason": "请补充数据。"})
    page = text_of(sign_in(ledger.lead_user).get(write_url(ledger)))
    assert "请补充数据。" in page
    assert "请补充数据。" in text_of(sign_in(ledger.lead_user).get("/work/?period=2023Q1"))


def test_the_office_decides_on_what_it_has_seen(ledger, sign_in):
    """Withdrawn, changed and handed in again while the office was reading."""
    report = reports.submitted(ledger)
    lead = sign_in(ledger.lead_user)
    lead.post(reverse("governance:report_withdraw", args=[report.pk]), {"version": "2"})
    lead.post(write_url(ledger), typed(ledger, version="3", text="示例：改过了。"))
    lead.post(reverse("governance:report_submit", args=[report.pk]), {"version": "4"})
    office = sign_in(ledger.office_user)
    decide = reverse("governance:report_decide", args=[report.pk])
    answer = office.post(decide, {"version": "2", "accept": "yes"})
    assert answer.status_code == 409
    assert "示例：改过了。" in text_of(answer)
    report.refresh_from_db()
    assert report.state == "submitted"


def test_four_eyes_on_the_page(ledger, sign_in):
    accounts.seat(ledger.lead_user, "office", ledger.office_body)
    report = reports.submitted(ledger)
    page = text_of(sign_in(ledger.lead_user).get(reverse("governance:report", args=[report.pk])))
    assert "这份报告由您本人报送，须由办公室另一人审核通过。" in page
    assert not re.search(r'<button[^>]*type="submit"[^>]*name="accept"', page)
    answer = sign_in(ledger.lead_user).post(
        reverse("governance:report_decide", args=[report.pk]), {"version": "2", "accept": "yes"}
    )
    assert answer.status_code == 403


def test_a_quarter_that_is_not_open_is_refused_with_a_sentence(ledger, sign_in):
    answer = sign_in(ledger.lead_user).get(write_url(ledger, "?period=2023Q3"))
    assert answer.status_code == 400
    assert "2023年第三季度不能报告" in text_of(answer)


def test_without_a_choice_it_is_the_quarter_of_today(ledger, sign_in):
    page = text_of(sign_in(ledger.lead_user).get(write_url(ledger, "")))
    assert "报送进展 · 2023年第二季度" in " ".join(page.split())


def test_an_organisation_that_is_not_the_viewers_is_not_found(ledger, sign_in):
    query = f"?period=2023Q1&organisation={ledger.shared_body.pk}"
    assert sign_in(ledger.lead_user).get(write_url(ledger, query)).status_code == 404


def test_evidence_is_a_download_and_never_a_page(ledger, sign_in):
    report = reports.draft(ledger, files=[reports.upload("一季度“报告”.pdf")])
    pk = evidence_of(report).get().pk
    answer = sign_in(ledger.lead_user).get(reverse("governance:evidence", args=[pk]))
    assert b"".join(answer.streaming_content) == reports.PDF
    answer.close()
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Disposition"] == (
        "attachment; filename*=utf-8''"
        "%E4%B8%80%E5%AD%A3%E5%BA%A6%E2%80%9C%E6%8A%A5%E5%91%8A%E2%80%9D.pdf"
    )


def test_files_are_withdrawn_by_a_check_mark(ledger, sign_in):
    report = reports.draft(ledger, files=[reports.upload()])
    pk = evidence_of(report).get().pk
    client = sign_in(ledger.lead_user)
    client.post(write_url(ledger), typed(ledger, version="1", withdrawn=[str(pk)]))
    assert list(evidence_of(report)) == []


def test_comments_are_escaped_and_keep_their_lines(ledger, sign_in):
    url = reverse("governance:comments", args=[ledger.plan.slug, ledger.measure.pk])
    client = sign_in(ledger.helper_user)
    assert client.post(url, {"text": "<script>x</script>\r\n第二行"}).url == url
    page = text_of(client.get(url))
    assert "&lt;script&gt;x&lt;/script&gt;<br>第二行" in page
    assert "<script>x" not in page
    empty = client.post(url, {"text": " "})
    assert (Comment.objects.count(), empty.status_code) == (1, 200)
    assert sign_in(ledger.stranger_user).get(url).status_code == 403
    assert sign_in(None).post(url, {"text": "示例"}).status_code == 403


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_each_page_in_both_languages(ledger, sign_in, prefix):
    reports.accepted(ledger, period="2022Q4")
    report = reports.submitted(ledger, files=[reports.upload()])
    saved = reports.draft(ledger, "shared")
    pages = {
        "lead": [write_url(ledger, "?period=2023Q2"), "/work/", f"/reports/{report.pk}/"],
        "shared": [write_url(ledger), f"/reports/{saved.pk}/submit/"],
        "office": ["/work/", f"/reports/{report.pk}/"],
        "helper": [f"/plans/{ledger.plan.slug}/measures/{ledger.measure.pk}/comments/"],
    }
    for who, addresses in pages.items():
        client = sign_in(getattr(ledger, f"{who}_user"))
        for address in addresses:
            answer = client.get(prefix + address)
            page = text_of(answer)
            assert (address, answer.status_code) == (address, 200)
            assert page.count("<h1") == 1
            assert not re.search(r"<script|<style|style=|onclick", page)


def test_an_accepted_report_is_opened_to_the_public_and_closed_again(ledger, sign_in):
    report = reports.accepted(ledger)
    office = sign_in(ledger.office_user)
    decide = reverse("governance:report_decide", args=[report.pk])
    for expected in (True, False):
        page = text_of(office.get(f"/reports/{report.pk}/"))
        value = re.search(r'type="submit"\s+name="publish"\s+value="(\w+)"', page).group(1)
        report.refresh_from_db()
        office.post(decide, {"version": report.version, "publish": value})
        report.refresh_from_db()
        assert (report.state, report.is_public) == ("accepted", expected)

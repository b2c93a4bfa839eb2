"""A rule is left out with a reason: of this and later versions, on every way out, until it is on again."""

import csv
import io
import json

import openpyxl
import pytest
from django.urls import reverse

from guiju.apps.catalogue.address import slug_of
from guiju.apps.journal.models import Event
from guiju.apps.library.models import RuleOff
from guiju.apps.library.selectors.findings import findings_of
from guiju.apps.library.services.errors import (
    AlreadyOffError,
    NoRuleReasonError,
    NoSuchRuleError,
    NotOffError,
)
from guiju.apps.library.services.rule_offs import ask_rule_again, leave_out_rule
from guiju.core.drafting.rules import CHECKS
from guiju.core.errors import RefusedError
from tests.factories import accounts
from tests.factories import library as make
from tests.factories.api import caller

pytestmark = pytest.mark.django_db
KEY = "T/EXAMPLE 2-2026"
FAULTY = make.SMALL.replace("应不小于60 mm", "必须不小于60mm")
REASON = "示例：合同文本沿用原词"


@pytest.fixture
def by():
    return make.cataloguer()


@pytest.fixture
def text(by):
    return make.written(KEY, FAULTY, by=by)


@pytest.fixture
def off(text, by):
    return leave_out_rule(text=text, rule="M01", reason=f" {REASON} ", by=by)


def rules(by, text):
    return {one.rule for one in findings_of(by, text, "draft", by.today).findings}


def acts():
    rows = Event.objects.filter(action__contains="rule").order_by("number")
    return list(rows.values_list("action", "subject", "reason"))


def test_left_out_of_later_versions_until_it_is_on_again(text, off, by):
    later = make.written(KEY, FAULTY.replace("60mm", "70mm"), by=by)
    other = make.written("T/EXAMPLE 3-2026", FAULTY, by=by)
    assert [("M01" in rules(by, one)) for one in (text, later, other)] == [False, False, True]
    ask_rule_again(off=off, by=by)
    assert "M01" in rules(by, later)
    subject = f"library.ruleoff:{off.pk}"
    assert acts() == [
        ("library.leave_out_rule", subject, REASON),
        ("library.ask_rule_again", subject, ""),
    ]
    leave_out_rule(text=later, rule="M01", reason="示例：又一次", by=by)
    assert RuleOff.objects.count() == 2


def test_what_is_refused(text, off, by):
    with pytest.raises(AlreadyOffError):
        leave_out_rule(text=text, rule="M01", reason=REASON, by=by)
    with pytest.raises(NoRuleReasonError):
        leave_out_rule(text=text, rule="M02", reason=" ", by=by)
    with pytest.raises(NoSuchRuleError):
        leave_out_rule(text=text, rule="Z99", reason=REASON, by=by)
    ask_rule_again(off=off, by=by)
    with pytest.raises(NotOffError):
        ask_rule_again(off=off, by=by)
    stranger = accounts.viewer(accounts.seated("office"))
    for act in (
        lambda: leave_out_rule(text=text, rule="M02", reason=REASON, by=stranger),
        lambda: ask_rule_again(off=off, by=stranger),
    ):
        with pytest.raises(RefusedError):
            act()
    assert len(acts()) == 2


def test_a_rule_that_the_rulebook_no_longer_has_stops_no_check(text, off, by, client):
    RuleOff.objects.filter(pk=off.pk).update(rule="Z99")
    assert "M01" in rules(by, text)
    assert client.get(address("findings")).status_code == 200


def address(name, *more):
    return reverse(f"library:{name}", args=[slug_of(KEY), *more])


def test_the_report_shows_it_everywhere(client, text, off):
    html = client.get(address("findings")).content.decode()
    assert REASON in html
    assert off.by.person.name not in html
    status, answer = caller(client)("get", f"/library/findings?number={KEY}")
    assert (status, answer["off"]) == (200, {"M01": REASON})
    said = json.loads(client.get(address("findings_file", "json")).content)
    assert (said["off"], said["findings"]) == (answer["off"], answer["findings"])
    rows = list(
        csv.reader(
            io.StringIO(client.get(address("findings_file", "csv")).content.decode("utf-8-sig"))
        )
    )
    assert len(rows) == len(said["findings"]) + 2
    assert [*rows[-1][:5], rows[-1][6]] == ["", "", "停用", "M01", "", REASON]
    book = openpyxl.load_workbook(io.BytesIO(client.get(address("findings_file", "xlsx")).content))
    first, second = ([[cell.value for cell in row] for row in page] for page in book)
    assert [row[3] for row in first[1:]] == [one["rule"] for one in said["findings"]]
    assert [(row[3], row[6]) for row in second[1:]] == [("M01", REASON)]


@pytest.mark.parametrize("count", [1, 30])
def test_the_pages_ask_no_more_for_many(client, text, by, count, django_assert_num_queries):
    client.force_login(
        accounts.seated("cataloguer"), backend="guiju.apps.accounts.backends.SeatBackend"
    )
    for name in list(CHECKS)[:count]:
        ask_rule_again(off=leave_out_rule(text=text, rule=name, reason=REASON, by=by), by=by)
        leave_out_rule(text=text, rule=name, reason=REASON, by=by)
    client.get(address("rules_off"))
    for name, queries in (("rules_off", 9), ("findings", 10)):
        with django_assert_num_queries(queries):
            page = client.get(address(name))
        assert len(page.context["off"]) == count


def test_a_file_says_the_words_and_keeps_the_filter(client, text):
    answer = client.get(address("findings_file", "csv"), {"rule": "N01"})
    assert answer["Content-Disposition"] == (
        'attachment; filename="TEXAMPLE_2-2026.zh.v1.findings.csv"'
    )
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row[1:5] for row in rows[1:]] == [
        ["4/p1", "错误", "N01", "示例物的长度必须不小于60【】mm。"]
    ]
    assert rows[1][7] == "空一格"
    assert client.get(address("findings_file", "docx")).status_code == 404


def test_the_page_leaves_out_and_puts_on_again(client, text):
    client.force_login(
        accounts.seated("cataloguer"), backend="guiju.apps.accounts.backends.SeatBackend"
    )
    page = client.get(address("rules_off"), {"rule": "M01"})
    assert page.context["form"]["rule"].value() == "M01"
    refused = client.post(address("rules_off"), {"rule": "M01", "reason": " "})
    assert (refused.status_code, list(refused.context["form"].errors)) == (200, ["reason"])
    client.post(address("rules_off"), {"rule": "M01", "reason": REASON})
    off = RuleOff.objects.get()
    again = client.post(reverse("library:ask_rule_again", args=[off.pk]))
    assert (again.status_code, len(acts())) == (302, 2)
    assert REASON in client.get(again["Location"]).content.decode()
    client.logout()
    assert client.get(address("rules_off")).status_code == 403
    assert client.post(reverse("library:ask_rule_again", args=[off.pk])).status_code == 403

"""Conflicts, findings and sources: each row leads to its standard."""

from datetime import date

import pytest

from guiju.apps.catalogue.models import Conflict, Finding
from guiju.apps.catalogue.selectors import doubts
from guiju.apps.catalogue.services.editing import edit_record, own_statement, withdraw_edit
from guiju.core.records.model import Record, Relation
from tests.factories import accounts
from tests.factories import catalogue as make
from tests.factories.api import caller

pytestmark = pytest.mark.django_db


@pytest.fixture
def disputed():
    make.edition("GB/T 1-2020", effective="2020-07-01", title_zh="甲")
    make.source("other", name_zh="另一来源", name_en="Other source", rank=50)
    make.edition("GB/T 1-2020", slug="other", effective="2020-08-01", title_zh="乙")
    make.edition("GB/T 2-2020", effective="2020-07-01")
    make.edition("GB/T 2-2020", slug="other", effective="2020-09-01")


def test_conflicts_stand_by_number_with_their_sides(client, disputed):
    answer = client.get("/en/catalogue/conflicts/")
    told = [
        (row.conflict.edition.key, row.field, [(one.source.en, one.value) for one in row.sides])
        for row in answer.context["rows"]
    ]
    assert told == [
        (
            "GB/T 1-2020",
            "In effect from",
            [("Other source", "2020-08-01"), ("Example source", "2020-07-01")],
        ),
        ("GB/T 1-2020", "Chinese title", [("Other source", "乙"), ("Example source", "甲")]),
        (
            "GB/T 2-2020",
            "In effect from",
            [("Other source", "2020-09-01"), ("Example source", "2020-07-01")],
        ),
    ]
    assert 'href="/en/standards/GB/T_1-2020/#doubts"' in answer.content.decode()


def test_conflicts_are_narrowed_by_field(client, disputed):
    answer = client.get("/catalogue/conflicts/?field=titles.zh")
    assert [row.conflict.edition.key for row in answer.context["rows"]] == ["GB/T 1-2020"]
    assert answer.context["fields"] == [("titles.zh", "中文名称", 1), ("effective", "实施日期", 2)]


def test_findings_are_narrowed_by_code(client):
    make.edition("GB/T 3-2003", relations=(Relation(type="replaces", target="GB/T 3-2003"),))
    make.edition("GB/T 4-2003", issued="2003-05-01", effective="2003-04-01")
    codes = dict(Finding.objects.values_list("edition__key", "code"))
    assert codes == {
        "GB/T 3-2003": "self_replacement",
        "GB/T 4-2003": "effective_before_issued",
    }
    answer = client.get("/en/catalogue/findings/?code=self_replacement")
    content = answer.content.decode()
    assert [one.edition.key for one in answer.context["page"]] == ["GB/T 3-2003"]
    assert "In effect before its issue" in content
    assert "GB/T 3-2003 is said to replace itself." in content
    page = client.get("/en/standards/GB/T_3-2003/").content.decode()
    assert "GB/T 3-2003 is said to replace itself." in page


def test_sources_in_the_order_of_trust(client, disputed):
    rows = client.get("/catalogue/sources/").context["rows"]
    assert [(row.source.slug, row.statements) for row in rows] == [("other", 2), ("example", 2)]


class TestSettled:
    """What a cataloguer has decided is out of the way, and can be looked up."""

    @pytest.fixture
    def settled(self, disputed):
        by = accounts.viewer(accounts.seated("cataloguer"), date(2026, 1, 5))
        own = Record(number="GB/T 1-2020", effective="2020-07-15")
        edit_record(record=own, seen="", reason="示例：见公告", by=by)

    def test_the_list_and_its_counts_are_of_open_ones(self, client, settled):
        answer = client.get("/en/catalogue/conflicts/")
        told = [(row.conflict.edition.key, row.conflict.field) for row in answer.context["rows"]]
        assert told == [("GB/T 1-2020", "titles.zh"), ("GB/T 2-2020", "effective")]
        assert '<span class="gj-count">2</span></h1>' in answer.content.decode()
        assert {key: number for key, _, number in answer.context["fields"]} == {
            "titles.zh": 1,
            "effective": 1,
        }

    def test_settled_ones_tell_what_counts_and_since_when(self, client, settled):
        answer = client.get("/en/catalogue/conflicts/?state=settled")
        told = [(row.conflict.edition.key, row.conflict.field) for row in answer.context["rows"]]
        assert told == [("GB/T 1-2020", "effective")]
        page = answer.content.decode()
        assert "Settled: by the word of the cataloguers it is 2020-07-15." in page
        assert "<time" in page
        assert "示例：见公告" not in page
        client.force_login(accounts.user(), backend="guiju.apps.accounts.backends.SeatBackend")
        page = client.get("/en/catalogue/conflicts/?state=settled").content.decode()
        assert "示例：见公告" in page

    def test_the_page_of_the_standard_keeps_them_apart(self, client, settled):
        one = client.get("/en/standards/GB/T_1-2020/").context["one"]
        assert [row.field for row in one.open_conflicts] == ["titles.zh"]
        assert [row.field for row in one.settled_conflicts] == ["effective"]
        told = client.get("/standards/GB/T_1-2020/record.json").json()["conflicts"]
        assert {row["field"]: row["settled"] for row in told} == {
            "effective": True,
            "titles.zh": False,
        }

    @pytest.mark.parametrize(
        ("query", "total"), [("", 2), ("?state=open", 2), ("?state=settled", 1)]
    )
    def test_the_api_tells_either(self, client, settled, query, total):
        status, answer = caller(client)("get", f"/catalogue/conflicts{query}")
        assert (status, answer["total"]) == (200, total)

    def test_taken_back_it_is_open_again(self, client, settled):
        by = accounts.viewer(accounts.seated("cataloguer"), date(2026, 1, 5))
        seen = own_statement("GB/T 1-2020").digest
        withdraw_edit(edition=make.found("GB/T 1-2020"), seen=seen, reason="示例", by=by)
        assert not Conflict.objects.filter(settled=True).exists()

    def test_a_state_against_the_dates_is_settled_by_a_day_from_us(self):
        make.edition("GB/T 5-2020", status="in_force", as_of="2020-02-01")
        assert list(Conflict.objects.values_list("field", "settled")) == [("state", False)]
        by = accounts.viewer(accounts.seated("cataloguer"), date(2026, 1, 5))
        own = Record(number="GB/T 5-2020", effective="2020-07-01")
        edit_record(record=own, seen="", reason="示例：核对过公告", by=by)
        assert list(Conflict.objects.values_list("field", "settled")) == [("state", True)]


@pytest.mark.parametrize("count", [1, 30])
def test_queries_of_settled_ones_do_not_grow(count, django_assert_num_queries):
    by = accounts.viewer(accounts.seated("cataloguer"), date(2026, 1, 5))
    for number in range(count):
        make.edition(f"GB/T {number + 100}-2020", title_zh="甲")
        own = Record(number=f"GB/T {number + 100}-2020", titles={"zh": "乙"})
        edit_record(record=own, seen="", reason="示例", by=by)
    with django_assert_num_queries(4):
        rows = doubts.conflict_rows(by, doubts.conflicts(settled=True), "zh")
    assert [(len(rows), {row.act.action for row in rows})] == [(count, {"catalogue.edit_record"})]

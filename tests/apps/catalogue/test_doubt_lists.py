"""Conflicts, findings and sources: each row leads to its standard."""

import pytest

from guiju.apps.catalogue.models import Finding
from guiju.core.records.model import Relation
from tests.factories import catalogue as make

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

"""The trees: what lies below, and how many standards stand there, each once."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from guiju.apps.catalogue.models import ClassCode
from guiju.apps.catalogue.selectors import browsing
from guiju.apps.catalogue.services.indexing import bring_up_to_date
from guiju.core.records.model import Role
from guiju.web.viewer import Viewer
from tests.factories import accounts
from tests.factories import catalogue as make

pytestmark = pytest.mark.django_db
VIEWER = Viewer(today=date(2026, 1, 5))


def counted(rows):
    return {one.code: one.count for one in rows if one.count}


@pytest.fixture
def classed():
    make.edition("GB/T 1-2020", ics=("35.240.30", "35.240.40"), ccs=("L70", "L71"))
    make.edition("GB/T 2-2020", ics=("35.240", "67.040"), ccs=("X04",))
    make.edition("GB/T 3-2020", ics=("35",), ccs=("L",))


@pytest.mark.parametrize(
    ("scheme", "code", "path", "below", "editions"),
    [
        ("ics", "", [], {"35": 3, "67": 1}, None),
        ("ics", "35", ["35"], {"35.240": 2}, 3),
        ("ics", "35.240", ["35", "35.240"], {"35.240.30": 1, "35.240.40": 1}, 2),
        ("ics", "35.240.30", ["35", "35.240", "35.240.30"], {}, 1),
        ("ccs", "", [], {"L": 2, "X": 1}, None),
        ("ccs", "L", ["L"], {"L70/84": 1}, 2),
        ("ccs", "L70/84", ["L", "L70/84"], {"L70": 1, "L71": 1}, 1),
        ("ccs", "L71", ["L", "L70/84", "L71"], {}, 1),
        ("ccs", "x 04", ["X", "X00/09", "X04"], {}, 1),
    ],
)
def test_classes(classed, scheme, code, path, below, editions):
    found = browsing.class_page(VIEWER, scheme, code)
    assert [one.code for one in found.path] == path
    assert counted(found.children) == below
    assert (found.editions.count() if found.editions is not None else None) == editions


@pytest.mark.parametrize("scheme", ["ics", "ccs"])
def test_the_index_counts_as_the_rows_do(sample_catalogue, settings, tmp_path, scheme):
    index = settings.GUIJU_INDEX
    codes = [""]
    for code in codes:
        settings.GUIJU_INDEX = index
        found = counted(browsing.class_page(VIEWER, scheme, code).children)
        settings.GUIJU_INDEX = tmp_path / "none"
        assert (code, found) == (
            code,
            counted(browsing.class_page(VIEWER, scheme, code).children),
        )
        codes += [one for one in found if one != code]
    assert len(codes) > 50


@pytest.mark.parametrize("address", ["/catalogue/ics/", "/catalogue/ccs/"])
def test_the_top_of_a_tree_counts_no_rows(client, sample_catalogue, address):
    with CaptureQueriesContext(connection) as made:
        assert client.get(address).status_code == 200
    asked = [one["sql"] for one in made.captured_queries]
    assert [sql for sql in asked if "catalogue_editioncode" in sql or "COUNT(" in sql] == []


def test_the_counts_follow_the_index(client, sample_catalogue):
    before = counted(browsing.class_page(VIEWER, "ics").children)["35"]
    make.edition("GB/T 99001-2020", ics=("35.240",))
    assert counted(browsing.class_page(VIEWER, "ics").children)["35"] == before
    bring_up_to_date()
    assert counted(browsing.class_page(VIEWER, "ics").children)["35"] == before + 1


def test_known_codes_stand_there_without_standards():
    assert len(browsing.class_page(VIEWER, "ics").children) == 40
    assert len(browsing.class_page(VIEWER, "ccs").children) == 24
    ClassCode.objects.create(scheme="ics", code="35.240.15", name_en="Identification cards")
    names = {one.code: one.name.en for one in browsing.class_page(VIEWER, "ics", "35.240").children}
    assert names == {"35.240.15": "Identification cards"}


@pytest.mark.parametrize(
    "address", ["/catalogue/ics/98/", "/catalogue/ccs/I/", "/catalogue/ics/x/"]
)
def test_a_wrong_code_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_committees_down_their_tree(client):
    make.edition("GB/T 1-2020", committees=("SAC/TC 28/SC 38/WG 1",))
    make.edition("GB/T 2-2020", committees=("SAC/TC 28",))
    make.edition("ISO 3:2020", committees=("ISO/TC 34",))
    assert browsing.committee_bodies() == [("ISO", 1), ("SAC", 3)]
    top = browsing.committees_of_body("SAC")
    assert [(one.committee.key, one.own, one.below) for one in top] == [("SAC/TC 28", 1, 2)]
    page = browsing.committee_page("SAC/TC 28/SC 38")
    assert [one.key for one in page.path] == ["SAC/TC 28"]
    assert [one.committee.key for one in page.children] == ["SAC/TC 28/SC 38/WG 1"]
    assert [one.key for one in page.editions] == ["GB/T 1-2020"]
    assert browsing.committee_page("SAC/TC 28", with_below=False).editions.count() == 1
    assert client.get("/catalogue/committees/SAC/TC_28/").context["page"].paginator.count == 2
    assert client.get("/catalogue/committees/SAC/TC_29/").status_code == 404
    assert client.get("/catalogue/committees/?body=NO").status_code == 404


def test_bodies_by_name_and_role(client):
    body = accounts.organisation("示例局", aliases=("示例老局",))
    make.edition(
        "GB/T 1-2020",
        roles=(Role(role="issuer", name="示例局"), Role(role="drafter", name="示例所")),
    )
    make.edition(
        "GB/T 2-2020",
        roles=(Role(role="drafter", name="示例局"), Role(role="person", name="示例人")),
    )
    make.edition("GB/T 3-2020", roles=(Role(role="issuer", name="示例老局"),))
    assert [one.name for one in browsing.issuers()] == ["示例局", "示例所", "示例老局"]
    assert [one.name for one in browsing.issuers("所")] == ["示例所"]
    assert [one.name for one in browsing.issuers(role="issuer")] == ["示例局", "示例老局"]
    pk = browsing.issuers("示例局")[0].pk
    page = browsing.issuer_page(pk)
    assert [(name.en, number) for name, number in page.row.roles] == [
        ("issuer", 1),
        ("drafting organisation", 1),
    ]
    assert [one.name for one in page.alike] == ["示例老局"]
    shown = client.get(f"/catalogue/bodies/{pk}/?role=issuer")
    assert [one.key for one in shown.context["rows"]] == ["GB/T 1-2020"]
    assert f"/organisations/{body.slug}/" in shown.content.decode()
    assert client.get("/catalogue/bodies/999/").status_code == 404


def test_regions(client):
    make.editions("DB32/T 1-2020", "DB3206/T 2-2021", "DB44/T 3-2020", "GB/T 4-2020")
    assert {one.region.code: one.count for one in browsing.region_page().rows if one.count} == {
        "32": 2,
        "44": 1,
    }
    page = browsing.region_page("32")
    assert {one.region.code: one.count for one in page.rows if one.count} == {"3206": 1}
    assert [one.key for one in page.editions.order_by("sort")] == [
        "DB32/T 1-2020",
        "DB3206/T 2-2021",
    ]
    city = browsing.region_page("3206")
    assert (city.province.code, city.rows, city.editions.count()) == ("32", (), 1)
    assert client.get("/catalogue/regions/99/").status_code == 404

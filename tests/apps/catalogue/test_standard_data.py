"""The record as JSON and linked data, and asking again for what has not changed."""

import json

import pytest

from guiju.apps.catalogue.selectors.standard import standard_json
from guiju.core.records.model import Role
from guiju.web.viewer import Viewer
from tests.factories import accounts
from tests.factories import catalogue as make
from tests.factories.api import caller

pytestmark = pytest.mark.django_db
TODAY = make.timezone.localdate()


@pytest.fixture
def edition():
    make.replaces("GB/T 1.1-2020", "GB/T 1.1-2009")
    make.edition("ISO 9001:2015", effective="")
    make.relate("GB/T 1.1-2020", "adopts", "ISO 9001:2015", degree="MOD")
    make.relate("GB/T 1.1-2020", "cites_normatively", "GB/T 321")
    return make.found("GB/T 1.1-2020")


def test_page_api_and_selector_say_the_same(client, edition):
    said = json.loads(json.dumps(standard_json(Viewer(today=TODAY), edition, TODAY)))
    assert client.get("/standards/GB/T_1.1-2020/record.json").json() == said
    answer = caller(client)("get", "/catalogue/standards/record?number=gbt1.1-2020")
    assert answer == (200, said)


def test_the_json_tells_the_state_with_its_reasons_and_the_relations(edition):
    told = standard_json(Viewer(today=TODAY), edition, TODAY)
    assert told["status"] == {
        "on": TODAY.isoformat(),
        "state": "in_force",
        "zh": "现行",
        "en": "in force",
        "reasons": [{"zh": "2020-07-01 起实施", "en": "took effect on 2020-07-01"}],
        "since": "2020-07-01",
        "until": "",
        "certain": True,
        "possible": ["in_force"],
        "contested": [],
    }
    relations = [
        (one["type"], one["direction"], one["number"], one["degree"], one["in_catalogue"])
        for one in told["relations"]
    ]
    assert relations == [
        ("adopts", "out", "ISO 9001:2015", "MOD", True),
        ("cites_normatively", "out", "GB/T 321", "", False),
        ("replaces", "out", "GB/T 1.1-2009", "", True),
    ]
    assert [one["number"] for one in told["editions"]] == ["GB/T 1.1-2009", "GB/T 1.1-2020"]


def test_linked_data_is_in_the_words_of_schema_org(client):
    make.edition(
        "GB/T 1-2020",
        title_en="Example",
        ics=("01.120",),
        roles=(Role(role="issuer", name="示例局"),),
    )
    answer = client.get("/en/standards/GB/T_1-2020/record.jsonld")
    assert answer["Content-Type"] == "application/ld+json"
    assert answer.json() == {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "@id": "http://testserver/en/standards/GB/T_1-2020/",
        "url": "http://testserver/en/standards/GB/T_1-2020/",
        "identifier": ["GB/T 1-2020", "GB/T 1—2020"],
        "name": [
            {"@language": "zh-Hans", "@value": "示例标准 GB/T 1-2020"},
            {"@language": "en", "@value": "Example"},
        ],
        "datePublished": "2020-01-01",
        "temporalCoverage": "2020-07-01/..",
        "creativeWorkStatus": "in force",
        "creditText": "示例局. 示例标准 GB/T 1-2020: GB/T 1—2020[S]. 2020.",
        "exampleOfWork": {"@type": "CreativeWork", "identifier": "GB/T 1"},
        "publisher": [{"@type": "Organization", "name": "示例局"}],
        "about": [
            {
                "@type": "DefinedTerm",
                "termCode": "01.120",
                "name": "Standardization. General rules",
                "inDefinedTermSet": "ICS",
            }
        ],
    }


def test_linked_data_leaves_out_names_that_nobody_knows(client):
    make.edition("GB/T 1-2020", ccs=("X04",))
    about = client.get("/en/standards/GB/T_1-2020/record.jsonld").json()["about"]
    assert about == [
        {"@type": "DefinedTerm", "termCode": "X04", "inDefinedTermSet": "CCS"},
    ]


def test_two_editions_in_force_are_explained_on_the_page_and_in_the_json(client):
    make.source("other", name_zh="另一来源", name_en="Other source", rank=50)
    make.edition("GB/T 8-2010", slug="other", status="in_force", as_of="2021-02")
    make.edition("GB/T 8-2020")
    why = "GB/T 8-2010 is in force on that day too: Other source says that the older edition was still in force in 2021-02"
    told = client.get("/standards/GB/T_8-2020/record.json").json()["status"]
    assert told["reasons"][1] == {
        "zh": "GB/T 8—2010 当日也现行：另一来源称该版 2021-02 时仍现行",
        "en": why,
    }
    page = client.get("/en/standards/GB/T_8-2020/").content.decode()
    linked = '<a href="/en/standards/GB/T_8-2010/">GB/T 8-2010</a>'
    assert f"<li>{why.replace('GB/T 8-2010', linked)}</li>" in page
    older = client.get("/standards/GB/T_8-2010/record.json").json()["status"]
    assert older["reasons"][-1]["zh"] == "GB/T 8—2020 当日也现行：另一来源称本版 2021-02 时仍现行"


@pytest.mark.parametrize("path", ["", "record.json", "record.jsonld"])
def test_what_has_not_changed_is_not_sent_again(client, edition, path):
    address = f"/standards/GB/T_1.1-2020/{path}"
    mark = client.get(address)["ETag"]
    again = client.get(address, headers={"If-None-Match": mark})
    assert (again.status_code, again.content) == (304, b"")
    make.replaces("GB/T 1.1-2028", "GB/T 1.1-2020")
    later = client.get(address, headers={"If-None-Match": mark})
    assert (later.status_code, later["ETag"] == mark) == (200, False)
    assert "Last-Modified" in later


def test_each_day_and_language_has_its_own_mark(client, edition):
    addresses = [
        "/standards/GB/T_1.1-2020/",
        "/en/standards/GB/T_1.1-2020/",
        "/standards/GB/T_1.1-2020/?on=2015-01-01",
    ]
    assert len({client.get(one)["ETag"] for one in addresses}) == 3


def test_who_is_signed_in_always_gets_the_page_itself(client, edition):
    mark = client.get("/standards/GB/T_1.1-2020/")["ETag"]
    client.force_login(accounts.user(), backend="guiju.apps.accounts.backends.SeatBackend")
    answer = client.get("/standards/GB/T_1.1-2020/", headers={"If-None-Match": mark})
    assert (answer.status_code, "ETag" in answer) == (200, False)

"""The pages of touched documents and stale references, and their files."""

import json

import pytest
import time_machine

from tests.factories import catalogue as make

pytestmark = pytest.mark.django_db
PAGE = "/standards/GB/T_1.1-2020/touches/"


@pytest.fixture(autouse=True)
def on_a_day():
    with time_machine.travel("2026-01-05 10:00+08:00", tick=False):
        yield


@pytest.fixture(autouse=True)
def world():
    make.editions("GB/T 1.1-2009", "GB/T 1.1-2020", title_en="Drafting rules")
    make.cites("GB/T 7-2015", "GB/T 1.1-2009")
    make.cites("GB/T 9-2021", "GB/T 1.1-2020")


def shown(answer):
    return [row.number for row in answer.context["rows"]]


def test_all_and_narrowed(client):
    assert shown(client.get(PAGE)) == ["GB/T 7-2015", "GB/T 9-2021"]
    assert shown(client.get(f"{PAGE}?state=rotten")) == ["GB/T 7-2015"]
    assert shown(client.get(f"{PAGE}?state=rotten&on=2015-01-01")) == []
    assert shown(client.get(f"{PAGE}?kind=nonsense")) == ["GB/T 7-2015", "GB/T 9-2021"]
    assert client.get(f"{PAGE}?on=soon").status_code == 400
    assert client.get("/standards/GB/T_404-2020/touches/").status_code == 404


def test_the_alarm_in_words(client):
    assert "GB/T 1.1—2020" in client.get(f"{PAGE}?state=rotten").content.decode()
    english = client.get(f"/en{PAGE}").content.decode()
    assert "1 document that has not ended cites an edition that has." in english
    own = client.get("/en/standards/GB/T_7-2015/touches/").content.decode()
    assert "References of this document that have ended" in own


def test_csv(client):
    answer = client.get(f"/en{PAGE}export.csv?state=rotten")
    assert b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()[1:] == [
        "GB/T 7-2015,示例标准 GB/T 7-2015,,in force,is cited normatively by,GB/T 1.1-2009,superseded,,GB/T 1.1-2020"
    ]
    assert answer.headers["Content-Disposition"] == 'attachment; filename="touches.csv"'


def test_json(client):
    answer = client.get(f"{PAGE}export.json")
    rows = json.loads(b"".join(answer.streaming_content))
    assert [(row["number"], row["rotten"]) for row in rows] == [
        ("GB/T 7-2015", True),
        ("GB/T 9-2021", False),
    ]
    empty = client.get(f"{PAGE}export.json?kind=law")
    assert json.loads(b"".join(empty.streaming_content)) == []
    assert client.get(f"{PAGE}export.doc").status_code == 404


def test_the_list_of_the_catalogue(client, monkeypatch):
    make.cites("GB/T 8-2015", "GB/T 1.1-2009")
    answer = client.get("/catalogue/rot/")
    page = answer.context["page"]
    assert (answer.context["total"], '<span class="gj-count">' in answer.content.decode()) == (
        2,
        True,
    )
    assert [row.document.key for row in page.rows] == ["GB/T 7-2015", "GB/T 8-2015"]
    rest = client.get("/catalogue/rot/", {"after": page.rows[0].document.sort})
    assert [row.document.key for row in rest.context["page"].rows] == ["GB/T 8-2015"]
    assert client.get("/catalogue/rot/?level=group").context["page"].rows == ()
    assert client.get("/catalogue/rot/?after=%00").status_code == 200


@pytest.mark.parametrize("count", [1, 30])
def test_queries_of_the_page_do_not_grow(client, count, django_assert_num_queries):
    make.taken(
        *(
            make.record(f"GB/T {n}-2015", relations=make.citing("GB/T 1.1-2009"))
            for n in range(100, 100 + count)
        )
    )
    with django_assert_num_queries(12):
        assert len(shown(client.get(PAGE))) == count + 2

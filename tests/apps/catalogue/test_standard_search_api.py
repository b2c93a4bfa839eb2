"""The search for programs: the same as on the page, with cursors, counts and files."""

import pytest
import time_machine

from tests.factories.api import caller

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("searching")]


@pytest.fixture(autouse=True)
def on_one_day():
    with time_machine.travel("2026-01-05 12:00 +08:00", tick=False):
        yield


@pytest.fixture
def ask(client):
    call = caller(client)
    return lambda path: call("get", f"/catalogue/{path}")


def test_a_hit_says_number_titles_state_and_why(ask):
    status, answer = ask("search?q=gb3838&limit=1")
    assert status == 200
    assert answer["took_ms"] > 0
    assert {key: answer[key] for key in ("query", "on", "facets")} == {
        "query": "gb3838", "on": "2026-01-05", "facets": {},
    }  # fmt: skip
    (hit,) = answer["hits"]
    why = hit.pop("why")
    assert hit == {
        "number": "GB 3838-2002",
        "display": "GB 3838—2002",
        "title_zh": "地表水环境质量标准",
        "title_en": "Environmental quality standards for surface water",
        "level": "national",
        "nature": "mandatory",
        "year": 2002,
        "status": "in_force",
    }
    assert why[0] == {
        "field": "number", "text": "GB 3838—2002", "places": [[0, 7]], "language": "",
    }  # fmt: skip


def test_the_state_is_that_of_the_day(ask):
    _, answer = ask("search?q=GB/T+1.1-2009&on=2015-01-01&limit=1")
    assert (answer["hits"][0]["status"], answer["on"]) == ("in_force", "2015-01-01")


def test_facets_count_all_that_is_found(ask):
    _, answer = ask("search?q=水质&facets=level&facets=state")
    assert sorted(answer["facets"]) == ["level", "state"]
    assert sum(answer["facets"]["level"].values()) == answer["total"]


def test_the_cursor_leads_through_all_of_it(ask):
    seen, cursor = [], ""
    while True:
        _, answer = ask(f"search?q=水质&sort=title&limit=7&cursor={cursor}")
        seen += [hit["number"] for hit in answer["hits"]]
        if not (cursor := answer["next_cursor"]):
            break
    assert len(seen) == len(set(seen)) == answer["total"]


def test_filters_combine(ask):
    _, answer = ask(
        "search?level=national&level=industry&ics=13&state=in_force&year_from=2000&year_to=2010"
        "&sort=newest&limit=200"
    )
    hits = answer["hits"]
    assert {hit["level"] for hit in hits} <= {"national", "industry"}
    assert {hit["status"] for hit in hits} == {"in_force"}
    assert all(2000 <= hit["year"] <= 2010 for hit in hits)
    assert len(hits) == answer["total"] > 10


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("search?cursor=abc", 400, "cursor"),
        ("search?limit=0", 422, "parameters"),
        ("search?state=asleep", 422, "parameters"),
        ("search?on=heute", 422, "parameters"),
        ("search?sort=beauty", 422, "parameters"),
        ("search?facets=colour", 422, "parameters"),
        ("search?year_from=-1", 422, "parameters"),
        ("suggest", 422, "parameters"),
        ("export.pdf", 422, "parameters"),
    ],
)
def test_what_cannot_be_used_is_refused(ask, path, status, code):
    told, answer = ask(path)
    assert (told, answer["error"]["code"]) == (status, code)


def test_without_an_index_the_api_says_so(ask, settings, tmp_path):
    settings.GUIJU_INDEX = tmp_path / "none"
    for path in ("search", "suggest?q=a", "export.csv"):
        status, answer = ask(path)
        assert (status, answer["error"]["code"]) == (409, "index_not_ready")


def test_suggestions(ask):
    status, answer = ask("suggest?q=GB+3838&limit=1")
    assert (status, answer) == (
        200,
        {
            "suggestions": [
                {
                    "kind": "number",
                    "text": "GB 3838—2002",
                    "number": "GB 3838-2002",
                    "title": "地表水环境质量标准",
                }
            ]
        },
    )


def test_an_answer_may_be_kept_until_the_index_changes(client):
    address = "/api/v1/catalogue/search?q=水质"
    first = client.get(address)
    assert first["Cache-Control"] == "public, max-age=60"
    assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 304


def test_no_query_is_needed(ask, django_assert_num_queries):
    with django_assert_num_queries(0):
        ask("search?q=水质&facets=ics&facets=committee")


def test_an_export_in_english(client, sample_catalogue):
    answer = client.get("/api/v1/catalogue/export.csv?q=GB+3838&lang=en")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    head, line, *_ = text.split("\r\n")
    assert head.startswith("Number,Chinese title,English title,Level,Nature,Status,")
    assert line.startswith(
        "GB 3838-2002,地表水环境质量标准,Environmental quality standards for surface water,"
        "national standard,mandatory,in force,"
    )

"""`GET /search` finds what the search box finds."""

import pytest
from django.utils import translation

from guiju.web.searching import search
from tests.factories import reading
from tests.factories.api import caller

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("lang", ["zh-hans", "en"])
def test_it_says_what_the_page_says(client, lang):
    world = reading.ledger_of(2)
    _, answer = caller(client)("get", f"/search?q=示例&limit=2&lang={lang}")
    with translation.override(lang):
        groups = search(world.public, "示例", 2)
        assert [(one["title"], one["total"]) for one in answer["groups"]] == [
            (str(group.title), group.total) for group in groups
        ]
        assert [[hit["url"] for hit in one["hits"]] for one in answer["groups"]] == [
            [hit.url for hit in group.hits] for group in groups
        ]
    assert answer["total"] == sum(group.total for group in groups) > 0


def test_a_hidden_plan_is_found_by_those_who_work_on_it(client):
    world = reading.ledger_of(1, is_public=False, title_zh="机密行动计划")
    asked = "/search?q=机密行动"
    totals = [
        caller(client)("get", asked, user)[1]["total"]
        for user in (None, world.stranger_user, world.member_user, world.office_user)
    ]
    assert totals == [0, 0, 1, 1]


def test_an_empty_and_a_long_query(client):
    assert caller(client)("get", "/search")[1] == {
        "query": "", "is_cut": False, "total": 0, "groups": [],
    }  # fmt: skip
    answer = caller(client)("get", f"/search?q={'长' * 201}")[1]
    assert (len(answer["query"]), answer["is_cut"]) == (200, True)

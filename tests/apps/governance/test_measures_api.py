"""Measures, tasks, outputs, duties by API: each alone is what it is in its list."""

import pytest

from guiju.apps.governance.selectors.filters import DutyFilter, OutputFilter
from guiju.apps.governance.selectors.ledger import ledger
from tests.factories import accounts, reading
from tests.factories.api import caller

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return reading.ledger_of(4, slug="example")


@pytest.fixture
def call(client):
    return caller(client)


@pytest.mark.parametrize("kind", ["measures", "actions", "outputs"])
def test_each_row_is_found_alone(world, call, kind):
    for user in (None, world.member_user):
        _, listed = call("get", f"/plans/example/{kind}?limit=200", user)
        for row in listed["items"]:
            assert call("get", f"/plans/example/{kind}/{row['id']}", user) == (200, row)


@pytest.mark.parametrize("kind", ["measures", "actions", "outputs"])
def test_what_is_withdrawn_or_of_another_plan_is_not_found(world, call, kind):
    reading.ledger_of(1, slug="other")
    listed = call("get", f"/plans/other/{kind}")[1]["items"]
    assert call("get", f"/plans/example/{kind}/{listed[0]['id']}")[0] == 404
    assert call("get", f"/plans/example/{kind}/{10**12}")[0] == 404


def test_the_risk_is_for_those_inside(world, call):
    pk = world.measures[0].pk
    known = {
        who: "risk" in call("get", f"/plans/example/measures/{pk}", user)[1]
        for who, user in [
            ("public", None),
            ("stranger", world.stranger_user),
            ("member", world.member_user),
            ("office", world.office_user),
        ]
    }
    assert known == {"public": False, "stranger": False, "member": True, "office": True}
    assert call("get", "/plans/example/measures?risk=none")[1]["total"] == 0
    assert call("get", "/plans/example/measures?risk=none", world.member_user)[1]["total"] == 4


@pytest.mark.parametrize(
    "asked",
    [{}, {"role": "lead"}, {"organisation": "*local"}, {"organisation": "*name:示例未识别1"}],
)
def test_the_duties_that_the_page_shows(world, call, asked):
    query = "&".join(f"{name}={value}" for name, value in asked.items())
    _, answer = call("get", f"/plans/example/duties?limit=200&{query}")
    rows = DutyFilter(**asked).of(ledger(accounts.viewer(), "example"))
    assert [(one["measure"], one["key"], one["role"]) for one in answer["items"]] == [
        (measure.pk, duty.body.key, duty.role) for measure, duty in rows
    ]
    assert answer["total"] == len(rows) > 0


@pytest.mark.parametrize("asked", [{}, {"kind": "平台"}, {"q": "示例3"}, {"kind": "无"}])
def test_the_outputs_that_the_page_shows(world, call, asked):
    query = "&".join(f"{name}={value}" for name, value in asked.items())
    _, answer = call("get", f"/plans/example/outputs?{query}")
    rows = OutputFilter(**asked).of(ledger(accounts.viewer(), "example"))
    assert [one["id"] for one in answer["items"]] == [output.pk for _, output in rows]


@pytest.mark.parametrize("many", [1, 30])
@pytest.mark.parametrize("kind", ["measures", "actions", "outputs", "duties"])
def test_a_list_costs_the_same_for_one_and_for_many(call, django_assert_num_queries, kind, many):
    world = reading.ledger_of(many, slug="large")
    call("get", "/me", world.member_user)
    with django_assert_num_queries(12):
        call("get", f"/plans/large/{kind}?limit=200")

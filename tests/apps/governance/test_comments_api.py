"""Comments by API: for those who work on the measure, in parts, newest first."""

import pytest
import time_machine

from guiju.apps.governance.services.comments import add_comment
from tests.factories import reports
from tests.factories.api import caller

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    with time_machine.travel("2023-05-10 10:00+08:00", tick=False):
        yield reports.small_ledger()


@pytest.fixture
def call(client):
    return caller(client)


def address(world):
    return f"/plans/{world.plan.slug}/measures/{world.measure.pk}/comments"


def test_a_comment_is_for_the_organisation_of_the_duty(world, call):
    status, said = call("post", address(world), world.helper_user, {"text": "示例：同意。"})
    assert (status, said["organisation"], said["text"]) == (
        201,
        world.helper_body.slug,
        "示例：同意。",
    )
    call("post", address(world), world.office_user, {"text": "示例：收到。"})
    _, listed = call("get", f"{address(world)}?limit=1", world.lead_user)
    assert listed["total"] == 2
    assert [one["organisation"] for one in listed["items"]] == [world.office_body.slug]
    assert sorted(said) == ["at", "id", "organisation", "text"]


@pytest.mark.parametrize("text", ["", " \n", "x" * 5001, "\x00"])
def test_what_cannot_be_kept(world, call, text):
    status, error = call("post", address(world), world.office_user, {"text": text})
    assert (status, error["error"]["code"]) == (400, "comment")


def test_a_measure_is_found_in_its_own_plan_only(world, call):
    other = reports.plan(world.office_body, is_public=True)
    path = f"/plans/{other.slug}/measures/{world.measure.pk}/comments"
    assert call("get", path, world.office_user)[0] == 404
    assert call("post", path, world.office_user, {"text": "示例"})[0] == 404


@pytest.mark.parametrize("many", [1, 30])
def test_many_comments_cost_no_more(world, call, django_assert_num_queries, many):
    for _ in range(many):
        add_comment(measure=world.measure.pk, text="示例", by=world.office)
    call("get", address(world), world.office_user)
    with django_assert_num_queries(13):
        assert len(call("get", address(world), world.office_user)[1]["items"]) == many

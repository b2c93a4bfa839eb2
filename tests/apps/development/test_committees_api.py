"""Committees for programs and on the command line: reads are public, writes use the same doors."""

import json

import pytest
from click.testing import CliRunner

from guiju.apps.accounts.models import Seat
from guiju.cli.main import guiju
from tests.factories import accounts
from tests.factories.api import caller
from tests.factories.development import committee, members

pytestmark = pytest.mark.django_db


def test_a_program_reads_committees_and_their_misfits(client):
    call = caller(client)
    one = committee(2, key="SAC/TC 9501", ics=["67.060"])
    committee(1, key="SAC/TC 9502", ics=["67.060.10"])
    status, listed = call("get", "/committees?ics=67")
    assert (status, listed["total"], [row["key"] for row in listed["items"]]) == (
        200, 2, ["SAC/TC 9501", "SAC/TC 9502"],
    )  # fmt: skip
    status, found = call("get", f"/committees/{one.pk}")
    assert [row["office"] for row in found["seats"]] == ["secretary", "member"]
    assert set(found["seats"][0]) == {"id", "name", "unit", "office", "side", "since", "until"}
    assert found["findings"][0]["sentence"]["en"] == (
        "There are 2 members; the rule asks for at least 25."
    )
    assert [row["key"] for row in found["overlaps"]] == ["SAC/TC 9502"]
    assert call("get", f"/committees/{one.pk}?on=2019-01-01")[1]["seats"] == []
    assert call("get", f"/committees/{one.pk}/years/1999")[0] == 404


def test_who_may_write(client):
    call = caller(client)
    body = accounts.organisation("示例甲单位")
    one = committee(2, secretariat=body)
    liaison = accounts.seated(Seat.Role.LIAISON, body)
    secretary, member = members(one)
    scope = {"name_zh": "示例新名"}
    seat = {"name": "示例张三", "unit": "示例甲单位", "office": "adviser", "since": "2024-05-06"}
    asked = [
        ("put", f"/committees/{one.pk}/scope", scope),
        ("post", f"/committees/{one.pk}/seats", seat),
        ("post", "/committees", {"key": "SAC/TC 9503", **scope}),
    ]
    people = (None, accounts.user(), member, secretary, liaison)
    answers = [
        [call(method, path, who, body=body)[0] for who in people] for method, path, body in asked
    ]
    assert answers == [
        [403, 403, 403, 200, 200],
        [403, 403, 403, 201, 409],  # the same person in the same office
        [403, 403, 403, 403, 201],
    ]
    assert call("post", asked[1][1], secretary, body=seat | {"office": "member"})[0] == 403


def test_the_command_checks_one_or_all():
    committee(2, key="SAC/TC 9501")
    committee(3, key="SAC/SWG 9502", kind="swg")
    run = CliRunner().invoke(guiju, ["committee", "check", "--json", "--on", "2024-05-06"])
    told = {row["committee"]: row["findings"] for row in map(json.loads, run.stdout.splitlines())}
    assert (run.exit_code, told["SAC/SWG 9502"], told["SAC/TC 9501"][0]["en"]) == (
        1, [], "There are 2 members; the rule asks for at least 25.",
    )  # fmt: skip
    run = CliRunner().invoke(guiju, ["committee", "check", "SAC/SWG 9502"])
    assert (run.exit_code, run.stdout) == (0, "SAC/SWG 9502\t0\n")


def test_the_authority_rules_a_committee(client):
    call = caller(client)
    body = accounts.organisation("示例主管部门")
    ruler = accounts.seated(Seat.Role.LIAISON, body)
    one = committee(3, key="SAC/TC 9501", authority=body)
    committee(1, key="SAC/TC 9502")
    secretary, _member, last = members(one)
    seat = one.seats.get(person=last.person)
    path = f"/committees/{one.pk}"
    end = {"until": "2024-05-06", "reason": "示例"}
    assert [
        call("post", f"{path}/seats/{seat.pk}/end", who, body=end)[0]
        for who in (None, last, secretary, ruler)
    ] == [403, 403, 403, 200]
    status, liaison = call(
        "post", f"{path}/liaisons", secretary, body={"other": "SAC/TC 9502", "matter": "示例"}
    )
    assert (status, liaison["other"]) == (201, "SAC/TC 9502")
    assert call("post", f"{path}/liaisons/{liaison['id']}/end", secretary)[0] == 204
    new = {"name": "示例张三", "unit": "示例主管部门", "side": "user"}
    election = {"since": "2024-06-03", "members": [new]}
    assert call("post", f"{path}/election", secretary, body=election)[0] == 403
    status, found = call("post", f"{path}/election", ruler, body=election)
    assert (status, [(row["name"], row["office"]) for row in found["seats"]][-1]) == (
        200, ("示例张三", "member"),
    )  # fmt: skip
    state = {"state": "rectifying", "reason": "示例公告"}
    assert [call("post", f"{path}/state", who, body=state)[0] for who in (secretary, ruler)] == [
        403, 200,
    ]  # fmt: skip

"""Whatever goes wrong is told in the one form: code, Chinese, English."""

import pytest

pytestmark = pytest.mark.django_db

WRONG = [
    ("get", "/nothing", {}, 404, "not_found"),
    ("get", "/plans/", {}, 404, "not_found"),
    ("delete", "/plans", {}, 405, "method"),
    ("get", "/plans/parse", {}, 405, "method"),
    ("post", "/organisations/resolve", {"data": "{", "content_type": "application/json"}, 400, "unreadable"),
    ("post", "/organisations/resolve", {"data": "[]", "content_type": "application/json"}, 422, "parameters"),
    ("get", "/plans/%00", {}, 422, "parameters"),
    ("get", "/plans?q=%00", {}, 422, "parameters"),
    ("get", "/reports/0", {}, 422, "parameters"),
    ("get", "/reports/99999999999999999999", {}, 422, "parameters"),
    ("get", "/reports/9223372036854775807", {}, 404, "not_found"),
    ("get", "/plans/none/changes?since=0001-01-01", {}, 422, "parameters"),
    ("get", "/organisations/none?on=9999-12-31", {}, 422, "parameters"),
    ("get", "/plans/none/measures?limit=201", {}, 422, "parameters"),
    ("get", "/journal/verify?expect=five", {}, 400, "mark"),
    ("post", "/reports/1/accept", {}, 403, "refused"),
]  # fmt: skip


@pytest.mark.parametrize(("method", "path", "sent", "status", "code"), WRONG)
def test_it_is_told(client, method, path, sent, status, code):
    answer = getattr(client, method)(f"/api/v1{path}", **sent)
    error = answer.json()["error"]
    assert (answer.status_code, error["code"]) == (status, code)
    assert error["zh"].endswith(("。", "行。"))
    assert error["en"].endswith(".")


def test_a_wrong_method_names_the_right_ones(client):
    answer = client.put("/api/v1/plans/some")
    assert answer.headers["Allow"] == "GET, PATCH"
    assert answer.json()["error"]["en"] == "This address does not take PUT; it takes GET, PATCH."


@pytest.mark.parametrize(
    "path", ["/catalogue/standards", "/organisations", "/openapi.json", "/nothing", "/journal"]
)
def test_head_answers_as_get_without_the_body(client, path):
    got, head = client.get(f"/api/v1{path}"), client.head(f"/api/v1{path}")
    assert head.status_code == got.status_code
    assert head.headers["Content-Type"] == got.headers["Content-Type"]
    assert head.content == b""


def test_head_is_refused_where_get_is(client):
    assert client.head("/api/v1/plans/parse").status_code == 405

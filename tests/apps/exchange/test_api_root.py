"""The API's root: its description, and one form for every error."""

import pytest
from django.core.checks import run_checks
from ninja import NinjaAPI, Router


def test_the_description_is_served(client):
    answer = client.get("/api/v1/openapi.json").json()
    assert answer["info"]["title"] == "Guiju 规矩"
    assert "/api/v1/plans" in answer["paths"]


@pytest.mark.django_db
def test_an_unknown_plan_is_a_sentence_in_both_languages(client):
    answer = client.get("/api/v1/plans/no-such-plan")
    assert answer.status_code == 404
    error = answer.json()["error"]
    assert sorted(error) == ["code", "en", "zh"]
    assert error["code"] == "not_found"


@pytest.mark.django_db
def test_a_wrong_parameter_is_named(client):
    answer = client.get("/api/v1/plans?limit=many")
    assert answer.status_code == 422
    error = answer.json()["error"]
    assert error["code"] == "parameters"
    assert error["fields"][0]["where"] == ["query", "limit"]


@pytest.mark.django_db
def test_a_wrong_token_is_the_public(client):
    answer = client.post("/api/v1/plans/parse", headers={"Authorization": "Bearer nonsense"})
    assert answer.status_code == 403
    assert answer.json()["error"]["zh"] == "请先登录。"


@pytest.mark.django_db
def test_a_session_of_a_browser_does_not_count(client):
    from tests.factories import accounts

    client.force_login(accounts.user(), backend="guiju.apps.accounts.backends.SeatBackend")
    assert client.post("/api/v1/plans/parse").status_code == 403


def test_an_operation_without_a_rule_stops_the_start(monkeypatch):
    api, router = NinjaAPI(urls_namespace="check"), Router()

    @router.get("/open")
    def open_to_all(request):
        return {}

    api.add_router("", router)
    monkeypatch.setattr("guiju.apps.exchange.api.api", api)
    found = [message.msg for message in run_checks() if message.id == "guiju.E001"]
    assert found == ["API operation ['GET'] /open declares no access rule"]

"""openapi.json as a stranger reads it: names, words, tokens, errors, lists."""

import re

import pytest
from django.urls import resolve

from guiju.apps.exchange.api import api
from guiju.apps.exchange.openapi import TAGS
from guiju.apps.exchange.operations import operations, rule_of
from guiju.web.viewer import Viewer
from tests.test_access_matrix import TODAY


@pytest.fixture
def described(client):
    return client.get("/api/v1/openapi.json").json()


def every(described):
    return [
        (method, path, one)
        for path, methods in described["paths"].items()
        for method, one in methods.items()
    ]


def test_each_operation_has_a_name_words_and_a_known_tag(described):
    names = [one["operationId"] for _, _, one in every(described)]
    assert sorted(names) == sorted(set(names))
    for _, path, one in every(described):
        assert re.fullmatch(r"[A-Z][ -~]+[^.]", one["summary"]), path
        assert re.search(r"[\u4e00-\u9fff]", one["description"]), path
        assert set(one["tags"]) <= set(TAGS), path
    assert {tag for _, _, one in every(described) for tag in one["tags"]} == set(TAGS)


def test_no_two_schemas_share_a_name():
    """They would stand for one another in the description, without a word."""
    seen = {}
    for _, operation in operations(api):
        models = [*operation.models, *filter(None, operation.response_models.values())]
        for model in models:
            for found in schemas_in(model):
                assert seen.setdefault(found.__name__, found) is found


def schemas_in(model, met=None):
    met = set() if met is None else met
    for field in getattr(model, "model_fields", {}).values():
        for kind in [field.annotation, *kinds_in(field.annotation)]:
            if hasattr(kind, "model_fields") and kind not in met:
                met.add(kind)
                schemas_in(kind, met)
    return met


def kinds_in(annotation):
    for kind in getattr(annotation, "__args__", ()):
        yield kind
        yield from kinds_in(kind)


def test_a_token_is_asked_for_where_the_public_may_not(described):
    assert described["components"]["securitySchemes"]["bearer"]["scheme"] == "bearer"
    rules = {one.view_func.__name__: rule_of(one) for _, one in operations(api)}
    public = Viewer(today=TODAY)
    for _, _, one in every(described):
        rule = rules[one["operationId"]]
        assert ({} in one["security"]) == rule.allows(public)
        assert f"`{rule.name}`" in one["description"]


def test_each_error_has_the_one_form(described):
    for _, _, one in every(described):
        said = one["responses"]["default"]["content"]["application/json"]["schema"]
        assert said == {"$ref": "#/components/schemas/ErrorAnswer"}


def test_each_list_comes_in_parts(described):
    lists = [
        (path, one) for _, path, one in every(described) if one["operationId"].startswith("list_")
    ]
    assert len(lists) == 37
    for path, one in lists:
        answer = one["responses"]["200"]["content"]["application/json"]["schema"]["$ref"]
        fields = described["components"]["schemas"][answer.rpartition("/")[2]]["required"]
        assert {"total", "items"} <= set(fields), path
        assert {"limit", "offset"} <= {each["name"] for each in one["parameters"]}, path


@pytest.mark.django_db
def test_each_operation_is_reached_at_its_address(client):
    """Of two routers with one path Django asks only the first."""
    for path, operation in operations(api):
        address = f"/api/v1{re.sub(r'{[^}]+}', '1', path)}"
        route = "api/v1" + path.replace("{", "<").replace("}", ">")
        assert resolve(address).route == route
        for method in operation.methods:
            assert (path, client.generic(method, address).status_code != 405) == (path, True)

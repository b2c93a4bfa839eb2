"""The API under random input: it never fails by itself, and answers as its description says."""

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
)

from guiju.config.wsgi import application
from tests.factories import governance
from tests.factories.api import bearer

pytestmark = pytest.mark.once
schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
CHECKS = [not_a_server_error, content_type_conformance, response_schema_conformance]


@pytest.fixture
def public_plan(db):
    """A plan to be asked for; the test's own connection is kept open over its requests."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    # The address that the description gives as an example.
    yield governance.imported_plan(is_public=True, slug="2022-64")
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def tried(times):
    return settings(
        max_examples=times,
        deadline=None,
        derandomize=True,
        # The boundary cases of every operation would be ten times as many calls.
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )


def is_open(context):
    return {} in context.operation.definition.raw["security"]


@pytest.mark.django_db
@pytest.mark.usefixtures("public_plan")
@schema.include(is_open).parametrize()
@tried(4)
def test_random_calls(case):
    case.call_and_validate(checks=CHECKS)


@pytest.fixture
def office(public_plan):
    """The header of the plan's office: it comes further than the public does."""
    return bearer(governance.office_user(public_plan.office))


@pytest.mark.django_db
@schema.exclude(is_open).parametrize()
@tried(3)
def test_random_calls_of_an_office(case, office):
    """What the public is refused at the door (test_access_matrix)."""
    case.call_and_validate(checks=CHECKS, headers=office)

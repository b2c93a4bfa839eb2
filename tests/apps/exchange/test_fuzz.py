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

schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
CHECKS = [not_a_server_error, content_type_conformance, response_schema_conformance]


@pytest.fixture
def public_plan(db):
    """A plan to be asked for; the test's own connection is kept open over its requests."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield governance.imported_plan(is_public=True)
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.django_db
@pytest.mark.usefixtures("public_plan")
@schema.parametrize()
@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_random_calls(case):
    case.call_and_validate(checks=CHECKS)

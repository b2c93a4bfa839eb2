"""The hidden rows of a table's preview, changed on their way: a sentence, never a fault."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from guiju.apps.catalogue.models import SystemEntry
from tests.factories import catalogue_systems as systems

pytestmark = pytest.mark.django_db

BACKEND = "guiju.apps.accounts.backends.SeatBackend"
ODD = ("\x00", "\ud800", "x" * 5_000, "\u202e<script>", "=1+1")


def row(line=1, code="201", number="", title="示例"):
    return json.dumps([[line, code, "", number, title, "", "", ""]])


BODIES = {
    "deep": "[" * 100_000,
    "endless number": "[[1e999" + ',""' * 7 + "]]",
    "long number": f"[[{'9' * 6_000}" + ',""' * 7 + "]]",
    "object": '{"a": 1}',
    "short": "[[1]]",
    "text": '"x"',
    "nothing": "null",
    **{f"code {at}": row(code=odd) for at, odd in enumerate(ODD)},
    **{f"number {at}": row(number=odd) for at, odd in enumerate(ODD)},
    **{f"title {at}": row(title=odd) for at, odd in enumerate(ODD)},
    "many": json.dumps([[1, "201", "", "", f"示例 {at}", "", "", ""] for at in range(6_000)]),
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_rows_that_the_preview_did_not_give(body):
    made = systems.small_system()
    client = Client(raise_request_exception=False)
    client.force_login(made.cataloguer, backend=BACKEND)
    address = reverse("catalogue:confirm_import", args=[made.system.slug])
    answer = client.post(address, {"rows": body, "seen": ""})
    assert answer.status_code < 500
    answer = client.post(address, {"rows": body, "seen": "x"})
    assert (answer.status_code < 500, SystemEntry.objects.count()) == (True, 6)
    assert b"<script>" not in answer.content.replace(b'<script src="', b"").replace(
        b"<script defer", b""
    )

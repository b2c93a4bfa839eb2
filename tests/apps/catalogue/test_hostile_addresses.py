"""Whatever stands in an address of the catalogue, the answer is a page or a sentence."""

from itertools import cycle

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from guiju.apps.catalogue.address import slug_of
from guiju.apps.catalogue.services import saved, watching
from guiju.apps.catalogue.urls import urlpatterns
from tests.factories import accounts
from tests.factories import catalogue_systems as systems
from tests.factories.catalogue import editions
from tests.factories.sample_catalogue import index_at

pytestmark = [pytest.mark.django_db, pytest.mark.once]

BACKEND = "guiju.apps.accounts.backends.SeatBackend"
NUMBER = "GB/T 1.1-2020"
NAMES = (
    *("q", "on", "page", "cursor", "sort", "level", "nature", "kind", "state", "ics", "ccs"),
    *("committee", "issuer", "region", "year_from", "year_to", "more", "body", "own", "role"),
    *("field", "code", "after", "direction", "type", "number", "node", "gap", "check", "name"),
    *("lang", "limit", "offset", "query"),
)
VALUES = ("a%00b", "%ED%A0%80", "%0d%0aX-Evil:1", "9" * 5000, "0001-01-01", "9999-12-31", "%D9%A1")
PARTS = ("%00", "%ED%A0%80", "9" * 20, "a" * 3000, "%2e%2e", "%0d%0aX-Evil:1", "~~s~.")


@pytest.fixture
def world(tmp_path, settings):
    settings.GUIJU_INDEX = tmp_path / "index"
    editions(NUMBER, "GB/T 1.1-2009", "GB/T 2-2021")
    index_at(settings.GUIJU_INDEX)
    made = systems.small_system()
    owner = accounts.viewer(made.cataloguer)
    watching.create_list(name="示例", by=owner)
    saved.save_search(name="示例", query="q=a", by=owner)
    return made


def addresses():
    number = slug_of(NUMBER)
    arguments = ([], [1], [1, 1], ["example"], ["example", 1], [number], [number, "csv"])
    for pattern in urlpatterns:
        for given in arguments:
            try:
                yield reverse(f"catalogue:{pattern.name}", args=given)
            except NoReverseMatch:
                continue
            break


def with_odd_parts(address, odd_parts):
    """Each part of the address made odd once, each time in the next way."""
    parts = address.strip("/").split("/")
    end = "/" if address.endswith("/") else ""
    for at in range(len(parts)):
        yield f"/{'/'.join([*parts[:at], next(odd_parts), *parts[at + 1 :]])}{end}"


@pytest.mark.parametrize("role", ["public", "cataloguer"])
def test_odd_addresses_are_no_fault(role, world):
    client = Client(raise_request_exception=False)
    if role != "public":
        client.force_login(world.cataloguer, backend=BACKEND)
    odd, odd_parts, values = set(), cycle(PARTS), cycle(VALUES)
    for address in set(addresses()):
        if client.get(address).status_code not in (200, 404):
            continue
        odd |= {
            f"{address}?{'&'.join(f'{name}={next(values)}' for name in NAMES)}" for _ in range(3)
        }
        odd |= set(with_odd_parts(address, odd_parts))
    failed = []
    for one in sorted(odd):
        answer = client.get(one)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        if answer.status_code >= 500 or b"<script>alert" in body or "X-Evil" in answer:
            failed.append((answer.status_code, one[:160]))
        if (
            (to := answer.headers.get("Location", "/")) and not to.startswith("/")
        ) or to.startswith("//"):
            failed.append((to, one[:160]))
    assert (len(odd) > 150, failed) == (True, [])

"""What may not be read is not found: no hit, no count, no excerpt, also before the index knows."""

import pytest
from django.test import Client

from guiju.apps.library.services.indexing import bring_up_to_date
from guiju.apps.library.services.texts import withdraw_text
from tests.factories import accounts
from tests.factories import library as make

pytestmark = pytest.mark.django_db
NUMBER = "GB/T 90001-2026"
SECRET, BESIDE = "隐蔽量", "密不可宣"
SAID = make.SMALL.replace("长度应", f"{SECRET}应{BESIDE}，")
BACKEND = "guiju.apps.accounts.backends.SeatBackend"


def draft():
    make.written(NUMBER, SAID, is_draft=True)
    bring_up_to_date()


def not_open():
    make.written(NUMBER, SAID, is_open=False)
    bring_up_to_date()


def withdrawn():
    text = make.written(NUMBER, SAID)
    bring_up_to_date()
    withdraw_text(text=text, reason="示例", by=make.cataloguer())


def superseded():
    make.written(NUMBER, SAID)
    bring_up_to_date()
    make.written(NUMBER, make.SMALL)


def published():
    make.written(NUMBER, SAID)
    bring_up_to_date()


def told(who):
    """How many the page, the API and the one search box count, and where the words beside stand."""
    client = Client()
    if who != "public":
        user = accounts.user("stranger") if who == "stranger" else accounts.seated("cataloguer")
        client.force_login(user, backend=BACKEND)
    page = client.get("/texts/search/", {"q": SECRET})
    box = client.get("/search/", {"q": SECRET})
    api = client.get("/api/v1/library/passages", {"q": SECRET})
    counts = (page.context["found"].total, sum(one.total for one in box.context["groups"]))
    values = sum(sum(one.total for one in each.choices) for each in page.context["facets"])
    shown = [BESIDE in one.content.decode() for one in (page, box, api)]
    return (*counts, api.json()["total"], values), any(shown)


@pytest.mark.parametrize("who", ["public", "stranger"])
@pytest.mark.parametrize("hidden", [draft, not_open, withdrawn, superseded])
def test_it_is_told_nowhere(who, hidden):
    hidden()
    assert told(who) == ((0, 0, 0, 0), False)


@pytest.mark.parametrize("who", ["public", "stranger", "cataloguer"])
def test_once_published_it_is_told(who):
    published()
    assert told(who) == ((1, 1, 1, 0), True)


def test_a_cataloguer_finds_what_is_not_open():
    not_open()
    counts, is_shown = told("cataloguer")
    assert (counts[:2], is_shown) == ((1, 1), True)

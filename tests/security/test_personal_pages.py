"""What a signed-in person was shown stays in no cache; the public's pages may be kept."""

import pytest
from django.urls import reverse

from tests.factories import accounts

pytestmark = pytest.mark.django_db
BACKEND = "guiju.apps.accounts.backends.SeatBackend"


@pytest.mark.parametrize("page", ["web:home", "accounts:me", "accounts:notices"])
def test_a_personal_page_is_not_kept(client, page):
    client.force_login(accounts.user(), backend=BACKEND)
    assert client.get(reverse(page)).headers["Cache-Control"] == "private, no-store"


def test_nor_is_a_refusal(client):
    client.force_login(accounts.user(), backend=BACKEND)
    answer = client.get(reverse("accounts:users"))
    assert (answer.status_code, answer.headers["Cache-Control"]) == (403, "private, no-store")


def test_nor_is_an_answer_to_a_token(client):
    from datetime import timedelta

    from guiju.apps.accounts.services.tokens import create_token

    viewer = accounts.viewer(accounts.user())
    _, text = create_token(name="示例", until=viewer.today + timedelta(days=1), by=viewer)
    answer = client.get("/api/v1/plans", headers={"authorization": f"Bearer {text}"})
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_a_public_page_is_left_alone(client):
    assert "Cache-Control" not in client.get(reverse("web:home")).headers

"""What a draft, or a text that is not open, says stands on no page and in no answer for the public."""

import re

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from guiju.apps.catalogue.address import slug_of
from guiju.apps.exchange.api import api
from guiju.apps.exchange.operations import operations
from guiju.apps.library.urls import urlpatterns
from tests.factories import accounts
from tests.factories import library as make

pytestmark = pytest.mark.django_db
NUMBER = "GB/T 90001-2026"
SECRET = "隐蔽量"
SAID = make.SMALL.replace("长度应", f"{SECRET}应").replace("用于示例", f"用于{SECRET}的示例")
BACKEND = "guiju.apps.accounts.backends.SeatBackend"


def addresses():
    slug = slug_of(NUMBER)
    forms = ("sts.xml", "docx", "md", "html", "json", "txt", "original")
    for pattern in urlpatterns:
        for given in ([], [slug], *([slug, form] for form in forms), [slug, 1]):
            try:
                yield reverse(f"library:{pattern.name}", args=given)
            except NoReverseMatch:
                continue
    yield reverse("catalogue:standard", args=[slug])
    for path, operation in operations(api):
        if "GET" in operation.methods and path.startswith("/library"):
            asked = f"number={NUMBER}&address=4/p1&to=T/EXAMPLE 1-2026&q={SECRET}"
            yield f"/api/v1{re.sub('{[^}]+}', '1', path)}?{asked}"


def told(client):
    found, opened = [], 0
    for address in addresses():
        answer = client.get(address)
        opened += answer.status_code == 200
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        shown = content.decode(errors="ignore").replace(f"q={SECRET}", "")
        if answer.status_code == 200 and SECRET in shown:
            found.append(address)
    return found, opened


@pytest.mark.parametrize("who", ["public", "stranger"])
def test_a_draft_is_told_nowhere(who):
    make.written(NUMBER, SAID, is_draft=True)
    make.text()
    client = Client()
    if who != "public":
        client.force_login(accounts.user("stranger"), backend=BACKEND)
    found, opened = told(client)
    assert (found, opened > 3) == ([], True)


def test_once_published_it_is_told():
    make.written(NUMBER, SAID)
    assert len(told(Client())[0]) > 5

"""The pages on which a cataloguer adds, publishes and withdraws texts."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from guiju.apps.catalogue.address import slug_of
from guiju.apps.library.models import Text
from tests.factories import accounts
from tests.factories import library as make

pytestmark = pytest.mark.django_db
KEY = "GB/T 1-2020"


@pytest.fixture
def cataloguer(client):
    make.edition(KEY)
    client.force_login(
        accounts.seated("cataloguer"), backend="guiju.apps.accounts.backends.SeatBackend"
    )
    return client


def address(name, key=KEY):
    return reverse(f"library:{name}", args=[slug_of(key)])


def upload(client, data, **values):
    file = SimpleUploadedFile("示例.md", data.encode())
    return client.post(address("add_text"), {"file": file, **values})


def test_from_a_file_to_a_withdrawn_text(cataloguer):
    answer = upload(cataloguer, make.SMALL, is_open="on")
    assert (answer.status_code, answer["Location"]) == (302, address("versions"))
    text = Text.objects.get()
    assert (text.state, text.is_open, text.name) == ("draft", True, "示例.md")
    cataloguer.post(reverse("library:publish_text", args=[text.pk]))
    text.refresh_from_db()
    assert text.state == "published"
    refused = cataloguer.post(reverse("library:withdraw_text", args=[text.pk]), {"reason": " "})
    assert (refused.status_code, list(refused.context["form"].errors)) == (200, ["reason"])
    cataloguer.post(reverse("library:withdraw_text", args=[text.pk]), {"reason": "示例：撤回"})
    text.refresh_from_db()
    assert text.state == "withdrawn"


@pytest.mark.parametrize(
    ("data", "field"), [("一句话，没有章条。", "file"), ("", "file"), ("\x00\x01\x02", None)]
)
def test_what_cannot_be_read_is_refused_in_words(cataloguer, data, field):
    answer = upload(cataloguer, data, language="zh")
    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == [field or "__all__"]
    assert Text.objects.count() == 0


def test_the_versions_with_their_doubts(cataloguer, client, django_assert_num_queries):
    make.written(KEY, make.sample())
    answer = cataloguer.get(address("versions"))
    assert "封面编号是“T/EXAMPLE 1—2026”" in answer.content.decode()
    client.logout()
    assert "封面编号是" not in client.get(address("versions")).content.decode()


def test_withdrawn_and_superseded_texts_are_gone_for_the_public(client):
    make.written(KEY)
    make.written(KEY, make.SMALL.replace("60", "70"))
    answer = client.get(address("versions"))
    assert [one.version for one in answer.context["texts"]] == [2]
    assert client.get(address("text"), {"version": "1"}).status_code == 404


@pytest.mark.parametrize("role", ["reader", "office", None])
def test_others_are_refused(client, role):
    text = make.written(KEY)
    if role:
        client.force_login(
            accounts.seated(role), backend="guiju.apps.accounts.backends.SeatBackend"
        )
    assert client.get(address("add_text")).status_code == 403
    assert client.post(reverse("library:publish_text", args=[text.pk])).status_code == 403
    assert client.get(reverse("library:withdraw_text", args=[text.pk])).status_code == 403

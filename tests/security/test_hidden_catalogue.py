"""What is not for everybody stands on no page, in no file and in no answer of the catalogue."""

import re

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from guiju.apps.catalogue.address import slug_of
from guiju.apps.catalogue.models import SavedSearch, WatchList
from guiju.apps.catalogue.services import saved, watching
from guiju.apps.catalogue.urls import urlpatterns
from guiju.apps.exchange.api import api
from guiju.apps.exchange.operations import operations
from guiju.core.records.model import Role
from tests.factories import accounts, catalogue
from tests.factories import catalogue_systems as systems
from tests.factories.sample_catalogue import index_at

pytestmark = [pytest.mark.django_db, pytest.mark.once]

BACKEND = "guiju.apps.accounts.backends.SeatBackend"
NUMBER = "GB/T 90001-2015"
PERSON = "张三甲乙"
SECRETS = (
    PERSON,
    "李四丙丁",
    "隐藏体系",
    "隐藏节点",
    "隐藏行",
    "hidden-system",
    "私人清单",
    "私人检索",
)


@pytest.fixture
def world(tmp_path, settings):
    settings.GUIJU_INDEX = tmp_path / "index"
    made = systems.small_system()
    for slug, person in (("example", PERSON), ("another", "李四丙丁")):
        catalogue.edition(
            NUMBER,
            slug=slug,
            roles=(Role(role="person", name=person), Role(role="issuer", name="甲局")),
        )
    hidden = systems.system(
        made.keeper,
        is_public=False,
        slug="hidden-system",
        title_zh="隐藏体系",
        title_en="Hidden one",
    )
    box = systems.node(hidden, "1", title_zh="隐藏节点")
    systems.entry(box, NUMBER, title_zh="隐藏行")
    owner = accounts.viewer(made.member)
    one = watching.create_list(name="私人清单", by=owner)
    watching.watch(watch_list=one, editions=[catalogue.found(NUMBER)], by=owner)
    saved.save_search(name="私人检索", query="q=a", by=owner)
    index_at(settings.GUIJU_INDEX)
    return made


def pages():
    number = slug_of(NUMBER)
    one, search = WatchList.objects.get().pk, SavedSearch.objects.get().pk
    arguments = (
        *([], [number], ["hidden-system"], ["01"], [one], [search], [one, 1], ["hidden-system", 1]),
        *(["csv"], ["jsonl"], ["xlsx"], [number, "csv"], [number, "json"]),
        *(["hidden-system", "csv"], ["hidden-system", "xlsx"], ["hidden-system", "json"]),
    )
    for pattern in urlpatterns:
        for given in arguments:
            try:
                address = reverse(f"catalogue:{pattern.name}", args=given)
            except NoReverseMatch:
                continue
            yield address
            yield f"/en{address}?q={PERSON}&text={PERSON}"
    for query in (PERSON, "隐藏", "90001", "zhangsan"):
        yield f"{reverse('catalogue:search')}?q={query}"
        yield f"{reverse('catalogue:suggest')}?q={query}"
        yield f"{reverse('web:search')}?q={query}"
    yield "/"
    yield "/catalogue/bodies/?role=person"


def answers_of_the_api():
    for path, operation in operations(api):
        if "GET" in operation.methods:
            address = re.sub(r"\{[^}]*slug\}", "hidden-system", path)
            address = re.sub(r"\{[^}]+\}", "1", address)
            yield f"/api/v1{address}?number={NUMBER}&q=90001"


@pytest.mark.parametrize("who", ["public", "stranger"])
def test_nothing_hidden_is_told(who, world):
    client = Client()
    if who != "public":
        client.force_login(world.stranger, backend=BACKEND)
    told, opened = [], 0
    for address in (*pages(), *answers_of_the_api()):
        answer = client.get(address)
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        opened += answer.status_code == 200
        shown = content.decode(errors="ignore")
        asked = {PERSON, "hidden-system"} if answer.status_code != 200 or "q=" in address else set()
        told += [
            (address, secret)
            for secret in SECRETS
            if secret in shown and not (secret in asked and secret in address)
        ]
    assert (opened > 60, told) == (True, [])


def test_the_keeper_sees_the_hidden_system(world):
    client = Client()
    client.force_login(world.cataloguer, backend=BACKEND)
    for name, args in (
        ("systems", []),
        ("system", ["hidden-system"]),
        ("standard", [slug_of(NUMBER)]),
    ):
        assert "隐藏体系" in client.get(reverse(f"catalogue:{name}", args=args)).content.decode()

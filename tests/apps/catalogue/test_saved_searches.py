"""Saved searches: kept under a name, run again, renamed, removed."""

import pytest
from django.urls import reverse

from guiju.apps.catalogue.models import SavedSearch
from guiju.apps.catalogue.services import saved as act
from guiju.apps.catalogue.services.naming import NameTakenError, TooManyError
from guiju.apps.journal.models import Event
from guiju.core.errors import RefusedError
from guiju.core.params import all_params
from tests.factories import accounts

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner():
    return accounts.user("owner")


@pytest.fixture
def viewer(owner):
    return accounts.viewer(owner)


def enter(client, user):
    client.force_login(user, backend="guiju.apps.accounts.backends.SeatBackend")
    return client


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        (
            "?q=%E8%B5%B7%E8%8D%89&level=national&level=group",
            "q=%E8%B5%B7%E8%8D%89&level=national&level=group",
        ),
        ("q=a&on=&page=3&cursor=xyz", "q=a"),
        ("q=a&x=%00", "q=a"),
    ],
)
def test_only_the_search_itself_is_kept(query, kept):
    assert act.tidy_query(query) == kept


@pytest.mark.parametrize(
    "query", ["", "page=2", "q=+", "q=" + "a" * 999, "&".join(f"a{n}=1" for n in range(101))]
)
def test_nothing_to_keep_or_too_much(query):
    with pytest.raises(act.BadSearchError):
        act.tidy_query(query)


def test_each_act_is_one_event(viewer):
    one = act.save_search(name="示例", query="q=a", by=viewer)
    act.rename_search(search=one, name="另一个", by=viewer)
    act.remove_search(search=one, by=viewer)
    assert list(Event.objects.order_by("number").values_list("action", "details")) == [
        ("catalogue.save_search", {}),
        ("catalogue.rename_search", {}),
        ("catalogue.remove_search", {}),
    ]
    assert SavedSearch.objects.count() == 0


def test_one_name_once_and_so_many_a_person(viewer, monkeypatch):
    act.save_search(name="示例", query="q=a", by=viewer)
    with pytest.raises(NameTakenError):
        act.save_search(name="示例", query="q=b", by=viewer)
    limits = {"watching.most_searches": 1}
    assert limits.keys() <= {param.key for param in all_params()}
    monkeypatch.setattr("guiju.apps.catalogue.services.naming.param", lambda key, on: limits[key])
    with pytest.raises(TooManyError):
        act.save_search(name="第二个", query="q=b", by=viewer)
    other = accounts.viewer(accounts.user())
    assert act.save_search(name="示例", query="q=a", by=other).owner_id == other.user


def test_a_search_is_its_owner_s(viewer):
    one = act.save_search(name="示例", query="q=a", by=viewer)
    stranger = accounts.viewer(accounts.user())
    for do in (
        lambda: act.rename_search(search=one, name="x", by=stranger),
        lambda: act.remove_search(search=one, by=stranger),
    ):
        with pytest.raises(RefusedError):
            do()


def test_the_pages(client, owner):
    enter(client, owner)
    save = reverse("catalogue:save_search")
    assert 'value="q=%E8%B5%B7%E8%8D%89"' in client.get(f"{save}?q=起草&page=2").content.decode()
    assert client.post(save, {"name": "我的", "query": "q=a&page=2"}).status_code == 302
    one = SavedSearch.objects.get()
    assert (one.name, one.query) == ("我的", "q=a")
    listed = client.get(reverse("catalogue:saved_searches")).content.decode()
    assert f'href="{reverse("catalogue:search")}?q=a"' in listed
    client.post(reverse("catalogue:rename_search", args=[one.pk]), {"name": "新名"})
    one.refresh_from_db()
    assert one.name == "新名"
    assert client.get(reverse("catalogue:remove_search", args=[one.pk])).status_code == 200
    client.post(reverse("catalogue:remove_search", args=[one.pk]))
    assert SavedSearch.objects.count() == 0


@pytest.mark.parametrize("name", ["rename_search", "remove_search"])
def test_strangers_and_the_public_may_not(client, viewer, name):
    one = act.save_search(name="示例", query="q=a", by=viewer)
    address = reverse(f"catalogue:{name}", args=[one.pk])
    for user in (None, accounts.user()):
        if user:
            enter(client, user)
        assert client.post(address, {"name": "x"}).status_code == 403
    assert SavedSearch.objects.get().name == "示例"


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_asks_as_often_for_one_as_for_thirty(
    client, owner, count, django_assert_num_queries
):
    enter(client, owner)
    SavedSearch.objects.bulk_create(
        SavedSearch(owner=owner, name=f"n{n}", query="q=a") for n in range(count)
    )
    with django_assert_num_queries(10):
        page = client.get(reverse("catalogue:saved_searches"))
    assert len(page.context["page"].object_list) == count

"""The register's pages: list, one organisation on a day, the forms, the search box."""

from datetime import date

import pytest
from django.urls import reverse

from guiju.apps.accounts.finding import organisations_found
from guiju.apps.accounts.models import Organisation
from guiju.apps.accounts.panels import ORGANISATION_PANELS, Panel
from guiju.apps.accounts.services.registry import load_register
from guiju.web.viewer import Viewer
from tests.factories import accounts as make

pytestmark = pytest.mark.django_db
LIST = reverse("accounts:organisations")
PUBLIC = Viewer(today=date(2026, 1, 5))


def page_of(slug):
    return reverse("accounts:organisation", args=[slug])


@pytest.fixture
def register():
    load_register(by=Viewer(today=date(2026, 1, 5), name="cli"))


def found(client, **asked):
    return [row.organisation.slug for row in client.get(LIST, asked).context["rows"]]


@pytest.mark.parametrize(
    ("asked", "slugs"),
    [
        ({"q": "银保监会"}, ["nfra"]),
        ({"q": "标准化管理委员会"}, ["samr", "sac-2001"]),
        ({"q": "Weather"}, []),
        ({"q": "meteorological"}, ["meteorology"]),
        ({"q": "11100000mb0194554t"}, ["samr"]),
        ({"q": "北京", "kind": "local_government"}, ["beijing"]),
        ({"q": "北京", "kind": "enterprise"}, []),
        ({"q": "ndrc"}, ["ndrc"]),
    ],
)
def test_it_is_found_by_any_name_alias_or_code(register, client, asked, slugs):
    assert found(client, **asked) == slugs


def test_the_list_has_pages_and_an_unknown_kind_means_all(register, client):
    first = client.get(LIST, {"kind": "nonsense"})
    assert (len(first.context["rows"]), first.context["page"].paginator.count) == (50, 190)
    assert len(client.get(LIST, {"page": 4}).context["rows"]) == 40


@pytest.mark.parametrize("many", [1, 30])
def test_the_list_costs_the_same_for_one_and_for_many(client, django_assert_num_queries, many):
    for _ in range(many):
        make.organisation()
    with django_assert_num_queries(3):
        client.get(LIST)


@pytest.mark.parametrize("many", [1, 30])
def test_one_page_costs_the_same_whatever_its_relations(
    client, django_assert_num_queries, monkeypatch, many
):
    """Without what other apps add to it."""
    monkeypatch.setattr("guiju.apps.accounts.panels.ORGANISATION_PANELS", [])
    top = make.organisation("示例部", aliases=tuple(f"示例别名{n}" for n in range(many)))
    for _ in range(many):
        make.organisation(parent=top)
    with django_assert_num_queries(7):
        client.get(page_of(top.slug))


@pytest.mark.parametrize(
    ("on", "title"),
    [
        ("2022-07-06", "中国银行保险监督管理委员会"),
        ("2023-05-18", "国家金融监督管理总局"),
        ("", "国家金融监督管理总局"),
    ],
)
def test_a_day_in_the_address_gives_the_name_then(register, client, on, title):
    page = client.get(page_of("nfra"), {"on": on}).content.decode()
    assert f'<h1 lang="zh-Hans">{title}</h1>' in page


def test_a_wrong_day_is_a_clear_sentence(register, client):
    response = client.get(page_of("nfra"), {"on": "2022-13-01"})
    assert response.status_code == 400
    assert "“2022-13-01”不是日期，请写成 2022-07-06 的样子。" in response.content.decode()


def test_the_page_reads_the_credit_code_and_shows_the_chain(register, client):
    page = client.get(page_of("samr"))
    text = page.content.decode()
    assert all(
        part in text for part in ("机构编制", "MB019455-4", "国家药监局", "市场监管总局（标准委）")
    )
    chain = [str(one.predecessor.name) for one in page.context["passages"]]
    assert sorted(chain) == sorted(
        ["质检总局", "国家标准委", "国家认监委", "工商总局", "食品药品监管总局"]
    )


def test_an_english_page_shows_english_names(register, client):
    page = client.get("/en" + page_of("samr")).content.decode()
    assert '<h1 lang="en">State Administration for Market Regulation</h1>' in page


def test_an_unknown_organisation_is_not_found(client):
    assert client.get(page_of("nobody")).status_code == 404


def test_other_apps_add_panels(client, monkeypatch):
    one = make.organisation()
    seen = []

    def panel(viewer, organisation):
        seen.append((viewer.signed_in, organisation))
        return Panel("web/components/empty.html", {"title": "示例"})

    monkeypatch.setattr("guiju.apps.accounts.panels.ORGANISATION_PANELS", [panel, lambda *_: None])
    assert client.get(page_of(one.slug)).context["panels"][0].context == {"title": "示例"}
    assert seen == [(False, one)]
    assert isinstance(ORGANISATION_PANELS, list)


def test_the_forms_change_the_register(enter):
    client = enter(make.seated("system_admin"))
    data = {"slug": "example-x", "kind": "other", "zh": "示例中心", "short_zh": "示例中心"}
    assert client.post(reverse("accounts:new_organisation"), data).url == page_of("example-x")
    parent = make.organisation("示例上级")
    facts = {"kind": "institution", "region": "110000", "parent": parent.slug}
    client.post(reverse("accounts:edit_organisation", args=["example-x"]), facts)
    name = {"zh": "示例研究院", "short_zh": "示例院", "since": "2022-07-06"}
    client.post(reverse("accounts:rename_organisation", args=["example-x"]), name)
    client.post(reverse("accounts:new_alias", args=["example-x"]), {"text": "示例所"})
    passed = {"successor": parent.slug, "on": "2023-01-01", "is_whole": "on", "basis": "示例决定"}
    client.post(reverse("accounts:new_succession", args=["example-x"]), passed)
    one = Organisation.objects.get(slug="example-x")
    state = (one.kind, one.region, one.parent, [name.short_zh for name in one.names.all()])
    assert state == ("institution", "110000", parent, ["示例中心", "示例院"])
    assert [alias.text for alias in one.aliases.all()] == ["示例所"]
    assert [step.successor for step in one.successions.all()] == [parent]
    alias = one.aliases.get()
    client.post(reverse("accounts:remove_alias", args=["example-x", alias.pk]))
    assert one.aliases.count() == 0


def test_a_refusal_stands_at_its_field(enter):
    client = enter(make.seated("system_admin"))
    data = {"slug": "x", "kind": "other", "zh": "示例", "short_zh": "示例", "uscc": "123"}
    form = client.post(reverse("accounts:new_organisation"), data).context["form"]
    assert list(form.errors) == ["uscc"]
    assert Organisation.objects.filter(slug="x").exists() is False


def test_the_search_box_finds_organisations(register):
    group = organisations_found(PUBLIC, "银保监", 10)
    assert [(hit.title, hit.url, hit.why) for hit in group.hits] == [
        ("金融监管总局", page_of("nfra"), "国家金融监督管理总局")
    ]
    assert organisations_found(PUBLIC, "国家", 3).total > 3

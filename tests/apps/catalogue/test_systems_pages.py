"""The pages of systems: who sees and changes what, and each act through its form."""

import json

import lxml.html
import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from guiju.apps.catalogue.models import StandardsSystem, SystemEntry, SystemNode
from guiju.apps.journal.models import Event
from tests.factories import accounts
from tests.factories import catalogue_systems as make

pytestmark = pytest.mark.django_db

READING = ("", "tree/", "table/", "statistics/", "checks/", "export.csv", "export.json")
EDITING = (
    "edit/",
    "publish/",
    "remove/",
    "import/",
    "nodes/add/",
    "nodes/{node}/edit/",
    "nodes/{node}/move/",
    "nodes/{node}/remove/",
    "entries/add/",
    "entries/{entry}/edit/",
    "entries/{entry}/remove/",
)
BACKEND = "guiju.apps.accounts.backends.SeatBackend"


@pytest.fixture(autouse=True)
def on_the_day():
    with time_machine.travel("2024-03-15 10:00+08:00", tick=False):
        yield


@pytest.fixture
def world():
    return make.small_system()


@pytest.fixture
def visit(world, client):
    """`visit("cataloguer", "tree/")`, with `post={…}` to post."""

    def visit(who, path="", *, prefix="", post=None, query=None):
        client.logout()
        if who:
            client.force_login(getattr(world, who), backend=BACKEND)
        names = {"node": world.below.pk, "entry": SystemEntry.objects.order_by("pk").first().pk}
        address = f"{prefix}/systems/example/{path.format(**names)}"
        return client.post(address, post) if post is not None else client.get(address, query)

    return visit


def tree_of(answer):
    return lxml.html.fromstring(answer.content.decode())


def words(found):
    return [" ".join(one.text_content().split()) for one in found]


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("who", [None, "stranger", "member", "cataloguer"])
def test_a_public_system_is_open_to_all(visit, who, prefix):
    assert [visit(who, path, prefix=prefix).status_code for path in READING] == [200] * 7


@pytest.mark.parametrize(
    ("who", "status"), [(None, 404), ("stranger", 404), ("member", 404), ("cataloguer", 200)]
)
def test_a_hidden_one_is_not_there_for_others(world, visit, who, status):
    StandardsSystem.objects.update(is_public=False)
    assert [visit(who, path).status_code for path in READING] == [status] * 7


@pytest.mark.parametrize(
    ("who", "status"), [(None, 403), ("stranger", 403), ("member", 403), ("cataloguer", 200)]
)
def test_who_changes_it(visit, who, status):
    assert [visit(who, path).status_code for path in EDITING] == [status] * 11
    if status == 403:
        assert [visit(who, path, post={}).status_code for path in EDITING] == [403] * 11


def test_a_stranger_cannot_tell_a_hidden_one_from_none(world, visit, client):
    StandardsSystem.objects.update(is_public=False)
    there = [visit("stranger", path).status_code for path in EDITING]
    StandardsSystem.objects.update(slug="elsewhere")
    assert [visit("stranger", path).status_code for path in EDITING] == there == [404] * 11


def test_the_tree_is_a_nested_list(visit):
    (top,) = tree_of(visit(None, "tree/")).xpath(
        ".//*[contains(concat(' ', @class, ' '), ' gs-tops ')]"
    )
    boxes = words(top.xpath("./li/div"))
    assert boxes == ["201 示例节点201 3/6 示例负责单位", "202 示例节点202 0/0"]
    assert words(top.xpath("./li[1]/ul/li/div")) == ["201.1 示例节点201.1 2/4 示例负责单位"]


def test_the_table_for_a_past_day(visit):
    (table,) = tree_of(visit(None, "table/", query={"on": "2019-01-01"})).xpath(".//table")
    states = words(table.xpath(".//tbody//*[contains(concat(' ', @class, ' '), ' gj-state ')]"))
    assert states == ["现行", "现行", "废止", "未发布", "名录未收录", "缺标准"]


def test_a_day_that_is_none_is_said_at_the_field(visit):
    page = tree_of(visit(None, "table/", query={"on": "1066-10-14"}))
    assert words(page.xpath(".//*[contains(concat(' ', @class, ' '), ' gj-errors ')]//li")) == [
        "截至日期：请选择 1900 年至 2199 年之间的日期。"
    ]
    assert len(page.xpath(".//table//tbody//tr")) == 6


def test_the_figures_open_the_very_lines(visit, client):
    page = tree_of(visit(None, query={"on": "2019-01-01"}))
    for link in page.xpath(".//td[contains(concat(' ', @class, ' '), ' gj-number ')]//a"):
        found = tree_of(client.get(link.get("href"), follow=True))
        assert len(found.xpath(".//table//tbody//tr")) == int(link.text_content())


def test_the_checks_can_be_narrowed(visit):
    page = tree_of(visit(None, "checks/", query={"check": "ended"}))
    assert len(page.xpath(".//*[contains(concat(' ', @class, ' '), ' gs-findings ')]//li")) == 2
    assert words(page.xpath(".//h1//*[contains(concat(' ', @class, ' '), ' gj-count ')]")) == ["7"]


def test_an_english_page_marks_what_is_chinese(visit):
    page = tree_of(visit(None, "tree/", prefix="/en"))
    assert (
        words(
            page.xpath(
                ".//*[contains(concat(' ', @class, ' '), ' gs-box ')]//a//*[@lang='zh-Hans']"
            )
        )[0]
        == "示例节点201"
    )


ACTS = {
    "edit_system": ("edit/", {"title_zh": "示例乙", "structure": "sequence"}),
    "unpublish_system": ("publish/", {"reason": "示例"}),
    "add_node": ("nodes/add/", {"parent": "", "code": "9", "title_zh": "示例九"}),
    "edit_node": ("nodes/{node}/edit/", {"title_zh": "示例新名"}),
    "move_node": ("nodes/{node}/move/", {"parent": "", "code": "8"}),
    "add_entry": ("entries/add/", {"node": "{node}", "number": "GB/T 1-2020"}),
    "edit_entry": ("entries/{entry}/edit/", {"node": "{node}", "number": "GB/T 2-2020"}),
    "remove_entry": ("entries/{entry}/remove/", {"reason": "示例"}),
}


@pytest.mark.parametrize("act", ACTS)
def test_each_act_is_one_event_and_a_redirect(world, visit, act):
    path, values = ACTS[act]
    values = {name: str(world.below.pk) if one == "{node}" else one for name, one in values.items()}
    before = Event.objects.count()
    answer = visit("cataloguer", path, post=values)
    assert answer.status_code == 302
    assert list(Event.objects.order_by("number").values_list("action", flat=True)[before:]) == [
        f"catalogue.{act}"
    ]
    assert Event.objects.last().actor == world.cataloguer.username


@pytest.mark.parametrize(
    ("path", "values", "words_of_it"),
    [
        ("nodes/add/", {"code": "201", "title_zh": "示例"}, "体系编号 201 已经有节点"),
        ("nodes/{node}/remove/", {"reason": "示例"}, "下还有内容"),
        ("remove/", {"reason": "示例"}, "公开过，不能删除"),
        ("entries/add/", {"node": "{node}"}, "请填写标准号"),
    ],
)
def test_a_refusal_is_said_at_the_form(world, visit, path, values, words_of_it):
    values = {name: str(world.below.pk) if one == "{node}" else one for name, one in values.items()}
    before = Event.objects.count()
    answer = visit("cataloguer", path, post=values)
    (errors,) = tree_of(answer).xpath(".//*[contains(concat(' ', @class, ' '), ' gj-errors ')]")
    assert (answer.status_code, words_of_it in errors.text_content()) == (200, True)
    assert Event.objects.count() == before


def test_a_new_system_belongs_to_one_of_ones_bodies(world, visit, client):
    visit("cataloguer")
    asked = {"title_zh": "新体系", "structure": "layered", "slug": "new-one"}
    foreign = accounts.organisation()
    refused = client.post("/systems/create/", asked | {"keeper": str(foreign.pk)})
    assert (refused.status_code, StandardsSystem.objects.count()) == (200, 1)
    made = client.post("/systems/create/", asked | {"keeper": str(world.keeper.pk)})
    assert (made.status_code, made.url) == (302, "/systems/new-one/tree/")
    assert StandardsSystem.objects.get(slug="new-one").is_public is False


def test_a_node_of_another_system_is_not_found(world, visit, client):
    foreign = make.node(make.system(slug="other"), "1")
    visit("cataloguer")
    assert client.get(f"/systems/example/nodes/{foreign.pk}/edit/").status_code == 404


def upload(text):
    return {"file": SimpleUploadedFile("table.csv", text.encode())}


def hidden(answer):
    fields = tree_of(answer).xpath(".//form//input[@type='hidden']")
    return {one.get("name"): one.get("value") for one in fields if one.get("name") != "seen_"}


def test_a_table_is_shown_first_and_taken_when_confirmed(visit):
    text = "体系编号,标准号,备注\n202,GB/T 91000-2020,=1+1\n201,GB/T 90001-2015,新备注\n9,GB/T 1,\n"
    before = Event.objects.count()
    shown = visit("cataloguer", "import/", post=upload(text))
    assert (shown.status_code, Event.objects.count()) == (200, before)
    counts = words(tree_of(shown).xpath(".//main//ul//li"))[:5]
    assert counts == [
        "新增 1",
        "变更 1",
        "不变 0",
        "不明，不导入 1",
        "体系中有而表中没有的明细，保留不动 5",
    ]
    fields = hidden(shown)
    done = visit("cataloguer", "import/confirm/", post=fields)
    assert (done.status_code, done.url) == (302, "/systems/example/table/")
    assert SystemEntry.objects.get(number="GB/T 91000-2020").remark == "=1+1"
    again = visit("cataloguer", "import/confirm/", post=fields)
    assert "有了改动，没有导入" in again.content.decode()
    assert Event.objects.count() == before + 1


@pytest.mark.parametrize("rows", ["", "no json", "[[1]]", "{}", '[["x"]]', "7", "[[1,2]]", "null"])
def test_a_confirmation_that_somebody_made_up_is_refused(visit, rows):
    answer = visit("cataloguer", "import/confirm/", post={"rows": rows, "seen": "x"})
    assert (answer.status_code, SystemEntry.objects.count()) == (400 if rows != "{}" else 200, 6)


def test_what_is_no_table_is_said_at_the_file(visit):
    page = tree_of(visit("cataloguer", "import/", post=upload("甲,乙\n1,2\n")))
    assert (
        "没有找到表头"
        in page.xpath(".//*[contains(concat(' ', @class, ' '), ' gj-errors ')]")[0].text_content()
    )


def test_the_export_is_narrowed_like_the_page(visit, world):
    told = json.loads(visit(None, "export.json", query={"gap": "yes"}).content)
    assert [one["place"] for one in told["entries"]] == [2, 3, 6]
    page = tree_of(visit(None, "table/", query={"gap": "yes"}))
    assert "gap=yes" in page.xpath(".//a[contains(@href, 'export.csv')]")[0].get("href")


def test_another_form_is_not_found(visit):
    assert visit(None, "export.docx").status_code == 404


def test_the_keeper_sees_the_list_with_hidden_systems(world, visit, client):
    make.system(world.keeper, slug="hidden", is_public=False)
    visit(None)
    assert len(tree_of(client.get("/systems/")).xpath(".//tbody//tr")) == 1
    visit("cataloguer")
    assert len(tree_of(client.get("/systems/")).xpath(".//tbody//tr")) == 2
    assert SystemNode.objects.count() == 3

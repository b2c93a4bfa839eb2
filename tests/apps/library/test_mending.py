"""Findings are mended: a new draft, one event, nothing twice, what cannot be mended is said."""

from dataclasses import replace

import pytest
from django.urls import reverse

from guiju.apps.catalogue.address import slug_of
from guiju.apps.journal.models import Event
from guiju.apps.library.models import Text
from guiju.apps.library.selectors.documents import sts_of, whole_document
from guiju.apps.library.selectors.findings import findings_of, token_of
from guiju.apps.library.services.errors import (
    NewerVersionError,
    NothingMendedError,
    WithdrawnVersionError,
)
from guiju.apps.library.services.mending import mend_text
from guiju.apps.library.services.texts import withdraw_text
from guiju.core.documents.walking import blocks, plain
from guiju.core.errors import RefusedError
from tests.factories import accounts
from tests.factories import library as make

pytestmark = pytest.mark.django_db
KEY = "T/EXAMPLE 2-2026"
FAULTY = make.SMALL.replace(
    "应不小于60 mm。", "应不小于60mm，必须干燥。\n\n示例物的温度应不大于60℃，压力应不大于5MPa。"
)


@pytest.fixture
def by():
    return make.cataloguer()


@pytest.fixture
def text(by):
    return make.written(KEY, FAULTY, by=by)


def mendable(by, text):
    report = findings_of(by, text, "draft", by.today)
    return [one for one in report.findings if one.mend is not None]


def lines(by, text):
    return [plain(one) for path, one in blocks(whole_document(by, text)) if path[0].address == "4"]


def acts():
    return list(Event.objects.filter(action="library.mend_text").values_list("subject", "details"))


def test_what_is_chosen_is_mended_in_a_new_draft(by, text):
    found = mendable(by, text)
    assert [(one.address, one.mend) for one in found] == [
        ("4/p1", " "),
        ("4/p1", "应"),
        ("4/p2", " "),
        ("4/p2", " "),
    ]
    made = mend_text(text=text, findings=found[:3], by=by)
    assert lines(by, made.text) == [
        "示例物的长度应不小于60 mm，应干燥。",
        "示例物的温度应不大于60 ℃，压力应不大于5MPa。",
    ]
    assert lines(by, text)[0] == "示例物的长度应不小于60mm，必须干燥。"
    assert (made.applied, made.left) == (tuple(found[:3]), ())
    new = Text.objects.get(version=2)
    assert (new.state, new.format, new.name, new.is_open, new.mended_from) == (
        "draft", "sts", "text.sts.xml", True, text,
    )  # fmt: skip
    text.refresh_from_db()
    assert text.state == "published"
    details = {"version": 1, "applied": {"M01": 1, "N01": 2}, "left": 0}
    assert acts() == [(f"library.text:{new.pk}", details)]


def test_what_is_not_written_so_in_the_file_or_overlaps_is_left(by, text):
    found = mendable(by, text)
    nowhere = replace(found[0], address="9/p1")
    over = replace(found[1], start=found[1].start - 1, end=found[1].end + 1, mend="?")
    made = mend_text(text=text, findings=[found[0], nowhere, over, found[1]], by=by)
    assert (made.applied, made.left) == ((found[0], over), (nowhere, found[1]))


def test_pictures_doubts_and_their_places_go_along(by, text):
    text.places = "page"
    text.save()
    text.doubts.create(order=1, code="cut", zh="请核对", en="check", line=3)
    text.doubts.create(order=2, code="other-number", zh="封面", en="cover")
    text.images.create(name="figure.png", file=text.original.name)
    new = mend_text(text=text, findings=mendable(by, text), by=by).text
    assert list(new.doubts.values_list("code", "line")) == [("cut", 3)]
    assert [one.name for one in new.images.all()] == ["figure.png"]
    assert new.places == "page"


def test_what_the_view_does_not_show_stays(by, text):
    data = sts_of(text).replace(b"<body>", "<body><!-- 示例：内部批注 -->".encode())
    kept = make.written("T/EXAMPLE 3-2026", data, name="a.xml", by=by)
    new = mend_text(text=kept, findings=mendable(by, kept), by=by).text
    assert "<!-- 示例：内部批注 -->" in sts_of(new).decode()


def test_nothing_is_mended_twice_and_the_second_editor_is_told(by, text):
    found = mendable(by, text)
    made = mend_text(text=text, findings=found, by=by)
    with pytest.raises(NewerVersionError):
        mend_text(text=text, findings=found[:1], by=by)
    with pytest.raises(NothingMendedError):
        mend_text(text=made.text, findings=[], by=by)
    assert (Text.objects.count(), len(acts())) == (2, 1)
    withdraw_text(text=made.text, reason="示例", by=by)
    with pytest.raises(WithdrawnVersionError):
        mend_text(text=made.text, findings=found, by=by)
    assert mend_text(text=text, findings=found, by=by).text.version == 3


@pytest.mark.parametrize("role", ["office", "reader"])
def test_only_a_cataloguer_mends(text, role, by):
    stranger = accounts.viewer(accounts.seated(role))
    with pytest.raises(RefusedError):
        mend_text(text=text, findings=mendable(by, text), by=stranger)
    assert Text.objects.count() == 1


def address(name="findings", **more):
    return reverse(f"library:{name}", args=[slug_of(KEY), *more.values()])


@pytest.fixture
def editor(client):
    client.force_login(
        accounts.seated("cataloguer"), backend="guiju.apps.accounts.backends.SeatBackend"
    )
    return client


def test_the_page_mends_what_is_ticked_and_says_how_many(editor, text, by):
    found = mendable(by, text)
    page = editor.get(address())
    boxes = page.content.decode().count('type="checkbox" name="mend"')
    assert (boxes, page.context["mendable"]) == (len(found), len(found))
    answer = editor.post(page.context["own_url"], {"mend": [token_of(found[2])]})
    assert answer.status_code == 302
    done = editor.get(answer["Location"])
    counts = [one.context["counts"]["W"] for one in (page, done)]
    assert (done.context["text"].version, counts) == (2, [1, 0])
    assert "已改正 1 项" in done.content.decode()
    again = editor.post(page.context["own_url"], {"mend": [token_of(found[2])]})
    assert "已有更新的版本（第 2 版）" in again.content.decode()
    assert "打开那一版的检查结果" in editor.get(page.context["own_url"]).content.decode()
    draft = editor.get(address("text"), {"version": "2"}).content.decode()
    assert f'href="{address()}?lang=zh&amp;version=2"' in draft


def test_all_that_are_shown_are_mended_at_once(editor, text):
    answer = editor.post(f"{address()}?version=1&clause=4&rule=N01", {"every": "on"})
    assert answer.status_code == 302
    assert Event.objects.get(action="library.mend_text").details["applied"] == {"N01": 3}


@pytest.mark.parametrize(
    ("sent", "said"),
    [({}, "没有可以自动改正的项"), ({"mend": ["0" * 16]}, "检查结果已有变化")],
)
def test_a_wrong_choice_is_told_above_the_page(editor, text, sent, said):
    answer = editor.post(f"{address()}?version=1", sent)
    assert (answer.status_code, Text.objects.count()) == (200, 1)
    assert said in answer.content.decode()


def test_the_public_sees_the_button_with_the_reason(client, text):
    html = client.get(address()).content.decode()
    assert 'aria-describedby="mend-why"' in html
    assert '<span id="mend-why" class="gj-quiet">请先登录。</span>' in html
    assert 'name="mend"' not in html
    assert client.post(address(), {"every": "on"}).status_code == 403


def test_the_list_is_narrowed_and_keeps_its_numbers(client, text):
    every = client.get(address()).context["marked"]
    for query, wanted in (
        ({"severity": "E"}, [one for one in every if one.finding.severity == "E"]),
        ({"rule": "M01"}, [one for one in every if one.finding.rule == "M01"]),
        ({"clause": "4"}, [one for one in every if one.finding.clause == "4"]),
        ({"clause": "99"}, []),
        ({"severity": "?"}, every),
    ):
        assert (query, client.get(address(), query).context["marked"]) == (query, wanted)


def test_each_finding_stands_in_the_text_too(client, text):
    page = client.get(address())
    html = "".join(one.html for one in page.context["pieces"])
    for one in page.context["marked"]:
        assert html.count(f'id="at-{one.number}"') == 1

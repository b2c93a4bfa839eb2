"""Clauses of other standards that say nearly the same, or the contrary: whose, for whom, how."""

import pytest
from django.urls import reverse

from guiju.apps.catalogue.address import slug_of
from guiju.apps.library.models import Mark, Passage, Text
from guiju.apps.library.selectors.overlapping import library_overlaps, overlaps
from guiju.apps.library.services.texts import withdraw_text
from guiju.core.compare.documents import overlap
from guiju.core.errors import RefusedError
from tests.factories import accounts
from tests.factories import library as make
from tests.factories.api import caller

pytestmark = pytest.mark.django_db
HEAD = "# 1 范围\n\n{name}。\n\n# 2 要求\n"
SAID = "灭火器的工作压力不应低于1.2 MPa，且应每年由专业机构检查一次。"
OTHERS = {
    "same": SAID.replace("，", "， "),
    "like": SAID.replace("专业机构", "专业的机构"),
    "limit": SAID.replace("1.2", "1.0"),
    "modality": SAID.replace("且应", "且宜"),
    "negation": SAID.replace("且应", "且不应"),
}
OWN = "Q/SLI 1-2020"


def standard(number, *clauses, name="示例", **values):
    said = "".join(f"\n## 2.{at}\n\n{one}\n" for at, one in enumerate(clauses, 1))
    return make.written(number, HEAD.format(name=name) + said, **values)


@pytest.fixture
def own():
    """A text whose clause 2.1 many others have too."""
    return standard(OWN, SAID, "本条与其他任何文件都没有共同之处，规定包装和贮存的期限。")


@pytest.fixture
def others():
    return {
        kind: standard(f"Q/SLI {at}-2021", "另一个完全不同的条款，只说明取样的方法。", said)
        for at, (kind, said) in enumerate(OTHERS.items(), 2)
    }


def named(found):
    return [(one.own.address, one.other.text.edition.key, one.other.address) for one in found]


def page(client, language="zh", key=OWN, **query):
    address = reverse("library:overlap", args=[slug_of(key)])
    return client.get(("/en" if language == "en" else "") + address, query)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (OTHERS["same"], ("same", "")),
        (OTHERS["like"], ("like", "")),
        (OTHERS["limit"], ("contrary", "limit")),
        (OTHERS["modality"], ("contrary", "modality")),
        (OTHERS["negation"], ("contrary", "negation")),
        ("灭火器应每月检查一次，检查结果应写入记录。", None),
    ],
)
def test_how_two_clauses_stand_to_each_other(own, said, found):
    standard("Q/SLI 2-2020", said)
    answer = overlaps(make.cataloguer(), own)
    assert [(one.found.kind, one.found.differs) for one in answer] == ([found] if found else [])


def test_the_scope_counts_and_what_every_standard_says_does_not():
    text = make.text()
    kinds = set(Passage.objects.filter(pk__in=Mark.objects.values("passage")).values_list("kind"))
    assert {kind for (kind,) in kinds} == {"scope", "symbols", "clause", "term", "table"}
    marked = Mark.objects.filter(passage__text=text).values("passage").distinct().count()
    assert 20 < marked < text.passages.count()


def test_the_marks_find_what_the_core_finds(own, others):
    standard("Q/SLI 20-2020", OTHERS["limit"] + "应有记录。", SAID)
    make.text()
    make.text(2025)
    rows = Passage.objects.filter(pk__in=Mark.objects.values("passage")).order_by("pk")
    texts = dict(rows.values_list("pk", "text"))
    wanted = {
        (one.b, one.a, one.kind, one.likeness, one.differs)
        for one in overlap(rows.values_list("pk", "plain"))
        if texts[one.a] != texts[one.b]
    }
    found = [
        (one.own.pk, one.other.pk, one.found.kind, one.found.score, one.found.differs)
        for one in library_overlaps(make.cataloguer(), editions=True)
    ]
    assert (sorted(found), len(found) > 30) == (sorted(wanted), True)


def test_a_sentence_that_all_have_is_still_found(own):
    """More hold its marks than are looked at."""
    for at in range(2, 50):
        standard(f"Q/SLI {at}-2020", SAID if at == 49 else f"{SAID}第{at}批。")
    (text,) = Text.objects.filter(edition__key="Q/SLI 49-2020")
    found = overlaps(make.cataloguer(), text)
    assert ("2.1", OWN, "2.1") in named(one for one in found if one.found.kind == "same")
    assert len(found) == 20


@pytest.mark.parametrize(
    ("values", "seen_by"),
    [
        ({}, ["cataloguer", "public"]),
        ({"is_open": False}, ["cataloguer"]),
        ({"is_draft": True}, []),
        ({"language": "en"}, []),
    ],
)
def test_only_published_texts_that_one_may_read_whole(own, values, seen_by):
    standard("Q/SLI 2-2020", SAID, **values)
    viewers = {"cataloguer": make.cataloguer(), "public": accounts.viewer(accounts.user())}
    assert [name for name, one in viewers.items() if overlaps(one, own)] == seen_by
    found = [name for name, one in viewers.items() if list(library_overlaps(one))]
    assert found == seen_by


def test_what_is_superseded_or_withdrawn_is_gone(own):
    other = standard("Q/SLI 2-2020", SAID)
    newer = standard("Q/SLI 2-2020", SAID, name="另一示例")
    by = make.cataloguer()
    assert [one.other.text_id for one in overlaps(by, own)] == [newer.pk]
    withdraw_text(text=newer, reason="示例", by=by)
    assert (overlaps(by, own), other.pk < newer.pk) == ([], True)


def test_other_editions_are_left_out_unless_wanted(own):
    standard("Q/SLI 1-2015", SAID)
    assert overlaps(make.cataloguer(), own) == []
    found = overlaps(make.cataloguer(), own, editions=True)
    assert named(found) == [("2.1", "Q/SLI 1-2015", "2.1")]


def test_a_text_that_is_not_open_is_not_looked_over_for_the_public():
    text = standard(OWN, SAID, is_open=False)
    with pytest.raises(RefusedError):
        overlaps(accounts.viewer(accounts.user()), text)


@pytest.mark.parametrize("count", [1, 30])
def test_queries(own, count, django_assert_num_queries):
    for at in range(2, 2 + count):
        standard(f"Q/SLI {at}-2020", SAID)
    by = make.cataloguer()
    with django_assert_num_queries(3):
        assert len(overlaps(by, own)) == min(count, 20)


def test_the_page(client, own, others):
    answer = page(client)
    html = answer.content.decode()
    assert [str(words) for words, _ in answer.context["counts"]] == [
        "相互矛盾",
        "文字相同",
        "文字相近",
    ]
    assert [count for _, count in answer.context["counts"]] == [3, 1, 1]
    assert "不应低于<mark>1.2</mark> MPa" in html
    assert "不应低于<mark>1.0</mark> MPa" in html
    assert f'href="/standards/{slug_of("Q/SLI 4-2021")}/text/?lang=zh#2.2"' in html
    only = page(client, language="en", kind="contrary")
    differs = [one["found"].differs for one in only.context["pairs"]]
    assert sorted(differs) == ["limit", "modality", "negation"]
    assert "contrary: other limit" in only.content.decode()


def test_the_page_says_that_there_is_nothing(client, own):
    assert "文库中没有其他标准的条款" in page(client).content.decode()
    standard("Q/SLI 1-2015", SAID)
    assert len(page(client, editions="1").context["pairs"]) == 1


def test_programs_get_the_same(client, own, others):
    call = caller(client)
    status, answer = call("get", f"/library/overlap?number={OWN}")
    assert (status, answer["total"]) == (200, 5)
    found = overlaps(make.cataloguer(), own)
    assert [
        (one["kind"], one["likeness"], one["differs"], one["other"]["number"])
        for one in answer["items"]
    ] == [(*one.found[:1], *one.found[1:], one.other.text.edition.key) for one in found]
    status, answer = call("get", f"/library/overlap?number={OWN}&kind=same&limit=1")
    (one,) = answer["items"]
    assert (one["own"]["address"], one["other"]["text"]) == ("2.1", OTHERS["same"])
    assert one["other"]["url"].endswith(f"/{slug_of('Q/SLI 2-2021')}/text/?lang=zh#2.2")

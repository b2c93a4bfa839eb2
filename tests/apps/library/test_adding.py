"""A text comes in as a draft, is published, superseded, withdrawn: each act one event."""

import pytest

from guiju.apps.journal.models import Event
from guiju.apps.library.models import Text
from guiju.apps.library.selectors.documents import sts_of
from guiju.apps.library.services import texts
from guiju.apps.library.services.errors import (
    EmptyTextError,
    NoReasonError,
    NotADraftError,
    NotWithdrawableError,
)
from guiju.core.documents import sts
from guiju.core.errors import RefusedError
from tests.factories import accounts
from tests.factories import library as make

pytestmark = pytest.mark.django_db
NUMBER = "GB/T 1-2020"


@pytest.fixture
def by():
    return make.cataloguer()


@pytest.fixture
def edition():
    return make.edition(NUMBER)


def content(field):
    with field.open("rb") as file:
        return file.read()


def acts():
    return list(
        Event.objects.filter(action__startswith="library.")
        .order_by("number")
        .values_list("action", "subject")
    )


def test_a_file_becomes_a_draft_with_its_passages_and_terms(by, edition):
    text = texts.add_text(
        edition=edition, data=make.SMALL.encode(), name="a.md", is_open=False, by=by
    )
    assert (text.state, text.version, text.language, text.format) == (
        "draft", 1, "zh", "markdown",
    )  # fmt: skip
    assert list(text.passages.values_list("address", "kind", "label")) == [
        ("1", "scope", "1"),
        ("2", "normative-references", "2"),
        ("3", "terms", "3"),
        ("3.1", "term", "3.1"),
        ("4", "clause", "4"),
    ]
    assert text.passages.get(address="4").plain == "要求\n示例物的长度应不小于60 mm。"
    assert list(text.terms.order_by("order").values_list("term", "language", "definition")) == [
        ("示例物", "zh", "用于示例的物品。"),
        ("example thing", "en", ""),
    ]
    assert acts() == [("library.add_text", f"library.text:{text.pk}")]


def test_the_original_and_the_sts_are_kept(by, edition):
    data = make.SMALL.encode()
    text = texts.add_text(edition=edition, data=data, name="a.md", is_open=True, by=by)
    assert content(text.original) == data
    document = sts.view(sts.parse(sts_of(text)))
    titles = [one.title.content for one in document.sections]
    assert titles == ["范围", "规范性引用文件", "术语和定义", "要求"]


def test_an_sts_file_is_kept_as_it_is(by, edition):
    first = make.written("GB/T 2-2020")
    data = sts_of(first)
    text = texts.add_text(edition=edition, data=data, name="a.xml", is_open=True, by=by)
    assert (text.format, sts_of(text)) == ("sts", data)


def test_the_same_file_again_changes_nothing(by, edition):
    values = {"edition": edition, "data": make.SMALL.encode(), "is_open": True, "by": by}
    first = texts.add_text(name="a.md", **values)
    again = texts.add_text(name="b.md", **values)
    assert (again.pk, Text.objects.count(), len(acts())) == (first.pk, 1, 1)


def test_a_new_version_supersedes_the_published_one(by):
    first = make.written(NUMBER, by=by)
    second = make.written(NUMBER, make.SMALL.replace("60", "70"), by=by)
    first.refresh_from_db()
    assert (first.state, second.state, second.version) == ("superseded", "published", 2)
    assert [name for name, _ in acts()] == [
        "library.add_text",
        "library.publish_text",
        "library.add_text",
        "library.publish_text",
    ]


def test_addresses_survive_a_new_version(by):
    first = make.text(by=by)
    second = make.written(
        "T/EXAMPLE 1-2026", make.sample().replace("≥60".encode(), "≥61".encode()), by=by
    )
    assert second.pk != first.pk
    addresses = [list(one.passages.values_list("address", flat=True)) for one in (first, second)]
    assert addresses[0] == addresses[1]


def test_withdrawn_stays_and_may_come_in_again(by):
    text = make.written(NUMBER, by=by)
    texts.withdraw_text(text=text, reason="示例：版权到期", by=by)
    text.refresh_from_db()
    assert text.state == "withdrawn"
    assert make.written(NUMBER, by=by).version == 2
    assert Event.objects.get(action="library.withdraw_text").reason == "示例：版权到期"


def test_what_the_state_does_not_allow(by):
    text = make.written(NUMBER, by=by)
    with pytest.raises(NotADraftError):
        texts.publish_text(text=text, by=by)
    with pytest.raises(NoReasonError):
        texts.withdraw_text(text=text, reason=" ", by=by)
    texts.withdraw_text(text=text, reason="示例", by=by)
    with pytest.raises(NotWithdrawableError):
        texts.withdraw_text(text=text, reason="示例", by=by)


def test_a_file_without_clauses_is_refused_and_leaves_nothing(by, edition):
    with pytest.raises(EmptyTextError):
        texts.add_text(
            edition=edition,
            data="只有一句话".encode(),
            name="a.txt",
            language="zh",
            is_open=True,
            by=by,
        )
    assert Text.objects.count() == 0


def test_a_failure_leaves_no_file_behind(by, edition, monkeypatch):
    kept = []

    def fail(*_args):
        raise RuntimeError("after the files were stored")

    monkeypatch.setattr(texts, "_rows", fail)
    monkeypatch.setattr(Text._meta.get_field("sts").storage, "delete", kept.append, raising=False)
    with pytest.raises(RuntimeError):
        texts.add_text(edition=edition, data=make.SMALL.encode(), name="a.md", is_open=True, by=by)
    assert (len(kept), Text.objects.count(), acts()) == (2, 0, [])


def test_another_number_on_the_cover_is_a_doubt(by):
    text = make.written("T/EXAMPLE 1-2025", make.sample(2026), by=by)
    doubt = text.doubts.get(code="other-number")
    assert doubt.words == "T/EXAMPLE 1—2026"


@pytest.mark.parametrize("role", ["office", "reader", "liaison"])
def test_only_a_cataloguer_writes(by, edition, role):
    stranger = accounts.viewer(accounts.seated(role))
    text = make.written(NUMBER, is_draft=True, by=by)
    before = acts()
    for act in (
        lambda: texts.add_text(
            edition=edition, data=b"# 1", name="a.md", is_open=True, by=stranger
        ),
        lambda: texts.publish_text(text=text, by=stranger),
        lambda: texts.withdraw_text(text=text, reason="示例", by=stranger),
    ):
        with pytest.raises(RefusedError):
            act()
    assert acts() == before

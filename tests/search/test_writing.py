"""Changes go in by batches; every reader sees whole states only."""

from dataclasses import replace

import pytest

from guiju.search import Query, Reader, Writer, execute, rebuild
from guiju.search.errors import IndexBusy, IndexMissing, IndexOutdated
from tests.search.corpus import BOOK, TODAY, entry


@pytest.fixture
def root(tmp_path):
    rebuild(tmp_path, BOOK[:3])
    return tmp_path


def ids_of(reader, text=""):
    return sorted(hit.id for hit in execute(reader, Query(on=TODAY, text=text)).hits)


def test_added_replaced_and_removed(root):
    reader = Reader(root)
    assert ids_of(reader) == [1, 2, 3]
    with Writer.open(root) as writer:
        writer.put(BOOK[3])
        writer.put(replace(BOOK[0], titles={"zh": "另一标题"}))
        writer.remove(2)
        writer.remove(99)
    assert ids_of(reader) == [1, 3, 4]
    assert ids_of(reader, "另一标题") == [1]
    assert ids_of(reader, "标准化工作导则") == []


def test_the_last_of_several_puts_counts(root):
    with Writer.open(root) as writer:
        assert writer.put_all(replace(BOOK[0], titles={"zh": one}) for one in "甲乙丙") == 3
    assert ids_of(Reader(root), "丙") == [1]
    assert ids_of(Reader(root), "甲") == []


def test_a_batch_is_invisible_until_it_is_committed(root):
    reader = Reader(root)
    with Writer.open(root) as writer:
        writer.put(BOOK[3])
        assert ids_of(reader) == [1, 2, 3]
        writer.commit()
        assert ids_of(reader) == [1, 2, 3, 4]
        writer.remove(1)
        assert ids_of(reader) == [1, 2, 3, 4]
    assert ids_of(reader) == [2, 3, 4]


def test_a_failed_batch_leaves_nothing(root):
    def batch():
        yield BOOK[3]
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), Writer.open(root) as writer:
        writer.put_all(batch())
    assert ids_of(Reader(root)) == [1, 2, 3]
    with Writer.open(root) as writer:
        writer.put(BOOK[4])
    assert ids_of(Reader(root)) == [1, 2, 3, 5]


def test_a_second_writer_waits_and_is_refused_in_words(root):
    with Writer.open(root), pytest.raises(IndexBusy) as refusal, Writer.open(root, patience=0.05):
        pass
    assert "writer.lock" in refusal.value.sentence.zh
    assert "0.05" in refusal.value.sentence.en
    with Writer.open(root, patience=0):
        pass


def test_no_index_yet(tmp_path):
    with pytest.raises(IndexMissing) as refusal:
        execute(Reader(tmp_path / "none"), Query(on=TODAY))
    assert str(tmp_path / "none") in refusal.value.sentence.zh
    with pytest.raises(IndexMissing), Writer.open(tmp_path):
        pass


def test_a_reader_made_before_the_index_finds_it(tmp_path):
    reader = Reader(tmp_path)
    with pytest.raises(IndexMissing):
        reader.view()
    rebuild(tmp_path, BOOK[:1])
    assert ids_of(reader) == [1]


def test_an_index_of_another_version_asks_for_a_rebuild(root, monkeypatch):
    reader = Reader(root)
    monkeypatch.setattr("guiju.search.place.VERSION", 99)
    with pytest.raises(IndexOutdated) as refusal:
        reader.view()
    assert "99" in refusal.value.sentence.en
    rebuild(root, BOOK[:2])
    assert ids_of(reader) == [1, 2]


def test_a_view_does_not_change_while_it_is_used(root):
    reader = Reader(root)
    view = reader.view()
    assert reader.view() is view
    with Writer.open(root) as writer:
        writer.remove(1)
    assert view.searcher.num_docs == 3
    assert reader.view().searcher.num_docs == 2


def test_an_empty_index_answers(tmp_path):
    assert rebuild(tmp_path, ()) == 0
    result = execute(Reader(tmp_path), Query(on=TODAY, text="x", facets=("state", "ics")))
    assert (result.total, result.hits, result.facets) == (0, (), {"state": (), "ics": ()})
    with Writer.open(tmp_path) as writer:
        writer.put(entry(1, "GB 1-2020", "一"))
    assert ids_of(Reader(tmp_path), "一") == [1]


def test_strange_texts_are_kept(tmp_path):
    odd = replace(
        BOOK[0],
        titles={"zh": "", "en": "\x00\x01 a\tb\n" + "w" * 70_000},
        text=("标" * 30_000, "\ufeff"),
        numbers=("",),
        keys=("",),
        ics=("", "99", "x.y"),
        ccs=("?",),
        region="nowhere",
    )
    rebuild(tmp_path, [odd])
    assert ids_of(Reader(tmp_path), "标标标") == [1]
    assert ids_of(Reader(tmp_path), "b") == [1]

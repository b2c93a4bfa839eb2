"""The index of clauses follows the texts: what is published is found, what is taken back is not."""

import re

import pytest

from guiju.apps.catalogue.models import Relation
from guiju.apps.catalogue.services import indexing as editions
from guiju.apps.library.models import Passage, PassageTask, Text
from guiju.apps.library.selectors import clauses
from guiju.apps.library.selectors.clauses import ClausesNotReadyError, find_clauses
from guiju.apps.library.services import index_tasks, indexing
from guiju.apps.library.services.indexing import bring_up_to_date, rebuild_index
from guiju.apps.library.services.texts import publish_text, withdraw_text
from guiju.search import place
from guiju.search.passages import Query
from guiju.search.soundness import is_whole
from tests.factories import accounts, catalogue
from tests.factories import library as make

pytestmark = pytest.mark.django_db
OLD, NEW, OTHER = "GB/T 90001-2020", "GB/T 90001-2026", "GB/T 90000-2026"


def found(words, viewer=None, **more):
    viewer = viewer or accounts.viewer()
    asked = Query(on=viewer.today, text=words, limit=500, **more)
    return [(hit.row.number, hit.row.address) for hit in find_clauses(viewer, asked).hits]


def test_without_an_index_the_search_says_so():
    with pytest.raises(ClausesNotReadyError):
        found("标准")


def test_what_is_published_is_found_and_what_is_withdrawn_is_not():
    draft = make.written(NEW, is_draft=True)
    assert (bring_up_to_date(), found("长度")) == (0, [])
    publish_text(text=draft, by=make.cataloguer())
    assert found("长度") == []
    assert (bring_up_to_date(), bring_up_to_date()) == (1, 0)
    assert found("长度") == [(NEW, "4")]
    withdraw_text(text=draft, reason="示例", by=make.cataloguer())
    assert not found("长度")  # at once, although the index does not know yet
    assert (bring_up_to_date(), found("长度")) == (1, [])
    assert not PassageTask.objects.exists()


def test_a_new_version_takes_the_place_of_the_old_one():
    make.written(NEW)
    bring_up_to_date()
    make.written(NEW, make.SMALL.replace("长度", "宽度"))
    assert (found("长度"), found("宽度")) == ([], [])
    assert bring_up_to_date() == 2
    assert (found("长度"), found("宽度")) == ([], [(NEW, "4")])


def test_what_changes_of_an_edition_changes_the_state_of_its_clauses():
    make.written(OLD)
    editions.bring_up_to_date()
    bring_up_to_date()
    assert (found("长度", state=("in_force",)), found("长度", state=("superseded",))) == (
        [(OLD, "4")],
        [],
    )
    catalogue.replaces(NEW, OLD)
    assert Relation.objects.exists()
    assert editions.bring_up_to_date() == 2
    assert list(PassageTask.objects.values_list("text", flat=True)) == [Text.objects.get().pk]
    assert bring_up_to_date() == 1
    assert found("长度", state=("superseded",)) == [(OLD, "4")]


def test_a_task_falls_with_its_transaction(monkeypatch):
    draft = make.written(NEW, is_draft=True)

    def fails(*_args, **_more):
        raise RuntimeError

    monkeypatch.setattr("guiju.apps.library.services.texts.journal", fails)
    with pytest.raises(RuntimeError):
        publish_text(text=draft, by=make.cataloguer())
    assert not PassageTask.objects.exists()


def test_a_rebuild_takes_all_that_is_published():
    for number in (OTHER, NEW):
        make.written(number)
    make.written("GB/T 90002-2026", is_draft=True)
    assert rebuild_index() == 2
    assert not PassageTask.objects.exists()
    assert found("长度") == [(OTHER, "4"), (NEW, "4")]


class KilledError(Exception):
    """Here the process ends."""


@pytest.mark.parametrize("act", [bring_up_to_date, rebuild_index])
def test_killed_on_the_way_everything_still_waits(monkeypatch, act):
    make.written(OTHER)
    rebuild_index()
    make.written(NEW)

    def killed(*_):
        raise KilledError

    with monkeypatch.context() as patch:
        patch.setattr(indexing._Passages, "strike_off", killed)
        with pytest.raises(KilledError):
            act()
    assert PassageTask.objects.exists()
    assert bring_up_to_date() == 1
    assert found("长度") == [(OTHER, "4"), (NEW, "4")]


@pytest.mark.parametrize(("many", "rebuilt"), [(0, True), (100, False)])
def test_when_most_waits_all_is_built_anew(monkeypatch, many, rebuilt):
    make.written(OTHER)
    rebuild_index()
    monkeypatch.setattr(indexing, "_MANY", many)
    index_tasks.texts_changed([Text.objects.get().pk])
    folder = place.current(clauses.index_root())
    assert bring_up_to_date() == 1
    assert (place.current(clauses.index_root()) != folder) == rebuilt


@pytest.mark.parametrize("damage", ["pointer", "file"])
def test_a_damaged_index_is_told_and_built_anew(monkeypatch, client, damage):
    make.written(NEW)
    bring_up_to_date()
    root = clauses.index_root()
    if damage == "pointer":
        (root / "current").write_text("{")
    else:
        file = max(place.current(root).glob("*.term"), key=lambda one: one.stat().st_size)
        file.write_bytes(file.read_bytes()[:-50])
    monkeypatch.setattr(clauses, "_reader", None)  # a new process: nothing is open any more
    answer = client.get("/texts/search/?q=长度")
    assert (answer.status_code, "检索索引" in answer.content.decode()) == (409, True)
    assert client.get("/search/?q=长度").status_code == 200
    place.suspect(root)
    assert (bring_up_to_date(), is_whole(root), place.is_suspect(root)) == (1, True, False)
    assert found("长度") == [(NEW, "4")]


def test_nothing_of_the_sample_is_missed():
    """Pairs of characters and words of the English text: the index and a plain scan."""
    make.text()
    make.text(2026, "en")
    rebuild_index()
    rows = list(Passage.objects.select_related("text"))
    said = {(one.text.language, one.address): one.plain for one in rows}
    runs = {run for one in said.values() for run in re.findall("[一-鿿]+", one)}
    pieces = {run[at : at + 2] for run in runs for at in range(len(run))}
    words = {word.lower() for one in said.values() for word in re.findall("[A-Za-z]{4,}", one)}
    viewer = accounts.viewer()
    for piece in [*sorted(pieces)[::4], *sorted(words)[::9]]:
        asked = Query(on=viewer.today, text=piece, limit=500)
        hits = {(one.row.language, one.row.address) for one in find_clauses(viewer, asked).hits}
        begins = re.compile(piece if piece > "一" else rf"(?<![a-z]){piece}", re.IGNORECASE)
        assert (piece, hits) == (piece, {key for key, one in said.items() if begins.search(one)})


def test_what_kinds_of_sentences_a_clause_has():
    make.text()
    rebuild_index()
    viewer = accounts.viewer()
    asked = Query(on=viewer.today, text="水壶", limit=500)
    said = {one.row.address: one.row.modality for one in find_clauses(viewer, asked).hits}
    assert (said["6.3"], said["3.1"]) == (("requirement",), ("statement", "capability"))


def test_of_a_text_that_is_not_open_the_public_finds_what_it_may_read():
    make.text(is_open=False)
    make.written(NEW, is_open=False)
    bring_up_to_date()
    public = {address for _, address in found("的")}
    assert public <= {"1", "2", "3", "3.1", "3.2"}
    assert (found("长度"), found("示例物")) == ([], [(NEW, "3.1")])
    stranger = accounts.viewer(accounts.user("stranger"))
    assert (found("长度", stranger), found("示例物", stranger)) == ([], [(NEW, "3.1")])
    assert found("长度", make.cataloguer()) == [(NEW, "4")]
    asked = Query(on=stranger.today, text="长度", counts=True)
    assert set(find_clauses(stranger, asked).facets.values()) == {()}


def test_a_lost_file_opens_nothing():
    text = make.written(NEW, is_open=False)
    text.sts.storage.delete(text.sts.name)
    bring_up_to_date()
    assert (found("示例物"), found("长度", make.cataloguer())) == ([], [(NEW, "4")])


@pytest.mark.parametrize("waiting", [1, 30])
def test_one_query_a_search(django_assert_num_queries, waiting):
    make.written(NEW)
    rebuild_index()
    PassageTask.objects.bulk_create(PassageTask(text=pk) for pk in range(10_000, 10_000 + waiting))
    with django_assert_num_queries(1):
        assert found("长度") == [(NEW, "4")]

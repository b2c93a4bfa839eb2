"""The index of passages: nothing is missed, a fixed order, counts, states and excerpts."""

import re
from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from guiju.search import Reader
from guiju.search.passages import Passage, Query, TextEntry, Writer, find, rebuild
from guiju.search.passages.snippet import SIZE, snippet
from guiju.search.query import read
from tests.search import scan
from tests.search.corpus import TODAY, life

WORDS = (
    ("4.1", "clause", "霉菌", "霉菌\n霉菌和酵母应不大于50 CFU/g，按GB 4789.15—2016检验。", ("requirement",), 0),
    ("4.2", "clause", "标志", "标志\n瓶体宜标明容量。", ("recommendation",), 1),
    ("5", "clause", "试验方法", "试验方法\n水分按GB/T 5009.3的规定测定，铅的限量为0.5 mg/kg，温度25 ℃±2 ℃。", ("statement",), 1),
    ("table-1", "table", "理化指标", "理化指标\n项目\n指标\n霉菌 CFU/g\n50\n铅（以Pb计） mg/kg\n0.5", ("statement",), 0),
    ("foreword", "foreword", "前言", "前言\n本文件代替GB/T 1.1，删除了霉菌。", ("statement",), 2),
    ("3.1", "term", "標準物", "標準物\nreference material\n用於校準的材料。", ("statement",), 1),
)  # fmt: skip
ENGLISH = (
    ("5.4", "clause", "Marking", "Marking\nEach bottle shall be marked with its capacity.", ("requirement",), 0),
    ("5.5", "clause", "Labels", "Labels\nA bottle that is marked shall not be\nrelabelled.", ("requirement",), 0),
    ("A", "annex", "Example of a mark", "Example of a mark\nMould may be marked.", ("permission",), 1),
)  # fmt: skip


def text(id, number, rows, language="zh", span=None, **more):
    made = tuple(
        Passage(order=at, address=a, kind=k, label=a, title=t, plain=p, modality=m, rank=r, **more)
        for at, (a, k, t, p, m, r) in enumerate(rows)
    )
    return TextEntry(
        id=id, number=number, display=number, sort=number, language=language, span=span,
        passages=made,
    )  # fmt: skip


LIVES = life("2019-01-01", "2019-07-01")
ENDED = life("2009-01-01", "2009-07-01", "2019-07-01")
BOOK = (
    text(1, "B-2019", WORDS, span=LIVES),
    text(2, "A-2009", WORDS, span=ENDED),
    text(3, "B-2019", ENGLISH, "en", span=LIVES),
    text(4, "C-2020", WORDS[:2], span=LIVES, is_open=False),
)
ALL = [(one.id, passage) for one in BOOK for passage in one.passages]


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    root = tmp_path_factory.mktemp("passages")
    assert rebuild(root, BOOK) == len(BOOK)
    return Reader(root)


@pytest.fixture
def ask(book):
    def asked(text, **more):
        return find(book, replace(Query(on=TODAY, text=text, limit=100, whole=True), **more))

    return asked


def places(found):
    return [(hit.row.text, hit.row.address) for hit in found.hits]


def simply(said):
    """Width, case and traditional characters fold."""
    return scan.narrow(said).translate(str.maketrans("於準", "于准"))


def holding(test):
    """A plain scan."""
    return sorted((id, one.address) for id, one in ALL if test(simply(f"{one.title}\n{one.plain}")))


def test_every_piece_of_chinese_is_found(ask):
    runs = {run for _, one in ALL for run in re.findall("[一-鿿]+", simply(one.plain))}
    for run, size in product(sorted(runs), (1, 2, 3, 5)):
        for at in range(len(run) - size + 1):
            piece = run[at : at + size]
            assert (piece, sorted(places(ask(piece)))) == (
                piece,
                holding(lambda s, p=piece: p in s),
            )


def test_every_beginning_of_every_latin_word_and_number_is_found(ask):
    words = {w for _, one in ALL for w in re.findall(r"[a-z]+|\d+", simply(one.plain))}
    for word in sorted({word[:size] for word in words for size in (1, 2, 4, 6, 9)}):
        begins = re.compile((r"(?<!\d)" if word.isdigit() else "(?<![a-z])") + word)
        assert (word, sorted(places(ask(word)))) == (word, holding(begins.search))


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("mg/kg", {"5", "table-1"}),
        ("MG/KG", {"5", "table-1"}),
        ("0.5 mg/kg", {"5", "table-1"}),
        ('"0.5 mg/kg"', {"5"}),
        ("CFU/g", {"4.1", "table-1"}),
        ("GB/T 5009", {"5"}),
        ("GB/T5009.3", {"5"}),
        ("ＧＢ／Ｔ　５００９．３", {"5"}),
        ("4789.15", {"4.1"}),
        ("GB 4789.15-2016", {"4.1"}),
        ("25℃±2℃", {"5"}),
        ("标准物", {"3.1"}),
        ("霉菌 检验", {"4.1"}),
        ("霉菌检验", set()),
        ("mark bottle", {"5.4", "5.5"}),
        ('"be marked"', {"5.4", "A"}),
        ("，。", set()),
        ("", set()),
    ],
)
def test_units_numbers_and_phrases(ask, words, wanted):
    assert {address for _, address in places(ask(words))} == wanted


def test_another_way_of_writing_the_whole_text(ask):
    assert places(ask("gbt50093", written=("GB/T 5009.3",))) == [(1, "5"), (2, "5")]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (
            "霉菌",  # titles, then bodies; what demands before what informs; in force before ended
            [(1, "4.1"), (4, "4.1"), (2, "4.1"), (1, "table-1"), (2, "table-1"), (1, "foreword"), (2, "foreword")],
        ),
        ("shall be marked", [(3, "5.4"), (3, "5.5")]),
        ("marked shall", [(3, "5.5"), (3, "5.4")]),
        ("mark", [(3, "5.4"), (3, "A"), (3, "5.5")]),
    ],
)  # fmt: skip
def test_the_order(ask, words, wanted):
    assert places(ask(words)) == wanted
    pages = [places(ask(words, limit=2, offset=at)) for at in range(0, 10, 2)]
    assert [one for page in pages for one in page] == wanted


def test_filters_and_their_counts(ask):
    found = ask("霉菌", counts=True, kind=("clause",))
    assert (found.total, dict(found.facets["kind"])) == (
        3,
        {"clause": 3, "table": 2, "foreword": 2},
    )
    assert dict(found.facets["state"]) == {"in_force": 2, "superseded": 1}
    assert dict(found.facets["modality"]) == {"requirement": 3}
    assert dict(found.facets["language"]) == {"zh": 3}
    assert ask("霉菌", state=("superseded",)).total == 3
    assert ask("霉菌", modality=("statement",), language=("zh",)).total == 4
    assert ask("霉菌", language=("en",)).total == 0
    assert places(ask("霉菌", text_id=4)) == [(4, "4.1")]
    assert {text for text, _ in places(ask("霉菌", without=(1, 4)))} == {2}
    assert {text for text, _ in places(ask("霉菌", whole=False))} == {1, 2}


def test_the_state_is_that_of_the_day(ask):
    def states(on):
        return {hit.row.text: hit.state for hit in ask("酵母", on=date.fromisoformat(on)).hits}

    assert states("2026-01-05") == {1: "in_force", 4: "in_force", 2: "superseded"}
    assert states("2015-01-05") == {1: "draft", 4: "draft", 2: "in_force"}
    assert places(ask("酵母", on=date(2015, 1, 5)))[0] == (2, "4.1")


def test_a_text_is_replaced_as_a_whole(tmp_path):
    rebuild(tmp_path, BOOK)
    reader = Reader(tmp_path)
    with Writer.open(tmp_path) as writer:
        writer.put(text(1, "B-2019", WORDS[1:2]))
        writer.remove(2)
    asked = Query(on=TODAY, text="酵母", whole=True)
    assert places(find(reader, asked)) == [(4, "4.1")]
    assert sorted(places(find(reader, replace(asked, text="宜")))) == [(1, "4.2"), (4, "4.2")]


def test_the_title_is_marked_and_not_said_again(ask):
    hit = ask("霉菌", text_id=1).hits[0]
    assert (hit.title.text, hit.title.places) == ("霉菌", ((0, 2),))
    assert hit.snippet.text == WORDS[0][3].split("\n")[1]
    assert hit.snippet.places == ((0, 2),)


LONG = "一" * 300 + "限量" + "二" * 300
ENGLISH_LONG = "one " * 100 + "shall be marked " + "two " * 100


@pytest.mark.parametrize(
    ("words", "said", "marks"),
    [
        ("限量", LONG, ["限量"]),
        ("marked", ENGLISH_LONG, ["marked"]),
        ("无", LONG, []),
        ("铅 汞", "铅" + "甲" * 400 + "铅、汞" + "乙" * 400, ["铅", "汞"]),
        ("短", "短文", ["短"]),
    ],
)
def test_the_excerpt_lies_around_the_words(words, said, marks):
    cut = snippet(read(words).terms, said)
    assert [cut.text[a:b] for a, b in cut.places] == marks
    assert cut.text in said
    assert len(cut.text) <= SIZE
    assert (cut.goes_back, cut.goes_on) == (
        not said.startswith(cut.text),
        not said.endswith(cut.text),
    )
    assert not re.search(r"^(ne|wo|o) |[^e ]on$", cut.text)

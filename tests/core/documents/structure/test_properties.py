"""What holds for every tree and for every text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from guiju.core.documents.lines import Line
from guiju.core.documents.model import Text
from guiju.core.documents.structure import build
from guiju.core.documents.walking import blocks, sections
from tests.core.documents.skeletons import labels

SHAPES = st.recursive(
    st.just([]), lambda below: st.lists(below, min_size=1, max_size=4), max_leaves=25
)


def numbered(shape: list, above: str = "") -> list[str]:
    found = []
    for at, below in enumerate(shape, 1):
        label = f"{above}.{at}" if above else str(at)
        found += [label, *numbered(below, label)]
    return found


@settings(max_examples=60, deadline=None)
@given(st.lists(SHAPES, min_size=1, max_size=6))
def test_every_numbering_is_read_back(shape: list) -> None:
    expected = numbered(shape)
    rows = ["1 范围" if label == "1" else f"{label} 标题" for label in expected]
    reading = build(Line(text=Text(row)) for row in rows)
    assert labels(reading.document) == expected
    assert reading.doubts == ()


WORDS = st.sampled_from(
    ["1 范围", "3.5 mm", "2 要求", "a) 甲", "——乙", "注：丙", "表1 丁", "图1 戊", "式中：", "x——己", "附录A（规范性）庚",
     "[来源：辛]", "目次", "前言", "3 术语和定义", "3.1", "ICS 1", "单位为毫米", "Annex B", "5.4.3 壬。", "参考文献", "\t", ""]
) | st.text(max_size=30)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40))
def test_no_text_breaks_it_and_no_address_comes_twice(rows: list[str]) -> None:
    document = build(Line(text=Text(row), line=at) for at, row in enumerate(rows, 1)).document
    addresses = [path[-1].address for path in sections(document)]
    addresses += [block.address for _, block in blocks(document)]
    assert len(addresses) == len(set(addresses))

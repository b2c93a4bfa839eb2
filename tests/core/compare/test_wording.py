"""Two wordings of one text: what to strike out and what to insert."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.core.compare.wording import LONGEST_BY_WORD, wording


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        ("", "", []),
        ("示例。", "示例。", [("same", "示例。")]),
        ("", "新增。", [("ins", "新增。")]),
        ("删去。", "", [("del", "删去。")]),
        ("2023年完成", "2024年完成", [("del", "2023"), ("ins", "2024"), ("same", "年完成")]),
        ("use SM3 now", "use SM4 now", [("same", "use SM"), ("del", "3"), ("ins", "4"), ("same", " now")]),
    ],
)  # fmt: skip
def test_pieces(old, new, pieces):
    assert [tuple(piece) for piece in wording(old, new)] == pieces


texts = st.text(alphabet="甲乙丙。，、12 ab\n", max_size=40)


@given(texts, texts)
def test_either_side_is_whole_again(old, new):
    pieces = wording(old, new)
    assert "".join(one.text for one in pieces if one.op != "ins") == old
    assert "".join(one.text for one in pieces if one.op != "del") == new


def test_long_texts_are_compared_by_clauses():
    old = "示例甲，" * LONGEST_BY_WORD
    assert [piece.op for piece in wording(old, old + "示例乙。")] == ["same", "ins"]

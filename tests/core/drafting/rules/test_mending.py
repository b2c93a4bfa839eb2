"""Mending: edits of a text with its marks, several at once, in any order."""

from hypothesis import given, settings
from hypothesis import strategies as st

from guiju.core.documents.model import Mark, Text
from guiju.core.drafting.checking import apply, check
from guiju.core.drafting.mending import edited
from tests.core.drafting.rules import notation

BROKEN = {
    "壶体应标明": "壶体必须标明",
    "倒置30 min后": "倒置30min后",
    "本文件不适用于": "本标准不适用于",
    "水壶应符合6.3的规定": "水壶应符合第6.3条的规定",
    "质量分数为1%的": "质量分数为1 %的",
    "注：公称容量": "注1：公称容量",
    "c) 连续生产满一年时。": "c) 连续生产满一年时；",
    "(50±10)%": "50±10%",
    "| 小型 | ≤500 |": "| 小型 | |",
}


def broken() -> str:
    text = notation.sample()
    for good, bad in BROKEN.items():
        assert good in text
        text = text.replace(good, bad, 1)
    return text


MADE = notation.read(broken())
FOUND = [
    one for one in check(MADE, mode="submission", on=notation.ON).findings if one.mend is not None
]


def test_all_that_can_be_mended_is_mended():
    assert len(FOUND) == len(BROKEN)
    mended = apply(MADE, FOUND)
    assert check(mended, mode="submission", on=notation.ON).findings == ()


@settings(max_examples=15, deadline=None)
@given(st.permutations(FOUND), st.integers(0, len(FOUND)))
def test_any_of_them_in_any_order(order, count):
    some, rest = order[:count], order[count:]
    mended = apply(MADE, some)
    left = check(mended, mode="submission", on=notation.ON).findings
    assert sorted((one.rule, one.address) for one in left) == sorted(
        (one.rule, one.address) for one in rest
    )
    assert apply(MADE, some) == apply(MADE, list(reversed(some)))


@given(st.data())
def test_marks_move_along(data):
    content = data.draw(st.text("abc", min_size=1, max_size=12))
    places = sorted(data.draw(st.sets(st.integers(0, len(content)), min_size=4, max_size=4))
                    ) if len(content) >= 3 else [0, 0, 0, 0]  # fmt: skip
    start, end, left, right = places
    text = Text(content, (Mark(left, right, "bold"),) if left < right else ())
    new = data.draw(st.text("xyz", max_size=3))
    made = edited(text, [(start, end, new)])
    assert made.content == content[:start] + new + content[end:]
    for before, after in zip(text.marks, made.marks, strict=True):
        assert content[before.start : before.end] == made.content[after.start : after.end]


def test_a_mark_that_is_wholly_replaced_goes():
    text = Text("abcd", (Mark(1, 3, "bold"),))
    assert edited(text, [(1, 3, "")]) == Text("ad", ())
    assert edited(text, [(0, 2, "x")]) == Text("xcd", (Mark(1, 2, "bold"),))
    assert edited(text, [(2, 2, "--")]) == Text("ab--cd", (Mark(1, 5, "bold"),))

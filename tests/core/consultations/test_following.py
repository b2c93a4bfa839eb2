"""Where the place of a comment stands in the next drafts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guiju.core.consultations import Draft, follow, trail
from guiju.core.consultations.places import ranges
from tests.core.compare.documents.building import document
from tests.core.consultations.drafts import first, second, third

WAYS = {
    "": ("", "changed", ""),
    "cover": ("cover", "same", ""),
    "foreword": ("foreword", "same", "foreword"),
    "1": ("1", "same", "1"),
    "3.1": ("3.2", "renumbered", "3.2"),
    "3.2": ("3.1", "moved", "3.1"),
    "4": ("5", "renumbered", "5"),
    "5": ("6", "changed", "6"),
    "5.2": ("6.2", "changed", "6.2"),
    "5.3": ("6.3,6.4", "split", "6.3"),
    "5.3/p1": ("6.3/p1,6.4/p1", "split", "6.3"),
    "5.4/a": ("6.5/b", "moved", "6.5"),
    "5.4/b": ("6.5/a", "renumbered", "6.5"),
    "5.4/c": (None, "removed", "6.5"),
    "5.4/note-1": ("6.5/note-1", "renumbered", "6.5"),
    "5.4/l1": ("6.5/l1", "changed", "6.5"),
    "table-1": ("table-1", "changed", "6.6"),
    "table-1/r2": ("table-1/r2", "changed", "6.6"),
    "table-1/r3": ("table-1/r4", "changed", "6.6"),
    "table-1/r3/c2": ("table-1/r4/c3", "changed", "6.6"),
    "table-1/r4": (None, "removed", "table-1"),
    "6.3": (None, "removed", "7"),
    "6.3/p1": (None, "removed", "7"),
    "A.1": ("A.1", "same", "A.1"),
    "5.1..5.3": ("6.1..6.4", "changed", "6.1"),
    "6.1..6.3": ("7.1..7.2", "changed", "7.1"),
    "5.1,6.1": ("6.1,7.1", "renumbered", "6.1"),
    "9.9": (None, "unknown", ""),
    "5.2/p9": (None, "unknown", "6.2"),
    "table-1/r9": (None, "unknown", "table-1"),
    "table-7..table-8": (None, "unknown", ""),
}


def test_every_kind_of_place_is_followed():
    found = follow(first(), second(), WAYS)
    assert {place: (one.place, one.change, one.near) for place, one in found.items()} == WAYS


@pytest.mark.parametrize(
    ("place", "before", "after"),
    [
        ("5.2", "厚度\n壶体厚度宜不小于0.5 mm。测量方法见6.2。", "厚度\n壶体厚度应不小于0.6 mm。测量方法见7.2。"),
        ("table-1/r3", "镉 | 0.005 | 甲法", "镉 | 甲法 | 0.003"),
        ("table-1/r3/c2", "0.005", "0.003"),
        ("5.4/c", "生产日期和产品批号。", ""),
        ("6.3..6.3", "跌落\n从1 m的高度自由跌落到混凝土地面上，检查壶体有无裂纹。", ""),
        ("6", None, "试验方法\n外观\n在自然光下目视检查，距离不大于500 mm。\n厚度\n用分度值为0.01 mm的量具测量三点，取最小值。"),
    ],
)  # fmt: skip
def test_the_words_of_both_drafts(place, before, after):
    """A heading alone stands for what is below it."""
    found = follow(first(), second(), [place])[place]
    assert (found.before if before is not None else None, found.after) == (before, after)


def test_a_merged_clause():
    merged = """
# 5 技术要求
## 5.1 壶体
壶体表面应平整光滑，不应有明显的划痕、凹陷和锈蚀。
壶体厚度宜不小于0.5 mm，测量三点并取其中的最小值。
"""
    parted = """
# 5 技术要求
## 5.1 壶体
壶体表面应平整光滑，不应有明显的划痕、凹陷和锈蚀。
## 5.2 壶体的厚度
壶体厚度宜不小于0.5 mm，测量三点并取其中的最小值。
"""
    found = follow(document(parted), document(merged), ["5.2", "5.2/p1"])
    assert [(one.place, one.change) for one in found.values()] == [
        ("5.1", "merged"), ("5.1/p2", "renumbered"),
    ]  # fmt: skip


def test_from_draft_to_draft():
    """A way ends where its place is gone; a split is followed in all its parts."""
    found = trail([first(), second(), third()], ["4", "5.3", "6.3", "5.4/a", ""])
    assert {place: [(one.place, one.change) for one in way] for place, way in found.items()} == {
        "4": [("5", "renumbered"), ("5", "same")],
        "5.3": [("6.3,6.4", "split"), ("6.3,6.4", "changed")],
        "6.3": [(None, "removed")],
        "5.4/a": [("6.5/b", "moved"), ("6.5/b", "same")],
        "": [("", "changed"), ("", "changed")],
    }


@settings(max_examples=25)
@given(st.permutations(["甲", "乙", "丙", "丁"]), st.data())
def test_whatever_becomes_of_a_place_nothing_is_invented(order, data):
    """Each way leads to a place of the new draft; a clause that is there in other order is found."""
    names = {
        "甲": "壶体表面应平整光滑无划痕",
        "乙": "工作时的噪声不应大于规定的限值",
        "丙": "与水接触的材料不应析出铅和镉",
        "丁": "从高处跌落后壶体不应有任何裂纹",
    }

    def text(own):
        return document("\n".join(f"# {at} {one}\n{names[one]}。" for at, one in enumerate(own, 4)))

    old, new = text("甲乙丙丁"), text(order)
    known = Draft.of(new)
    place = data.draw(st.sampled_from([*Draft.of(old).order, "4..6", "4,7"]))
    found = follow(old, new, [place])[place]
    assert found.place is not None
    assert all(known.has(end) for part in ranges(found.place) for end in part if end)
    if place.isdigit():
        assert known.words(found.place) == Draft.of(old).words(place)

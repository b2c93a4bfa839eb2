"""What holds for every pair of texts: nothing from nothing, operations lead from a to b, the way back."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guiju.core.compare.documents import align, applied, compare
from tests.core.compare.documents.building import document

WORDS = [
    "水壶",
    "厚度",
    "应",
    "不小于",
    "宜",
    "测量",
    "温度",
    "样品",
    "按规定",
    "进行",
    "检验",
    "表面",
    "不应有",
    "裂纹",
    "报告",
    "包装",
    "在",
    "和",
    "的",
    "结果",
]
sentence = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(
    lambda own: "".join(own) + "。"
)
title = st.sampled_from(["", "范围", "外观", "厚度", "检验规则", "一般要求"])


@st.composite
def sources(draw):
    lines = []
    for chapter in range(1, draw(st.integers(1, 4)) + 1):
        lines += [f"# {chapter} {draw(title)}", *draw(st.lists(sentence, max_size=3))]
        for clause in range(1, draw(st.integers(0, 3)) + 1):
            lines += [f"## {chapter}.{clause} {draw(title)}", *draw(st.lists(sentence, max_size=3))]
    return "\n".join(lines)


@settings(max_examples=60, deadline=None)
@given(sources())
def test_a_text_equals_itself(source):
    found = compare(document(source), document(source))
    assert (found.clauses, found.tables, found.terms, found.references) == ((), (), (), ())
    assert (found.limits, found.requirements, found.summary.operations) == ((), (), 0)


@settings(max_examples=80, deadline=None)
@given(sources(), sources())
def test_operations_lead_to_the_new_text(old, new):
    for one in compare(document(old), document(new)).clauses:
        assert applied(one.a_text, one.text_ops) == one.b_text


@settings(max_examples=80, deadline=None)
@given(sources(), sources())
def test_everything_stands_in_one_row(old, new):
    found = align(document(old), document(new))
    assert sorted(at for row in found.rows for at in row.a) == list(range(len(found.a.clauses)))
    assert sorted(at for row in found.rows for at in row.b) == list(range(len(found.b.clauses)))
    links = [link for row in found.rows for link in row.links]
    assert sorted(at for one in links for at in one.a) == list(range(len(found.passages_a)))
    assert sorted(at for one in links for at in one.b) == list(range(len(found.passages_b)))


def long_text(draw, clauses):
    """Clauses of words that hardly two share."""
    signs = [chr(0x4E00 + at) for at in range(3000)]
    return [
        "".join(draw.choices(signs, k=60)) + "。" + "".join(draw.choices(signs, k=60)) + "。"
        for _ in range(clauses)
    ]


def written(texts):
    return "\n".join(f"# {no} 题{text[:3]}\n{text}" for no, text in enumerate(texts, 1))


@pytest.mark.parametrize("seed", range(12))
def test_generated_edits_are_described_exactly(seed):
    """A removal, an addition, a move and a split anywhere, and the numbers that follow."""
    draw = random.Random(seed)
    texts = long_text(draw, 30)
    places = sorted(draw.sample(range(2, 28, 4), 4))
    gone, split, moved, fresh = (texts[at] for at in draw.sample(places, 4))
    new = [text for text in texts if text not in (gone, moved)]
    new.insert(draw.choice((0, len(new))), moved)
    added = long_text(draw, 1)[0]
    new.insert(new.index(fresh), added)
    first, second = (f"{part}。" for part in split.split("。")[:2])
    at = new.index(split)
    new[at : at + 1] = [first, second]
    source = written(new).replace(f"题{first[:3]}", f"题{split[:3]}")
    found = compare(document(written(texts)), document(source))
    number = {text: str(no) for no, text in enumerate(new, 1)}
    old = {text: str(no) for no, text in enumerate(texts, 1)}
    named = {(one.change, one.a, one.b) for one in found.clauses if one.change != "renumbered"}
    assert named == {
        ("removed", (old[gone],), ()),
        ("added", (), (number[added],)),
        ("moved", (old[moved],), (number[moved],)),
        ("split", (old[split],), (number[first], number[second])),
    }
    kept = [text for text in texts if text in number and text != moved]
    assert {(one.a[0], one.b[0]) for one in found.clauses if one.change == "renumbered"} == {
        (old[text], number[text]) for text in kept if old[text] != number[text]
    }
    back = compare(document(source), document(written(texts)))
    assert back.summary.clauses == {
        {"added": "removed", "removed": "added", "split": "merged"}.get(change, change): count
        for change, count in found.summary.clauses.items()
    }

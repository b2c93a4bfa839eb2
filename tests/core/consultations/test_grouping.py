"""Comments that are alike: no comment is lost, none stands twice, no two opinions become one."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guiju.core.compare.documents.words import likeness, pairs, words
from guiju.core.consultations import Alike, Remark, groups, join, saying_of

LONG = "建议明确测量厚度所用量具的分度值，并给出测量点的位置和数量"


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        (("5.2", "建议删除"), ("5.2", "建议 删除。"), True),
        (("5.2", "建议删除"), ("5.3", "建议删除"), False),
        (("5.2", LONG), ("6.1", LONG), True),
        (("5.2", LONG), ("5.2", LONG + "，谢谢"), True),
        (("5.2/a", LONG), ("5.2", LONG), True),
        (("5.2", LONG + "，例如三点"), ("6.1", "本单位" + LONG), False),
        (("5.2", LONG + "0.5 mm"), ("5.2", LONG + "0.6 mm"), False),
        (("5.2", LONG + "0.5 mm"), ("5.2", LONG + "0.5 cm"), False),
        (("5.2", LONG), ("5.2", "不" + LONG), False),
        (("5.2", "The lid shall be tested at once after cooling down"), ("5.2", "The lid should be tested at once after cooling down"), False),
        (("5.2", "The lid shall be tested at once after cooling down"), ("5.2", "The lid shall be tested at once after a cooling down"), True),
        (("", "——"), ("", "……"), False),
        ((None, LONG), (None, LONG), True),
    ],
)  # fmt: skip
def test_what_belongs_together(first, second, together):
    found = groups([Remark(1, *first), Remark(2, *second)])
    assert [one.keys for one in found] == ([(1, 2)] if together else [])


def test_groups_come_in_the_order_of_their_first_comment_and_say_how_like_they_are():
    said = [("a", "5.1", "无关的意见一条"), ("b", "5.2", LONG), ("c", "5.1", "建议删除"),
            ("d", "5.2", LONG + "，谢谢"), ("e", "5.1", "建议删除"), ("f", "6.1", LONG)]  # fmt: skip
    found = groups(Remark(*one) for one in said)
    assert [(one.keys, one.same) for one in found] == [(("b", "d", "f"), False), (("c", "e"), True)]
    assert found[0].likeness == round(likeness(pairs(words(LONG)), pairs(words(LONG + "谢谢"))), 3)


def test_the_clause_comes_first():
    """A comment that is more like one on another clause goes with the one on its own."""
    said = [
        ("a", "5.1", LONG + "为好"),
        ("b", "5.2", LONG + "并举例说明"),
        ("c", "5.2", LONG + "为好"),
    ]
    found = groups(Remark(*one) for one in said)
    assert [one.keys for one in found] == [("b", "c")]


def test_the_rulebook_says_how_like():
    assert Alike.on(date(2026, 1, 1)) == Alike(0.8, 0.9, 12)


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.sampled_from(["5.1", "5.2", None]), st.text("建议删测量厚度", max_size=30)),
        max_size=24,
    )
)
def test_the_index_misses_nothing(said):
    """Nobody stands twice; whoever is in no group is like no first of a group on his clause."""
    remarks = [Remark(at, *one) for at, one in enumerate(said)]
    keys = [key for one in groups(remarks) for key in one.keys]
    assert len(keys) == len(set(keys))
    firsts = [one.keys[0] for one in groups(remarks)]
    alone = [one for one in remarks if one.key not in keys and words(one.text)]
    for one in alone:
        for other in [*alone, *(remarks[key] for key in firsts)]:
            if one is not other and one.place == other.place:
                score = likeness(pairs(words(one.text)), pairs(words(other.text)))
                assert score < 0.8 or "删" in {*one.text} ^ {*other.text} or _counts(one, other)


def _counts(one, other):
    return one.text.count("删") != other.text.count("删")


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["5.1", "5.1/a", "5.2", None]),
            st.text("建议删测量厚度", max_size=30)
            | st.sampled_from([LONG, LONG + "，谢谢", LONG + "0.5"]),
        ),
        max_size=24,
    ),
    st.integers(1, 24),
)
def test_what_comes_in_by_and_by_is_grouped_like_all_at_once(said, at_once):
    remarks = [Remark(at, *one) for at, one in enumerate(said)]
    first_of, likeness_of, known = {}, {}, {}
    for start in range(0, len(remarks), at_once):
        fresh = []
        for one in remarks[start : start + at_once]:
            before = known.get(saying_of(one)) if saying_of(one) else None
            if before is None:
                fresh.append(one)
            else:
                first_of[one.key], likeness_of[one.key] = first_of[before], likeness_of[before]
        firsts = [one for one in remarks if first_of.get(one.key) == one.key]
        for one in join(firsts, fresh):
            first_of[one.key], likeness_of[one.key] = one.first, one.likeness
            known.setdefault(saying_of(remarks[one.key]), one.key)
    found = {
        first: tuple(sorted(key for key in first_of if first_of[key] == first))
        for first in sorted(set(first_of.values()))
    }
    every = [(one.keys, one.likeness) for one in groups(remarks)]
    assert every == [
        (keys, min(likeness_of[key] for key in keys)) for keys in found.values() if len(keys) > 1
    ]

"""Differences that a person reads: units whole, no confetti, offsets right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.core.compare.documents.texts import applied, text_ops
from guiju.core.compare.documents.words import tokens

CASES = [
    ("厚度宜为0.5 mm。", "厚度应为0.4 mm。", [("宜", "应"), ("0.5", "0.4")]),
    ("长度12.5 mm", "长度12.50 mm", [("12.5", "12.50")]),
    ("压力1 MPa", "压力1 kPa", [("MPa", "kPa")]),
    ("按GB/T 1.1—2009起草", "按GB/T 1.1—2020起草", [("GB/T 1.1—2009", "GB/T 1.1—2020")]),
    ("见5.4.1", "见5.5.1", [("5.4.1", "5.5.1")]),
    ("见附录A.1", "见附录B.1", [("A.1", "B.1")]),
    ("甲、乙、丙", "甲、乙、丁、丙", [("", "丁、")]),
    ("甲；乙；丙。", "甲；丙。", [("乙；", "")]),
    ("The thickness should be 0.5 mm.", "The thickness shall be 0.5 mm.", [("should", "shall")]),
    ("a big red house here", "a small blue house here", [("big red", "small blue")]),
    ("今天天气很好", "明日空气很差", [("今天天气很好", "明日空气很差")]),
    ("一种方法用于测定水分", "水分", [("一种方法用于测定", "")]),
    ("", "新增", [("", "新增")]),
    ("删去", "", [("删去", "")]),
    ("同", "同", []),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "expected"), CASES)
def test_what_a_reader_sees(a, b, expected):
    assert [(op.old, op.new) for op in text_ops(a, b)] == expected


texts = st.text(
    st.sampled_from("应宜可不大于小的在和，。；、 \n0123456789.mMPaGBTISO/—-κ²é\u0301"), max_size=60
)


@given(texts, texts)
def test_operations_give_the_new_text(a, b):
    ops = text_ops(a, b)
    assert applied(a, ops) == b
    assert [a[op.a_start : op.a_end] for op in ops] == [op.old for op in ops]
    assert [b[op.b_start : op.b_end] for op in ops] == [op.new for op in ops]
    assert bool(ops) == (a != b)


@given(texts)
def test_tokens_are_the_text(text):
    assert "".join(tokens(text)) == text


@given(texts, texts)
def test_no_unit_is_cut(a, b):
    edges, at = {0}, 0
    for token in tokens(a):
        at += len(token)
        edges.add(at)
    assert {place for op in text_ops(a, b) for place in (op.a_start, op.a_end)} <= edges


@pytest.mark.parametrize("signs", ["甲乙", "天地。", "word "])
def test_huge_unlike_texts_are_bounded(signs):
    a, b = signs * 40_000, "".join(reversed(signs)) * 40_000 + "尾"
    ops = text_ops(a, b)
    assert applied(a, ops) == b


def test_one_edit_in_a_long_text_stays_one():
    sentences = [f"第{at}句说明第{at}种情形的做法。" for at in range(600)]
    a = "".join(sentences)
    sentences[300] = "第300句说明第300种情况的做法。"
    assert [(op.old, op.new) for op in text_ops(a, "".join(sentences))] == [("形", "况")]

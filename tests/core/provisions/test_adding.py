"""A rule said in words is added to a file, and nothing else of it moves."""

import pytest

from guiju.core.provisions.files.adding import AddingError, ConditionError, Words, with_rule
from guiju.core.provisions.files.loading import read_rule_set
from guiju.core.provisions.files.nodes import RuleFileError

HEAD = """standard: T/EXAMPLE 1-2026
title: [示例, Example]
in_force: {from: 2026-01-01}
basis: 示例
certainty: checked
"""
ATTRIBUTES = """attributes:
  use: {name: [用途, Use], values: {hot: [热饮, 热水], cold: [冷饮]}}
  size: {name: [容量, Size], unit: mL}
"""
KNOWN = """characteristics:
  length: {name: [长度, Length], unit: mm}   # 注
"""
RULES = """rules:
  - {id: r1, clause: "4.1", of: length, limit: "≥60"}
# behind
omitted:
  - [无, none]
"""
LENGTH = Words(characteristic="长度", limit="≤90", clause="4.2")


def rules_of(text):
    return {
        rule.id: (rule.characteristic, rule.written, rule.clause, rule.modality)
        for rule in read_rule_set(text, "—").rules
    }


@pytest.mark.parametrize(
    ("before", "said", "line", "added"),
    [
        (HEAD + KNOWN + RULES, LENGTH, 10, ("length", "≤90", "4.2", "requirement")),
        (HEAD + KNOWN, LENGTH, 9, ("length", "≤90", "4.2", "requirement")),
        (HEAD + KNOWN + "rules: []\n", LENGTH, 9, ("length", "≤90", "4.2", "requirement")),
        (HEAD + KNOWN + "rules:\n", LENGTH, 9, ("length", "≤90", "4.2", "requirement")),
        (
            HEAD + KNOWN + RULES,
            Words(characteristic="质量", limit="6.5~8.5", unit="g", clause="表1", modality="recommendation"),
            11,
            ("质量", "6.5~8.5", "表1", "recommendation"),
        ),
        (
            HEAD,
            Words(characteristic="mass", limit='≤1', clause='4.2 "a" \\'),
            9,
            ("mass", "≤1", '4.2 "a" \\', "requirement"),
        ),
    ],
)  # fmt: skip
def test_a_rule_is_added(before, said, line, added):
    text, at = with_rule(before, said)
    lines = text.splitlines()
    assert at == line
    assert lines[at - 1].lstrip().startswith("- {id: ")
    assert list(rules_of(text).values())[-1] == added
    kept = [one for one in before.splitlines() if one not in ("rules: []",)]
    assert [one for one in lines if one in kept] == kept


def test_added_twice_both_have_their_ids():
    once, _ = with_rule(HEAD + KNOWN + RULES, LENGTH)
    twice, _ = with_rule(once, Words(characteristic="mass", limit="≤90", clause="4.3"))
    assert list(rules_of(twice)) == ["r1", "r2-length", "r3-mass"]


def test_conditions_are_said_in_words():
    said = Words(
        characteristic="长度", limit="≤90", clause="4.2", when="用途 = 热水；容量＝>500~1000"
    )
    text, at = with_rule(HEAD + ATTRIBUTES + KNOWN, said)
    assert 'when: {use: "hot", size: ">500~1000"}' in text.splitlines()[at - 1]
    assert [one.attribute for one in read_rule_set(text, "—").rules[0].when] == ["use", "size"]


@pytest.mark.parametrize(
    ("before", "when", "error"),
    [
        (HEAD + ATTRIBUTES, "用途", ConditionError),
        (HEAD + ATTRIBUTES, "用途 = ", ConditionError),
        (HEAD + ATTRIBUTES, "颜色 = 红", ConditionError),
        (HEAD + ATTRIBUTES, "用途 = 温饮", ConditionError),
        (HEAD, "用途 = 热饮", ConditionError),
        (HEAD + "rules: [{id: a}]\n", "", AddingError),
        ("standard: [", "", RuleFileError),
        ("", "", RuleFileError),
    ],
)
def test_what_cannot_be_added_is_refused(before, when, error):
    with pytest.raises(error):
        with_rule(before, Words(characteristic="长度", limit="≤90", clause="4.2", when=when))

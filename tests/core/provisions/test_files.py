"""Rule files: what is wrong is named with its line, in both languages, and nothing else is raised."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.core.provisions.files.loading import read_rule_set
from guiju.core.provisions.files.nodes import RuleFileError, read_yaml

GOOD = """\
standard: Q/SLI 1-2026
title: [示例, Example]
in_force: {from: 2026-01-01}
basis: 示例
certainty: checked
attributes:
  size: {name: [容量, Volume], unit: L}
  use: {name: [用途, Use], values: {food: [食品], tool: [工具]}, default: food}
characteristics:
  mass: {name: [质量, Mass], unit: g, better: target}
  loss: {name: [损失, Loss], unit: "%", better: lower}
rules:
  - {id: r1, clause: "5.1", of: mass, limit: 0.50~1.50, when: {use: food, size: ">1"}}
  - {id: r2, clause: "5.2", of: loss, limit: ≤2.0, modality: recommendation, except: r1}
ladders:
  grade:
    name: [等级, Grade]
    clause: "6"
    levels: [一级, 二级]
    otherwise: 不合格
    limits:
      - {of: loss, clause: "6.1", limits: [≤1.0, ≤2.0]}
"""


def test_a_file_is_read():
    found = read_rule_set(GOOD, "good.yaml")
    first, second = found.rules
    assert first.limit.low.value == Decimal("0.50")
    assert str(first.limit.low.step) == "0.01"
    assert [one.attribute for one in first.when] == ["use", "size"]
    assert (second.modality, second.exceptions) == ("recommendation", {"r1"})
    assert found.ladders[0].rungs[0].written == ("≤1.0", "≤2.0")


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("standard: Q/SLI 1-2026", "standard: 规范", 1, "规范"),
        ("title: [示例, Example]\n", "", 1, "“title”"),
        ("from: 2026-01-01", "from: 2026-02-30", 3, "“2026-02-30”"),
        ("from: 2026-01-01", "from: 2026-01-01, until: 2025-01-01", 3, "失效日期"),
        ("certainty: checked", "certainty: sure", 5, "“sure”"),
        ("default: food", "default: fuel", 8, "默认值"),
        ("better: target", "beter: target", 10, "“beter”"),
        ("better: target", "better: upper", 10, "“upper”"),
        ("0.50~1.50", "1.50~0.50", 13, "下限大于上限"),
        ("0.50~1.50", "1.50", 13, "没有写明比较方式"),
        ("use: food, size", "usage: food, size", 13, "“usage”"),
        ("use: food, size", "use: fuel, size", 13, "“fuel”"),
        ('size: ">1"', 'size: "1"', 13, "没有写明比较方式"),
        ("id: r2", "id: r1", 13, "“r1”重复"),
        ("except: r1", "except: r9", 14, "“r9”"),
        ("of: loss, limit", "of: lost, limit", 14, "“lost”"),
        ("[≤1.0, ≤2.0]", "[≤2.0, ≤1.0]", 22, "没有包含较高等级"),
        ("[≤1.0, ≤2.0]", "[≤1.0]", 22, "有 2 个等级"),
        ("[≤1.0, ≤2.0]", "[不得检出, ≤1]", 22, "应当是数值"),
        ("[一级, 二级]", "[一级, 一级]", 19, "等级重复"),
        ("  mass: {", "  loss: {", 11, "“loss”写了两次"),
        ("basis: 示例", "basis: &a 示例\nomitted: *a", 4, "锚点"),
        ("basis: 示例", "basis: [", 6, "YAML"),
        ("basis: 示例", "basis: {a: b}", 4, "一段文字"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(old, new, line, says):
    assert GOOD.count(old) >= 1
    with pytest.raises(RuleFileError) as refused:
        read_rule_set(GOOD.replace(old, new, 1), "bad.yaml")
    sentence = refused.value.sentence
    assert f"第 {line} 行" in sentence.zh
    assert f"line {line} " in sentence.en
    assert says in sentence.zh


@pytest.mark.parametrize(
    "text", ["", "a", "[]", "{}", "a: b: c", "\t", "\x00", "[" * 100, "? [a]\n: b", "- &x [*x]"]
)
def test_what_is_no_rule_file_at_all(text):
    with pytest.raises(RuleFileError):
        read_rule_set(text, "bad.yaml")


@given(st.text(alphabet="ab:{}[]-&*!'\"\n #,?|>", max_size=40))
def test_any_text_is_read_or_refused(text):
    with suppress(RuleFileError):
        assert read_yaml(text, "any.yaml").line >= 1

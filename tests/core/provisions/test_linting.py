"""What a rule file must not say: each problem with its line and its mend, and all of them at once."""

from decimal import Decimal
from importlib import resources
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guiju.core.provisions.files.checks.conditions import pairs, together
from guiju.core.provisions.files.linting import lint, warnings
from guiju.core.provisions.files.loading import read_rule_set
from guiju.core.provisions.files.nodes import RuleFileError
from guiju.core.provisions.files.problems import nowhere
from guiju.core.provisions.interval import Interval
from guiju.core.provisions.model import Condition, Rule
from guiju.core.provisions.written import read_limit

HEAD = """\
standard: Q/SLI 1-2026
title: [示例, Example]
in_force: {from: 2026-01-01, until: 2030-01-01}
basis: 示例
certainty: checked
attributes:
  size: {name: [容量, Volume], unit: L}
  use: {name: [用途, Use], values: {food: [食品], tool: [工具]}}
characteristics:
  mass: {name: [质量, Mass], unit: g}
  loss: {name: [损失, Loss], unit: "%"}
"""
PLAIN = HEAD + (
    'rules:\n  - {id: m, clause: "4", of: mass, limit: ≤9, when: {size: ">1", use: tool}}\n'
    '  - {id: l, clause: "5", of: loss, limit: ≤2}\n'
)


def rules(*lines):
    """The example with these rules; the first stands on line 13."""
    rows = "".join(f"  - {{{line}}}\n" for line in lines)
    return f"{HEAD}rules:\n{rows}"


def rule(id, limit, more="", of="mass"):
    return f'id: {id}, clause: "5", of: {of}, limit: "{limit}"{more}'


def errors(text):
    return [(one.line, one.zh) for one in lint(text, "x.yaml") if one.severity == "error"]


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ((rule("a", "≥6.5"), rule("b", "≤8.5")), None),
        ((rule("a", "≤5"), rule("b", "≤5.0")), "与规则“a”完全相同"),
        ((rule("a", "≤5"), rule("b", "≤3")), "“≤5”与“≤3”不一致"),
        ((rule("a", "≤5"), rule("b", "<5")), "“≤5”与“<5”不一致"),
        ((rule("a", "≤3"), rule("b", "≥5")), "“≤3”与“≥5”不一致"),
        ((rule("a", "6~9"), rule("b", "7~10")), "“6~9”与“7~10”不一致"),
        ((rule("a", "不得检出"), rule("b", "≤5")), "“不得检出”与“≤5”不一致"),
        ((rule("a", "≤5", ", except: b"), rule("b", "≤3", ", when: {use: food}")), None),
        ((rule("a", "≤5"), rule("b", "≤3", ", when: {use: food}")), "“≤5”与“≤3”不一致"),
        (
            (rule("a", "≤5", ", when: {use: tool}"), rule("b", "≤3", ", when: {use: food}")),
            None,
        ),
        ((rule("a", "≤5", ', when: {size: "≤1"}'), rule("b", "≤3", ', when: {size: ">1"}')), None),
        ((rule("a", "≤5"), rule("b", "≤3", ", modality: recommendation")), None),
        ((rule("a", "≤5"), rule("b", "≥6", ", modality: recommendation")), "“≤5”与“≥6”不一致"),
        ((rule("a", "≤5"), rule("b", "≥6", ", modality: permission")), None),
        ((rule("a", "≤5", ", until: 2027-01-01"), rule("b", "≤3", ", from: 2027-01-01")), None),
        (
            (rule("a", "≤5", ", until: 2027-01-02"), rule("b", "≤3", ", from: 2027-01-01")),
            "“≤5”与“≤3”不一致",
        ),
    ],
)
def test_rules_that_hold_together_agree(rows, wrong):
    found = errors(rules(*rows))
    assert len(found) == (wrong is not None)
    assert all(line == 14 and wrong in zh for line, zh in found)


def test_exceptions_form_no_circle_and_are_not_idle():
    text = rules(
        rule("a", "≤1", ", except: b, when: {use: food}"),
        rule("b", "≤2", ", except: c"),
        rule("c", "≤3", ", except: a"),
        rule("d", "≤4", ", except: [a, b, c], when: {use: tool}"),
    )
    assert errors(text) == [(13, "例外成环：a → b → c → a")]
    idle = [one for one in lint(text, "x.yaml") if "例外没有作用" in one.zh]
    assert [(one.line, one.severity) for one in idle] == [(16, "warning")]
    assert "“a”" in idle[0].zh


def sized(*ranges, more=""):
    return [
        rule(f"r{at}", f"≤{at + 1}", f', when: {{size: "{one}"{more}}}')
        for at, one in enumerate(ranges)
    ]


@pytest.mark.parametrize(
    ("ranges", "wrong"),
    [
        (("≤1", ">1~2", ">2"), None),
        (("≤1", "1~2"), "重叠"),
        (("≤1", ">0.5~2"), "重叠"),
        (("<1", ">1"), "没有规定"),
        (("≤1", ">2~3"), "没有规定"),
        ((">2~3", "≤1"), "没有规定"),
        (("0~1", "2~2"), "没有规定"),
        (("1~1", "2~2", "4~4"), None),
        (("≤1",), None),
    ],
)
def test_ranges_neither_overlap_nor_leave_a_gap(ranges, wrong):
    found = errors(rules(*sized(*ranges)))
    assert [wrong in zh for _, zh in found] == [True] * (wrong is not None)
    allowed = rules(*sized(*ranges)).replace("unit: L}", "unit: L, gaps: true}")
    assert len(errors(allowed)) == (wrong == "重叠")


def test_ranges_are_compared_among_alike_only():
    food, tool = sized("≤1", ">1", more=", use: food"), sized("≤3", ">3", more=", use: tool")
    tool = [one.replace("id: r", "id: t") for one in tool]
    assert errors(rules(*food, *tool)) == []
    assert len(errors(rules(food[0], food[1].replace(">1", ">2"), *tool))) == 1


LADDER = """\
ladders:
  grade:
    name: [等级, Grade]
    clause: "6"
    levels: [一级, 二级]
    otherwise: 不合格
    limits:
      - {of: loss, clause: "6", limits: [≤1, ≤2], when: {use: food}}
      - {of: loss, clause: "6", limits: [≤2, ≤3], when: {use: tool}}
      - {of: mass, clause: "6", limits: [≤1, ≤2], when: {size: ">1"}}
"""


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("use: tool", "use: tool", None),
        (", when: {use: tool}", "", (20, "适用条件与第 19 行的重叠")),
        ("{use: tool}", "{use: [tool, food]}", (20, "适用条件与第 19 行的重叠")),
        ("{use: tool}", '{size: ">1"}', (20, "适用条件与第 19 行的重叠")),
    ],
)
def test_one_rung_of_a_ladder_holds_at_a_time(old, new, wrong):
    found = errors(HEAD + LADDER.replace(old, new))
    assert [(line, wrong[1] in zh) for line, zh in found] == ([(wrong[0], True)] if wrong else [])


@pytest.mark.parametrize(
    ("old", "new", "line", "says", "mend"),
    [
        ("unit: g", "unit: gram", 10, "单位“gram”", "mg/L"),
        ("unit: L", "unit: 桶", 7, "单位“桶”", "删去 unit"),
        ("[损失, Loss]", "[质量, Loss]", 11, "都叫“质量”", "同义词"),
        ("unit: g}", "unit: g, synonyms: [用途]}", 8, "都叫“用途”", "同义词"),
        ("food: [食品]", "food: [食品, tool]", 8, "“tool”既指“food”又指“tool”", "改其中一个"),
        ("≤9", "≥-1", 13, "低于“mass”可能的最小值 0", "least: none"),
        ("≤9", "<0", 13, "低于“mass”可能的最小值 0", "least: none"),
        ("≤9", "≤9, until: 2026-01-01", 13, "在 in_force 之外", "核对日期"),
        ("≤9", "≤9, from: 2030-01-01", 13, "在 in_force 之外", "核对日期"),
    ],
)
def test_what_cannot_be_is_an_error(old, new, line, says, mend):
    text = PLAIN.replace(old, new, 1)
    (found,) = [one for one in lint(text, "x.yaml") if one.severity == "error"]
    assert (found.line, says in found.zh, mend in found.mend.zh) == (line, True, True)
    assert found.en.isascii() or "“" in found.en
    with pytest.raises(RuleFileError) as refused:
        read_rule_set(text, "x.yaml")
    sentence = refused.value.sentence
    assert (f"第 {line} 行" in sentence.zh, found.mend.zh in sentence.zh) == (True, True)
    assert (f"line {line} " in sentence.en, found.mend.en in sentence.en) == (True, True)


TABLE = """\
tables:
  t:
    clause: 表1
    keys: {size: exact}
    data: |
      size g1 g2
      1    5  6
rules:
  - {id: m, clause: "4", of: mass, limit: ≤ t.g1}
  - {id: n, clause: "4", of: mass, limit: "≤7", when: {size: "=2"}}
  - {id: l, clause: "5", of: loss, limit: ≤2, when: {use: tool}}
"""


def test_limits_of_tables_are_compared_by_their_rows():
    found = [(one.line, one.severity, one.zh) for one in lint(HEAD + TABLE, "x.yaml")]
    assert found == [(14, "warning", "没有规则用到“t.g2”")]
    clash = HEAD + TABLE.replace('"=2"', '"=1"')
    assert [line for line, _ in errors(clash)] == [21]
    assert "“≤ t.g1”与“≤7”不一致" in errors(clash)[0][1]
    low = HEAD + TABLE.replace("1    5  6", "1    -5  6")
    assert [line for line, _ in errors(low)] == [20]


@pytest.mark.parametrize(
    ("synonyms", "wrong"),
    [
        ("{一级: [A], 二级: [B]}", False),
        ("{一级: [A, 一级], 二级: [B]}", False),
        ("{一级: [A], 二级: [A]}", True),
        ("{一级: [二级]}", True),
    ],
)
def test_a_word_names_one_level(synonyms, wrong):
    text = HEAD + LADDER.replace("    limits:", f"    synonyms: {synonyms}\n    limits:")
    assert ["指两个等级" in zh for _, zh in errors(text)] == [True] * wrong


@pytest.mark.parametrize("limit", ["≥0", "≤0", "0~1"])
def test_the_smallest_value_itself_is_possible(limit):
    assert errors(PLAIN.replace("≤9", limit)) == []


def test_doubts_are_warnings_and_the_file_is_read():
    text = rules(rule("a", "≤0.50", ", when: {use: food}"), rule("b", "≤1", ", when: {use: tool}"))
    found = [(one.line, one.severity, one.zh) for one in lint(text, "x.yaml")]
    assert found == [
        (7, "warning", "没有规则用到“size”"),
        (11, "warning", "没有规则用到“loss”"),
        (14, "warning", "“mass”的限值“≤0.50”与“≤1”末位不同"),
    ]
    known = read_rule_set(text, "x.yaml")
    assert {(one.line, one.zh) for one in warnings(known)} == {(0, zh) for _, _, zh in found}


@pytest.mark.parametrize(
    ("limits", "doubtful"),
    [
        (("≤0.15", "≤0.5"), False),
        (("≤0.50", "≤0.5"), True),
        (("≤0.50", "≤0.05"), False),
        (("≤1.0", "≤2"), True),
        (("≤10", "≤2"), False),
        (("≤10", "≤2.5"), False),
        (("≤0.0", "≤2"), False),
    ],
)
def test_a_last_zero_says_that_places_are_meant(limits, doubtful):
    one, other = limits
    text = rules(rule("a", one, ", when: {use: food}"), rule("b", other, ", when: {use: tool}"))
    assert any("末位不同" in found.zh for found in lint(text, "x.yaml")) == doubtful


def test_a_right_file_has_no_problems():
    assert lint(PLAIN, "x.yaml") == ()


def test_all_problems_are_found_at_once():
    text = (
        PLAIN.replace("title: [示例, Example]\n", "")
        .replace("from: 2026-01-01", "from: 2026-02-30")
        .replace("unit: g}", "unit: gram}")
        .replace("tool: [工具]}}", "tool: [工具]}, sort: a}")
        .replace("limit: ≤9", "limit: 9")
    )
    found = [(one.line, one.severity, one.zh[:12]) for one in lint(f"{text}extra: 1\n", "x.yaml")]
    assert found == [
        (1, "error", "缺少“title”，请补上"[:12]),
        (2, "error", "“2026-02-30”不是日期"[:12]),
        (6, "warning", "没有规则用到“size”"),
        (7, "error", "不认识“sort”；可用的"[:12]),
        (9, "error", "不认识单位“gram”"),
        (9, "warning", "没有规则用到“mass”"),
        (12, "error", "无法识别极限数值“9”：没"[:12]),
        (14, "error", "不认识“extra”；可用的"[:12]),
    ]


def test_what_follows_from_an_error_is_not_reported_again():
    text = PLAIN.replace("  loss: {name", "  loss: {nam").replace("id: m,", "id: m, except: l,")
    assert errors(text) == [
        (11, "不认识“nam”；可用的有 name、unit、better、least、synonyms、method、undetected")
    ]


@given(st.text(alphabet="ab:{}[]-\n #,|", max_size=40))
def test_any_text_has_problems_and_raises_nothing(text):
    assert lint(text, "x.yaml")


@given(st.lists(st.integers(0, len(PLAIN) - 1), min_size=1, max_size=3), st.data())
def test_a_broken_file_is_refused_if_lint_says_so(places, data):
    broken = list(PLAIN)
    for at in places:
        broken[at] = data.draw(st.sampled_from(["", " ", "x", ":", "}", "\n", "9", "≤"]))
    text = "".join(broken)
    wrong = any(one.severity == "error" for one in lint(text, "x.yaml"))
    try:
        read_rule_set(text, "x.yaml")
        refused = False
    except RuleFileError:
        refused = True
    assert wrong == refused


SIZES = ["≤1", "<1", "1~2", ">1~2", ">1", "≥2", ">2", None]
USES = ["food", "tool", "[food, tool]", None]
LIMITS = ["≤5", "<5", "≤5.0", "≥6", "2~5", "不得检出"]
CONDITIONS = st.tuples(st.sampled_from(SIZES), st.sampled_from(USES), st.sampled_from(LIMITS))


def holds(size, use, at, word):
    return (size is None or read_limit(size).holds(at)) and (use is None or word in use)


def ends(limit):
    found = read_limit(limit)
    if not isinstance(found, Interval):
        return None
    return tuple(end and (end.value, end.closed) for end in (found.low, found.high))


def disagree(one, other):
    """Whether two rules that hold together say different things, or the same for no reason."""
    (size, use, limit), (other_size, other_use, other_limit) = one, other
    if ends(limit) is None or ends(other_limit) is None:
        different = ends(limit) != ends(other_limit)
    else:
        sides = zip(ends(limit), ends(other_limit), strict=True)
        apart = not read_limit(limit).meets(read_limit(other_limit))
        different = apart or any(a and b and a != b for a, b in sides)
    alike = (use, size) == (other_use, other_size)
    twice = alike and ends(limit) == ends(other_limit)
    beside = use == other_use and size and other_size and size != other_size
    return different or twice or bool(beside)


@given(st.lists(CONDITIONS, min_size=2, max_size=4))
@settings(max_examples=150, deadline=None)
def test_an_error_is_found_where_two_rules_hold_together_and_disagree_and_nowhere_else(some):
    lines = []
    for at, (size, use, limit) in enumerate(some):
        when = [f'size: "{size}"'] * bool(size) + [f"use: {use}"] * bool(use)
        more = f", when: {{{', '.join(when)}}}" if when else ""
        lines.append(rule(f"r{at}", limit, more))
    text = rules(*lines).replace("unit: L}", "unit: L, gaps: true}")
    clash = any(
        disagree(one, other)
        for one, other in combinations(some, 2)
        for at in map(Decimal, ("0.5", "1", "1.5", "2", "2.5"))
        for word in ("food", "tool")
        if holds(*one[:2], at, word) and holds(*other[:2], at, word)
    )
    assert bool(errors(text)) == clash


def test_an_empty_head_hides_no_other():
    text = PLAIN.replace("standard: Q/SLI 1-2026", "standard:").replace("basis: 示例", "basis:")
    text = text.replace("limit: ≤2", "limit: q")
    found = [(one.line, one.path) for one in lint(text, "x.yaml") if one.severity == "error"]
    assert found == [(1, "standard"), (4, "basis"), (14, "rules[2].limit")]


def test_the_template_from_scratch_tells_all_that_is_to_be_filled_in():
    scratch = resources.files("guiju.rulebook") / "samples" / "rule_files" / "scratch.yaml"
    found = [one.path for one in lint(scratch.read_text("utf-8"), "x.yaml")]
    assert {"standard", "title", "basis", "characteristics"} <= set(found)


spans = st.one_of(
    st.just(()),
    st.tuples(st.integers(0, 9), st.integers(1, 4)).map(
        lambda one: (Condition("size", interval=read_limit(f"{one[0]}~{one[0] + one[1]}")),)
    ),
    st.sampled_from(
        [
            (Condition("use", frozenset({"food"})),),
            (Condition("use", frozenset({"tool"})), Condition("size", interval=read_limit("=3"))),
            (Condition("size", interval=read_limit(">2")),),
        ]
    ),
)


@settings(max_examples=100)
@given(st.lists(spans, min_size=2, max_size=7))
def test_every_two_that_hold_together_are_held_together(whens):
    node = nowhere("x").node
    parts = [
        (
            Rule(
                id=str(at),
                clause="",
                characteristic="mass",
                limit=read_limit("≤5"),
                written="",
                when=when,
            ),
            node,
        )
        for at, when in enumerate(whens)
    ]
    held = [(one.id, other.id) for (one, _), (other, _) in pairs(parts)]
    assert len(set(held)) == len(held)
    both = combinations([one for one, _ in parts], 2)
    assert {(one.id, other.id) for one, other in both if together(one, other)} <= set(held)


def test_those_apart_in_a_number_are_passed_over():
    text = rules(*(rule(f"r{at}", "≤5", f', when: {{size: "{at}~<{at + 1}"}}') for at in range(9)))
    read = read_rule_set(text, "x.yaml").rules
    held = list(pairs([(one, nowhere("x").node) for one in read]))
    assert len(held) == 8  # neighbours share an end

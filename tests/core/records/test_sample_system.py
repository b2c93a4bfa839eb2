"""The sample standards system: a tree, a detail table with gaps, and faults for the checks to find."""

from collections import Counter

from guiju.core import numbers
from guiju.core.codes.words import words
from guiju.core.records.samples import sample_records, sample_system

SYSTEM = sample_system()
NODES = {node.code: node for node in SYSTEM.nodes}


def test_it_is_marked_as_an_example_in_both_languages():
    assert SYSTEM.title_zh.startswith("示例")
    assert SYSTEM.title_en.startswith("Example")
    assert (SYSTEM.slug[:8], SYSTEM.keeper_zh[:2], SYSTEM.keeper_en[:7]) == (
        "example-",
        "示例",
        "Example",
    )
    assert [node.code for node in SYSTEM.nodes if not node.owner.startswith("示例")] == []


def test_the_nodes_make_a_tree():
    assert len(NODES) == len(SYSTEM.nodes)
    tops = [code for code, node in NODES.items() if not node.parent]
    assert tops == ["100", "200", "300"]
    assert {node.parent for node in SYSTEM.nodes} - {""} <= set(NODES)
    assert NODES["201.1"].parent == "201"
    assert NODES["201"].parent == "200"


def test_each_row_stands_in_a_node_has_a_level_and_a_number_or_a_title():
    for entry in SYSTEM.entries:
        assert entry.node in NODES
        assert entry.level in words("level")
        assert entry.number or (entry.title_zh and entry.title_en)
        if entry.number:
            numbers.parse(entry.number)


def test_each_number_is_in_the_sample_catalogue():
    keys = {numbers.canonical(numbers.parse(record.number)) for record in sample_records()}
    works = {numbers.work_key(numbers.parse(key)) for key in keys}
    named = [one.number for one in SYSTEM.entries if one.number]
    assert [number for number in named if number not in keys | works] == []


def test_there_are_gaps_one_repetition_and_one_superseded_edition():
    assert len([one for one in SYSTEM.entries if not one.number]) >= 8
    counted = Counter(one.number for one in SYSTEM.entries if one.number)
    assert [number for number, count in counted.items() if count > 1] == ["GB 3838"]
    assert [one.number for one in SYSTEM.entries if numbers.parse(one.number or "GB 1").year] == [
        "GB 6920-1986"
    ]

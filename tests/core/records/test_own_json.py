"""Our own JSON: exactly back again."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.core.records.model import RELATIONS, ROLES, STATES, Record, Relation, Role
from guiju.core.records.readers import BadRecord, Refused, read
from guiju.core.records.readers.own import VERSION, from_line, to_line

text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12)
texts = st.lists(text, max_size=3).map(tuple)
plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text, inner, max_size=3),
    max_leaves=6,
)
records = st.builds(
    Record,
    number=text.filter(bool),
    key=text,
    other_numbers=st.lists(st.tuples(text, text), max_size=2).map(tuple),
    titles=st.dictionaries(st.sampled_from(["zh", "en"]), text),
    issued=st.sampled_from(["", "2003", "2003-06"]),
    status=st.sampled_from(["", *STATES]),
    ics=texts,
    roles=st.lists(
        st.builds(Role, role=st.sampled_from(ROLES), name=text.filter(bool), since=text), max_size=2
    ).map(tuple),
    relations=st.lists(
        st.builds(
            Relation,
            type=st.sampled_from(RELATIONS),
            target=text.filter(bool),
            inverse=st.booleans(),
            whole=st.booleans(),
            degree=st.sampled_from(["", "IDT"]),
        ),
        max_size=2,
    ).map(tuple),
    extra=st.dictionaries(text, plain, max_size=3),
)


@given(records)
def test_a_record_comes_back_as_it_was(record):
    line = to_line(record)
    assert from_line(line) == record
    assert to_line(from_line(line)) == line
    assert "\n" not in line


def test_a_line_is_short_and_readable():
    record = Record(
        number="GB/T 1.1-2020",
        titles={"zh": "标准化工作导则"},
        relations=(Relation(type="replaces", target="GB/T 1.1-2009"),),
    )
    assert to_line(record) == (
        '{"guiju":1,"number":"GB/T 1.1-2020","titles":{"zh":"标准化工作导则"},'
        '"relations":[{"type":"replaces","target":"GB/T 1.1-2009"}]}'
    )


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ({"number": "GB 1-2000"}, "it is not our format in version 1"),
        ({"guiju": 2, "number": "GB 1-2000"}, "it is not our format in version 1"),
        ([], "it is not our format in version 1"),
        ({"guiju": 1}, "it has no number"),
        ({"guiju": 1, "number": ""}, "it has no number"),
        ({"guiju": 1, "number": 7}, "the field “number” is of the wrong type"),
        ({"guiju": 1, "number": "1", "ics": "01"}, "the field “ics” is of the wrong type"),
        ({"guiju": 1, "number": "1", "ics": [1]}, "the field “ics” is of the wrong type"),
        (
            {"guiju": 1, "number": "1", "titles": {"zh": 1}},
            "the field “titles” is of the wrong type",
        ),
        ({"guiju": 1, "number": "1", "colour": "x"}, "there is no field “colour”"),
        (
            {"guiju": 1, "number": "1", "other_numbers": [["a"]]},
            "the field “other_numbers” is of the wrong type",
        ),
        (
            {"guiju": 1, "number": "1", "relations": [{"type": "replaces"}]},
            "a Relation is not written as it should be",
        ),
        (
            {
                "guiju": 1,
                "number": "1",
                "relations": [{"type": "replaces", "target": "2", "whole": 1}],
            },
            "a Relation is not written as it should be",
        ),
        (
            {"guiju": 1, "number": "1", "relations": [{"type": "eats", "target": "2"}]},
            "a Relation is not written as it should be",
        ),
        (
            {"guiju": 1, "number": "1", "roles": [{"role": "king", "name": "x"}]},
            "a Role is not written as it should be",
        ),
        ({"guiju": 1, "number": "1", "status": "odd"}, "the field “status” is of the wrong type"),
        (
            {"guiju": 1, "number": "1", "issued": "2003-13"},
            "the field “issued” is of the wrong type",
        ),
        (
            {"guiju": 1, "number": "1", "extra": {"a": [[[[[[[[[[[[[1]]]]]]]]]]]]]}},
            "it is nested too deeply",
        ),
    ],
)
def test_what_is_no_record_is_refused_with_the_reason(content, why):
    with pytest.raises(BadRecord) as refusal:
        from_line(json.dumps(content))
    assert refusal.value.reason.en == why


def test_a_file_is_read_line_by_line(tmp_path):
    path = tmp_path / "records.jsonl"
    one = Record(number="GB 1-2000")
    path.write_text(f"{to_line(one)}\n\n{{}}\n{to_line(one)}", encoding="utf-8")
    first, second, third = read(path, "guiju")
    assert (first, third) == (one, one)
    assert isinstance(second, Refused)
    assert (second.position, second.excerpt) == (3, "{}")
    assert VERSION == 1

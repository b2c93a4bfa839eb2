"""JSON says all that a rule set says; JSON Schema lets pass what conforms, as far as numbers go."""

import json
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guiju.core.errors import Bilingual
from guiju.core.provisions.exports.json_schema import json_schema
from guiju.core.provisions.exports.plain import FORMAT, to_json
from guiju.core.provisions.findings import findings
from guiju.core.provisions.grading import grade
from guiju.core.provisions.measured import read_measured
from guiju.core.provisions.model import (
    Attribute,
    Case,
    Characteristic,
    Condition,
    Lookup,
    Rule,
    RuleSet,
)
from guiju.core.provisions.sample import Sample
from guiju.core.provisions.written import read_limit
from tests.core.provisions.rule_sets import rule_set

KNOWN = {name: Characteristic(id=name, name=Bilingual(name, name), unit="mg/L") for name in "ab"}
ATTRIBUTES = {
    "kind": Attribute(
        id="kind", name=Bilingual("类", "kind"), values={"river": ("河",), "lake": ()}
    ),
    "size": Attribute(id="size", name=Bilingual("大小", "size")),
}
EMPTY = RuleSet(
    standard="Q/SLI 1-2026", title=Bilingual("示例", "example"), since=date(2026, 1, 1), until=None,
    basis="示例", certainty="checked", characteristics=KNOWN, attributes=ATTRIBUTES,
)  # fmt: skip
tenths = st.integers(-10, 40).map(lambda tenth: Decimal(tenth) / 10)
limits = st.one_of(
    st.tuples(st.sampled_from(["≥", "≤", ">", "<"]), tenths).map(lambda two: f"{two[0]}{two[1]}"),
    st.tuples(tenths, st.integers(1, 9)).map(lambda two: f"{two[0]}~{two[0] + two[1]}"),
    st.just("不得检出"),
).map(read_limit)
conditions = st.sampled_from(
    [
        (),
        (Condition("kind", frozenset({"lake"})),),
        (Condition("size", interval=read_limit(">1~2")),),
        (Condition("kind", frozenset({"river"})), Condition("size", interval=read_limit("≤1.5"))),
    ]
)


def looked_up(low, high):
    cases = (
        Case((Condition("size", interval=read_limit("≤1")),), low),
        Case((Condition("size", interval=read_limit(">1~2")),), None),
        Case((Condition("size", interval=read_limit(">2")),), high),
    )
    return Lookup("t", "表1", "g", cases, "t.g", (("size", Bilingual("大小", "size")),))


@st.composite
def some_rules(draw):
    made = [
        Rule(
            id=f"r{at}", clause=f"4.{at}", characteristic=draw(st.sampled_from("ab")), written="",
            limit=draw(st.one_of(limits, st.tuples(limits, limits).map(lambda two: looked_up(*two)))),
            when=draw(conditions), comparison=draw(st.sampled_from(["full", "rounded"])),
        )
        for at in range(draw(st.integers(1, 4)))
    ]  # fmt: skip
    if len(made) > 1 and draw(st.booleans()):
        made[0] = replace(made[0], exceptions=frozenset({made[1].id}))
    return replace(EMPTY, rules=tuple(made))


near = st.integers(-30, 90).map(lambda one: Decimal(one * 5) / 100)


@settings(max_examples=150)
@given(some_rules(), near, near, st.sampled_from(["river", "lake"]), tenths)
def test_a_sample_is_valid_where_nothing_fails(rules, a, b, kind, size):
    sample = Sample(
        {"a": read_measured(str(a)), "b": read_measured(str(b))}, {"kind": kind, "size": size}
    )
    expected = not any(one.status == "fail" for one in findings(sample, rules.rules, KNOWN))
    thing = {"a": float(a), "b": float(b), "kind": kind, "size": float(size)}
    validator = jsonschema.Draft202012Validator(json.loads(json.dumps(json_schema(rules))))
    assert validator.is_valid(thing) is expected


def test_what_is_required_is_missed_and_what_is_recommended_is_not():
    rule = Rule(id="r", clause="1", characteristic="a", limit=read_limit("≤1"), written="≤1")
    asked = jsonschema.Draft202012Validator(json_schema(replace(EMPTY, rules=(rule,))))
    assert [asked.is_valid(one) for one in ({}, {"a": 2}, {"a": 1}, {"a": "<1"})] == [
        False, False, True, False,
    ]  # fmt: skip
    mild = replace(rule, modality="recommendation")
    doubtful = replace(rule, certainty="uncertain")
    none = json_schema(replace(EMPTY, rules=(mild, doubtful)))
    assert none["allOf"] == []
    assert "recommendations" in none["$comment"]


@pytest.mark.parametrize("level", ["", "Ⅱ", "Ⅴ"])
def test_a_ladder_asks_for_a_level(level):
    rules = replace(rule_set("GB_3838-2002.yaml"), rules=())
    ladder = rules.ladders[0]
    validator = jsonschema.Draft202012Validator(json_schema(rules, level))
    for results in ({"DO": "7.5", "TP": "0.02"}, {"DO": "6", "TP": "0.1"}, {"DO": "1"}):
        sample = Sample(
            {key: read_measured(text) for key, text in results.items()}, {"waterbody": "river"}
        )
        found = grade(sample, ladder, rules.characteristics, level or "Ⅰ").status
        thing = {key: float(text) for key, text in results.items()} | {"waterbody": "river"}
        assert validator.is_valid(thing) is (found == "pass")


@pytest.mark.parametrize("name", ["GB_3838-2002.yaml", "HJ_633-2012.yaml"])
def test_json_has_every_field(name):
    rules = rule_set(name)
    told = json.loads(json.dumps(to_json(rules), ensure_ascii=False))
    assert set(told) == {"format", *(one.name for one in fields(rules))}
    assert told["format"] == FORMAT
    assert [one["id"] for one in told["ladders"]] == [one.id for one in rules.ladders]
    for ladder, own in zip(rules.ladders, told["ladders"], strict=True):
        for rung, said in zip(ladder.rungs, own["rungs"], strict=True):
            assert set(said) == {one.name for one in fields(rung)}
            assert said["written"] == list(rung.written)


def test_json_keeps_decimals_and_tells_limits_apart():
    rules = (
        Rule(id="r", clause="1", characteristic="a", limit=read_limit("≤0.50"), written="≤0.50"),
        Rule(id="q", clause="2", characteristic="a", limit=read_limit("不得检出"), written="不得检出",
             exceptions=frozenset({"r"}), since=date(2026, 3, 1)),
        Rule(id="p", clause="3", characteristic="b", limit=looked_up(None, read_limit("≥1")), written=""),
    )  # fmt: skip
    first, second, third = to_json(replace(EMPTY, rules=rules))["rules"]
    assert first["limit"]["high"] == {
        "value": "0.50", "step": "0.01", "closed": True, "origin": "0",
    }  # fmt: skip
    assert second["limit"] == {"kind": "not-detected"}
    assert (second["exceptions"], second["since"]) == (["r"], "2026-03-01")
    assert [one["limit"] and one["limit"]["kind"] for one in third["limit"]["cases"]] == [
        None, None, "interval",
    ]  # fmt: skip

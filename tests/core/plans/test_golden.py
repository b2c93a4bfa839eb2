"""The six real plans: every note as read by eye. The files beside hold facts, no text."""

import json
from pathlib import Path
from typing import Any

import pytest

from guiju.core.plans import parse, to_json
from tests.shared_data import shared

from .offsets import misplaced

GOLDEN = Path(__file__).parent / "golden"
PLANS = {
    "02-zonghe-baoshuiqu": 21,
    "03-wufei-chengshi": 39,
    "05-nongjizhuangbei": 18,
    "07-jili": 30,
    "10-fangguanfu": 99,
    "action-plan-2022": 41,
}
ROLES = ("lead", "shared", "cooperating", "guiding")
FLAGS = {"all": "all_departments", "local": "local_governments", "etc": "etc"}


def load(name: str) -> tuple[str, dict[str, Any], dict[str, Any]]:
    expected = json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))
    folder = "seeds" if name.startswith("action") else "data/plans"
    text = shared(f"{folder}/{expected['file']}").read_text(encoding="utf-8")
    return text, to_json(parse(text)), expected


def note_facts(measure: dict[str, Any], duty: dict[str, Any]) -> dict[str, Any]:
    facts: dict[str, Any] = {"measure": measure["key"]}
    facts |= {role: duty[role] for role in ROLES if duty[role]}
    flags = [flag for flag, key in FLAGS.items() if duty[key]]
    return facts | ({"flags": flags} if flags else {})


@pytest.mark.parametrize("name", PLANS)
def test_every_note(name: str) -> None:
    _, plan, expected = load(name)
    facts = [note_facts(m, duty) for m in plan["measures"] for duty in m["responsibilities"]]
    assert len(facts) == PLANS[name]
    assert facts == expected["notes"]


@pytest.mark.parametrize("name", PLANS)
def test_shape(name: str) -> None:
    _, plan, expected = load(name)
    assert {
        "measures": len(plan["measures"]),
        "sections": [section["key"] for section in plan["sections"]],
        "issued": plan["issued"],
        "document_number": plan["document_number"],
        "defaults": [[d["kind"], d["from"]] for d in plan["defaults"]],
        "unclear": sorted({doubt["reason_code"] for doubt in plan["unclear"]}),
    } == {key: expected[key] for key in list(expected)[1:-1]}


@pytest.mark.parametrize("name", PLANS)
def test_offsets(name: str) -> None:
    text, plan, _ = load(name)
    assert misplaced(plan, text) == []


@pytest.mark.parametrize("name", PLANS)
def test_notes_and_actions_lie_inside_their_measure_and_do_not_overlap(name: str) -> None:
    _, plan, _ = load(name)
    for measure in plan["measures"]:
        parts = [*measure["actions"], *measure["responsibilities"]]
        parts.sort(key=lambda part: part["start"])
        edges = [edge for part in parts for edge in (part["start"], part["end"])]
        assert edges == sorted(edges)
        assert measure["start"] <= edges[0]
        assert edges[-1] <= measure["end"]
        for action in measure["actions"]:
            if action["responsibility"] is not None:
                covers = measure["responsibilities"][action["responsibility"]]["covers"]
                assert covers["start"] <= action["start"] < action["end"] <= covers["end"]


def test_named_outputs_of_the_action_plan() -> None:
    _, plan, _ = load("action-plan-2022")
    expected = json.loads((GOLDEN / "action-plan-outputs.json").read_text(encoding="utf-8"))
    found = {}
    for measure in plan["measures"]:
        every = measure["outputs"] + [o for a in measure["actions"] for o in a["outputs"]]
        found[measure["key"]] = {
            "standards": sum(output["kind"] == "标准" for output in every),
            "named": [[o["kind"], o["name"]] for o in every if o["kind"] != "标准"],
        }
    assert sum(len(row["named"]) for row in expected.values()) == 95
    assert found == expected


def test_the_action_plan_names_itself() -> None:
    _, plan, _ = load("action-plan-2022")
    assert plan["title"] == "贯彻实施《国家标准化发展纲要》行动计划"
    assert plan["notice_title"] == "关于印发贯彻实施《国家标准化发展纲要》行动计划的通知"
    assert (plan["document_number"], plan["issued"]) == ("国市监标技发〔2022〕64号", "2022-07-06")
    assert len(plan["signatories"]) == 16
    assert [measure["no"] for measure in plan["measures"]] == list(range(1, 34))
    assert {measure["level"] for measure in plan["measures"]} == {1}


def test_two_levels_without_paragraph_breaks() -> None:
    _, plan, _ = load("10-fangguanfu")
    parents = [measure for measure in plan["measures"] if measure["level"] == 2]
    assert [measure["no"] for measure in parents] == list(range(1, 26))
    children = [measure for measure in plan["measures"] if measure["level"] == 3]
    assert {child["parent"] for child in children} <= {measure["key"] for measure in parents}
    twice = [m["key"] for m in plan["measures"] if len(m["responsibilities"]) == 2]
    assert twice == ["五/（二十三）", "五/（二十五）"]


def test_all_plans_in_one_text_are_read_like_each_alone() -> None:
    texts, facts, keys = [], [], 0
    for name in PLANS:
        text, plan, expected = load(name)
        texts.append(text)
        facts += [{k: v for k, v in row.items() if k != "measure"} for row in expected["notes"]]
        keys += len(plan["measures"])
    whole = to_json(parse("\n".join(texts)))
    found = [note_facts(m, duty) for m in whole["measures"] for duty in m["responsibilities"]]
    assert [{k: v for k, v in row.items() if k != "measure"} for row in found] == facts
    assert len({measure["key"] for measure in whole["measures"]}) == keys

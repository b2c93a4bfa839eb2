"""Diagrams: every state and every step of the file is there, and nothing else."""

from itertools import combinations
from xml.etree import ElementTree

import pytest

from guiju.core.procedures.drawing import mermaid
from guiju.core.procedures.files.reading import read_procedure
from guiju.core.procedures.files.rulebook import procedures
from guiju.core.procedures.picture import _lines, svg
from tests.core.procedures.small import SMALL

NAME = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("procedure", procedures(), ids=lambda one: one.id)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_picture_has_every_state_and_step(procedure, language):
    picture = ElementTree.fromstring(svg(procedure, language))
    steps = [one for state in procedure.states for one in procedure.leaving(state)]
    texts = [one.text for one in picture.iter(f"{NAME}text")]
    assert len(texts) == len(procedure.states) + len(steps)
    assert len(list(picture.iter(f"{NAME}rect"))) == len(procedure.states)
    assert len(list(picture.iter(f"{NAME}path"))) == 2 * len(steps)
    assert {one.get("style") for one in picture.iter()} == {None}


@pytest.mark.parametrize("procedure", procedures(), ids=lambda one: one.id)
def test_lines_to_different_states_never_lie_on_each_other(procedure):
    for one, other in combinations(_lines(procedure), 2):
        if one.lane == other.lane and one.target != other.target:
            low, high = sorted(sorted((line.source, line.target)) for line in (one, other))
            assert low[1] < high[0]


def test_the_small_procedure_in_mermaid():
    assert mermaid(read_procedure(SMALL, "example.yaml"), "en") == (
        "stateDiagram-v2\n"
        '  state "10 proposal" as stage_10 {\n    state "10.00 filed" as filed\n  }\n'
        '  state "30 consultation" as stage_30 {\n    state "30.20 open" as open\n  }\n'
        '  state "40 examination" as stage_40 {\n    state "40.20 voted" as voted\n  }\n'
        '  state "60 publication" as stage_60 {\n    state "60.60 done" as done\n  }\n'
        "  [*] --> filed\n"
        "  filed --> open : ask (clerk)\n"
        "  open --> voted : vote (clerk)\n"
        "  voted --> voted : count (clerk)\n"
        "  voted --> filed : again (clerk)\n"
        "  voted --> done : approve (clerk)\n"
        "  done --> [*]\n"
    )

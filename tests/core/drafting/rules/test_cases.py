"""Each rule finds what its cases break, and lets the near misses be."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from guiju.core.drafting.checking import apply
from guiju.core.drafting.mending import with_addresses
from guiju.core.drafting.rulebook import rule_ids
from guiju.core.drafting.rules import CHECKS, rule
from tests.core.drafting.rules import notation

FOLDER = Path(__file__).parent / "cases"


def cases(kind: str) -> list[Any]:
    return [
        pytest.param(file.stem, case, id=f"{file.stem}-{at}")
        for file in sorted(FOLDER.glob("*.yaml"))
        for at, case in enumerate(yaml.safe_load(file.read_text("utf-8"))[kind], 1)
    ]


BREAKS, NEAR = cases("breaks"), cases("near")


@pytest.mark.parametrize(("name", "case"), BREAKS)
def test_what_breaks_a_rule_is_found(name, case):
    made = notation.document(case)
    assert notation.shown(made, notation.findings(made, name, case)) == case["finds"]
    assert case["finds"]


@pytest.mark.parametrize(("name", "case"), NEAR)
def test_a_near_miss_is_not_found(name, case):
    made = notation.document(case)
    assert notation.shown(made, notation.findings(made, name, case)) == []


@pytest.mark.parametrize(("name", "case"), BREAKS)
def test_a_mend_ends_the_finding_and_changes_nothing_else(name, case):
    made = notation.document(case)
    found = [one for one in notation.findings(made, name, case) if one.mend is not None]
    mended = apply(made, found)
    gone = {(one.address, one.part, one.message) for one in found}
    left = notation.findings(mended, name, case)
    assert [one for one in left if (one.address, one.part, one.message) in gone] == []
    assert with_addresses(mended) == mended
    touched = {(one.address, one.part) for one in found}
    assert _texts(mended, touched) == _texts(made, touched)
    for one in found:
        assert one.mend in _text(mended, one)


def test_every_rule_has_cases_and_texts():
    assert sorted(rule_ids()) == sorted(CHECKS)
    assert sorted(file.stem for file in FOLDER.glob("*.yaml")) == sorted(CHECKS)
    for kind in (BREAKS, NEAR):
        assert {one.values[0] for one in kind} == set(CHECKS)


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_the_texts_of_a_rule_are_whole(name):
    one = rule(name)
    texts = [one.title, *(text for say in one.says.values() for text in (say.message, say.hint))]
    assert all(text.zh and text.en for text in texts)
    assert one.severity in ("E", "W", "I")
    assert one.confidence in ("high", "medium", "low")
    assert "GB/T" in one.basis


def _texts(made, but):
    """All texts and labels, less those that were mended."""
    found = {(one.address, one.part): one.content for one in notation.places(made)}
    found |= {("", f"title/{language}"): title for language, title in made.meta.titles}
    return {
        key: text
        for key, text in found.items()
        if key not in but and (key[0].removesuffix("/p1"), "cell") not in but
    }


def _text(made, one):
    if one.part in ("label", "unit"):
        return one.mend
    address = f"{one.address}/p1" if one.part == "cell" else one.address
    part = "" if one.part == "cell" else one.part
    found = {(place.address, place.part): place.content for place in notation.places(made)}
    found |= {("", f"title/{language}"): title for language, title in made.meta.titles}
    return found[address, part]

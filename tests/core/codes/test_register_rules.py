"""The rulebook's register: whole, and true to its own rules."""

from importlib import resources

import yaml

from guiju.core.codes.register import bodies, province_of
from guiju.core.codes.uscc import parse


def test_slugs_are_unique_and_every_reference_leads_somewhere():
    slugs = [body.slug for body in bodies()]
    missing = [
        other
        for body in bodies()
        for other in (body.parent, *(step.to for step in body.succession))
        if other and other not in slugs
    ]
    assert (len(slugs), missing) == (len(set(slugs)), [])


def test_names_follow_one_another_without_overlap():
    wrong = [
        body.slug
        for body in bodies()
        for earlier, later in zip(body.names, body.names[1:], strict=False)
        if earlier.until is None or earlier.until != later.since
    ]
    assert wrong == []


def test_a_body_that_ended_has_a_successor_on_that_day():
    """And nobody else has: duties pass on the day on which the last name ends."""
    wrong = [
        body.slug
        for body in bodies()
        if {step.on for step in body.succession} != ({body.names[-1].until} - {None})
    ]
    assert wrong == []


def test_nothing_succeeds_before_it_was():
    by_slug = {body.slug: body for body in bodies()}
    wrong = [
        (body.slug, step.to)
        for body in bodies()
        for step in body.succession
        if (since := by_slug[step.to].names[0].since) is not None and since > step.on
    ]
    assert wrong == []


def test_each_body_has_an_english_name_a_kind_and_a_confidence():
    file = resources.files("guiju.rulebook") / "organisations" / "central.yaml"
    rows = yaml.safe_load(file.read_text("utf-8"))["organisations"]
    assert {row["confidence"] for row in rows} <= {"high", "medium", "low"}
    assert [row["slug"] for row in rows if not all(name["en"] for name in row["names"])] == []


def test_the_credit_codes_check():
    assert [str(parse(body.uscc)) for body in bodies() if body.uscc] == ["11100000MB0194554T"]


def test_regions_are_named():
    assert [province_of(code).zh for code in ("100000", "440300", "650000")] == [
        "中央一级",
        "广东省",
        "新疆维吾尔自治区",
    ]
    assert province_of("990000") is None

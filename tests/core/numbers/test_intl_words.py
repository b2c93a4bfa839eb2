"""The tables of bodies and words: complete, in both languages, and reachable."""

from datetime import date

import pytest

from guiju.core.codes.tables import read_table
from guiju.core.numbers import international
from guiju.core.numbers.international import names
from guiju.core.numbers.international.words import (
    DRAFT_TYPES,
    PUBLISHERS,
    STAGES,
    SUPPLEMENTS,
    TYPES,
)

FILES = ["international.yaml", "international_foreign.yaml", "international_words.yaml"]
NAMED = [
    (file, row)
    for file in FILES
    for rows in read_table(file, "issuers").values()
    for row in rows
    if isinstance(row, dict) and "zh" in row
]


@pytest.mark.parametrize(("file", "row"), NAMED, ids=lambda one: str(one)[:40])
def test_each_row_has_both_names_and_its_confidence(file, row):
    assert row["zh"].strip()
    assert row["en"].strip()
    assert not row["zh"].isascii()
    assert row["confidence"] in {"high", "medium", "low"}
    first, last = row.get("since", 1800), row.get("until", date.max.year)
    assert isinstance(first, int)
    assert first < last


def test_no_spelling_means_two_things():
    assert PUBLISHERS.keys().isdisjoint(TYPES)
    assert PUBLISHERS.keys().isdisjoint(STAGES)
    assert TYPES.keys().isdisjoint(STAGES)
    assert DRAFT_TYPES.keys().isdisjoint(STAGES)
    assert DRAFT_TYPES.keys().isdisjoint(TYPES)


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("AMD", ("Amd", "")),
        ("DAM", ("Amd", "D")),
        ("FDAMD", ("Amd", "FD")),
        ("PDAM", ("Amd", "CD")),
        ("FPDAM", ("Amd", "FPD")),
        ("PDCOR", ("Cor", "CD")),
        ("FCOR", ("Cor", "FD")),
        ("DAD", ("Add", "D")),
        ("CDAMD", ("Amd", "CD")),
    ],
)
def test_a_word_of_a_supplement_is_its_kind_and_stage(word, meaning):
    assert SUPPLEMENTS[word] == meaning


@pytest.mark.parametrize(
    ("name", "zh"),
    [
        (names.body_name("ISO"), "国际标准化组织"),
        (names.body_name("DIN"), "德国标准"),
        (names.type_name("TR"), "技术报告"),
        (names.type_name("White Paper"), "白皮书"),
        (names.stage_name("DIS"), "国际标准草案"),
        (names.stage_name("FD"), "最终草案"),
        (names.supplement_name("Amd"), "修改单"),
        (names.suffix_name("CSV"), "合并版"),
    ],
)
def test_names(name, zh):
    assert name.zh == zh


def test_what_has_no_name():
    asked = (
        names.body_name,
        names.type_name,
        names.stage_name,
        names.supplement_name,
        names.suffix_name,
    )
    assert [ask("nobody") for ask in asked] == [None] * 5


@pytest.mark.parametrize("word", ["ISO", "IEC", "ИСО", "JIS", "EN", "DIN", "ITU-T", "CXS", "ГОСТ"])
def test_numbers_in_text_are_found_by_these_words(word):
    assert word in international.finders

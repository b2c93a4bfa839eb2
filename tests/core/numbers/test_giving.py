"""Which number comes next, and how it is written (编号)."""

from datetime import date

import pytest

from guiju.core.errors import InputError
from guiju.core.numbers.giving import (
    double_number,
    plan_number,
    plan_place,
    plan_series,
    standard_number,
    supplement_number,
)
from guiju.core.numbers.reading import parse
from guiju.core.numbers.sequences import (
    joint_sequence,
    numbered_as,
    numbered_beside,
    sequence_of,
)

ON = date(2026, 5, 1)


@pytest.mark.parametrize(
    ("code", "key", "shared"),
    [
        ("GB", "GB", ["GB", "GB/T", "GB/Z"]),
        ("GB/Z", "GB", ["GB", "GB/T", "GB/Z"]),
        ("JB/T", "JB", ["JB", "JB/T", "JB/Z"]),
        ("NB/SH/T", "NB/SH", ["NB/SH", "NB/SH/T", "NB/SH/Z"]),
        ("DB11/T", "DB11", ["DB11", "DB11/T", "DB11/Z"]),
        ("DB3206", "DB3206", ["DB3206", "DB3206/T", "DB3206/Z"]),
        ("T/EXAMPLE", "T/EXAMPLE", ["T/EXAMPLE"]),
        ("Q/EXAMPLE", "Q/EXAMPLE", ["Q/EXAMPLE"]),
        ("GSB", "GSB", ["GSB"]),
    ],
)
def test_codes_that_draw_on_one_sequence(code, key, shared):
    found = sequence_of(code)
    assert (found.key, list(found.codes)) == (key, shared)


@pytest.mark.parametrize("code", ["", "GB/X", "DB99/T", "JJG", "T/", "ISO", "GJB"])
def test_codes_under_which_no_number_is_given(code):
    with pytest.raises(InputError) as told:
        sequence_of(code)
    assert told.value.code == "no_sequence"


@pytest.mark.parametrize(
    ("code", "highest", "next_one"),
    [
        ("GB/T", "", "1"),
        ("GB/T", "47999", "48000"),
        ("GB/T", "49999", "52000"),  # 50000 to 51999 are for construction
        ("DB11/T", "3000", "5000"),  # 3001 to 4999 are for standards of three provinces
        ("DB44/T", "3000", "3001"),
        ("T/EXAMPLE", "009", "010"),
        ("T/EXAMPLE", "999", "1000"),
        ("JR/T", "0176", "0177"),
        ("GSB", "", "0001"),
    ],
)
def test_what_comes_next(code, highest, next_one):
    assert sequence_of(code).following(highest) == next_one


@pytest.mark.parametrize(
    ("codes", "first"),
    [
        (("DB11/T", "DB12/T", "DB13/T"), "3001"),
        (("DB11/T", "DB13/T"), "3001"),
        (("DB31/T", "DB34/T"), "310001"),
        (("DB11/T", "DB31/T"), None),
        (("DB11/T", "DB11"), None),
        (("DB11/T",), None),
    ],
)
def test_provinces_that_number_together(codes, first):
    if first is None:
        with pytest.raises(InputError) as told:
            joint_sequence(codes)
        assert told.value.code == "no_joint_sequence"
    else:
        assert joint_sequence(codes).following("") == first


def test_a_sequence_that_is_used_up_says_so():
    with pytest.raises(InputError) as told:
        joint_sequence(("DB31/T", "DB32/T")).following("310999")
    assert told.value.code == "sequence_full"


def test_numbers_as_they_are_written():
    assert [
        standard_number("GB/T", "47999", on=ON),
        standard_number("T/EXAMPLE", "010", "2", on=ON),
        standard_number("GSB", "05-1427", on=ON),
        supplement_number("GB 18352.6-2016", "XG", 1, on=ON),
        supplement_number("GB/T 1.1-2020", "Cor", 2, on=ON),
        double_number("GB/T 47999-2026", "ISO 9001:2015"),
    ] == [
        "GB/T 47999-2026",
        "T/EXAMPLE 010.2-2026",
        "GSB 05-1427-2026",
        "GB 18352.6-2016/XG1-2026",
        "GB/T 1.1-2020/Cor2-2026",
        "GB/T 47999-2026/ISO 9001:2015",
    ]


@pytest.mark.parametrize(
    ("kind", "standard", "owner", "written", "series"),
    [
        ("national", "GB/T 1", "469", "20260007-T-469", "plan:national:2026"),
        ("national", "GB 1", "339", "20260007-Q-339", "plan:national:2026"),
        ("national", "GB/Z 1", "469", "20260007-Z-469", "plan:national:2026"),
        ("industry", "JB/T 1", "JB", "2026-0007T-JB", "plan:industry:JB:2026"),
        ("translation", "GB/T 1", "", "W20260007", "plan:translation:2026"),
        ("sample", "GSB 05-1426", "", "S2026007", "plan:sample:2026"),
        ("own", "T/EXAMPLE 1", "T/EXAMPLE", "T/EXAMPLE-JH-2026-007", "plan:own:T/EXAMPLE:2026"),
        ("filing", "DB11/T 1", "", "00007-2026", "plan:filing"),
    ],
)
def test_plans_and_filings(kind, standard, owner, written, series):
    given = plan_number(kind, 7, on=ON, standard=parse(standard), owner=owner)
    assert (given, plan_place(kind, given), plan_series(kind, on=ON, owner=owner)) == (
        written,
        7,
        series,
    )


@pytest.mark.parametrize(
    ("kind", "place", "owner", "code"),
    [
        ("national", 7, "", "no_plan_owner"),
        ("national", 7, "46", "no_plan_owner"),
        ("own", 7, "", "no_plan_owner"),
        ("sample", 1000, "", "too_many_plans"),
    ],
)
def test_plan_numbers_that_cannot_be_given(kind, place, owner, code):
    with pytest.raises(InputError) as told:
        plan_number(kind, place, on=ON, standard=None, owner=owner)
    assert told.value.code == code


def test_what_procedures_number():
    assert [numbered_as(one, "32") for one in ("guidance", "local", "translation", "other")] == [
        ("GB/Z", "national"),
        ("DB32/T", "own"),
        ("", "translation"),
        ("", ""),
    ]
    assert numbered_as("group") == ("", "own")
    assert [numbered_beside(one) for one in ("amendment", "corrigendum", "group")] == [
        "XG",
        "Cor",
        "",
    ]

"""Numbers as JSON, as file names, as URNs, and the warnings beside them."""

import json

import pytest

from guiju.core.numbers import (
    amendment,
    file_safe,
    from_urn,
    key,
    parse,
    read_to_json,
    squash,
    to_json,
    urn,
    warnings,
)

KEYS = [
    "input", "ok", "kind", "level", "nature", "code", "publishers", "type", "seq", "parts", "year",
    "stage", "edition", "all_parts", "languages", "amendments", "adopts", "joint", "area",
    "canonical", "display", "urn", "warnings", "error",
]  # fmt: skip


def test_a_number_as_json():
    answer = read_to_json("GB/T 19001—2016/ISO 9001:2015")
    assert list(answer) == KEYS
    assert (answer["ok"], answer["code"], answer["seq"], answer["year"]) == (
        True,
        "GB/T",
        "19001",
        "2016",
    )
    assert answer["adopts"] == ["ISO 9001:2015"]
    assert answer["display"] == "GB/T 19001—2016/ISO 9001:2015"
    assert answer["error"] is None
    assert json.loads(json.dumps(answer)) == answer


def test_amendments_are_listed_alone():
    assert to_json(parse("GB 1-2016/XG1-2021"))["amendments"] == ["XG1-2021"]
    assert to_json(parse("ISO 9001:2015/Amd 1:2024"))["amendments"] == ["Amd 1:2024"]
    draft = parse("ISO 17301-1:2016/CD Amd 2.3")
    assert amendment(draft, draft.supplements[0]) == "CD Amd 2.3"


def test_a_refusal_has_the_same_keys():
    answer = read_to_json("T/ca 1-2020")
    assert list(answer) == KEYS
    assert (answer["input"], answer["ok"], answer["canonical"]) == ("T/ca 1-2020", False, "")
    assert answer["error"]["likely"] == "T/CA 1-2020"
    assert {"zh", "en", "likely"} == set(answer["error"])


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("GB/T 1.1—2020", "GB_T_1.1-2020"),
        ("ISO/IEC 27001:2013", "ISO_IEC_27001-2013"),
        ("GB/T 3102（所有部分）", "GB_T_3102_(all_parts)"),
        ("SAC/TC 28/SC 38", "SAC_TC_28_SC_38"),
    ],
)
def test_a_name_for_files(written, name):
    assert file_safe(parse(written)) == name


def test_only_iso_and_iec_have_urns():
    assert urn(parse("GB/T 1.1-2020")) == urn(parse("SAC/TC 28")) == ""
    text = urn(parse("ISO 9001:2015"))
    assert text == "urn:iso:std:iso:9001"
    assert key(from_urn(text)) == "ISO 9001"


def test_squashed_forms_are_the_same_key():
    forms = (
        "GB/T 1.1—2020",
        "gbt1.1 2020",
        "\uff27\uff22_\uff34 \uff11．\uff11－\uff12０\uff12０",
        "Gb/t1.1:2020",
    )
    assert {squash(form) for form in forms} == {"gbt112020"}


@pytest.mark.parametrize(
    ("written", "warning"),
    [
        ("GB/T 1.1.2020", "“2020” stands as a part, but looks like a year: was “-2020” meant?"),
        ("GB 7714-87", "The year “87” is taken for 1987."),
        ("GBZ 40846-2021", "“GBZ” has no sequence number so high: was “GB/Z 40846-2021” meant?"),
        ("20231234-T-999", "The rulebook has no competent department with the code 999."),
    ],
)
def test_what_is_odd_is_said(written, warning):
    assert [one.en for one in warnings(parse(written))] == [warning]


@pytest.mark.parametrize("written", ["GB/T 1.1-2020", "GBZ 1-2010", "ISO 9001:2015", "SAC/TC 28"])
def test_what_is_not_odd_is_not(written):
    assert warnings(parse(written)) == ()

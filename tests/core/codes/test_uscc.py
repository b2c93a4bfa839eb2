"""The unified social credit code: what is read out of it, and which slips are found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.core.codes.uscc import ALPHABET, check_character, parse
from guiju.core.errors import InputError

SAMR = "11100000MB0194554T"


@st.composite
def codes(draw):
    """Valid codes of enterprises: 91, six digits, nine characters, the check."""
    region = draw(st.text("0123456789", min_size=6, max_size=6))
    body = draw(st.text(ALPHABET, min_size=9, max_size=9))
    first = f"91{region}{body}"
    return first + check_character(first)


@pytest.mark.parametrize(
    ("written", "department", "category", "region", "inner"),
    [
        ("914403001922038216", "市场监督管理", "企业", "440300", "19220382-1"),
        (SAMR, "机构编制", "机关", "100000", "MB019455-4"),
        ("91350100M000100Y43", "市场监督管理", "企业", "350100", "M000100Y-4"),
    ],
)
def test_the_verified_codes_of_the_rulebook_are_read(written, department, category, region, inner):
    code = parse(written)
    parts = (code.department.zh, code.category.zh, code.region, code.organisation_code)
    assert (str(code), parts) == (written, (department, category, region, inner))
    assert code.warning is None


@pytest.mark.parametrize(
    "written",
    [
        "11100000mb0194554t",
        "11100000\uff2d\uff220194554\uff34",
        " 1110 0000-MB01–94554T ",
        "11100000MB0194554T\n",
    ],
)
def test_width_case_spaces_and_hyphens_do_not_count(written):
    assert str(parse(written)) == SAMR


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("", "统一社会信用代码应为 18 位，“”有 0 位。请补全或删去多余的字符。"),
        (
            SAMR[:-1],
            "统一社会信用代码应为 18 位，“11100000MB0194554”有 17 位。请补全或删去多余的字符。",
        ),
        (
            "11100000MB0194554A",
            "“11100000MB0194554A”的校验码不符：按前 17 位计算，最后一位应为“T”。请核对是否抄错。",
        ),
        (
            "B1100000MB0194554T",
            "“B1100000MB0194554T”的第 1 位“B”不能出现在这里（可用：123456789AGNY）。请核对。",
        ),
        (
            "14100000MB0194554T",
            "“14100000MB0194554T”的第 2 位“4”不能出现在这里（可用：1239）。请核对。",
        ),
        (
            "111000A0MB0194554T",
            "“111000A0MB0194554T”的第 7 位“A”不能出现在这里（可用：0123456789）。请核对。",
        ),
        (
            "11100000MBO194554T",
            f"“11100000MBO194554T”的第 11 位“O”不能出现在这里（可用：{ALPHABET}）。请核对。",
        ),
    ],
)
def test_each_error_names_the_place_or_the_right_check(written, sentence):
    with pytest.raises(InputError) as caught:
        parse(written)
    assert caught.value.sentence.zh == sentence


def test_an_inner_code_that_does_not_check_is_a_warning():
    first = "91440300192203829"
    code = parse(first + check_character(first))
    assert code.warning is not None
    assert "应为 1" in code.warning.zh


@given(codes())
def test_a_valid_code_is_read_back(code):
    assert str(parse(code)) == code


@given(codes(), st.integers(0, 17), st.sampled_from(ALPHABET))
def test_every_single_wrong_character_is_found(code, place, other):
    """3 generates the residues of 31, so no weight is 0 and no single change keeps the sum."""
    wrong = code[:place] + other + code[place + 1 :]
    if other != code[place]:
        with pytest.raises(InputError):
            parse(wrong)


@given(codes(), st.integers(0, 16))
def test_every_swap_of_neighbours_is_found(code, place):
    """Neighbouring weights differ modulo 31, so a swap of unlike characters changes the sum."""
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    if swapped != code:
        with pytest.raises(InputError):
            parse(swapped)

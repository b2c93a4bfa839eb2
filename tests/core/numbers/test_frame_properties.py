"""What holds for every number and every text."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from guiju.core.numbers import (
    Supplement,
    candidates,
    canonical,
    display,
    file_safe,
    find,
    parse,
    read_to_json,
    sort_key,
    squash,
    work_key,
)
from guiju.core.numbers.issuers import issuers

LISTED = sorted(code for code, one in issuers().items() if one.shape == "digits")
AREAS = ("11", "31", "44", "3206", "4403")
LETTERS = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=8)
CODES = st.one_of(
    st.sampled_from(LISTED),
    st.builds("DB{}{}".format, st.sampled_from(AREAS), st.sampled_from(("", "/T", "/Z"))),
    LETTERS.map("T/{}".format),
    LETTERS.map("Q/{}".format),
)
DIGITS = st.text("0123456789", min_size=1, max_size=6)
PARTS = st.lists(st.text("0123456789", min_size=1, max_size=4), max_size=2).map(tuple)
YEARS = st.one_of(st.just(""), st.integers(1949, 2099).map(str))
SUPPLEMENTS = st.lists(
    st.builds(Supplement, kind=st.just("XG"), number=st.integers(1, 9).map(str), year=YEARS),
    max_size=2,
).map(tuple)


@st.composite
def numbers(draw):
    """A number as the parser makes them: level, nature and area follow from the code."""
    bare = parse(f"{draw(CODES)} 1")
    year = draw(YEARS)
    return replace(
        bare,
        seq=draw(DIGITS),
        parts=draw(PARTS),
        year=year,
        supplements=draw(SUPPLEMENTS) if year else (),
        languages=draw(st.sampled_from(((), ("en",)))) if year else (),
    )


@given(numbers())
def test_both_forms_read_as_the_number(number):
    assert parse(canonical(number)) == number
    assert parse(display(number)) == number


@given(numbers(), numbers())
def test_double_and_joint_numbers_are_printed_whole(number, other):
    adopted = parse("ISO/IEC 27001:2013")
    other = replace(other, supplements=(), languages=())
    whole = replace(number, adopts=(adopted,), joint=(other,), supplements=(), languages=())
    assert parse(display(whole)) == whole


WIDE = {ord(sign): chr(ord(sign) + 0xFEE0) for sign in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/.-"}
SPACES = st.sampled_from((" ", "  ", "\u00a0", "\u3000", "\u2009", "\t"))
DASHES = st.sampled_from("-\u2010\u2013\u2014\u2015\u2212\uff0d:：")


@given(numbers(), SPACES, DASHES, st.booleans())
def test_width_dash_and_space_do_not_matter(number, space, dash, wide):
    number = replace(number, languages=(), supplements=())
    text = canonical(number).replace("-", dash).replace(" ", space)
    assert parse(text.translate(WIDE) if wide else text) == number


@given(numbers())
def test_letter_case_does_not_matter_to_a_search(number):
    typed = canonical(number).lower()
    assert squash(typed) == squash(canonical(number))
    if number.code != "GBn":
        assert number in candidates(typed)


@given(st.lists(numbers(), max_size=5))
def test_found_places_slice_back(them):
    text = "，示例".join(display(one) for one in them)
    found = find(text)
    for one in found:
        assert parse(text[one.start : one.end]) == one.number
    dated = [one for one in them if one.year]
    assert [one.number for one in found if one.number.year] == dated


@given(st.lists(numbers(), max_size=6))
def test_the_order_is_total(them):
    keys = [sort_key(one) for one in them]
    backwards = keys[::-1]
    assert sorted(keys) == sorted(backwards)
    assert all(
        (a == b) == (x == y)
        for a, x in zip(keys, them, strict=True)
        for b, y in zip(keys, them, strict=True)
    )


@given(numbers())
def test_keys_of_works_are_numbers(number):
    assert work_key(parse(work_key(number))) == work_key(number)
    assert set(file_safe(number)).isdisjoint('/\\:*?"<>| ')


PIECES = st.sampled_from(
    [
        "GB", "/T", "T/", "Q/", "DB11", "DB", "ISO", "IEC", "ISO/IEC", "TC", "SC", "XG1", "-2020", "1",
        ".1", ".", "-", "—", ":", " ", "（", "）", "(", ")", "所有部分", "第1号修改单", "EN", "/", "、", "~",
        "20231234-T-469", "Amd 1", "idt", "\u0410", "ИСО", "㎡", "①", "٣", "\x00", "\ud800", "\n", "{", "}", "GSB 05-1",
        "JJG(交通)", "年版", "GBn", "Z",
    ]
)  # fmt: skip
HOSTILE = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map("".join))


@settings(max_examples=400)
@given(HOSTILE)
def test_every_text_is_read_or_refused_with_a_reason(text):
    answer = read_to_json(text)
    if answer["ok"]:
        number = parse(text)
        assert parse(display(number)) == number
        return
    error = answer["error"]
    assert error["zh"] != error["en"]
    assert not error["likely"] or parse(error["likely"])


@settings(max_examples=300)
@given(HOSTILE)
def test_every_text_can_be_searched(text):
    for one in find(text):
        assert parse(text[one.start : one.end]) == one.number
    for number in candidates(text):
        assert parse(display(number)) == number

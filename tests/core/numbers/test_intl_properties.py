"""Whatever is built prints and reads back; whatever is typed is read, refused or left alone."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guiju.core.numbers import international
from guiju.core.numbers.errors import NumberError
from guiju.core.numbers.folding import clean

_FIRST_GAP = re.compile(r" (?=\d)")
# Importing and a busy machine are slow, not the property.
RELAXED = settings(deadline=None)

years = st.integers(1950, 2099).map(str)
digits = st.integers(1, 99999).map(str)
parts = st.lists(st.integers(1, 999).map(str), max_size=3).map(
    lambda found: "".join(f"-{one}" for one in found)
)
dated = st.one_of(st.just(""), years.map(lambda year: f":{year}"))
supplements = st.lists(
    st.tuples(
        st.sampled_from(["Amd", "Cor", "CD Amd", "DAM", "FDAM", "DCOR"]), st.integers(1, 99), dated
    ).map(lambda one: f"/{one[0]} {one[1]}{one[2]}"),
    max_size=2,
).map("".join)
languages = st.sampled_from(["", "(en)", "(en,fr)", "(ru)", " (all parts)"])
iso_fronts = st.sampled_from(
    [
        "ISO",
        "ISO/TR",
        "ISO/TS",
        "ISO/PAS",
        "ISO Guide",
        "ISO/IEC",
        "ISO/IEC TR",
        "ISO/IEC/IEEE",
        "IWA",
    ]
)
drafts = st.sampled_from(
    ["ISO/CD", "ISO/DIS", "ISO/FDIS", "ISO/DTR", "ISO/CD TS", "ISO/IEC DIS", "AWI IWA"]
)
iso = st.builds("{} {}{}{}{}{}".format, iso_fronts, digits, parts, dated, supplements, languages)
iso_drafts = st.builds("{} {}{}.{}{}".format, drafts, digits, parts, st.integers(2, 9), languages)
iec = st.builds(
    "{} {}{}:{}{}{}".format,
    st.sampled_from(["IEC", "IEC TR", "IEC TS", "CISPR", "IEC/IEEE"]),
    digits,
    parts,
    years,
    st.sampled_from(["", "+AMD1:2009", "+AMD1:2009+AMD2:2012"]),
    st.sampled_from(["", " CSV", " RLV", " CSV/COR1:2015", "/AMD3:2019/ISH1:2020"]),
)
chains = st.builds(
    "{} {}{}{}{}".format,
    st.sampled_from(
        ["EN", "EN ISO", "EN ISO/IEC", "BS EN ISO", "DIN EN", "NEN-EN-ISO", "KS Q ISO", "CEN/TS"]
    ),
    digits,
    parts,
    dated,
    st.sampled_from(["", "+A1:2020", "/A1:2019+A11:2020", "/AC:2014"]),
)
japanese = st.builds(
    "JIS {} {}{}{}".format, st.sampled_from("ABCXZ"), st.integers(1000, 99999), parts, dated
)
radio = st.builds(
    "ITU-R {}.{}-{}".format, st.sampled_from(["BT", "SM", "SG03"]), digits, st.integers(0, 20)
)
numbers = st.one_of(iso, iso_drafts, iec, chains, japanese, radio)


@RELAXED
@given(numbers)
def test_the_normal_form_prints_back(text):
    assert international.canonical(international.read(text, text)) == text


@RELAXED
@given(numbers)
def test_the_key_reads_as_the_same_value(text):
    number = international.read(text, text)
    assert international.read(international.key(number), "") == number


@RELAXED
@given(numbers)
def test_letter_case_and_missing_spaces_do_not_matter(text):
    number = international.read(text, text)
    assert international.read(text.lower(), "") == number
    assert international.read(_FIRST_GAP.sub("", text, count=1), "") == number


@RELAXED
@given(st.one_of(iso, iso_drafts, iec))
def test_a_urn_names_the_number_that_has_it(text):
    urn = international.urn(international.read(text, text))
    assert international.urn(international.from_urn(urn)) == urn


typed = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="ISOECGUTRBN/ .:-+()0123456789|АИСОГТ年", max_size=60),
    st.builds("{}{}{}".format, numbers, st.text(max_size=8), numbers),
)


@RELAXED
@given(typed)
def test_nothing_typed_breaks_it(text):
    for written in (text, clean(text)):
        number = read_or_none(written)
        if number is not None:
            assert international.canonical(number)
            assert international.display(number)


def read_or_none(text):
    try:
        return international.read(text, text)
    except NumberError:
        return None


@RELAXED
@given(typed)
def test_no_text_breaks_the_reading_of_urns(text):
    for urn in (text, f"urn:iso:std:{text}", f"urn:iec:std:{text}"):
        try:
            number = international.from_urn(urn)
        except NumberError:
            continue
        assert international.read(international.canonical(number), "") is not None


@pytest.mark.parametrize(
    "head", ["ISO 1", "IEC 60335", "BS EN ISO 1", "GOST 1", "ASTM D1", "100/", "JIS Z 1"]
)
@pytest.mark.parametrize(
    "again", ["-1", "/1", ".1", " ", "(", "A", ":1", "/AMD1", "+AMD1:2000", "|", " No."]
)
def test_hostile_repetition_is_no_number(head, again):
    text = head + again * 200_000
    assert international.read(text, text) is None
    read_or_none(text[:160])

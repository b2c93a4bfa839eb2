"""The lists of real numbers beside the checkout: all are read, and print as themselves or normally."""

import json

import pytest

from guiju.core.numbers import international
from guiju.core.numbers.errors import NumberError
from guiju.core.numbers.folding import clean
from tests.shared_data import shared

REFUSED = {"ISO 11243.3": "ISO/DIS 11243.3", "ISO 21143.2": "ISO/DIS 21143.2"}

# How many lines of each list are not written in the normal form, and why.
NOT_NORMAL = {
    "iec-csv-pubid": 0,
    "iec-iec-pubid": 0,
    "iec-iecee-trf-pubid": 0,
    "iec-iecex-trf-pubid": 0,
    "iec-iecq-pubid": 0,
    "iec-ish-pubid": 0,
    "iec-iso-iec-pubid": 25,  # GUIDE in capitals
    "iec-sheets-pubid": 0,
    "iec-tc1-pubid": 0,
    "iec-tr-pubid": 0,
    "iec-ts-pubid": 0,
    "iec-vap-pubid": 0,
    "iec-wd-special-groups": 0,
    "iec-working-documents": 0,
    "iec-working-programmes": 2,  # ISO does not print the edition
    "iso-iso-pubid-basic": 19,  # editions, GUIDE, missing spaces, NWIP
    "iso-iso-pubid-cd": 1,  # CD2
    "iso-iso-pubid-coramd": 15,  # AMD, COR, DAmd, (E)
    "iso-iso-pubid-directives": 6,  # written out
    "iso-iso-pubid-draft-amd-cor": 14,  # DAmd, FDAmd, language letters
    "iso-iso-pubid-french": 10,
    "iso-iso-pubid-languages": 10,  # language letters, Amd.1
    "iso-iso-pubid-legacy-tr-ts": 2,  # PDTR, PDTS
    "iso-iso-pubid-nsb": 12,  # FprISO, WD/ISO
    "iso-iso-pubid-russian": 21,
    "iso-iso-pubid-supplement-iteration": 11,  # DAmd, COR
    "iso-iwa-pubid": 1,  # ISO/WD IWA
    "iso-non-iso-identifiers": 0,
    "itu-itu-r": 0,
    "jis-jis-pubids": 0,
}


def lines(name):
    text = shared(f"data/numbers/{name}.txt").read_text("utf-8")
    written = [line.strip() for line in text.splitlines()]
    return [line for line in written if line and not line.startswith("#") and line not in REFUSED]


@pytest.mark.parametrize(("name", "not_normal"), NOT_NORMAL.items())
def test_all_lines_are_read_and_printed(name, not_normal):
    counted = 0
    for line in lines(name):
        number = international.read(clean(line), line)
        normal = international.canonical(number)
        again = international.read(normal, "")
        assert international.canonical(again) == normal
        assert international.key(again) == international.key(number)
        assert again == number or number.edition
        counted += normal != line
    assert counted == not_normal


@pytest.mark.parametrize(("written", "likely"), REFUSED.items())
def test_an_iteration_without_a_stage_is_refused(written, likely):
    with pytest.raises(NumberError) as refusal:
        international.read(written, written)
    assert refusal.value.likely == likely


def test_what_is_not_of_iso_is_read_as_what_it_is():
    read = {
        line: international.read(line, line).publishers[0]
        for line in lines("iso-non-iso-identifiers")
    }
    assert read == {
        "CEN/TS 15370-1:2006": "CEN/TS",
        "IEC 80369-5:2016/Cor 2:2021(en,fr)": "IEC",
        "IEC 80601-2-60": "IEC",
        "IEC 80601-2-60:2019(en,fr)": "IEC",
        "JCGM 200:2008(F)": "JCGM",
    }


def test_the_pairs_are_exact():
    """Less one whose year stands nowhere in what is written, and one whose URN has an edition."""
    wrong = []
    for line in shared("data/numbers/iso-pairs.jsonl").read_text("utf-8").splitlines():
        pair = json.loads(line)
        written = pair["original"] or pair["pubid"]
        number = international.read(clean(written), written)
        if pair["pubid"] not in (None, international.canonical(number)):
            wrong.append(written)
        if pair["urn"] not in (None, international.urn(number)):
            wrong.append(written)
            assert international.urn(number, edition="2") == pair["urn"]
        if pair["urn"]:
            assert international.urn(international.from_urn(pair["urn"])) == pair["urn"]
    assert sorted(wrong) == ["ISO/IEC FDIS 23008-1/WD Amd 1", "ISO/R 657/IV"]

"""The tables of codes: complete, consistent, and read without exception."""

import re

import pytest

from guiju.core.codes.register import bodies
from guiju.core.numbers import parse
from guiju.core.numbers.issuers import blocks, issuer_table, issuers, without_slash

SAMPLES = {"sample": "05-1426", "classed": "J04 001", "lettered": "D0001", "hyphened": "15-60"}


def test_76_industries_each_with_a_name_and_departments_of_the_register():
    rows = issuer_table("industries.yaml")["codes"]
    assert len({row["code"] for row in rows}) == len(rows) == 76
    slugs = {body.slug for body in bodies()}
    assert [slug for row in rows for slug in row["by"] if slug not in slugs] == []
    assert [row["code"] for row in rows if not (row["zh"] and row["en"])] == []


def test_industries_are_in_the_order_of_the_alphabet():
    codes = [row["code"] for row in issuer_table("industries.yaml")["codes"]]
    assert codes == sorted(codes)


@pytest.mark.parametrize("code", sorted(issuers()))
def test_every_code_is_read_and_says_what_the_table_says(code):
    issuer = issuers()[code]
    number = parse(f"{code} {SAMPLES.get(issuer.shape, '7')}-1999")
    assert (number.code, number.level, number.nature) == (code, issuer.level, issuer.nature)
    assert number.year == "1999"


def test_a_missing_slash_never_means_another_code():
    assert {"GBZ", "GJB", "TSG"} & set(without_slash()) == set()
    assert without_slash()["GBT"] == "GB/T"
    assert without_slash()["NBSHT"] == "NB/SH/T"


def test_every_code_has_its_basis_and_confidence():
    assert {one.confidence for one in issuers().values()} <= {"high", "medium", "low"}
    assert [one.code for one in issuers().values() if not one.basis] == []


def test_construction_standards_have_a_block_of_numbers():
    codes, first, last, name = blocks()[0]
    assert ({"GB", "GB/T"} == codes, first, last) == (True, 50000, 51999)
    assert name.zh == "工程建设国家标准"


def test_departments_and_provinces_have_codes_of_their_shape():
    departments = issuer_table("plans.yaml")["departments"]
    assert [row["code"] for row in departments if not re.fullmatch(r"\d{3}", row["code"])] == []
    assert len(issuer_table("committees.yaml")["provinces"]) == 31

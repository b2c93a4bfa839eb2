"""Regions: which codes local numbers may bear, and what they are called."""

import json
import re
from collections import Counter

import pytest

from guiju.core.codes.regions import (
    is_region,
    province_code,
    provinces,
    region_name,
    region_of,
    regions,
)
from tests.shared_data import shared


def test_there_are_34_provinces_and_333_cities():
    kinds = Counter(region.kind for region in regions().values())
    assert (kinds["province"], kinds["city"]) == (34, 333)
    assert len(provinces()) == 34


def test_each_city_lies_in_a_province_and_codes_ascend():
    codes = [code for code, region in regions().items() if region.kind == "city"]
    assert codes == sorted(set(codes))
    assert {province_code(code) for code in codes} <= {one.code for one in provinces()}
    assert all(re.fullmatch(r"\d{4}", code) for code in codes)


def test_names_are_told_apart():
    living = [region for region in regions().values() if region.kind != "former"]
    assert len({region.name.zh for region in living}) == len(living)
    assert len({region.name.en.casefold() for region in living}) == len(living)


@pytest.mark.parametrize(
    ("code", "zh", "en"),
    [
        ("11", "北京市", "Beijing"),
        ("44", "广东省", "Guangdong"),
        ("440000", "广东省", "Guangdong"),
        ("3206", "南通市", "Nantong"),
        ("320600", "南通市", "Nantong"),
        ("4403", "深圳市", "Shenzhen"),
        ("5329", "大理白族自治州", "Dali Bai Autonomous Prefecture"),
        ("1331", "河北雄安新区", "Xiong'an New Area, Hebei"),
        ("3712", "莱芜市", "Laiwu"),
    ],
)
def test_a_code_has_a_name(code, zh, en):
    assert region_name(code) == (zh, en)


@pytest.mark.parametrize("code", ["", "1", "99", "00", "4499", "440305", "3204 ", "DB", "10", "01"])
def test_what_is_no_region_is_refused(code):
    assert (is_region(code), region_name(code), province_code(code)) == (False, None, None)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("南通市", "3206"),
        ("南通", "3206"),
        ("nantong", "3206"),
        ("广西", "45"),
        ("广西壮族自治区", "45"),
        ("吉林", "22"),
        ("吉林市", "2202"),
        ("海南", "46"),
        ("海南藏族自治州", "6325"),
        ("延边", "2224"),
        ("雄安新区", "1331"),
        ("襄樊", "4206"),
        ("巢湖市", "3414"),
        ("Suzhou", None),
        ("Suzhou (Anhui)", "3413"),
        ("乌有市", None),
    ],
)
def test_a_name_has_a_code(name, code):
    assert region_of(name) == code


def test_a_code_that_was_given_up_says_until_when():
    assert (regions()["3712"].until, regions()["3701"].until) == ("2019-01", "")
    assert (regions()["6504"].since, regions()["6521"].until) == ("2015", "2015")


def test_every_local_number_of_the_real_catalogue_has_a_known_region():
    text = shared("data/catalogue/sports-standards.json").read_text("utf-8")
    codes = [row["code"] for row in json.loads(text)["standards"]]
    found = {m[1] for code in codes if (m := re.match(r"DB\s?(\d{2}|\d{4})(?=[/ ])", code))}
    assert len(found) > 30
    assert {code for code in found if not is_region(code)} == set()

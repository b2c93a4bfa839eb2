"""Lists of standards and corrections for programs."""

import pytest

from tests.factories import accounts
from tests.factories import catalogue as make
from tests.factories.api import caller

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(client):
    return caller(client)


@pytest.fixture
def some():
    make.edition("GB/T 1-2001", ics=("35.240.30",), ccs=("L70",), committees=("SAC/TC 28",))
    make.edition("GB/T 1-2011", ics=("35.240",), committees=("SAC/TC 28/SC 38",))
    make.edition("DB32/T 5-2015", ics=("67.040",), ccs=("X01",))
    make.edition("GB 9-2030", issued="2030-01-01", effective="2030-07-01")


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("", ["DB32/T 5-2015", "GB 9-2030", "GB/T 1-2001", "GB/T 1-2011"]),
        ("ics=35", ["GB/T 1-2001", "GB/T 1-2011"]),
        ("ics=35.240.30", ["GB/T 1-2001"]),
        ("ccs=L", ["GB/T 1-2001"]),
        ("ccs=X00/09", ["DB32/T 5-2015"]),
        ("committee=SAC/TC 28", ["GB/T 1-2001", "GB/T 1-2011"]),
        ("committee=SAC/TC 28/SC 38", ["GB/T 1-2011"]),
        ("region=32", ["DB32/T 5-2015"]),
        ("nature=mandatory", ["GB 9-2030"]),
        ("level=local_province", ["DB32/T 5-2015"]),
        ("work=GB/T 1", ["GB/T 1-2001", "GB/T 1-2011"]),
        ("state=in_force&on=2016-01-01", ["DB32/T 5-2015", "GB/T 1-2011"]),
        ("state=superseded&on=2016-01-01", ["GB/T 1-2001"]),
        ("state=draft&on=2016-01-01", ["GB 9-2030"]),
        ("state=upcoming&on=2030-02-01", ["GB 9-2030"]),
        ("state=unknown&on=2016-01-01", []),
    ],
)
def test_filters(call, some, query, numbers):
    status, answer = call("get", f"/catalogue/standards?{query}")
    assert (status, [one["number"] for one in answer["items"]]) == (200, numbers)
    assert answer["total"] == len(numbers)


def test_a_wrong_code_is_said(call):
    status, answer = call("get", "/catalogue/standards?ics=99.9x")
    assert (status, answer["error"]["code"]) == (404, "no_such_code")


def test_a_change_through_the_api(call):
    make.edition("GB/T 1-2020", effective="2020-07-01")
    editor = accounts.seated("cataloguer")
    status, own = call("get", "/catalogue/standards/statement?number=GB/T 1-2020", editor)
    assert (status, own["seen"]) == (200, "")
    change = {
        "statement": {"number": "GB/T 1-2020", "effective": "2020-08-01"},
        "seen": own["seen"],
        "reason": "示例",
    }
    status, preview = call("post", "/catalogue/standards/statement/preview", editor, change)
    assert (status, preview["fields"], preview["moved"]) == (
        200,
        [{"field": "实施日期", "before": ["2020-07-01"], "after": ["2020-08-01"]}],
        [],
    )
    status, record = call("put", "/catalogue/standards/statement", editor, change)
    assert (status, record["effective"]) == (200, "2020-08-01")
    status, answer = call("put", "/catalogue/standards/statement", editor, change)
    assert (status, answer["error"]["code"]) == (409, "edited_meanwhile")
    seen = call("get", "/catalogue/standards/statement?number=GB/T 1-2020", editor)[1]["seen"]
    back = {"number": "GB/T 1-2020", "seen": seen, "reason": "示例"}
    status, record = call("post", "/catalogue/standards/statement/withdraw", editor, back)
    assert (status, record["effective"]) == (200, "2020-07-01")


def test_others_may_not_change(call):
    make.edition("GB/T 1-2020")
    change = {"statement": {"number": "GB/T 1-2020"}, "seen": "", "reason": "示例"}
    for user in (None, accounts.user(), accounts.seated("office")):
        status, answer = call("put", "/catalogue/standards/statement", user, change)
        assert (status, answer["error"]["code"]) == (403, "refused")


def test_a_wrong_field_is_named(call):
    editor = accounts.seated("cataloguer")
    change = {"statement": {"number": "GB/T 1-2020", "ics": ["x"]}, "seen": "", "reason": "示例"}
    status, answer = call("put", "/catalogue/standards/statement", editor, change)
    assert (status, answer["error"]["code"]) == (400, "record_field")
    assert answer["error"]["en"].startswith("ics: “x” is not a code of ICS")

"""Rows and files judged for programs: the same answers as the pages, and nothing is kept."""

import pytest

from guiju.apps.conformity.api import judging
from guiju.apps.conformity.models import Judgement
from guiju.apps.journal.models import Event
from tests.factories.api import caller
from tests.factories.reports import upload

pytestmark = pytest.mark.django_db
ROWS = [
    {"点": "甲", "溶解氧(mg/L)": "5.2", "总磷(mg/L)": 0.35},
    {"溶解氧(mg/L)": "约6", "点": None},
]
ASKED = {"standard": "GB 3838", "settings": {"waterbody": "river"}, "rows": ROWS}


def test_rows_are_answered_in_their_order(client):
    status, said = caller(client)("post", "/conformity/evaluate", body=ASKED)
    assert status == 200
    assert said["standard"] == "GB 3838-2002"
    assert said["rows"] == [
        {"row": 1, "grade": "Ⅴ", "verdict": "符合", "limiting": "总磷", "clause": "表1 序号8"},
        {
            "row": 2, "grade": "Ⅰ~劣Ⅴ", "verdict": "不确定",
            "limiting": "溶解氧", "clause": "表1 序号3",
        },
    ]  # fmt: skip
    assert said["unreadable"] == [{"column": "溶解氧(mg/L)", "row": 2, "text": "约6"}]
    assert said["counts"]["verdict"] == {"符合": 1, "不确定": 1}
    assert (Judgement.objects.count(), Event.objects.count()) == (0, 0)


def test_reasons_on_request_and_columns_chosen(client):
    body = {
        "standard": "GB 3838-2002",
        "settings": {"waterbody": "lake", "target": "Ⅲ"},
        "columns": {"栏(mg/L)": "TP"},
        "rows": [{"栏(mg/L)": "0.06"}],
        "explain": True,
    }
    status, said = caller(client)("post", "/conformity/evaluate", body=body)
    assert status == 200
    (row,) = said["rows"]
    assert (row["grade"], row["verdict"]) == ("Ⅳ", "不符合")
    (place,) = row["explanation"]["grades"][0]["places"]
    assert (place["level"], "0.06 > 0.05" in place["sentence"]["en"]) == ("Ⅳ", True)


def test_a_file_says_the_same(client):
    file = upload("a.csv", "溶解氧(mg/L),水体\n5.2,河流\n".encode())
    status, said = caller(client)(
        "post", "/conformity/evaluate-file", data={"file": file, "standard": "GB 3838-2002"}
    )
    assert (status, said["rows"][0]["grade"], said["untold"]) == (200, "Ⅲ", [])


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"standard": "GB 1"}, 404, "provisions.no-rule-set"),
        ({"standard": "?"}, 400, None),
        ({"rows": []}, 422, "parameters"),
        ({"rows": [{"站": "1"}]}, 400, "provisions.nothing-to-judge"),
        ({"settings": {"waterbody": "海"}}, 400, "provisions.setting"),
        ({"rows": [{"溶解氧(℃)": "1"}]}, 400, "provisions.unit"),
        ({"rows": [{"DO": "1", "溶解氧": "2"}]}, 400, "provisions.two-columns"),
        ({"rows": [{"DO": "1"}] * 5001}, 400, "evaluate_rows"),
        ({"rows": [{"DO": "\x00"}]}, 422, "parameters"),
    ],
)
def test_refusals_are_sentences(client, change, status, code):
    found, said = caller(client)("post", "/conformity/evaluate", body=ASKED | change)
    assert found == status
    assert code in (None, said["error"]["code"])


def test_few_rows_are_explained(client, monkeypatch):
    monkeypatch.setattr(judging, "_MOST_EXPLAINED", 1)
    _, said = caller(client)("post", "/conformity/evaluate", body=ASKED | {"explain": True})
    assert ["explanation" in row for row in said["rows"]] == [True, False]

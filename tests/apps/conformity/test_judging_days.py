"""Rows by the edition of their day, rules beside a ladder, time series, arrays of JSON."""

import io
import json

import polars as pl
import pytest

from guiju.apps.conformity.models import Judgement, RuleFile
from guiju.apps.conformity.selectors import rule_sets
from guiju.apps.conformity.services import judging
from guiju.core.provisions.tables import reading
from tests.factories.api import caller
from tests.factories.reports import upload

pytestmark = pytest.mark.django_db
NEW = "/conformity/judge/"
# 示例: one day before the change of edition, one after it, none, and one before all editions.
AIR = "站,采样日期,PM2.5_day(µg/m³)\n甲,2026-02-28,70\n乙,2026-03-01,70\n丙,,70\n丁,1999-01-01,70\n"


def handed_in(client, text, name="a.csv", **more):
    data = text if isinstance(text, bytes) else text.encode()
    answer = client.post(NEW, {"file": upload(name, data), **more})
    assert answer.status_code == 302, answer.content.decode()[-4000:]
    return answer.url


def chosen(client, url):
    form = client.get(url).context["form"]
    return {name: form[name].value() or "" for name in form.fields} | {"judge": ""}


def judged(client, text, more, **changed):
    url = handed_in(client, text, **more)
    answer = client.post(url, chosen(client, url) | changed)
    assert answer.status_code == 302, answer.content.decode()[-4000:]
    return url


def rows_of(page):
    return [(row.edition, row.verdict.zh) for row in page.context["page"]]


BY_DAY = [
    ("GB 3095-2012", "符合"),
    ("GB 3095-2026", "不符合"),
    ("", "不确定"),
    ("", "不适用"),
]


def test_each_row_is_judged_by_the_edition_of_its_day(client):
    url = judged(client, AIR, {"number": "GB 3095"})
    page = client.get(url)
    assert rows_of(page) == BY_DAY
    editions = [(one.value, one.count) for one in page.context["summary"].editions]
    assert editions == [("", 2), ("GB 3095-2012", 1), ("GB 3095-2026", 1)]
    assert len(client.get(url, {"edition": "GB 3095-2026"}).context["page"]) == 1
    assert {one["origin"][-17:] for one in Judgement.objects.get().editions} == {
        "GB_3095-2012.yaml", "GB_3095-2026.yaml",
    }  # fmt: skip
    for at, (edition, verdict) in enumerate(BY_DAY, 1):
        report = client.get(f"{url}rows/{at}/").context["report"]
        assert (report and report.standard) == (edition or None)
        if report:
            assert report.status == {"符合": "pass", "不符合": "fail"}[verdict]
    assert client.get(f"{url}report.docx").status_code == 200
    table = client.get(f"{url}table.csv").content.decode("utf-8-sig")
    assert pl.read_csv(io.StringIO(table))["edition"].to_list()[:2] == [
        "GB 3095-2012", "GB 3095-2026",
    ]  # fmt: skip


def test_a_column_of_days_is_chosen_or_not_used(client):
    text = AIR.replace("采样日期", "何时")
    url = handed_in(client, text, number="GB 3095")
    assert client.get(url).context["form"]["dates"].value() == ""
    client.post(url, chosen(client, url) | {"dates": "何时"})
    assert rows_of(client.get(url)) == BY_DAY
    url = judged(client, AIR, {"number": "GB 3095"}, dates="")
    assert client.get(url).context["summary"].editions == ()


@pytest.mark.parametrize(
    "more", [{"number": "GB 3095-2012"}, {"number": "GB 3095", "on": "2020-01-01"}]
)
def test_who_names_an_edition_or_a_day_is_not_asked_for_days(client, more):
    form = client.get(handed_in(client, AIR, **more)).context["form"]
    assert "dates" not in form.fields


def test_phases_of_a_named_edition_are_those_of_the_days(client):
    sets = [one for one in rule_sets.official_sets() if len(one.changes()) > 1]
    for rules in sets:
        name = next(iter(rules.characteristics.values())).name.zh
        url = handed_in(client, f"{name},采样日期\n1,2026-01-01\n", number=rules.standard)
        assert client.get(url).context["form"]["dates"].value() == "采样日期"
    assert all("-" in one.standard for one in sets)


def test_overlapping_editions_of_the_database_are_refused(client, monkeypatch):
    sets = rule_sets.official_editions("GB 3095")
    monkeypatch.setattr(
        "guiju.apps.conformity.selectors.judging_rules.official_editions", lambda number: sets * 2
    )
    answer = client.post(NEW, {"number": "GB 3095", "pasted": "PM2.5\n1"})
    assert "有效日期重叠" in answer.content.decode()
    assert RuleFile.objects.count() == 0


def test_the_api_judges_by_the_days(client):
    rows = [
        {"采样日期": day or None, "PM2.5_day": "70"}
        for day in ("2026-02-28", "2026-03-01", "", "1999-01-01")
    ]
    asked = {"standard": "GB 3095", "rows": rows, "explain": True}
    status, said = caller(client)("post", "/conformity/evaluate", body=asked)
    assert status == 200, said
    assert [(row["edition"], row["verdict"]) for row in said["rows"]] == BY_DAY
    assert said["counts"]["edition"] == {"": 2, "GB 3095-2012": 1, "GB 3095-2026": 1}
    assert ["explanation" in row for row in said["rows"]] == [True, True, False, False]
    status, said = caller(client)("post", "/conformity/evaluate", body=asked | {"on": "2026-02-28"})
    assert {row["verdict"] for row in said["rows"]} == {"符合"}
    assert "edition" not in said["rows"][0]
    for more, code in (
        ({"date_column": "何时"}, "provisions.no-date-column"),
        ({"date_column": "采样日期", "on": "2026-02-28"}, "provisions.two-ways-of-dating"),
    ):
        status, said = caller(client)("post", "/conformity/evaluate", body=asked | more)
        assert (status, said["error"]["code"]) == (400, code)


def test_rules_stand_beside_the_grade(client):
    text = "水体,总磷(mg/L),硫酸盐(mg/L)\n河流,0.03,300\n河流,0.03,200\n"
    url = judged(client, text, {"standard": "GB 3838-2002"}, **{"set-use": "drinking-source"})
    page = client.get(url)
    found = [
        (row.grade, row.beside.verdict.zh, [name.zh for name, _ in row.beside.limiting])
        for row in page.context["page"]
    ]
    assert found == [("Ⅱ", "不符合", ["硫酸盐(以SO42-计)"]), ("Ⅱ", "缺项", [])]
    narrow = {"rules_verdict": "不符合"}
    assert [row.number for row in client.get(url, narrow).context["page"]] == [1]
    narrow = {"rules_limiting": "硫酸盐(以SO42-计)"}
    assert [row.number for row in client.get(url, narrow).context["page"]] == [1]
    assert "表2" in page.content.decode()
    assert client.get(f"/en{url}").status_code == 200


def hours(days, at=lambda hour: 20):
    """示例: two stations, hour by hour."""
    lines = [
        f"{name},2024-03-{day:02} {hour:02}:00,{at(hour) if name == '甲' else 200}"
        for name in ("甲", "乙")
        for day in range(1, days + 1)
        for hour in range(1, 25)
        if not (name == "甲" and day == 2 and hour > 12)
    ]
    return "站,时刻,PM2.5(µg/m³)\n" + "\n".join(lines) + "\n"


SERIES = {"time": "时刻", "group": "站", "per": "day"}


def test_a_time_series_is_judged_by_period_and_group(client):
    url = judged(client, hours(2), {"number": "GB 3095"}, **SERIES)
    page = client.get(url)
    found = [(row.names, row.verdict.zh, row.edition) for row in page.context["page"]]
    assert [one for one in found if one[0][0] == "乙"] == [
        (("乙", "2024-03-01"), "不符合", "GB 3095-2012"),
        (("乙", "2024-03-02"), "不符合", "GB 3095-2012"),
    ]
    invalid = {row.names: row.remarks for row in page.context["page"]}
    assert "12/20" in invalid[("甲", "2024-03-02")][0]
    assert invalid[("甲", "2024-03-01")] == ()
    kept = Judgement.objects.get()
    assert (kept.rows, kept.summary["edition"]) == (4, {"GB 3095-2012": 4})
    assert [name.en for name in page.context["names"]] == ["站", "Period"]
    for part in ("rows/1/", "report.docx", "report.xlsx", "table.xlsx"):
        assert client.get(url + part).status_code == 200
    again = client.post(f"{url}again/").url
    assert client.get(again).context["form"]["time"].value() == "时刻"


@pytest.mark.parametrize(
    ("text", "changed", "sentence"),
    [
        (hours(1), {"time": ""}, "请选择时间列"),
        ("时刻,PM2.5\n0001-01-01 01:00,5\n9999-01-01 01:00,5\n", {"group": ""}, "最多"),
        ("时刻,PM2.5\n约三点,5\n", {"group": ""}, "不是整点时刻"),
        (hours(1), {"group": ""}, "有重复的行"),
    ],
)
def test_a_series_that_cannot_be_judged_says_why(client, text, changed, sentence):
    url = handed_in(client, text, number="GB 3095-2012")
    answer = client.post(url, chosen(client, url) | SERIES | changed)
    assert sentence in answer.content.decode()
    assert Judgement.objects.get().state == "prepared"


def test_a_series_has_no_more_rows_than_a_table(client, monkeypatch):
    url = handed_in(client, hours(1), number="GB 3095-2012")
    given = chosen(client, url) | SERIES
    monkeypatch.setattr(judging, "param", lambda key, on: 10)
    assert "超过 10 行" in client.post(url, given).content.decode()


def test_a_standard_without_statistics_asks_for_no_series(client):
    form = client.get(handed_in(client, "总磷\n1\n", number="GB 3838-2002")).context["form"]
    assert form.of_series == []


@pytest.mark.parametrize("start", ["", "\ufeff", "\n  "])
def test_an_array_of_json_is_a_table(client, start):
    rows = [{"站点": "甲", "溶解氧(mg/L)": 7.5, "水体": "河流"}, {"溶解氧(mg/L)": "5.10"}]
    text = start + json.dumps(rows, ensure_ascii=False, indent=1)
    url = judged(client, text, {"standard": "GB 3838-2002", "name": "a.json"})
    assert client.get(url).context["page"][0].grade == "Ⅰ"
    assert client.get(f"{url}rows/2/").context["cells"][1] == ("溶解氧(mg/L)", "5.10")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('[{"DO": 1}, 2]', "第 2 项"),
        ('[{"DO": 1}', "不是完整的 JSON 数组"),
        ('[{"DO": ' + "[" * 50_000, "不是完整的 JSON 数组"),
    ],
)
def test_a_broken_array_is_refused(client, text, sentence):
    answer = client.post(NEW, {"standard": "GB 3838-2002", "file": upload("a.json", text.encode())})
    assert sentence in answer.content.decode()


def test_an_array_is_bounded(client, monkeypatch):
    monkeypatch.setattr(reading, "_LARGEST_ARRAY", 1 << 20)
    text = json.dumps([{"DO": "1"}] * 150_000).encode()
    answer = client.post(NEW, {"standard": "GB 3838-2002", "file": upload("a.json", text)})
    assert "大于 1 MB" in answer.content.decode()

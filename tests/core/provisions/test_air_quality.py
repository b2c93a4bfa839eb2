"""GB 3095 and HJ 633, both editions: both sides of every limit, the phases, series of hours to verdicts."""

import json
from datetime import date, timedelta
from decimal import Decimal

import polars as pl
import pytest
from click.testing import CliRunner

from guiju.cli.evaluate import evaluate
from guiju.cli.evaluate_periods import NotWithTime
from guiju.core.provisions.files.rulebook import editions
from guiju.core.provisions.files.rulebook import rule_set as by_number
from guiju.core.provisions.grading import grade
from guiju.core.provisions.indexing import indexed
from guiju.core.provisions.measured import read_measured
from guiju.core.provisions.sample import Sample
from guiju.core.provisions.tables.dated_periods import judged_periods
from guiju.core.provisions.tables.errors import TableError
from guiju.core.provisions.tables.evaluating import NothingToJudgeError
from guiju.core.provisions.tables.periods import NoStatisticsError, PeriodEvaluation, Series
from guiju.core.provisions.tables.stamps import StampError, TwiceError
from tests.core.provisions.rule_sets import rule_set

OLD, NEW = rule_set("GB_3095-2012.yaml"), rule_set("GB_3095-2026.yaml")
LIMITS_2012 = {
    "SO2_year": (20, 60), "SO2_day": (50, 150), "SO2": (150, 500), "SO2_P98": (50, 150),
    "NO2_year": (40, 40), "NO2_day": (80, 80), "NO2": (200, 200), "NO2_P98": (80, 80),
    "CO_day": (4, 4), "CO": (10, 10), "CO_P95": (4, 4),
    "O3_day": (100, 160), "O3": (160, 200), "O3_P90": (100, 160),
    "PM10_year": (40, 70), "PM10_day": (50, 150), "PM10_P95": (50, 150),
    "PM2.5_year": (15, 35), "PM2.5_day": (35, 75), "PM2.5_P95": (35, 75),
    "TSP_year": (80, 200), "TSP_day": (120, 300),
    "NOx_year": (50, 50), "NOx_day": (100, 100), "NOx": (250, 250),
    "Pb_year": ("0.5", "0.5"), "Pb_quarter": (1, 1),
    "BaP_year": ("0.001", "0.001"), "BaP_day": ("0.0025", "0.0025"),
}  # fmt: skip
TRANSITION = {
    "SO2_year": (20, 60), "SO2_day": (50, 150), "SO2": (150, 500), "SO2_P98": (50, 150),
    "NO2_year": (40, 40), "NO2_day": (80, 80), "NO2": (200, 200), "NO2_P98": (80, 80),
    "CO_day": (4, 4), "CO": (10, 10), "CO_P95": (4, 4),
    "O3_day": (100, 160), "O3": (160, 200), "O3_P90": (100, 160),
    "PM10_year": (40, 60), "PM10_day": (50, 120), "PM10_P95": (50, 120),
    "PM2.5_year": (15, 30), "PM2.5_day": (35, 60), "PM2.5_P95": (35, 60),
}  # fmt: skip
FINAL = TRANSITION | {
    "SO2_year": (20, 20), "SO2_day": (50, 50), "SO2": (150, 150), "SO2_P98": (50, 50),
    "NO2_year": (30, 30), "NO2_day": (50, 50), "NO2_P98": (50, 50),
    "PM10_year": (20, 50), "PM10_day": (50, 100), "PM10_P95": (50, 100),
    "PM2.5_year": (10, 25), "PM2.5_day": (25, 50), "PM2.5_P95": (25, 50),
}  # fmt: skip


@pytest.mark.parametrize(
    ("rules", "limits"),
    [
        (OLD, LIMITS_2012),
        (NEW.on(date(2026, 3, 1)), TRANSITION),
        (NEW.on(date(2030, 12, 31)), TRANSITION),
        (NEW.on(date(2031, 1, 1)), FINAL),
    ],
)
def test_both_sides_of_every_limit(rules, limits):
    ladder = rules.ladders[0]
    assert {rung.characteristic for rung in ladder.rungs} == set(limits)
    for name, (first, second) in limits.items():
        for number, level in (
            (Decimal(first), "一级"),
            (Decimal(first) + Decimal("0.0001"), "超二级" if first == second else "二级"),
            (Decimal(second), "一级" if first == second else "二级"),
            (Decimal(second) + Decimal("0.0001"), "超二级"),
        ):
            sample = Sample({name: read_measured(str(number))})
            assert grade(sample, ladder, rules.characteristics).level == level, (name, number)


def test_the_edition_of_a_day():
    for number, day, edition in [
        ("GB 3095", date(2018, 2, 20), "GB 3095-2012"),
        ("GB 3095", date(2026, 2, 28), "GB 3095-2012"),
        ("GB 3095", date(2026, 3, 1), "GB 3095-2026"),
        ("HJ 633", date(2026, 2, 28), "HJ 633-2012"),
        ("HJ 633", date(2026, 3, 1), "HJ 633-2026"),
    ]:
        assert by_number(number, day).standard == edition


@pytest.mark.parametrize(
    ("results", "period", "old", "new"),
    [
        ({"PM2.5": "60"}, "day", 82, 100),
        ({"PM2.5": "75"}, "day", 100, 114),
        ({"PM10": "120"}, "day", 85, 100),
        ({"PM10": "150"}, "day", 100, 112),
        ({"SO2": "800"}, "hour", 200, 200),
        ({"SO2": "2000"}, "hour", None, 200),
        ({"O3_8h": "801"}, "day", None, 300),
        ({"O3": "1201"}, "hour", 500, 500),
        ({"CO": "148.8"}, "hour", 496, 496),
    ],
)
def test_the_index_by_both_editions(results, period, old, new):
    sample = Sample(
        {name: read_measured(text) for name, text in results.items()}, {"period": period}
    )
    for edition, value in (("2012", old), ("2026", new)):
        assert indexed(sample, rule_set(f"HJ_633-{edition}.yaml").indices[0]).value == value


def hours(first, days, **values):
    """Rows of hours of stations, each day's 24 from 01:00 to 24:00."""
    rows = [
        {"时间": f"{first + timedelta(days=day)} {hour:02}:00", "站点": station, **own(day, hour)}
        for station, own in values.items()
        for day in range(days)
        for hour in range(1, 25)
    ]
    return pl.DataFrame(rows)


def of(**results):
    return lambda day, hour: {name.replace("PM25", "PM2.5"): text for name, text in results.items()}


SERIES = Series(time=("时间",), by=("站点",))


def test_hours_become_days_and_their_verdicts():
    frame = hours(
        date(2024, 2, 28), 2, 甲=of(PM25="75.4", O3="161"), 乙=of(PM25="75.6", O3="100"),
        丙=lambda _, hour: {"PM2.5": "" if hour > 19 else "10", "O3": "" if hour > 10 else "190"},
    )  # fmt: skip
    evaluation = PeriodEvaluation(OLD, frame, SERIES, {"target": "二级"})
    found = evaluation.judged().filter(pl.col("period") == "2024-02-29")
    assert found.select("站点", "grade", "verdict", "limiting", "clause", "invalid").rows() == [
        ("甲", "超二级", "不符合", "臭氧日最大8小时平均", "表1 序号4", ""),
        ("乙", "超二级", "不符合", "颗粒物（PM2.5）日平均", "表1 序号6", ""),
        ("丙", "超二级", "不符合", "臭氧日最大8小时平均", "表1 序号4", "颗粒物（PM2.5）日平均 19/20"),
    ]  # fmt: skip
    assert found["颗粒物（PM2.5）日平均(µg/m³)"].to_list() == [75.0, 76.0, None]


def test_a_year_of_hours():
    def city(day, hour):
        return {"PM2.5": "35" if day % 2 else "36", "CO": "1.05"}

    frame = hours(
        date(2023, 1, 1), 365, 甲=city, 乙=lambda day, _: {"PM2.5": "35" if day < 324 else ""}
    )
    found = PeriodEvaluation(
        OLD, frame, Series(time=("时间",), by=("站点",), per="year"), {}
    ).judged()
    assert found["period"].to_list() == ["2023", "2023"]
    # 183 days of 36 and 182 of 35: 35.501 is 36
    assert found["颗粒物（PM2.5）年平均(µg/m³)"].to_list() == [36.0, None]
    assert found["grade"].to_list() == ["超二级", ""]
    assert found["verdict"].to_list() == ["不符合", "缺项"]
    # 324 days are enough for a year, but not for its last month
    assert found["invalid"].to_list()[1].startswith("颗粒物（PM2.5）年平均 324/324")


def test_days_as_they_are_given():
    days = [str(date(2023, 1, 1) + timedelta(days=at)) for at in range(365)]
    frame = pl.DataFrame({"日期": days, "PM2.5(mg/m³)": ["0.035"] * 364 + ["0.1"]})
    found = PeriodEvaluation(OLD, frame, Series(time=("日期",)), {}).judged()
    assert found.height == 366
    assert found.row(0, named=True)["颗粒物（PM2.5）年平均(mg/m³)"] == 0.035
    assert found["grade"].to_list()[-2:] == ["一级", "超二级"]


def test_each_period_is_judged_by_the_edition_of_its_first_day():
    frame = hours(date(2026, 2, 28), 2, 甲=of(PM25="61"))
    found, summary = judged_periods(editions("GB 3095"), frame, SERIES, {})
    days = found.filter(pl.col("period").str.len_chars() == 10)
    assert days.select("period", "edition", "grade").rows() == [
        ("2026-02-28", "GB 3095-2012", "二级"), ("2026-03-01", "GB 3095-2026", "超二级"),
    ]  # fmt: skip
    assert summary.standard == "GB 3095-2012、GB 3095-2026"
    early, _ = judged_periods(
        editions("GB 3095"), hours(date(2015, 12, 31), 1, 甲=of(PM25="10")), SERIES, {}
    )
    assert early["verdict"].to_list() == ["不适用"] * 2
    phases, _ = judged_periods(
        [NEW], hours(date(2030, 12, 31), 2, 甲=of(PM25="55")), SERIES, {}, named=True
    )
    assert phases["grade"].to_list() == ["二级", "超二级"]


def test_a_rounding_that_is_not_certain_does_not_decide():
    frame = hours(
        date(2026, 3, 1), 1, 甲=of(PM25="60.4"), 乙=of(PM25="60"), 丙=of(PM25="60.6"),
    )  # fmt: skip
    found = PeriodEvaluation(NEW, frame, SERIES, {"target": "二级"}).judged()
    assert found["verdict"].to_list() == ["不确定", "符合", "不符合"]
    assert found["颗粒物（PM2.5）日平均(µg/m³)"].to_list() == ["60~60.4", "60.0", "60.6~61"]


@pytest.mark.parametrize(
    ("change", "error", "says"),
    [
        (lambda one: pl.concat([one, one[3:5]]), TwiceError, "4、25"),
        (lambda one: one.with_columns(时间=pl.lit("2024-02-30 01:00")), StampError, "第 1"),
        (lambda one: one.with_columns(时间=pl.lit("2024-02-29 01:30")), StampError, "整点"),
        (lambda one: one.drop("时间"), TableError, "没有这一列"),
        (lambda one: one.rename({"PM2.5": "x"}), NothingToJudgeError, "GB 3095"),
        (lambda one: one.rename({"PM2.5": "TSP_year"}), NoStatisticsError, "GB 3095"),
    ],
)
def test_a_series_that_cannot_be_used_says_why(change, error, says):
    frame = change(hours(date(2024, 2, 29), 1, 甲=of(PM25="1")))
    with pytest.raises(error) as refused:
        PeriodEvaluation(OLD, frame, SERIES, {}).judged()
    assert says in refused.value.sentence.zh


def test_the_command(tmp_path):
    data, out = tmp_path / "hours.csv", tmp_path / "days.csv"
    frame = hours(date(2024, 2, 29), 1, 甲=of(PM25="75"), 乙=of(PM25="76"))
    frame.select(pl.col("时间").str.split(" ").list.first().alias("日期"),
                 pl.col("时间").str.split(" ").list.last().alias("小时"), "站点", "PM2.5").write_csv(data)  # fmt: skip
    told = [
        "--time",
        "日期",
        "--time",
        "小时",
        "--by",
        "站点",
        "--per",
        "day",
        "--set",
        "target=二级",
    ]
    done = CliRunner().invoke(
        evaluate, [str(data), "--standard", "GB 3095", *told, "--out", str(out), "--json"]
    )
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)["verdict"] == {"符合": 1, "不符合": 1}
    assert pl.read_csv(out)["verdict"].to_list() == ["符合", "不符合"]
    refused = CliRunner().invoke(
        evaluate, [str(data), "--standard", "GB 3095", *told, "--report", str(tmp_path / "a.docx")]
    )
    assert isinstance(refused.exception, NotWithTime)

"""HJ 633-2012 against a published hour of all stations, and its own breakpoints."""

import json

import pytest

from guiju.core.provisions.indexing import indexed
from guiju.core.provisions.measured import read_measured
from guiju.core.provisions.sample import Sample
from tests.core.provisions.rule_sets import rule_set
from tests.shared_data import shared

AQI = rule_set("HJ_633-2012.yaml").indices[0]
# The published index is reckoned with the field o3_24h.
COLUMNS = {"SO2": "so2", "NO2": "no2", "PM10": "pm10", "CO": "co", "O3": "o3_24h", "PM2.5": "pm2_5"}
NAMES = {
    "二氧化硫": "SO2",
    "二氧化氮": "NO2",
    "一氧化碳": "CO",
    "臭氧1小时": "O3",
    "颗粒物(PM10)": "PM10",
    "细颗粒物(PM2.5)": "PM2.5",
}


def of(period="hour", **results):
    sample = Sample(
        {name: read_measured(text) for name, text in results.items()}, {"period": period}
    )
    return indexed(sample, AQI)


def test_every_station_that_has_an_index_has_this_one():
    stations = json.loads(shared("data/air/aqi-2018-02-20T07.geojson").read_text("utf-8"))[
        "features"
    ]
    compared = 0
    for station in (one["properties"] for one in stations):
        if station["aqi"] == "-;":
            continue
        compared += 1
        found = of(**{name: station[field] for name, field in COLUMNS.items()})
        named = station["primarypollutant"].replace("-;", "")
        primary = {NAMES[name] for name in named.split(",") if name}
        assert (found.value, found.level, set(found.primary)) == (
            int(station["aqi"]), station["quality"], primary,
        ), station  # fmt: skip
    assert compared == 1475


@pytest.mark.parametrize(
    ("results", "value", "level", "primary"),
    [
        ({"PM2.5": "35"}, 50, "优", ()),
        ({"PM2.5": "35.1"}, 51, "良", ("PM2.5",)),
        ({"PM2.5": "36"}, 52, "良", ("PM2.5",)),
        ({"PM2.5": "500"}, 500, "严重污染", ("PM2.5",)),
        ({"PM2.5": "501"}, 500, "严重污染", ("PM2.5",)),
        # exactly 496: bare ceilings of floats say 497
        ({"CO": "148.8"}, 496, "严重污染", ("CO",)),
        ({"SO2": "801", "NO2": "100"}, 50, "优", ()),
        ({"PM2.5": "75", "PM10": "150"}, 100, "良", ("PM10", "PM2.5")),
        ({"PM2.5": "-;", "PM10": "ND"}, None, "", ()),
        ({"O3_8h": "900", "period": "day", "NO2": "40"}, 50, "优", ()),
    ],
)
def test_an_index(results, value, level, primary):
    found = of(**results)
    assert (found.value, found.level, found.primary) == (value, level, primary)


def test_what_was_not_measured_is_named():
    assert of(NO2="100").missing == ("SO2", "PM10", "CO", "O3", "PM2.5")

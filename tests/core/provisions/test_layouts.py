"""Where heads stand, heads that stand twice, long form, encodings: tables as people have them."""

import polars as pl
import pytest

from guiju.core.errors import InputError
from guiju.core.provisions.files.rulebook import rule_set
from guiju.core.provisions.tables.layout import Layout
from guiju.core.provisions.tables.long_form import Long, long_form, widened
from guiju.core.provisions.tables.proposing import proposed_layout
from guiju.core.provisions.tables.reading import batches, beginning

WATER = rule_set("GB 3838-2002", None)


def file(tmp_path, data, name="a.csv"):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


@pytest.mark.parametrize(
    ("text", "layout"),
    [
        ("站点,总磷,pH\n甲,0.1,7\n", Layout()),
        ("站点,总磷,pH\n", Layout()),
        ("2024 年监测\n站点,总磷,pH\n甲,0.1,7\n", Layout(2)),
        ("2024,,\n站点,总磷,pH\n,mg/L,无量纲\n甲,0.1,7\n", Layout(2, units=True)),
        ("站点,总磷\n,(µg/L)\n甲,1\n", Layout(1, units=True)),
        ("站点,总磷\n,ND\n", Layout()),
        ("站点,总磷\n,℃\n", Layout()),
        ("项目,结果\npH,7\n", Layout()),
        ("a,b\n1,2\n", Layout()),
        ("\n\n站点,总磷\n甲,1\n", Layout(3)),
    ],
)
def test_the_line_of_the_heads_is_found(tmp_path, text, layout):
    assert proposed_layout(file(tmp_path, text), WATER) == layout


@pytest.mark.parametrize("text", ["", "总磷\n1,2,3\n", "\x00\x01\xff" * 99])
def test_a_file_that_cannot_be_read_stays_refused(tmp_path, text):
    with pytest.raises(InputError):
        proposed_layout(file(tmp_path, text), WATER)


def test_units_below_the_heads_go_into_them(tmp_path):
    path = file(tmp_path, "表\n站点,总磷,总磷\n,mg/L,µg/L\n甲,1,2\n乙,3,4\n")
    layout = Layout(2, units=True)
    (piece,) = batches(path, layout)
    assert piece.columns == ["站点", "总磷(mg/L)", "总磷(µg/L)"]
    assert piece.rows() == [("甲", "1", "2"), ("乙", "3", "4")]
    assert beginning(path, 1, layout).rows() == [("甲", "1", "2")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "gb18030"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(tmp_path, encoding, end):
    text = end.join(["站点,站点,溶解氧(mg/L)", "甲,乙,7.50", "丙,丁,8"])
    (piece,) = batches(file(tmp_path, text.encode(encoding)))
    assert piece.columns == ["站点", "站点 #2", "溶解氧(mg/L)"]
    assert piece["溶解氧(mg/L)"].to_list() == ["7.50", "8"]


def test_large_texts_in_other_encodings(tmp_path):
    rows = 120_000
    text = "站点,溶解氧\n" + "甲乙丙,7.5\n" * rows
    for encoding in ("utf-16-le", "gb18030"):
        assert sum(map(len, batches(file(tmp_path, text.encode(encoding))))) == rows


def test_items_become_columns_and_samples_rows():
    frame = pl.DataFrame(
        {
            "样品编号": ["A", "A", "B"],
            "检测项目": ["溶解氧", "pH", "溶解氧"],
            "单位": ["mg/L", "无量纲", "mg/L"],
            "检测结果": ["7", "8", "<3"],
            "水体": ["河流", None, "湖"],
        }
    )
    long = long_form(frame.columns)
    assert long == Long("检测项目", "检测结果", "单位", "样品编号")
    (wide,) = widened([frame], long, "a.csv")
    assert wide.columns == ["样品编号", "水体", "溶解氧(mg/L)", "pH"]
    assert wide.rows() == [("A", "河流", "7", "8"), ("B", "湖", "<3", None)]


def test_an_item_that_stands_twice_in_a_sample_is_refused():
    frame = pl.DataFrame({"项目": ["pH", "pH"], "结果": ["7", "8"]})
    with pytest.raises(InputError) as refused:
        list(widened([frame], Long("项目", "结果"), "a.csv"))
    assert "pH" in refused.value.sentence.en
    assert long_form(["项目", "总磷(mg/L)"]) is None

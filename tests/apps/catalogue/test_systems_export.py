"""A system as a file: the nine columns in either language, no formulas, and in again."""

import csv
import io
import json

import pytest
from django.utils import translation
from openpyxl import load_workbook

from guiju.apps.catalogue.exports.systems import export_system
from guiju.apps.catalogue.selectors.systems.incoming import incoming
from guiju.apps.catalogue.selectors.systems.reading import system_on
from guiju.apps.catalogue.services.systems.tables import read_rows
from guiju.core.errors import NotFoundError
from tests.factories import catalogue_systems as make

pytestmark = pytest.mark.django_db

HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"]


def exported(system, form, language="zh-hans"):
    with translation.override(language):
        view = system_on(make.keeper_viewer(system.keeper), system.slug, make.TODAY)
        return export_system(view, form, language)


def table(system, language="zh-hans"):
    text = exported(system, "csv", language).content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def test_the_nine_columns_of_the_detail_table_and_three_more():
    head, first, second, third, *_ = table(make.small_system().system)
    assert head == [
        "序号",
        "体系编号",
        "标准号",
        "标准名称",
        "宜定级别",
        "实施日期",
        "国际国外标准号及采用关系",
        "被代替标准号或作废",
        "备注",
        "节点名称",
        "英文名称",
        "状态（2024-03-15）",
    ]
    assert first == [
        "1",
        "201",
        "GB/T 90001—2015",
        "示例标准 GB/T 90001-2015",
        "国家标准",
        "2015-07-01",
        "ISO 90001:2012 IDT",
        "",
        "示例备注",
        "示例节点201",
        "Example standard one",
        "现行",
    ]
    assert (second[7], second[11]) == ("被 GB/T 90003—2020 代替", "被代替")
    assert (third[7], third[11]) == ("作废", "废止")


def test_the_same_in_english():
    head, first, second, *_ = table(make.small_system().system, "en")
    assert head[:5] == [
        "No.",
        "Node code",
        "Standard number",
        "Title (Chinese)",
        "Proposed level",
    ]
    assert (first[4], first[11]) == ("National", "in force")
    assert (second[7], second[11]) == ("superseded by GB/T 90003—2020", "superseded")


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_what_goes_out_comes_in_again_without_a_change(form, language):
    world = make.small_system()
    make.entry(world.empty, "=1+1 瞎写", title_zh="-示例", remark="@示例")
    file = exported(world.system, form, language)
    found = incoming(world.system, read_rows(file.content, name=file.name))
    assert (found.counts, found.untouched) == (
        {"new": 0, "changed": 0, "same": 7, "unclear": 0},
        0,
    )


def test_no_cell_of_a_csv_is_a_formula():
    system = make.system()
    node = make.node(system, "1")
    for text in HOSTILE:
        make.entry(node, text.strip(), title_zh=text.strip(), remark=text.strip())
    cells = [cell for row in table(system) for cell in row]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))] == []
    assert "'=1+1" in cells


def test_no_cell_of_a_workbook_is_a_formula():
    system = make.system(title_zh="=1+1 示例")
    node = make.node(system, "1", title_zh="=1+1", title_en="=1", owner="=2")
    make.entry(node, "=1+1", title_zh="=1+1", remark="=1+1")
    book = load_workbook(io.BytesIO(exported(system, "xlsx").content))
    kinds = [cell.data_type for page in book for row in page.iter_rows() for cell in row]
    assert kinds.count("f") == 0
    assert book["标准明细表"]["C4"].value == "=1+1"


def test_the_workbook_has_detail_table_statistics_and_structure():
    book = load_workbook(io.BytesIO(exported(make.small_system().system, "xlsx").content))
    assert book.sheetnames == ["标准明细表", "标准统计表", "结构图"]
    counts = [[cell.value for cell in row] for row in book["标准统计表"].iter_rows(min_row=3)]
    assert counts == [
        ["标准类别", "应有数", "现有数", "现有/应有（%）", "缺口", "其中待核"],
        ["201 示例节点201", 6, 3, 50, 3, 1],
        ["202 示例节点202", 0, 0, "", 0, 0],
        ["合计", 6, 3, 50, 3, 1],
    ]
    assert [row[0].value for row in book["结构图"].iter_rows(min_row=4)] == ["201", "201.1", "202"]
    assert book["标准明细表"]["A2"].value == "示例体系单位　截至 2024-03-15　示例"


def test_equal_systems_are_equal_to_the_byte():
    system = make.small_system().system
    for form in ("csv", "json", "xlsx"):
        assert exported(system, form).content == exported(system, form).content


def test_json_has_the_tree_the_lines_and_the_statistics():
    file = exported(make.small_system().system, "json")
    told = json.loads(file.content)
    assert (file.name, sorted(told)) == (
        "example-2024-03-15.json",
        ["entries", "statistics", "system"],
    )
    assert [box["code"] for box in told["system"]["tree"]] == ["201", "202"]
    assert told["statistics"]["total"] == {
        "wanted": 6,
        "there": 3,
        "percent": 50.0,
        "gaps": 3,
        "unverified": 1,
    }
    assert (told["entries"][1]["state"], told["entries"][1]["successors"]) == (
        "superseded",
        ["GB/T 90003—2020"],
    )


def test_another_form_is_not_found():
    with pytest.raises(NotFoundError):
        exported(make.system(), "docx")

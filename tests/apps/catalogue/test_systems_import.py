"""A detail table as a file: headings in either language, a preview, then new and changed lines."""

import io

import pytest
from openpyxl import Workbook

from guiju.apps.catalogue.models import SystemEntry, SystemNode
from guiju.apps.catalogue.selectors.systems.incoming import incoming
from guiju.apps.catalogue.services.systems import entries, errors
from guiju.apps.catalogue.services.systems.imports import import_lines
from guiju.apps.catalogue.services.systems.tables import read_rows
from guiju.apps.journal.models import Event
from tests.factories import catalogue
from tests.factories import catalogue_systems as make

pytestmark = pytest.mark.django_db

TABLE = """序号,体系编号,标准号,标准名称,宜定级别,实施日期,备注
1,201,GB/T 90001—2015,,国家标准,2015-07-01,新备注
2,201,GB/T 91000-2020,示例新标准,行标,,
3,201.1,,示例待制定标准,,,
4,,GB/T 91001-2020,没有编号,,,
5,999,GB/T 91002-2020,没有节点,,,
6,201,,,,,空行
7,201,GB/T 91000-2020,重复,,,
8,202,瞎写的编号,示例,古怪级别,,
"""


def rows(text, name="table.csv", encoding="utf-8"):
    return read_rows(text.encode(encoding), name=name)


def book(*sheets):
    made = Workbook()
    made.remove(made.active)
    for title, cells in sheets:
        page = made.create_sheet(title)
        for row in cells:
            page.append(row)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def lines(system):
    found = SystemEntry.objects.filter(node__system=system).select_related("node")
    return [
        (one.node.code, one.number, one.title_zh, one.level, one.remark)
        for one in found.order_by("node__sort", "order")
    ]


@pytest.fixture
def world():
    return make.small_system()


def test_the_preview_says_what_becomes_of_each_row(world):
    found = incoming(world.system, rows(TABLE))
    told = [
        (one.row.line, one.status, one.reason.zh if one.reason else "") for one in found.changes
    ]
    assert told == [
        (2, "changed", ""),
        (3, "new", ""),
        (4, "same", ""),
        (5, "unclear", "没有体系编号"),
        (6, "unclear", "体系中没有这个编号的节点，表中也没有给出节点名称"),
        (7, "unclear", "既没有标准号也没有标准名称"),
        (8, "unclear", "与表中前面的一行重复"),
        (9, "new", ""),
    ]
    assert found.counts == {"new": 2, "changed": 1, "same": 1, "unclear": 4}
    assert found.untouched == 4
    assert [(one.name.zh, one.old.zh, one.new.zh) for one in found.changes[0].fields] == [
        ("备注", "示例备注", "新备注")
    ]
    assert [note.zh for note in found.changes[7].notes] == [
        "级别无法识别，留空",
        "标准号无法识别，照原样列入",
    ]


def test_a_preview_stores_nothing(world):
    before = (lines(world.system), Event.objects.count())
    incoming(world.system, rows(TABLE))
    assert (lines(world.system), Event.objects.count()) == before


def test_the_import_takes_what_is_clear_and_is_told_once(world):
    import_lines(system=world.system, rows=rows(TABLE), by=world.by)
    assert lines(world.system) == [
        ("201", "GB/T 90001—2015", "", "", "新备注"),
        ("201", "GB/T 90002-2010", "", "", ""),
        ("201", "GB/T 91000-2020", "示例新标准", "industry", ""),
        ("201.1", "GB 90004-2001", "", "", ""),
        ("201.1", "GB/T 90005-2023", "", "", ""),
        ("201.1", "GB/T 99999-2020", "示例未收录标准", "", ""),
        ("201.1", "", "示例待制定标准", "industry", ""),
        ("202", "瞎写的编号", "示例", "", ""),
    ]
    (event,) = Event.objects.filter(action="catalogue.import_system_lines")
    assert event.details == {"system": "example", "new": 2, "changed": 1, "nodes": 0}
    assert "" not in (event.before, event.after)


def test_the_same_table_again_changes_nothing(world):
    import_lines(system=world.system, rows=rows(TABLE), by=world.by)
    again = import_lines(system=world.system, rows=rows(TABLE), by=world.by)
    assert again.counts == {"new": 0, "changed": 0, "same": 4, "unclear": 4}
    assert Event.objects.filter(action="catalogue.import_system_lines").count() == 1


def test_numbers_of_new_lines_are_tied_to_their_works(world):
    catalogue.edition("GB/T 91000-2020")
    import_lines(system=world.system, rows=rows(TABLE), by=world.by)
    assert SystemEntry.objects.get(number="GB/T 91000-2020").work.key == "GB/T 91000"


def test_a_line_that_stands_in_another_box_moves(world):
    text = "体系编号,标准号\n202,GB/T 90002-2010\n"
    (change,) = incoming(world.system, rows(text)).changes
    assert [(one.name.zh, one.old.zh, one.new.zh) for one in change.fields] == [
        ("体系编号", "201", "202")
    ]
    import_lines(system=world.system, rows=rows(text), by=world.by)
    moved = SystemEntry.objects.get(number="GB/T 90002-2010")
    assert (moved.node, moved.order) == (world.empty, 1)


def test_boxes_that_the_table_names_are_made_where_their_codes_say():
    system = make.system()
    text = (
        "体系编号,节点名称,标准号,标准名称\n"
        "201.1,示例丙,GB/T 91001-2015,\n"
        "200,示例甲,,\n"
        "201,示例乙,,\n"
        "2 x,示例坏编号,GB/T 91002-2015,\n"
    )
    found = import_lines(system=system, rows=rows(text), by=make.keeper_viewer(system.keeper))
    assert dict(found.new_nodes) == {"201.1": "示例丙", "200": "示例甲", "201": "示例乙"}
    tree = SystemNode.objects.select_related("parent").order_by("sort")
    assert [(one.code, one.title_zh, one.parent and one.parent.code) for one in tree] == [
        ("200", "示例甲", None),
        ("201", "示例乙", "200"),
        ("201.1", "示例丙", "201"),
    ]
    assert [(one.status, one.row.code) for one in found.changes] == [
        ("new", "201.1"),
        ("unclear", "2 x"),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "体系编号,标准号,标准名称,英文名称,宜定级别,备注",
        "体系 编号,标准编号,标准中文名称,标准英文名称,级别,说明",
        "Node code,Standard number,Title (Chinese),Title (English),Proposed level,Remarks",
        "﻿NODE,Standard no.,Title zh,Title en,Level,Notes",
    ],
)
def test_headings_in_both_languages(head):
    (row,) = rows(f"{head}\n201,GB/T 1-2020,甲,First,industry,乙\n")
    found = (row.code, row.number, row.title_zh, row.title_en, row.level, row.remark)
    assert found == ("201", "GB/T 1-2020", "甲", "First", "industry", "乙")


@pytest.mark.parametrize(
    ("written", "level"),
    [
        ("国家标准", "national"),
        ("行标", "industry"),
        ("地方", "local"),
        ("local_city", "local"),
        ("Group", "group"),
        ("ENTERPRISE", "enterprise"),
        ("古怪", "古怪"),
    ],
)
def test_levels_as_people_write_them(written, level):
    (row,) = rows(f"体系编号,标准号,宜定级别\n201,GB/T 1-2020,{written}\n")
    assert row.level == level


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_text_encodings_of_spreadsheets(encoding):
    (row,) = rows("体系编号,标准号,标准名称\n201,GB/T 1-2020,示例标准名称\n", encoding=encoding)
    assert (row.code, row.title_zh) == ("201", "示例标准名称")


def test_a_workbook_with_a_title_above_and_another_sheet_before():
    data = book(
        ("说明", [["示例体系"], ["编制说明"]]),
        (
            "标准明细表",
            [["示例体系标准明细表"], [], ["序号", "体系编号", "标准号"], [1, 201, "GB/T 1-2020"]],
        ),
    )
    (row,) = read_rows(data, name="table.xlsx")
    assert (row.line, row.code, row.number) == (4, "201", "GB/T 1-2020")


def test_a_row_with_a_formula_is_left_out_with_the_reason(world):
    data = book(
        (
            "甲",
            [
                ["序号", "体系编号", "标准号"],
                ["=ROW()", "201", "=1+1"],
                ["=ROW()", "202", "GB/T 1-2020"],
            ],
        )
    )
    found = incoming(world.system, read_rows(data, name="table.xlsx"))
    assert [(one.status, one.reason.zh if one.reason else "") for one in found.changes] == [
        ("unclear", "含有公式；请改为数值"),
        ("new", ""),
    ]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", errors.NoHeadingsError),
        ("甲,乙\n1,2\n".encode(), errors.NoHeadingsError),
        ("标准号,标准名称\nGB/T 1-2020,甲\n".encode(), errors.NoHeadingsError),
        (b"PK\x03\x04 damaged", errors.UnreadableTableError),
        (book(("甲", [["a", "b"]])), errors.NoHeadingsError),
    ],
)
def test_what_is_no_table(data, error):
    with pytest.raises(error) as caught:
        read_rows(data, name="table.csv")
    assert "table.csv" in caught.value.sentence.zh


def test_a_table_that_is_too_long():
    text = "体系编号,标准号\n" + "".join(f"1,GB/T {at}-2020\n" for at in range(1, 5_002))
    with pytest.raises(errors.TooManyError):
        rows(text)


def test_a_system_that_changed_after_the_preview_is_left_alone(world):
    seen = incoming(world.system, rows(TABLE)).seen
    entries.add_entry(node=world.empty, title_zh="示例新缺口", by=world.by)
    before = lines(world.system)
    with pytest.raises(errors.ChangedMeanwhileError):
        import_lines(system=world.system, rows=rows(TABLE), seen=seen, by=world.by)
    assert lines(world.system) == before

"""Classification files: each row becomes a code, or is refused with its line and the reason."""

import json

import pytest

from guiju.core.codes.classes import ClassCode
from guiju.core.codes.readers import RefusedRow, read_ccs, read_ics_jsonl, read_iso_ics
from tests.shared_data import shared

HEAD = "identifier,parent,titleEn,titleFr,scopeEn,scopeFr\n"


def refusals(rows):
    return [(row.line, row.reason.zh) for row in rows if isinstance(row, RefusedRow)]


def codes(rows):
    return [row.code for row in rows if isinstance(row, ClassCode)]


def test_ics_json_lines_with_notes_that_point_elsewhere():
    notes = [{"text": "示例"}, {"text": "see {ics-code}", "ics-code": "01.040"}, "?"]
    row = {"code": "1.20", "description": "Terminology", "notes": notes}
    assert list(read_ics_jsonl(["\ufeff" + json.dumps(row), "\n"])) == [
        ClassCode(
            scheme="ics",
            code="01.020",
            name_en="Terminology",
            parent="01",
            notes=("示例", "see 01.040"),
        )
    ]


def test_a_bad_json_line_does_not_stop_the_others():
    lines = ["{", "[]", '{"code": "35240", "description": "x"}', '{"code": "35"}', ""]
    good = '{"code": "35", "description": "IT"}'
    rows = list(read_ics_jsonl([*lines, good]))
    assert refusals(rows) == [
        (1, "不是一行 JSON 对象"),
        (2, "不是一行 JSON 对象"),
        (3, "“35240”不是 ICS 代码：是否指 35.240？"),
        (4, "没有名称"),
    ]
    assert codes(rows) == ["35"]


@pytest.mark.parametrize(
    "lines",
    [
        ["\ufeff" + HEAD, '01.020,01,"Terms, rules",Termes,Scope,\n'],
        [
            '{"identifier": "01.020", "parent": "01", "titleEn": "Terms, rules",'
            ' "titleFr": "Termes", "scopeEn": "Scope", "scopeFr": null}\n'
        ],
    ],
)
def test_iso_open_data_in_both_forms(lines):
    assert list(read_iso_ics(lines)) == [
        ClassCode(
            scheme="ics",
            code="01.020",
            name_en="Terms, rules",
            name_fr="Termes",
            parent="01",
            notes=("Scope",),
        )
    ]


def test_iso_open_data_refuses_a_parent_that_does_not_fit():
    rows = list(read_iso_ics([HEAD, "01.020,03,Terms,,,\n", "01,01,A,,,\n", ",,B,,,\n"]))
    assert refusals(rows) == [
        (2, "上级代码 03 与代码不符"),
        (3, "上级代码 01 与代码不符"),
        (4, "“”不是 ICS 代码：应写作 2 位大类.3 位中类.2 位小类，如 35.240.30"),
    ]


def test_an_empty_file_gives_nothing():
    assert (list(read_iso_ics([])), list(read_ccs([])), list(read_ics_jsonl([]))) == ([], [], [])


def test_ccs_of_all_levels():
    lines = ["\ufeff代码,名称,类,注释\n", "A,综合\n", "A00/09,一般,A,\n", "A00,质量,A00/09,注\n"]
    assert list(read_ccs(lines)) == [
        ClassCode(scheme="ccs", code="A", name_zh="综合"),
        ClassCode(scheme="ccs", code="A00/09", name_zh="一般", parent="A"),
        ClassCode(scheme="ccs", code="A00", name_zh="质量", parent="A00/09", notes=("注",)),
    ]


def test_ccs_rows_are_refused_with_the_reason():
    rows = list(read_ccs(["代码,名称\n", "A00\n", "I00,甲\n", "A00, \n", "\n", "A00,甲,B00/09\n"]))
    assert refusals(rows) == [
        (2, "列数不足：至少要有代码和名称"),
        (3, "“I00”不是 CCS 代码：没有 I 类（24 个大类中没有 I 和 O）"),
        (4, "没有名称"),
        (6, "所属类目 B00/09 与代码不符"),
    ]


def test_the_real_ics_file_is_read_whole():
    with shared("data/classification/ics.jsonl").open(encoding="utf-8") as lines:
        rows = list(read_ics_jsonl(lines))
    assert (len(codes(rows)), refusals(rows)) == (1381, [])
    assert {row.parent for row in rows} - {""} <= set(codes(rows))


@pytest.mark.parametrize(
    ("level", "read", "refused"),
    [
        (1, 24, []),
        (2, 225, []),
        (
            3,
            1606,
            [  # two slips of the file itself: D50 and K22 are meant
                (241, "所属类目 D50/59 与代码不符"),
                (358, f"“FF2”不是 CCS 代码：{'应写作 1 个大写字母加 2 位数字，如 A 00'}"),
            ],
        ),
    ],
)
def test_the_real_ccs_files_are_read(level, read, refused):
    path = shared(f"data/classification/ccs-level{level}.csv")
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(read_ccs(lines))
    assert (len(set(codes(rows))), refusals(rows)) == (read, refused)

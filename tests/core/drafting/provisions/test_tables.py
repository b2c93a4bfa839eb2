"""The limits of tables."""

from guiju.core.documents.addresses import addressed
from guiju.core.documents.model import Document, Meta, Table
from guiju.core.drafting.provisions import Place, limits

from .making import section, table


def shown(one: Table) -> list[tuple[object, ...]]:
    return [
        (limit.characteristic, limit.interval.operator, limit.interval.full, limit.condition)
        for limit in limits(one)
    ]


def test_unit_of_the_row_and_classes_of_the_columns() -> None:
    made = table(
        [["项目", "比赛用", "训练用"]],
        [
            ["冲击吸收/%", "35~50", ("20~50", 1, 1)],
            ["拉伸强度/MPa", "≥0.70", "≥0.50"],
            ["抗滑值/（BPN，20 ℃）", "90~110（干测）", "—"],
            ["色牢度", ("无脱色", 2, 1)],
        ],
    )
    assert shown(made) == [
        ("冲击吸收", "between", "35~50 %", ("比赛用",)),
        ("冲击吸收", "between", "20~50 %", ("训练用",)),
        ("拉伸强度", "≥", "0.70 MPa", ("比赛用",)),
        ("拉伸强度", "≥", "0.50 MPa", ("训练用",)),
        ("抗滑值", "between", "90~110 BPN", ("比赛用", "20 ℃", "干测")),
        ("色牢度", "=", "无脱色", ()),
    ]


def test_groups_unit_column_and_methods() -> None:
    made = table(
        [["序号", ("项目", 2, 1), "单位", "指标", "试验方法"]],
        [
            ["1", ("可溶性元素", 1, 2), "铅", "mg/kg", "≤90", "GB/T 99999.1"],
            ["2", None, "镉", "mg/kg", "不得检出", "按5.4"],
            ["3", ("厚度", 2, 1), "mm", "510(1±5%)", "—"],
        ],
    )
    found = limits(made)
    assert [(one.subject, one.characteristic, one.interval.operator) for one in found] == [
        ("可溶性元素", "铅", "≤"),
        ("可溶性元素", "镉", "not-detected"),
        ("", "厚度", "between"),
    ]
    assert [(one.method, one.references) for one in found] == [
        ("GB/T 99999.1", ("GB/T 99999.1",)),
        ("5.4", ("5.4",)),
        ("", ()),
    ]
    assert [one.interval.unit for one in found] == ["mg/kg", "", "mm"]


def test_heads_in_two_rows_and_the_sign_behind_the_name() -> None:
    made = table(
        [[("项目", 1, 2), ("指标", 2, 1)], [None, "优等品", "合格品"]],
        [["灰分/%  ≤", "1.0", "2.0"], ["长度（mm）", "0.5(±10%)", "±0.1"]],
    )
    assert shown(made) == [
        ("灰分", "≤", "1.0 %", ("优等品",)),
        ("灰分", "≤", "2.0 %", ("合格品",)),
        ("长度", "between", "0.5(±10%) mm", ("优等品",)),
        ("长度", "between", "±0.1 mm", ("合格品",)),
    ]


def test_characteristics_in_the_head() -> None:
    made = table([["规格", "厚度/mm", "宽度/mm"]], [["A型", "≥5", "10±1"], ["B型", "≥8", "20±1"]])
    assert shown(made) == [
        ("厚度", "≥", "5 mm", ("A型",)),
        ("宽度", "between", "10±1 mm", ("A型",)),
        ("厚度", "≥", "8 mm", ("B型",)),
        ("宽度", "between", "20±1 mm", ("B型",)),
    ]


def test_a_bare_number_takes_the_sense_of_the_head() -> None:
    made = table([["项目", "限值"]], [["铅/（mg/kg）", "90"], ["二氧化硫，%", "0.5"]])
    assert shown(made) == [("铅", "≤", "90 mg/kg", ()), ("二氧化硫", "≤", "0.5 %", ())]


def test_unit_of_the_whole_table_and_two_bounds_in_a_cell() -> None:
    made = table([["项目", "要求"]], [["直径", "≥5，≤8"], ["长度", "10"]], unit="mm")
    assert shown(made) == [
        ("直径", "≥", "5 mm", ()),
        ("直径", "≤", "8 mm", ()),
        ("长度", "=", "10 mm", ()),
    ]


def test_footnotes_and_notes_are_conditions() -> None:
    made = table(
        [["项目", "要求"]],
        [["厚度/mm^a", "≥5"], ["宽度/mm", "≥8^b"]],
        notes=("厚度不含底胶。", "在室温下测量。"),
        footnotes={"a": "仅适用于A型。", "b": "仅适用于B型。"},
    )
    assert shown(made) == [
        ("厚度", "≥", "5 mm", ("仅适用于A型。", "厚度不含底胶。", "在室温下测量。")),
        ("宽度", "≥", "8 mm", ("仅适用于B型。", "在室温下测量。")),
    ]


def test_english() -> None:
    made = table(
        [["Item", "Unit", "Limit", "Test method"]],
        [["Lead", "mg/kg", "90", "5.4"], ["Thickness", "mm", "≥ 5.0", "5.5"]],
    )
    assert [(*row[:3], one.method) for row, one in zip(shown(made), limits(made), strict=True)] == [
        ("Lead", "≤", "90 mg/kg", "5.4"),
        ("Thickness", "≥", "5.0 mm", "5.5"),
    ]


def test_the_head_of_an_english_table_says_maximum() -> None:
    made = table([["Defect", "Maximum permissible fraction %"]], [["Chips", "0,1"], ["Husk", "1"]])
    assert [row[:3] for row in shown(made)] == [("Chips", "≤", "0,1 %"), ("Husk", "≤", "1 %")]


def test_more_columns_than_the_head_has() -> None:
    made = table(
        [["项目", "A型", "B型"]],
        [[("元素/（mg/kg）", 1, 2), "铅", "≤90", "≤50"], [None, "镉", "≤10", "≤5"]],
    )
    assert shown(made) == [
        ("铅", "≤", "90 mg/kg", ("A型",)),
        ("铅", "≤", "50 mg/kg", ("B型",)),
        ("镉", "≤", "10 mg/kg", ("A型",)),
        ("镉", "≤", "5 mg/kg", ("B型",)),
    ]


def test_tables_without_limits() -> None:
    words = table([["符号", "含义"]], [["a", "长度"], ["b", "宽度"]])
    steps = table([["项目", "说明"]], [["外观", "见5.1"]])
    assert (limits(words), limits(steps), limits(table([], []))) == ((), (), ())


def test_addresses_offsets_and_what_an_informative_annex_binds() -> None:
    made = table([["项目", "要求"]], [["厚度/mm", " ≥5"]])
    whole = addressed(Document(meta=Meta(), sections=(section("5", "要求", made),)))
    (one,) = limits(whole.sections[0].blocks[0], "zh", Place(normative=False))  # type: ignore[arg-type]
    assert (one.address, one.start, one.end, one.kind) == ("table-1/r2/c2", 1, 3, "statement")

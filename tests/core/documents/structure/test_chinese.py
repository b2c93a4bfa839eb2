"""A Chinese document of plain lines, every element in it (示例)."""

from guiju.core.documents.lines import Line
from guiju.core.documents.model import Reading, Text
from guiju.core.documents.structure import build
from tests.core.documents.skeletons import briefs, labels, outline, section

SAMPLE = """\
ICS 03.180
CCS Y 55
中 华 人 民 共 和 国 国 家 标 准
GB/T 99999—2024
代替 GB/T 99999—2014
示例产品　通用要求
Sample products—General requirements
（ISO 99999:2020，MOD）
（征求意见稿）
2024-03-05 发布 2024-10-01 实施
国 家 市 场 监 督 管 理 总 局 发 布
目 次
前言 …………………………… Ⅰ
1　范围 …………………………… 1
2　规范性引用文件 …………………………… 1
3　术语和定义 …………………………… 1
4　要求 …………………………… 2
5　标志 …………………………… 3
附录A（资料性）　说明 …………………………… 4
前 言
本文件按照GB/T 1.1—2020的规定起草。
示例产品　通用要求
1　范围
本文件规定了示例产品的要求。
2　规范性引用文件
下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。
GB/T 1.1—2020　标准化工作导则
ISO 9000　质量管理体系
3　术语和定义
下列术语和定义适用于本文件。
3.1
示例物　sample thing
示物
〈示例〉用于说明的物。
注1：这是注。
注2：这也是注。
[来源：GB/T 1.1—2020，3.1，有修改]
3.2　示例体 sample body
用于说明的体。
4　要求
4.1　尺寸
4.1.1　长度应符合表1的要求。
单位为毫米
表1　尺寸
项目\t限值
长\t≤5.0
4.1.2　应符合下列要求：
a)　甲：
1)　子；
2)　丑；
b)　乙。
3.5 mm以下的不计。
4.2　密度
按公式（1）计算：
ρ=m/V ……………………（1）
式中：
ρ——密度，单位为克每立方厘米（g/cm3）；
m——质量。
示例：
见图1。
标引序号说明：
1——甲；
2——乙。
图1　示例
附 录 A
（资料性）
说明
A.1　总则
说明见4.1。
参 考 文 献
[1]　GB/T 20001.1　标准起草规则
[2]　某人.某书[M].北京.
"""


def reading() -> Reading:
    return build(Line(text=Text(row), line=at) for at, row in enumerate(SAMPLE.splitlines(), 1))


def test_the_outline() -> None:
    assert outline(reading().document) == [
        "foreword 前言",
        "1 范围",
        "2 规范性引用文件",
        "3 术语和定义",
        "4 要求",
        "4.1 尺寸",
        "4.1.1",
        "4.1.2",
        "4.2 密度",
        "A 说明",
        "A.1 总则",
        "bibliography 参考文献",
    ]
    assert labels(reading().document)[4:6] == ["3.1", "3.2"]


def test_the_cover() -> None:
    meta = reading().document.meta
    assert meta.number == "GB/T 99999—2024"
    assert meta.replaces == ("GB/T 99999—2014",)
    assert meta.titles == (
        ("zh", "示例产品　通用要求"),
        ("en", "Sample products—General requirements"),
    )
    assert (meta.ics, meta.ccs) == (("03.180",), ("Y55",))
    assert (meta.issued, meta.effective) == ("2024-03-05", "2024-10-01")
    assert meta.issuers == ("国家市场监督管理总局",)
    assert meta.level == "中华人民共和国国家标准"
    assert (meta.stage, meta.adopts) == ("征求意见稿", (("ISO 99999:2020", "MOD"),))


def test_the_blocks() -> None:
    document = reading().document
    assert briefs(section(document, "foreword")) == ["本文件按照GB/T 1.1—2020的规定起草。"]
    assert briefs(section(document, "2"))[1:] == [
        "ref GB/T 1.1—2020|标准化工作导则|dated",
        "ref ISO 9000|质量管理体系|undated",
    ]
    assert briefs(section(document, "4.1.1")) == ["长度应符合表1的要求。", "table 1 尺寸 1+1"]
    assert briefs(section(document, "4.1.2")) == [
        "应符合下列要求：",
        "[a) 甲：+[1) 子；; 2) 丑；]; b) 乙。]",
        "3.5 mm以下的不计。",
    ]
    assert briefs(section(document, "4.2")) == [
        "按公式（1）计算：",
        "formula 1 ρ=m/V",
        "式中：",
        "[ρ 密度，单位为克每立方厘米（g/cm3）；; m 质量。]",
        "example 示例: 见图1。",
        "figure 1 示例",
    ]
    assert briefs(section(document, "bibliography")) == [
        "ref [1]GB/T 20001.1|标准起草规则|undated",
        "ref [2]|某人.某书[M].北京.|undated",
    ]


def test_units_and_keys_stand_with_their_table_and_figure() -> None:
    document = reading().document
    table = section(document, "4.1.1").blocks[1]
    assert (table.unit, table.address) == ("毫米", "table-1")
    figure = section(document, "4.2").blocks[-1]
    assert [item.label for item in figure.key[0].items] == ["1", "2"]


def test_a_term_entry() -> None:
    first, second = (one for one in section(reading().document, "3").blocks[1:])
    assert [(one.text.content, one.language, one.status) for one in first.designations] == [
        ("示例物", "zh", "preferred"),
        ("sample thing", "en", "preferred"),
        ("示物", "zh", "admitted"),
    ]
    assert first.definitions == (("zh", Text("用于说明的物。")),)
    assert first.domain == "示例"
    assert [note.label for note in first.blocks] == ["注1", "注2"]
    assert first.sources == (Text("GB/T 1.1—2020，3.1，有修改"),)
    assert [one.text.content for one in second.designations] == ["示例体", "sample body"]


def test_the_annex_says_its_nature() -> None:
    annex = section(reading().document, "A")
    assert (annex.kind, annex.nature, annex.title.content) == ("annex", "informative", "说明")


def test_what_the_contents_list_and_the_text_lacks_is_a_doubt() -> None:
    assert [(one.code, one.zh) for one in reading().doubts] == [
        ("contents-missing", "目次中的“5 标志”没有在正文中找到。"),
    ]

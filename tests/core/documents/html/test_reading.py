"""Pages as people make them: structure, tables, formulas, and what must not be read."""

import pytest

from guiju.core.documents.html import BrokenHtml, read
from guiju.core.documents.model import Figure, Mark, Table
from guiju.core.documents.walking import cells, plain
from tests.core.documents.skeletons import briefs, outline, section

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>x</title><style>p{}</style></head><body>
<nav><a href="/">首页</a></nav><script>alert("1 范围")</script>
<h1>前言</h1><p>本文件由示例协会提出。</p>
<h1>1 范围</h1><p>本文件规定了示例
的要求。</p>
<h1>2 规范性引用文件</h1><p>GB/T 191 包装储运图示标志</p>
<h1>3 术语和定义</h1><h2>3.1</h2><p>水壶 bottle</p><p>盛水的容器。</p>
<h1>4 要求</h1><h2>4.1 外观</h2><div>应<b>无</b>裂纹，CO<sub>2</sub>。<p>第二段。</p></div>
%s
</body></html>"""


def blocks(inside):
    return section(read((PAGE % inside).encode()).document, "4.1").blocks[2:]


def shown(inside):
    return briefs(section(read((PAGE % inside).encode()).document, "4.1"))[2:]


def test_the_outline_of_a_page():
    document = read((PAGE % "").encode()).document
    wanted = ["foreword 前言", "1 范围", "2 规范性引用文件", "3 术语和定义", "4 要求", "4.1 外观"]
    assert outline(document) == wanted
    assert briefs(section(document, "3")) == ["term 3.1 水壶,bottle: 盛水的容器。"]
    assert briefs(section(document, "1")) == ["本文件规定了示例的要求。"]
    first = section(document, "4.1").blocks[0]
    assert first.text.content == "应无裂纹，CO2。"
    assert first.text.marks == (Mark(1, 2, "bold"), Mark(7, 8, "sub"))


@pytest.mark.parametrize(
    ("inside", "wanted"),
    [
        ("<ul><li>甲</li><li>乙</li></ul>", ["[—— 甲; —— 乙]"]),
        ("<ol><li>甲</li><li>乙</li></ol>", ["[1) 甲; 2) 乙]"]),
        ('<ol type="a"><li>甲<ul><li>乙</li></ul></li></ol>', ["[a) 甲+[· 乙]]"]),
        ("<ul><li>a) 甲</li><li>b) 乙</li></ul>", ["[a) 甲; b) 乙]"]),
        ("<p>注：甲。</p>", ["note 注: 甲。"]),
        ("<pre>x\n y</pre>", ["Quote"]),
        ("<!-- 甲 --><p>乙<!-- 丙 -->丁</p>", ["乙丁"]),
        ("<p>甲&nbsp;&lt;b&gt;</p>", ["甲\xa0<b>"]),
        ("<svg><text>甲</text></svg><noscript>乙</noscript><template><p>丙</p></template>", []),
        ("<p><img src='a.png' alt='甲'></p><p>图1 示例</p>", ["figure 1 示例"]),
        ("<p>值<img src='a.png' alt='α'>。</p>", ["值α。"]),
        ("<table><tr><td><p>甲</p><p>乙</p></td></tr></table>", ["甲", "乙"]),
        ("<span><p>甲</p></span>", ["甲"]),
    ],
)
def test_what_a_page_shows(inside, wanted):
    assert shown(inside) == wanted


def test_a_table_with_spans_and_a_caption():
    (table,) = blocks(
        "<table><caption>表1 指标</caption>"
        "<tr><th rowspan=2>项目<th colspan='2'>值</tr><tr><th>低<th>高</tr>"
        "<tr><td>长<td align=right>1<td>2<sup>3</sup></tr>"
        "<tr><td colspan=3>注：说明。</td></tr></table>"
    )
    assert isinstance(table, Table)
    assert (table.label, table.title.content, len(table.head), len(table.body)) == (
        "1",
        "指标",
        2,
        1,
    )
    assert [(one.column, one.rows, one.columns, "".join(map(plain, one.blocks))) for one in cells(table)] == [
        (0, 2, 1, "项目"), (1, 1, 2, "值"), (1, 1, 1, "低"), (2, 1, 1, "高"),
        (0, 1, 1, "长"), (1, 1, 1, "1"), (2, 1, 1, "23"),
    ]  # fmt: skip
    assert table.body[0][1].align == "right"
    assert table.body[0][2].blocks[0].text.marks == (Mark(1, 2, "sup"),)
    assert [plain(one) for one in table.notes] == ["说明。"]


def test_wild_spans_are_bounded():
    (table,) = blocks("<table><tr><td rowspan=99999 colspan=-3>a<td>b</tr><tr><td>c</tr></table>")
    first = next(iter(cells(table)))
    assert (first.rows, first.columns) == (200, 1)


def test_formulas_keep_their_mathml():
    math = "<math><msup><mi>x</mi><mn>2</mn></msup></math>"
    (paragraph,) = blocks(f"<p>值{math}。</p>")
    value = (
        '<math xmlns="http://www.w3.org/1998/Math/MathML"><msup><mi>x</mi><mn>2</mn></msup></math>'
    )
    assert paragraph.text.content == "值x^2。"
    assert paragraph.text.marks == (Mark(1, 4, "math", value),)
    (formula,) = blocks(math.replace("<math>", '<math display="block">'))
    assert (formula.linear, formula.mathml) == ("x^2", value)


def test_only_web_addresses_become_links():
    (paragraph,) = blocks('<p><a href="https://example.cn">甲</a><a href="javascript:1">乙</a></p>')
    assert paragraph.text.marks == (Mark(0, 1, "link", "https://example.cn"),)


def test_pictures_keep_their_names():
    (figure,) = blocks("<p><img src='a b.png'></p>")
    assert isinstance(figure, Figure)
    assert figure.images == ("a b.png",)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_any_encoding(encoding):
    text = (PAGE % "").replace("utf-8", "gb2312")
    assert outline(read(text.encode(encoding)).document)[1] == "1 范围"


def test_endless_nesting_is_refused_not_cut():
    with pytest.raises(BrokenHtml):
        read(("<div>" * 5000 + "甲" + "</div>" * 5000).encode(), name="x.html")


@pytest.mark.parametrize(
    "page",
    [
        "<p " + " ".join(f"a{at}=1" for at in range(60_000)) + ">甲</p>",
        "<table>" + "<tr><td>" * 20_000,
        "<p>" + "<b>" * 150 + "甲",
        "<" * 100_000,
        "<p>" + "&#x41;" * 100_000,
    ],
)
def test_hostile_pages_are_read(page):
    assert read(page.encode(), name="x.html").document is not None

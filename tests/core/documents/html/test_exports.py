"""Pages as Word, WPS, Google Docs and old web sites write them (示例)."""

import pytest

from guiju.core.documents.html import read
from guiju.core.documents.walking import plain
from tests.core.documents.skeletons import briefs, outline, section

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv=Content-Type content="text/html; charset=gb2312">
<!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>x</o:Author></o:DocumentProperties></xml><![endif]--><style>p{mso-x:""}</style></head>
<body lang=ZH-CN><div class=WordSection1>
<p class=MsoNormal align=center><b><span style='font-family:黑体'>前<span lang=EN-US>&nbsp;&nbsp; </span>言</span></b><o:p></o:p></p>
<p class=MsoNormal style='text-indent:21.0pt'>&nbsp;&nbsp;&nbsp;&nbsp;本文件由示例协会提出。</p>
<p class=a3 style='mso-outline-level:1'><span lang=EN-US>1<span style='mso-spacerun:yes'>&nbsp; </span></span>范围</p>
<p class=MsoNormal>本文件规定了<span lang=EN-US>X</span>的要求。</p>
<h1><a name="_Toc1"></a><![if !supportLists]><span style='mso-list:Ignore'>2<span>&nbsp;&nbsp;&nbsp; </span></span><![endif]>术语和定义</h1>
<p class=a4><b>2.1</b></p><p class=a5><b>水壶</b> <span lang=EN-US>kettle</span></p><p>盛水的容器。</p>
<h1>3　要求</h1><h2>3.1　<span style='color:red'>外观</span></h2>
<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>a)<span>&nbsp;&nbsp; </span></span><![endif]>甲；</p>
<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>b)<span>&nbsp;&nbsp; </span></span><![endif]>乙。</p>
<p align=center>表<span lang=EN-US>1&nbsp; </span>尺寸</p>
<table class=MsoTableGrid border=1><tr><td rowspan=2><p>项目<o:p></o:p></p></td><td colspan=2><p>值</p></td></tr>
<tr><td>甲</td><td>乙</td></tr><tr><td><p>长</p></td><td><p>1</p></td><td><p>2</p></td></tr></table><p><o:p>&nbsp;</o:p></p>
<p align=center><img width=100 src="x.files/image001.png"></p><p align=center>图1 示意</p>
<p>词<a href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference><span>[1]</span></span></a>尾。</p>
<p>附录<span>A</span><br>（规范性）<br>方法</p><p>A.1 总则</p><p>说明。</p></div>
<div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> 脚注说明。</p></div></div></body></html>"""


def test_word() -> None:
    reading = read(WORD.encode("gb18030"), name="x.htm")
    document = reading.document
    assert outline(document) == [
        "foreword 前言", "1 范围", "2 术语和定义", "3 要求", "3.1 外观", "A 方法", "A.1 总则",
    ]  # fmt: skip
    assert briefs(section(document, "2")) == ["term 2.1 水壶,kettle: 盛水的容器。"]
    assert briefs(section(document, "3.1")) == [
        "[a) 甲；; b) 乙。]", "table 1 尺寸 2+1", "figure 1 示意", "词[1]尾。",
    ]  # fmt: skip
    mark = section(document, "3.1").blocks[-1].text.marks[0]
    assert (mark.kind, [(one.id, one.label, plain(one)) for one in document.footnotes]) == (
        "footnote", [(mark.value, "1", "脚注说明。")],
    )  # fmt: skip
    assert reading.doubts == ()


GOOGLE = """<html><head><style>.lst-kix_a-0 > li:before{content:"" counter(lst-ctn-kix_a-0,lower-latin) ") "}</style></head><body>
<ul><li><a href="#a">1 范围</a></li><li><a href="#b">2 要求</a></li><li><a href="#c">2.1 外观</a></li></ul>
<h1 class="c2" id=a><span>1 范围</span></h1><p><span>本文件</span><span class="c3">规定了要求。</span></p><h1 id=b><span>2 要求</span></h1>
<h2 id=c><span class="c1">2.1 外观</span></h2><ol class="c5 lst-kix_a-0 start" start="2"><li class="c6"><span>甲；</span></li><li>乙。</li></ol>
<p><span style="font-weight:700">2.2 尺寸</span></p><p>长 5&nbsp;mm。<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p>
<hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span> 含盖。</span></p></div></body></html>"""


def test_google_docs() -> None:
    document = read(GOOGLE.encode()).document
    assert outline(document) == ["1 范围", "2 要求", "2.1 外观", "2.2 尺寸"]
    assert briefs(section(document, "2.1")) == ["[b) 甲；; c) 乙。]"]
    assert [(one.label, plain(one)) for one in document.footnotes] == [("1", "含盖。")]


LAYOUT = """<!DOCTYPE html><html><body><table width=100%><tr><td><table><tr><td><h1>示例标准</h1><div>1 范围<br><br>
&nbsp;&nbsp;&nbsp;&nbsp;本文件规定了要求。<br>2 要求<br>2.1 外观<br>应平整。<br>2.2 尺寸<br>见表1。<br><center>表1 尺寸</center>
<table border=1><tr><td>项目</td><td>值</td></tr><tr><td>长</td><td>5</td></tr></table>2.3 质量<br>a) 甲<br>b) 乙</div></td></tr></table></td></tr></table>"""


def test_tables_that_only_place_the_parts_of_a_page() -> None:
    document = read(LAYOUT.encode()).document
    assert outline(document) == ["1 范围", "2 要求", "2.1 外观", "2.2 尺寸", "2.3 质量"]
    assert briefs(section(document, "2.2")) == ["见表1。", "table 1 尺寸 1+1"]
    assert briefs(section(document, "2.3")) == ["[a) 甲; b) 乙]"]


FRAME = "<h1>1 范围</h1><p>甲。</p><h1>2 要求</h1>{}"


@pytest.mark.parametrize(
    ("inside", "wanted"),
    [
        ('<script type="math/tex; mode=display">x=\\frac{1}{2} \\tag{3}</script>', ["formula 3 x = 1/2"]),
        ('<p>≤<script type="math/tex">5\\%</script>。</p>', ["≤5%。"]),
        ('<p>值<span class="katex"><span><math><mi>x</mi></math></span><span class="katex-html" aria-hidden="true">x</span></span>。</p>', ["值x。"]),
        ('<ol style="list-style-type:lower-alpha"><li>甲</li><li>乙</li></ol>', ["[a) 甲; b) 乙]"]),
        ("<p>甲<br><br>乙</p>", ["甲", "乙"]),
        ("<p>甲<br>乙</p>", ["甲\n乙"]),
    ],
)  # fmt: skip
def test_small_things(inside: str, wanted: list[str]) -> None:
    assert briefs(section(read(FRAME.format(inside).encode()).document, "2")) == wanted

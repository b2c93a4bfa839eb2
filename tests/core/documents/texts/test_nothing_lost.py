"""No reader loses a line: what stands in the file stands in the tree, or a doubt tells of it."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from guiju.core.documents.model import Reading
from guiju.core.documents.reading import read
from tests.core.documents.texts.said import letters, lost, said

LINES = """\
# 1 范围|2 规范性引用文件|GB/T 1.1—2020 标准化工作导则|# 3 术语和定义|3.1|水壶 kettle|**3.2** 壶盖 lid|4 要求|## 4.1 外观|4.1.1 产品应平整。
4. 2 尺寸|**4.3 质量** 应合格。|A.1 总则|# 附录A（规范性）方法|附录B|（资料性）|方法乙|参考文献|[1] GB/T 1 甲|是一段没有结束的很长很长很长很长很长的文字
注：说明。|示例：|- 甲项|  - 乙项|a) 名称|1) 子项|—— 破折|• 圆点|1. 第一|2. 第二|5. 第五|表1 尺寸|表A.2|单位为毫米
<table><tr><td>甲</td><td rowspan=2>乙</td></tr><tr><td>丙</td></tr></table>|<table><tr><td>未完|前<table><caption>表9 题</caption><tr><td>内</td></tr></table>后
图1 示意|![说明](images/x.jpg)|文字![](a.png)文字|$$ X=Y+Z \\tag{1} $$|$$|式中：|P——坡度；|$x_1$ 与 $\\foo{x}$|词[^1]，词[^2]|[^1]: 脚注|```|~~~|> 引用|---|===|12|GB/T 99999—2023
ICS 67.060|2023-01-02 发布|Sample title words|# 无编号标题|一行文字。|&lt;b&gt; 与 5&nbsp;mm|<div align="center"><b>居中</b></div>|\\[ y=2 \\]|3.l 误认|\\# 转义\\_|重要提示：小心|[来源：GB/T 1—2020，3.1]|代替 GB/T 1—2000|3.3 壶嘴 spout 出水的部件。"""
PIPES = ("| 甲 | 乙 |", "|---|---|", "| 1 | 2 |", "| x | y | z")
HEAD = "前言\n\n本文件甲。\n\n1 范围\n\n本文件。\n\n4 要求\n"
_LINE = st.one_of(
    st.sampled_from([*LINES.replace("\n", "|").split("|"), *PIPES]),
    st.text(alphabet="甲乙12ab. 、。：—()*_|$<>[]#`\\", min_size=1, max_size=20),
)
# What a label, a caption or a cover says by its words is said by the kind of a thing.
_FIXED = re.compile(
    "续|发布|实施|代替|附录|规范性|资料性|来源|单位为|表|图|注|示例|重要提示|ICS|tag|foo|</?[a-z][^<>]*>|&(?:lt|gt|nbsp);"
)


@example(["1", "# 1 范围", "2", "# 1 范围"], "\n")
@settings(max_examples=120, deadline=None)
@given(st.lists(_LINE, min_size=1, max_size=9), st.sampled_from(["\n", "\n\n"]))
def test_markdown_and_plain_text(lines: list[str], between: str) -> None:
    source = HEAD + between.join(lines) + "\n"
    for name in ("x.md", "x.txt"):
        reading = read(source.encode(), name)
        assert isinstance(reading, Reading)
        told = {
            line.strip("#* ")
            for one in reading.doubts
            if one.code in ("running-head", "page-number")
            for line in (one.text.split("、") if one.code == "page-number" else [one.text])
        }
        kept = [one for one in source.split("\n") if one.strip("#* ") not in told]
        assert (name, lost(_FIXED.sub("", "\n".join(kept)), reading)) == (name, ""), source


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.text(alphabet="甲乙丙12ab. 。：—()", min_size=1, max_size=20), min_size=1, max_size=9
    )
)
def test_pages_and_asciidoc(lines: list[str]) -> None:
    page = "<h1>1 范围</h1>" + "".join(f"<p>{one}</p><div>{one}<br>{one}</div>" for one in lines)
    assert lost(re.sub(r"<[^>]*>", "", page), read(page.encode(), "x.html")) == ""
    page = "<h1>1 范围</h1><table><tr>" + "".join(f"<td>{one}</td><td>{one}</td>" for one in lines)
    assert lost(re.sub(r"<[^>]*>", "", page), read(page.encode(), "x.html")) == ""
    adoc = "== 范围\n\n" + "".join(f"甲{one}\n\n" for one in lines)
    assert lost(adoc, read(adoc.encode(), "x.adoc")) == ""


@pytest.mark.parametrize("name", ["x.md", "x.txt", "x.html", "x.adoc"])
def test_one_endless_line(name: str) -> None:
    lead = {
        "x.md": "# 1 范围\n\n",
        "x.txt": "1 范围\n",
        "x.html": "<h1>1 范围</h1><p>",
        "x.adoc": "== 范围\n\n",
    }[name]
    source = lead + "甲乙丙丁，" * 100_000
    reading = read(source.encode(), name)
    assert letters(said(reading))["甲"] == 100_000

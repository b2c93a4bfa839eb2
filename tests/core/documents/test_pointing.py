"""What points to a place, in this document or another, and what only looks like it."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.core.documents.pointing import Pointer, pointers

# text, then each pointer as `kind label/items`; "?" only where the document has such a clause;
# "<" names the document whose place it is. Standards and other documents are left out.
OWN = [
    ("见第4章。", "clause 4"),
    ("按第4、5章和第6章。", "clause 4; clause 5; clause 6"),
    ("按第4章～第6章。", "clause 4; clause 6"),
    ("按5.2规定的方法。", "clause 5.2"),
    ("5.2规定的方法适用。", "clause 5.2"),
    ("在5.2中给出。", "clause 5.2"),
    ("应符合5.2的要求。", "clause 5.2"),
    ("除5.2外。", "clause 5.2"),
    ("第5.2条和第5条", "clause 5.2; clause 5"),
    ("5.2条、5.3条", "clause 5.2; clause 5.3"),
    ("符合3.2～3.5的规定。", "clause 3.2; clause 3.5"),
    ("符合3.2—3.5的规定。", "clause 3.2; clause 3.5"),
    ("符合3.2、3.3和3.4的规定。", "clause 3.2; clause 3.3; clause 3.4"),
    ("见5.2 c)。", "clause 5.2/c"),
    ("见5.2的c)。", "clause 5.2/c"),
    ("见5.2 c) 2)。", "clause 5.2/c/2"),
    ("见5.2 a)和b)。", "clause 5.2/a; clause 5.2/b"),
    ("见A.2.1 c）。", "clause A.2.1/c"),
    ("附录A的A.2", "annex A; clause A.2"),
    ("附录 Ａ", "annex A"),
    ("附录A.2", "clause A.2"),
    ("附录A和B", "annex A; annex B"),
    ("见附录A、附录B。", "annex A; annex B"),
    ("见表1、图1和公式（1）。", "table 1; figure 1; formula 1"),
    ("表A.1和表 2", "table A.1; table 2"),
    ("表1中的项目", "table 1"),
    ("表1和2的规定", "table 1; table 2"),
    ("图1～图3", "figure 1; figure 3"),
    ("表3.0.2-1", "table 3.0.2-1"),
    ("按公式(3)和式(1)计算", "formula 3; formula 1"),
    ("按公式(1)～(3)计算", "formula 1; formula 3"),
    ("按式F.1计算", "formula F.1"),
    ("按公式1计算", "formula 1"),
    ("物（3.1）应合格。", "clause 3.1?"),
    ("项目为4.1、4.2和A.1。", "clause 4.1?; clause 4.2?; clause A.1?"),
    ("见第4章和本文件的5.4", "clause 4; clause 5.4"),
    ("See Clause 5, 5.2 and Table 3.", "clause 5; clause 5.2; table 3"),
    ("as specified in subclauses 5.2 and 5.3", "clause 5.2; clause 5.3"),
    ("Clauses 5 and 6", "clause 5; clause 6"),
    ("Clauses 5 to 7", "clause 5; clause 7"),
    ("see 5.2, 5.3 and Annex B.", "clause 5.2; clause 5.3; annex B"),
    ("Annexes A and B, Tables 1, 2 and 3", "annex A; annex B; table 1; table 2; table 3"),
    ("in accordance with 5.2 c) 2)", "clause 5.2/c/2"),
    ("using Formula (B.1) and Figures 1 to 3", "formula B.1; figure 1; figure 3"),
    ("5.2 specifies the method.", "clause 5.2"),
    ("see A.2 of Annex A", "clause A.2; annex A"),
]
OTHERS = [
    ("2025年版的3.2", "clause 3.2<2025年版"),
    ("上一版的5.2和5.3", "clause 5.2<上一版; clause 5.3<上一版"),
    ("GB/T 99999.1—2020的5.2", "clause 5.2<GB/T 99999.1—2020"),
    ("GB/T 99999.1—2020, 5.2", "clause 5.2<GB/T 99999.1—2020"),
    ("GB/T 99999.1—2020，4.1和4.2", "clause 4.1<GB/T 99999.1—2020; clause 4.2<GB/T 99999.1—2020"),
    ("GB/T 99999.1—2020中附录A", "annex A<GB/T 99999.1—2020"),
    ("GB/T 99999.1—2020表1", "table 1<GB/T 99999.1—2020"),
    ("GB/T 99999.1—2020《示例》的第5章", "clause 5<GB/T 99999.1—2020"),
    ("按GB/T 99999.1—2020的5.2、5.3及本文件的5.4", "clause 5.2<GB/T 99999.1—2020; clause 5.3<GB/T 99999.1—2020; clause 5.4"),
    ("按GB/T 99999.1—2020的规定，见4.1。", "clause 4.1"),
    ("按GB/T 99999.1—2020和5.2的规定", "clause 5.2"),
    ("《示例管理办法》第5条", "clause 5<《示例管理办法》"),
    ("第1部分的5.2", "clause 5.2<第1部分"),
    ("该标准的表3", "table 3<该标准"),
    ("in accordance with ISO 99999:2013, Annex C and Table C.1", "annex C<ISO 99999:2013; table C.1<ISO 99999:2013"),
    ("ISO 99999:—, Clause 9", "clause 9<ISO 99999:—"),
    ("in 5.2 and 5.3 of ISO 99999:2015", "clause 5.2<ISO 99999:2015; clause 5.3<ISO 99999:2015"),
    ("see 5.2 of the 2015 edition", "clause 5.2<the 2015 edition"),
    ("按GB/T 1.1和1.2", ""),
    ("Table 3 of ISO 99999-1 and 5.2", "table 3<ISO 99999-1; clause 5.2"),
]  # fmt: skip
NONE = [
    "电压为5.2 V。",
    "按5.2 mm",
    "不大于5.2mm",
    "按1.5 倍",
    "按5.2～5.4 mm",
    "按1.5倍取值",
    "含量5.2%",
    "长度为4.1。",
    "pH 4.1～4.2",
    "由1.5提高到2.5",
    "乘以1.05",
    "2026.3.2",
    "2026年3月2日",
    "版本5.2",
    "V5.2",
    "version 3.4",
    "TLS 1.2",
    "0.52～1.13",
    "0.77 (0.52 to 1.13)",
    "0.5、1.5、2.5",
    "1.05",
    "2.0",
    "代表1人发言。",
    "地图2",
    "方式(1)",
    "表1个",
    "1.5×2.5",
    "in 5.2 V",
    "with 1.5 times the load",
    "a factor of 1.5",
    "reduced to 5.2",
    "from 1.5 to 2.5",
    "5.2 or more",
]


def shown(one: Pointer) -> str:
    owner = f"<{one.of.text}" if one.of else ""
    return f"{one.kind} {'/'.join((one.label, *one.items))}{'' if one.sure else '?'}{owner}"


@pytest.mark.parametrize(("text", "expected"), OWN + OTHERS, ids=[text for text, _ in OWN + OTHERS])
def test_pointers(text: str, expected: str) -> None:
    places = [one for one in pointers(text) if one.kind != "standard"]
    assert "; ".join(map(shown, places)) == expected
    assert all(text[one.label_start : one.label_end] for one in places)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_pointer(text: str) -> None:
    assert pointers(text) == ()


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("表1和2的规定", ["表1", "表2"]),
        ("按第4、5章", ["第4章", "第5章"]),
        ("见5.2 c) 2)和d)", ["5.2 c) 2)", "5.2 d)"]),
        ("公式（1）～（3）", ["公式（1）", "公式（3）"]),
    ],
)
def test_a_list_has_its_word_once_and_each_member_in_full(text: str, written: list[str]) -> None:
    assert [one.text for one in pointers(text)] == written


@given(st.text(alphabet="见按第章条表图式公附录ABTG/ 0125.、，~—()（）a)的中和of", max_size=40))
def test_any_text_is_read_in_order(text: str) -> None:
    found = pointers(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


@pytest.mark.parametrize(
    "unit", ["见5.2、", "5.2～", "表1和", "GB/T 1的", "第1、", "5.2 a)和", "1.1."]
)
def test_long_texts_are_read_to_their_end(unit: str) -> None:
    assert pointers(unit * 20_000 + "。见附录A")[-1].label == "A"

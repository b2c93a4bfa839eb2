"""Where sentences end, and where they do not."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.core.documents.model import Mark, Text
from guiju.core.drafting.sentences import sentences

CASES = [
    ("", []),
    ("  ", []),
    ("面层应平整。", ["面层应平整。"]),
    ("见5.4。厚度为0.50 mm。", ["见5.4。", "厚度为0.50 mm。"]),
    ("可靠吗？可靠！记录。", ["可靠吗？", "可靠！", "记录。"]),
    ("应符合5.4的规定（见附录A。）并记录。", ["应符合5.4的规定（见附录A。）并记录。"]),
    ("应记录。（图略。）下一条。", ["应记录。", "（图略。）", "下一条。"]),
    ("牌上写“停。”然后开机。", ["牌上写“停。”", "然后开机。"]),
    ("“停。”的写法见图1。", ["“停。”的写法见图1。"]),
    ("《示例。规范》适用。", ["《示例。规范》适用。"]),
    ("A不大于5；B不小于3。", ["A不大于5；B不小于3。"]),
    ("应：a) 平整；b) 清洁；c) 干燥。", ["应：a) 平整；", "b) 清洁；", "c) 干燥。"]),
    ("应：——平整；——清洁。", ["应：——平整；", "——清洁。"]),
    ("a) 第一项；", ["a) 第一项；"]),
    ("先停机。\n再检查。", ["先停机。", "再检查。"]),
    ("先停\n机。", ["先停\n机。"]),
    ("规定.另见表1.", ["规定.", "另见表1."]),
    ("括号没有闭合（示例。下一句。", ["括号没有闭合（示例。", "下一句。"]),
    ("It is 0.5 mm. See 5.4. Done.", ["It is 0.5 mm.", "See 5.4.", "Done."]),
    ("See Fig. 3. No. 5 is bad.", ["See Fig. 3.", "No. 5 is bad."]),
    ("Use acid, e.g. Water, i.e. it. Stop.", ["Use acid, e.g. Water, i.e. it.", "Stop."]),
    ("Steel, glass, etc. are used. Stop.", ["Steel, glass, etc. are used.", "Stop."]),
    ("Steel, glass, etc. The next.", ["Steel, glass, etc.", "The next."]),
    ("Wait 5 min. Then stop.", ["Wait 5 min.", "Then stop."]),
    ("1. General. Text.", ["1. General.", "Text."]),
    ("By J. Smith. See Annex A. Next.", ["By J. Smith.", "See Annex A.", "Next."]),
    ("The answer is no. The end.", ["The answer is no.", "The end."]),
    ('He said "Stop." Then left.', ['He said "Stop."', "Then left."]),
    ("It ends (see 5.4.) here. Next.", ["It ends (see 5.4.) here.", "Next."]),
]


@pytest.mark.parametrize(("content", "expected"), CASES, ids=[content for content, _ in CASES])
def test_sentences(content: str, expected: list[str]) -> None:
    assert [one.text for one in sentences(Text(content))] == expected


def test_nothing_ends_inside_a_formula() -> None:
    content = "式a。b见表1。"
    assert len(sentences(Text(content))) == 2
    assert len(sentences(Text(content, (Mark(1, 4, "math"),)))) == 1


@given(st.text(alphabet="面应。；\n（）“”《》a)1. A.e.g.!？", max_size=60))
def test_offsets_and_nothing_lost(content: str) -> None:
    found = sentences(Text(content))
    assert all(content[one.start : one.end] == one.text == one.text.strip() for one in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
    assert "".join("".join(one.text.split()) for one in found) == "".join(content.split())

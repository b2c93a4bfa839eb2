"""What the parser refuses, and with which words."""

import pytest

from guiju.core.plans import parse
from guiju.core.plans.errors import EmptyText, NoMeasures


@pytest.mark.parametrize("text", ["", " \n\t", "　"])
def test_no_text(text: str) -> None:
    with pytest.raises(EmptyText) as caught:
        parse(text, name="示例.txt")
    assert caught.value.sentence.en == (
        "“示例.txt” contains no text. Hand in a file that holds the text of the plan."
    )


@pytest.mark.parametrize(
    "text",
    [
        "示例",
        "这是一段没有条目也没有标注的示例文字。",
        "An English text. It says nothing of measures, see version 1.2 (draft).",
        "一、指导思想。坚持示例原则。\n二、基本原则。坚持示例原则。",
        "，。、；：",
    ],
)
def test_no_measures(text: str) -> None:
    with pytest.raises(NoMeasures) as caught:
        parse(text, name="示例.txt")
    assert caught.value.sentence.zh.startswith("“示例.txt”里没有找到任何措施")

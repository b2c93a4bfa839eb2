"""Title, number, date and signatories. All heads are invented (示例)."""

from datetime import date

import pytest

from guiju.core.plans import parse

BODY = "一、示例任务。建立示例制度。（科技部负责）"
ROWS = [
    (f"示例行动计划\n{BODY}", "示例行动计划", "", "", None),
    (
        f"示例省关于促进\n示例发展的若干意见\n示政发〔2021〕3号\n各市人民政府：\n示例引言。\n{BODY}\n示例省人民政府\n2021年1月12日\n",
        "示例省关于促进示例发展的若干意见",
        "",
        "示政发〔2021〕3号",
        date(2021, 1, 12),
    ),
    (
        f"关于印发《示例行动计划》的通知\n示办发[2022]64号\n现印发给你们。\n示例部\n2022年7月6日\n示例行动计划\n引言。\n{BODY}",
        "示例行动计划",
        "关于印发《示例行动计划》的通知",
        "示办发[2022]64号",
        date(2022, 7, 6),
    ),
    (
        f"关于印发“示例城市”建设\n试点方案的通知\n“示例城市”建设\n试点方案\n{BODY}",
        "“示例城市”建设试点方案",
        "关于印发“示例城市”建设试点方案的通知",
        "",
        None,
    ),
    (f"# source: 示例\n示例工作方案\n{BODY}", "示例工作方案", "", "", None),
    (f"示例工作方案\n{BODY}\n示例市人民政府\n二〇二三年十二月三十一日", "示例工作方案", "", "", date(2023, 12, 31)),
    (f"示例引言写在最前面。\n{BODY}", "", "", "", None),
    (f"示 例 应 急 方 案\n{BODY}", "示例应急方案", "", "", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "notice", "number", "issued"), ROWS)
def test_head(text: str, title: str, notice: str, number: str, issued: date | None) -> None:
    plan = parse(text)
    found = (plan.title, plan.notice_title, plan.document_number, plan.issued)
    assert found == (title, notice, number, issued)


def test_the_first_comment_line_counts_in_the_offsets_only() -> None:
    text = f"# source: 一、示例。建立示例制度。（教育部负责）\n示例工作方案\n{BODY}"
    plan = parse(text)
    assert [text[span.start : span.end] for span in plan.title_spans] == ["示例工作方案"]
    assert [measure.text for measure in plan.measures] == [BODY]


def test_signatories_stand_above_the_date() -> None:
    text = f"示例方案\n示发〔2021〕1号\n请执行。\n甲部 乙部\n丙局\n2021年1月12日\n{BODY}"
    assert parse(text).signatories == ("甲部", "乙部", "丙局")


def test_the_introduction_begins_behind_the_signature() -> None:
    text = f"示例方案\n甲部\n2021年1月12日\n制定本示例方案。\n{BODY}"
    assert [(s.kind, text[s.start : s.end]) for s in parse(text).sections] == [
        ("preamble", "制定本示例方案")
    ]


def test_a_reference_in_the_text_is_not_the_number_of_the_document() -> None:
    text = f"示例方案\n根据《示例办法》（国办发〔2016〕82号）制定。\n{BODY}"
    assert parse(text).document_number == ""

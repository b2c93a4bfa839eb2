"""Deadlines in sentences. All sentences are invented (示例)."""

import pytest

from guiju.core.plans import parse, to_json

ROWS = [
    ("2020年底前建立示例制度", [("2020年底前", "2020-12-31")]),
    ("2023年年底前建立示例制度", [("2023年年底前", "2023-12-31")]),
    ("2021年6月底前建立示例制度", [("2021年6月底前", "2021-06-30")]),
    ("2021年6月30日前建立示例制度", [("2021年6月30日前", "2021-06-30")]),
    ("2024年2月底前建立示例制度", [("2024年2月底前", "2024-02-29")]),
    ("到2025年，建成示例体系", [("到2025年", "2025-12-31")]),
    ("2019年上半年印发示例方案", [("2019年上半年", "2019-06-30")]),
    (
        "2021年6月底前建立甲制度，12月底前建立乙制度",
        [("2021年6月底前", "2021-06-30"), ("12月底前", "2021-12-31")],
    ),
    ("12月底前建立示例制度", [("12月底前", None)]),
    ("修订2020年版示例目录", []),
    ("从2019年起开展示例评估", []),
    ("自2019年1月起开展示例评估", []),
    ("总结2016年实施的示例措施", []),
    ("压缩至5个工作日以内", []),
]


@pytest.mark.parametrize(("sentence", "expected"), ROWS)
def test_deadlines(sentence: str, expected: list[tuple[str, str | None]]) -> None:
    text = f"一、示例任务。推进示例工作。{sentence}。（科技部负责）"
    action = to_json(parse(text))["measures"][0]["actions"][1]
    assert [(d["text"], d["date_iso"]) for d in action["deadlines"]] == expected
    assert [text[d["start"] : d["end"]] for d in action["deadlines"]] == [
        row[0] for row in expected
    ]


def test_the_last_of_several_is_the_deadline_of_the_action() -> None:
    text = "一、示例任务。2022年底前建立乙制度，2021年底前建立甲制度。推进示例。（科技部负责）"
    action = to_json(parse(text))["measures"][0]["actions"][0]
    assert action["deadline"]["date_iso"] == "2022-12-31"

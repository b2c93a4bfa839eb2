"""Notes without brackets: labels on lines of their own. All texts are invented (示例)."""

import pytest

from guiju.core.plans import parse

ROWS = [
    ("责任部门：省科技厅、省教育厅", "责任部门：省科技厅、省教育厅", ([], ["省科技厅", "省教育厅"], [])),
    ("牵头单位：省科技厅 配合单位：省教育厅", "牵头单位：省科技厅 配合单位：省教育厅",
     (["省科技厅"], [], ["省教育厅"])),
    ("牵头单位：省科技厅\n配合单位：省教育厅、省财政厅", "牵头单位：省科技厅\n配合单位：省教育厅、省财政厅",
     (["省科技厅"], [], ["省教育厅", "省财政厅"])),
    ("责任单位：省科技厅。", "责任单位：省科技厅", ([], ["省科技厅"], [])),
    ("责任单位：省科技厅；完成时限：2023年12月", "责任单位：省科技厅；完成时限：2023年12月",
     ([], ["省科技厅"], [])),
]  # fmt: skip


@pytest.mark.parametrize(("line", "raw", "parts"), ROWS)
@pytest.mark.parametrize("before", ["\n", "", "\n　　"])
def test_labels(line: str, raw: str, parts: tuple[list[str], ...], before: str) -> None:
    text = f"一、示例任务。建立示例制度。{before}{line}\n二、示例。推进示例。\n责任单位：省民政厅"
    plan = parse(text)
    duty = plan.measures[0].responsibilities[0]
    assert [len(measure.responsibilities) for measure in plan.measures] == [1, 1]
    assert duty.raw == raw == text[duty.start : duty.end]
    assert tuple(duty.named(role) for role in ("lead", "shared", "cooperating")) == parts
    assert [(a.text, a.responsibility) for a in plan.measures[0].actions] == [("建立示例制度", 0)]


def test_a_deadline_behind_a_label() -> None:
    text = "一、示例任务。建立示例制度。\n责任单位：省科技厅\n完成时限：2023年6月底前"
    duty = parse(text).measures[0].responsibilities[0]
    assert [(d.text, str(d.day)) for d in duty.deadlines] == [("2023年6月底前", "2023-06-30")]


def test_a_label_note_never_runs_into_the_next_item() -> None:
    text = "现制定方案。1.建立甲制度。责任单位：省科技厅2.建立乙制度。责任单位：省民政厅3.建立丙制度。责任单位：省水利厅"
    plan = parse(text)
    raws = [duty.raw for measure in plan.measures for duty in measure.responsibilities]
    assert raws[0].startswith("责任单位：省科技厅")

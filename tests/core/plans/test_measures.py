"""Measures and sections, titles, actions, and what a note covers. All texts are invented (示例)."""

import pytest

from guiju.core.plans import parse


def test_a_heading_sentence_is_the_title_and_no_action() -> None:
    text = "一、强化示例统筹。建立示例机制。完善示例制度。（科技部负责）\n二、提升示例水平。开展示例试点。（财政部负责）"
    plan = parse(text)
    assert [(m.title, [a.text for a in m.actions]) for m in plan.measures] == [
        ("强化示例统筹", ["建立示例机制", "完善示例制度"]),
        ("提升示例水平", ["开展示例试点"]),
    ]


def test_an_item_of_one_sentence_is_one_action_titled_by_its_leading_clause() -> None:
    sentence = "对示例工作成效明显的市（地、州、盟）、县（市、区、旗），在安排示例资金时予以倾斜支持，用于奖励示例项目和示例平台建设"
    plan = parse(f"一、{sentence}。（财政部负责）")
    measure = plan.measures[0]
    assert measure.title == "对示例工作成效明显的市（地、州、盟）、县（市、区、旗）"
    assert [(a.text, a.responsibility) for a in measure.actions] == [(sentence, 0)]


def test_a_short_first_sentence_is_a_task_where_no_item_has_headings() -> None:
    long = "系统梳理示例事项并形成清单，分类推进示例改革，对清单内事项逐项明确设定依据、实施机关、许可条件、办理程序和时限"
    text = f"1．编制公布示例清单。推动制定示例条例。（甲部负责）\n2．{long}。（乙部负责）\n3．{long}。（丙部负责）"
    plan = parse(text)
    assert [a.text for a in plan.measures[0].actions] == ["编制公布示例清单", "推动制定示例条例"]


def test_each_note_covers_the_sentences_since_the_last() -> None:
    text = (
        "一、示例标题。建立甲制度。〔科技部牵头〕完善乙机制。推进丙工作。（财政部负责）\n"
        "实施丁工程。（教育部指导）"
    )
    measure = parse(text).measures[0]
    assert [(a.text, a.responsibility) for a in measure.actions] == [
        ("建立甲制度", 0),
        ("完善乙机制", 1),
        ("推进丙工作", 1),
        ("实施丁工程", 2),
    ]
    assert [text[d.covers.start : d.covers.end] for d in measure.responsibilities] == [
        "示例标题。建立甲制度。",
        "完善乙机制。推进丙工作。",
        "实施丁工程。",
    ]


def test_two_notes_side_by_side_cover_the_same_text() -> None:
    text = "一、示例标题。建立甲制度。（科技部牵头）（财政部配合）"
    duties = parse(text).measures[0].responsibilities
    assert [text[d.covers.start : d.covers.end] for d in duties] == ["示例标题。建立甲制度。"] * 2


def test_stops_inside_quotes_and_brackets_end_no_sentence() -> None:
    text = (
        "一、示例标题。推广“先学后用。边学边用。”做法（见附录。下同），建立示例制度。（科技部负责）"
    )
    assert [a.text for a in parse(text).measures[0].actions] == [
        "推广“先学后用。边学边用。”做法（见附录。下同），建立示例制度"
    ]


def test_openings_and_bullets_belong_to_no_action() -> None:
    text = "（一）示例标题。建立甲制度。（科技部负责）具体措施：——推进乙工作。（财政部负责）"
    assert [a.text for a in parse(text).measures[0].actions] == ["建立甲制度", "推进乙工作"]


@pytest.mark.parametrize(
    "title",
    [
        "指导思想",
        "基本原则",
        "总体要求",
        "发展目标",
        "重大意义",
        "工作目标",
        "总体思路",
        "主要原则",
    ],
)
def test_preamble_is_no_measure(title: str) -> None:
    text = f"一、{title}。坚持示例原则，推进示例工作。\n二、示例任务。建立示例制度。（科技部负责）"
    plan = parse(text)
    assert [m.key for m in plan.measures] == ["二"]
    assert [(s.key, s.kind, s.title) for s in plan.sections] == [("一", "preamble", title)]


def test_children_of_a_preamble_are_preamble() -> None:
    text = (
        "一、总体要求\n（一）示例原则。推进示例工作。\n二、示例任务。建立示例制度。（科技部负责）"
    )
    plan = parse(text)
    assert [(s.key, s.kind) for s in plan.sections] == [
        ("一", "preamble"),
        ("一/（一）", "preamble"),
    ]


def test_an_item_that_orders_but_has_no_note_is_a_measure_in_doubt() -> None:
    text = "一、示例任务。建立示例制度。（科技部负责）\n二、保障措施。加强示例经费保障。"
    plan = parse(text)
    assert [(m.key, len(m.responsibilities)) for m in plan.measures] == [("一", 1), ("二", 0)]
    assert [a.responsibility for a in plan.measures[1].actions] == [None]
    assert [(d.code, d.start) for d in plan.doubts if d.code != "no_title"] == [
        ("no_note", plan.measures[1].start)
    ]


def test_text_behind_the_last_note_of_an_inner_item_is_in_doubt() -> None:
    text = (
        "一、甲任务。建立甲制度。（科技部负责）完善乙机制。\n二、丙任务。建立丙制度。（财政部负责）"
    )
    plan = parse(text)
    assert [a.responsibility for a in plan.measures[0].actions] == [0, None]
    doubts = [(d.code, text[d.start : d.end]) for d in plan.doubts if d.code != "no_title"]
    assert doubts == [("text_after_note", "完善乙机制")]


def test_end_matter_belongs_to_no_measure() -> None:
    text = "示例意见\n一、甲任务。建立甲制度。（科技部负责）\n各地区要高度重视。\n示例省人民政府\n2023年1月2日\n"
    plan = parse(text)
    assert plan.measures[0].text == "一、甲任务。建立甲制度。（科技部负责）"
    assert [(s.kind, text[s.start : s.end]) for s in plan.sections] == [
        ("closing", "各地区要高度重视。\n示例省人民政府\n2023年1月2日")
    ]


def test_first_named_leads_from_that_note_on() -> None:
    text = (
        "一、甲。建立甲制度。（科技部、教育部负责）\n"
        "二、乙。建立乙制度。（财政部、民政部负责。列第一位者为牵头单位，下同）\n"
        "三、丙。建立丙制度。（商务部、水利部等负责）\n"
        "四、丁。建立丁制度。（各省级人民政府负责）\n"
        "五、戊。建立戊制度。（公安部、司法部牵头，民政部负责）"
    )
    plan = parse(text)
    duties = [measure.responsibilities[0] for measure in plan.measures]
    assert [(d.named("lead"), d.named("shared")) for d in duties] == [
        ([], ["科技部", "教育部"]),
        (["财政部"], ["民政部"]),
        (["商务部"], ["水利部"]),
        ([], []),
        (["公安部", "司法部"], ["民政部"]),
    ]
    assert [(d.kind, d.text, d.since) for d in plan.defaults] == [
        ("first_leads", "列第一位者为牵头单位，下同", "二")
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "排在第一位的部门为牵头部门，下同",
        "列第一位者为牵头单位，下同",
        "列首位的为牵头单位，下同",
        "排名第一的单位为牵头单位，下同",
        "第一个单位为牵头单位，下同",
        "首位为牵头单位，下同",
    ],
)
def test_ways_to_say_that_the_first_leads(statement: str) -> None:
    text = f"一、甲。建立甲制度。（科技部、教育部负责，{statement}）"
    plan = parse(text)
    assert [(d.kind, d.text) for d in plan.defaults] == [("first_leads", statement)]
    assert plan.measures[0].responsibilities[0].named("lead") == ["科技部"]


@pytest.mark.parametrize(
    "statement",
    [
        "以下均需地方人民政府负责，不再列出",
        "以下均需试点城市政府落实，不再列出",
        "以下均需各市（州）人民政府负责，不再一一列出",
        "以下均由各市、县人民政府负责落实，不再逐一列出",
        "以下任务均需各地区配合，不再列出",
        "具体任务均涉及相关市（州）人民政府，不再做分工，下同",
    ],
)
def test_local_governments_from_that_note_on(statement: str) -> None:
    text = (
        "一、甲。建立甲制度。（科技部负责）\n"
        f"二、乙。建立乙制度。（科技部负责。{statement}）\n三、丙。建立丙制度。（财政部牵头）"
    )
    plan = parse(text)
    flags = [m.responsibilities[0].local_governments for m in plan.measures]
    assert flags == [False, True, True]
    assert [(d.kind, d.text, d.since) for d in plan.defaults] == [
        ("local_governments", statement, "二")
    ]

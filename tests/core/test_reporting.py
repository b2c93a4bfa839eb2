"""The table of a report's states, and quarters as values."""

from datetime import date
from pathlib import Path

import pytest

from guiju.core.plans.quarters import ClosedQuarter, NotAQuarter, Quarter, window
from guiju.core.plans.reporting import (
    ACTS,
    ReasonMissing,
    State,
    Who,
    WrongState,
    after,
    as_table,
    mermaid,
    possible,
)

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "report-states.md"

ALLOWED = {
    ("edit", "draft"): "draft",
    ("edit", "returned"): "returned",
    ("submit", "draft"): "submitted",
    ("submit", "returned"): "submitted",
    ("withdraw", "submitted"): "draft",
    ("accept", "submitted"): "accepted",
    ("return", "submitted"): "returned",
    ("reopen", "accepted"): "returned",
    ("publish", "accepted"): "accepted",
}


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("state", State)
def test_each_act_in_each_state(act, state):
    expected = ALLOWED.get((act, state))
    if expected is None:
        with pytest.raises(WrongState):
            after(act, state, reason="示例")
    else:
        assert after(act, state, reason="示例") == expected


def test_a_refusal_says_what_can_be_done_now_and_by_whom():
    with pytest.raises(WrongState) as refused:
        after("edit", "submitted")
    assert refused.value.sentence == (
        "报告现为“已报送”，不能修改。现在可以：报送单位撤回；办公室通过、退回。",
        "A report that is submitted cannot be edited. Possible now:"
        " the reporting organisation may withdraw; the office may accept, return.",
    )


@pytest.mark.parametrize(("act", "state"), [("return", "submitted"), ("reopen", "accepted")])
@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_reason_is_required(act, state, reason):
    with pytest.raises(ReasonMissing):
        after(act, state, reason=reason)


def test_every_state_has_a_way_out_and_every_act_a_side():
    assert all(possible(state) for state in State)
    assert {act.who for act in ACTS.values()} == set(Who)


def test_the_page_in_the_documentation_is_the_table():
    page = PAGE.read_text("utf-8")
    assert page.count("```mermaid\n") == 1
    assert page.split("```mermaid\n")[1].split("```")[0] == mermaid()
    assert as_table() in page


QUARTERS = [
    (date(2023, 1, 1), "2023Q1", date(2023, 3, 31)),
    (date(2023, 6, 30), "2023Q2", date(2023, 6, 30)),
    (date(2023, 7, 1), "2023Q3", date(2023, 9, 30)),
    (date(2024, 12, 31), "2024Q4", date(2024, 12, 31)),
]


@pytest.mark.parametrize(("day", "text", "last"), QUARTERS)
def test_a_day_lies_in_its_quarter(day, text, last):
    quarter = Quarter.of(day)
    assert (str(quarter), quarter.last_day) == (text, last)
    assert Quarter.read(text.lower()) == quarter
    assert quarter.next.previous == quarter
    assert quarter.first_day <= day <= quarter.last_day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2023",
        "2023Q5",
        "2023Q0",
        "0000Q1",
        "\uff12\uff10\uff12\uff13Q1",
        "2023Q1\x00",
        "Q1 2023",
    ],
)
def test_what_is_no_quarter_is_refused(text):
    with pytest.raises(NotAQuarter):
        Quarter.read(text)


WINDOWS = [
    # today, unfinished, first and last open quarter
    (date(2022, 8, 1), True, "2022Q3", "2022Q3"),
    (date(2023, 12, 31), True, "2022Q3", "2023Q4"),
    (date(2024, 5, 1), True, "2022Q3", "2024Q2"),
    (date(2024, 5, 1), False, "2022Q3", "2023Q4"),
]


@pytest.mark.parametrize(("today", "unfinished", "first", "last"), WINDOWS)
def test_the_open_quarters(today, unfinished, first, last):
    found = window(
        starts=date(2022, 7, 6), ends=date(2023, 12, 31), today=today, unfinished=unfinished
    )
    assert [str(found.quarters[-1]), str(found.quarters[0])] == [first, last]


def test_a_future_quarter_and_a_plan_that_has_not_begun_are_refused_with_a_sentence():
    running = window(starts=date(2022, 7, 6), ends=None, today=date(2023, 5, 1), unfinished=True)
    with pytest.raises(ClosedQuarter) as refused:
        running.check(Quarter(2023, 3))
    assert refused.value.sentence.zh == (
        "2023年第三季度不能报告：目前开放的是2022年第三季度至2023年第二季度。请改选其中的季度。"
    )
    later = window(starts=date(2024, 1, 1), ends=None, today=date(2023, 5, 1), unfinished=True)
    assert later.quarters == ()
    with pytest.raises(ClosedQuarter) as refused:
        later.check(Quarter(2023, 2))
    assert "none yet (from Q1 2024 on)" in refused.value.sentence.en

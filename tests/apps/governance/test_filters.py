"""The filters of tasks: alone, in any combination, and wrong ones."""

import re
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.apps.governance.selectors.filters import ActionFilter, as_query
from guiju.apps.governance.selectors.plans import PlanFacts
from guiju.apps.governance.selectors.values import (
    ActionLine,
    Body,
    Duty,
    Ledger,
    MeasureLine,
    NoteLine,
    OutputLine,
    is_overdue,
)
from guiju.core.errors import Bilingual
from tests.factories import reading

TODAY = date(2023, 5, 10)
STATES = ("not_started", "in_progress", "done", "stopped")
ROLES = ("lead", "shared", "cooperating", "guiding")
KEYS = ("a", "b", "*local")
KINDS = ("平台", "制度")
DAYS = (None, date(2023, 5, 9), date(2023, 5, 10), date(2023, 12, 31))


def body(key):
    return Body(key, Bilingual(key, key), Bilingual(key, key))


@cache
def ledger():
    """48 tasks in which the values of all filters are mixed."""
    measures = []
    for no in range(1, 4):
        actions = []
        for at in range(16):
            state, due = STATES[at % 4], DAYS[(at // 2 + no) % 4]
            duties = tuple(
                Duty(body(KEYS[(at + n) % 3]), ROLES[(at // 3 + no + n) % 4]) for n in range(at % 3)
            )
            outputs = tuple(
                OutputLine(1, no, 1, KINDS[(at + n) % 2], f"示例成果{at}", None, None)
                for n in range(at % 2)
            )
            actions.append(
                ActionLine(
                    pk=100 * no + at,
                    measure=no,
                    order=at,
                    text=f"Task {at} 完成示例任务",
                    start=None,
                    end=None,
                    due=due,
                    due_as_written="",
                    has_own_due=True,
                    state=state,
                    overdue=is_overdue(state, due, TODAY),
                    note=NoteLine(1, "", None, None, False, duties) if at % 3 else None,
                    outputs=outputs,
                )
            )
        measures.append(
            MeasureLine(
                pk=no, key=str(no), parent=None, level=1, no=no, label=f"{no}、",
                title=Bilingual(f"示例措施{no}", f"Example {no}"), text="", start=None, end=None,
                state="in_progress", risk="", risk_note="", notes=(), actions=tuple(actions),
                outputs=(), reports=(),
            )
        )  # fmt: skip
    title = Bilingual("示例计划", "")
    plan = PlanFacts(1, "p", title, "", None, None, None, 1, True, True, 0, False, False)
    return Ledger(plan, TODAY, tuple(measures))


FILTERS = st.builds(
    ActionFilter,
    state=st.sampled_from(["", "open", "overdue", *STATES]),
    organisation=st.sampled_from(["", "*nobody", *KEYS]),
    role=st.sampled_from(["", *ROLES]),
    kind=st.sampled_from(["", *KINDS]),
    measure=st.sampled_from([None, 1, 2, 9]),
    due_from=st.sampled_from(DAYS),
    due_to=st.sampled_from(DAYS),
    undated=st.sampled_from(["", "yes"]),
    q=st.sampled_from(["", "task 1", "TASK", "示例成果3", "EXAMPLE 2", "没有"]),
)


def wanted(one, measure, action):
    """The same said again, plainly, field by field."""
    duties = action.note.duties if action.note else ()
    answers = [
        one.measure in {None, measure.pk},
        one.kind == "" or one.kind in [output.kind for output in action.outputs],
        one.due_from is None or (action.due is not None and one.due_from <= action.due),
        one.due_to is None or (action.due is not None and action.due <= one.due_to),
        one.undated == "" or action.due is None,
        {
            "": True,
            "open": action.state in {"not_started", "in_progress"},
            "overdue": action.state in {"not_started", "in_progress"} and action.due == DAYS[1],
        }.get(one.state, action.state == one.state),
    ]
    if one.organisation == "*nobody":
        answers.append(duties == ())
    elif one.organisation and one.role:
        answers.append((one.organisation, one.role) in {(d.body.key, d.role) for d in duties})
    elif one.organisation:
        answers.append(one.organisation in {duty.body.key for duty in duties})
    elif one.role:
        answers.append(one.role in {duty.role for duty in duties})
    text = f"{action.text} {measure.label} {measure.title.zh} {measure.title.en} ".lower()
    text += " ".join(output.name for output in action.outputs)
    answers += [word in text for word in one.q.lower().split()]
    return all(answers)


@given(FILTERS)
def test_a_filter_holds_exactly_what_it_says(one):
    expected = [pair for pair in ledger().actions if wanted(one, *pair)]
    assert one.of(ledger()) == expected


@given(FILTERS, FILTERS)
def test_more_conditions_never_find_more(one, other):
    both = replace(one, organisation=other.organisation, role=other.role)
    alone = replace(one, organisation="", role="")
    found = [action.pk for _, action in alone.of(ledger())]
    assert [action.pk for _, action in both.of(ledger()) if action.pk not in found] == []


@given(FILTERS)
def test_the_address_says_only_what_is_asked(one):
    query = as_query(one)
    assert "" not in query.values()
    assert set(query) == {
        name for name in ActionFilter.__dataclass_fields__ if getattr(one, name) not in {"", None}
    }


def listed(client, world, query):
    html = client.get(f"/plans/{world.plan.slug}/actions/?{query}").content.decode()
    return re.findall(r"完成第(\d)项之(\d)示例任务</span></a></th>", html), html


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("state=done", [("1", "2"), ("2", "1")]),
        ("state=done&sort=due", [("1", "2"), ("2", "1")]),
        ("state=done&sort=-due", [("2", "1"), ("1", "2")]),
        ("due_to=2023-03-02", [("1", "2")]),
        ("due_from=2023-03-03&due_to=2023-03-03", [("2", "2")]),
        ("kind=平台&state=in_progress", [("1", "1")]),
        ("organisation=*nobody", [("1", "3"), ("2", "3")]),
        ("q=第2项 之3", [("2", "3")]),
        ("state=nonsense&q=之1", [("1", "1"), ("2", "1")]),
        ("due_to=never&q=之1", [("1", "1"), ("2", "1")]),
        ("page=99&q=之1", [("1", "1"), ("2", "1")]),
    ],
)
def test_the_page_lists_what_the_address_asks_for(client, query, expected):
    found, _ = listed(client, reading.ledger_of(2), query)
    assert found == expected


@pytest.mark.django_db
def test_what_is_wrong_is_said_at_the_top_and_at_the_field(client):
    _, html = listed(client, reading.ledger_of(1), "due_to=never")
    assert 'href="#id_due_to">完成时限不晚于' in html
    assert 'id="id_due_to_error"' in html


@pytest.mark.django_db
def test_the_pages_of_a_list_keep_the_filter(client):
    world = reading.ledger_of(30)
    _, html = listed(client, world, "q=示例任务&sort=due")
    assert "page=2" in html
    pages = re.findall(r'href="(\?[^"]*page=2[^"]*)"', html)
    assert pages
    assert all("sort=due" in one and "q=" in one for one in pages)

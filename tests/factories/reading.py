"""Ledgers to look at: of any size, with something in every column, and with secrets."""

from datetime import date
from types import SimpleNamespace

from guiju.apps.governance.models import Output, Report, ReportLine
from tests.factories import accounts
from tests.factories import reports as make

TODAY = date(2023, 5, 10)
STATES = ("not_started", "in_progress", "done", "stopped")


def ledger_of(measures, *, is_public=True, **values):
    """A plan of `measures` measures, each with two notes, three tasks, an output and a report.

    The states, days and bodies differ from measure to measure; `bodies` has five of them.
    """
    world = SimpleNamespace(today=TODAY)
    world.office_body = accounts.organisation("示例办公室")
    world.bodies = [accounts.organisation(f"示例{name}局") for name in "甲乙丙丁戊"]
    world.plan = make.plan(world.office_body, is_public=is_public, version=0, **values)
    world.office_user = accounts.seated("office", world.office_body)
    world.office = accounts.viewer(world.office_user, TODAY)
    world.member_user = accounts.seated("liaison", world.bodies[0])
    world.member = accounts.viewer(world.member_user, TODAY)
    world.stranger_user = accounts.seated("liaison")
    world.stranger = accounts.viewer(world.stranger_user, TODAY)
    world.public = accounts.viewer(None, TODAY)
    world.measures = [_measure(world, no) for no in range(1, measures + 1)]
    return world


def _measure(world, no):
    made = make.measure(world.plan, no=no)
    lead, shared, helper, guide, other = (world.bodies[(no + at) % 5] for at in range(5))
    first = make.note(made, order=1, lead=[lead], shared=[shared], local_governments=True)
    second = make.note(
        made, order=2, shared=[other, f"示例未识别{no % 2}"], cooperating=[helper], guiding=[guide]
    )
    for at in range(3):
        action = make.action(
            made,
            (first, second, None)[at],
            order=at + 1,
            text=f"完成第{no}项之{at + 1}示例任务",
            state=STATES[(no + at) % 4],
            due=(None, date(2023, 3, 1 + no % 28), date(2023, 9, 1))[at],
        )
        if at < 2:
            Output.objects.create(
                measure=made, action=action, order=at, kind=("平台", "制度")[at], name=f"示例{no}"
            )
    report = Report.objects.create(
        measure=made,
        organisation=lead,
        period="2023Q1",
        state="accepted",
        text="示例：进展顺利。",
        author=world.member_user,
        is_public=True,
    )
    ReportLine.objects.create(report=report, action=made.actions.first(), text="示例：已完成初稿。")
    return made

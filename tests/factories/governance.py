"""Plans with their ledgers for tests, through the product's own doors."""

from datetime import date
from typing import Any

from guiju.apps.accounts.models import Organisation, User
from guiju.apps.governance.models import Plan
from guiju.apps.governance.services.imports import Outcome, import_source, read_source
from guiju.web.viewer import Seat, Viewer
from tests.factories import accounts

TODAY = date(2023, 3, 15)

TEXT = """示例市标准化行动计划（示例）
示例标发〔2023〕5号
2023年1月10日
一、建立示例制度。建立甲类示例制度，2023年6月底前完成。编制示例清单。〔示例甲局牵头，示例乙局按职责分工负责〕
二、搭建示例平台。建设示例数据平台。开展示例试点。〔示例乙局、示例丙局等按职责分工负责〕（示例甲局负责）
三、加强示例宣传。组织示例讲堂，推动示例标准普及。（各有关部门按职责分工负责）
"""
NAMES = ("示例甲局", "示例乙局", "示例丙局")


def office_viewer(office: Organisation, on: date = TODAY) -> Viewer:
    """The command line in the office's seat."""
    return Viewer(today=on, name="cli", seats=frozenset({Seat("office", office.pk)}))


def office_user(office: Organisation | None = None) -> User:
    """A user who keeps the ledgers of `office`."""
    return accounts.seated("office", office or accounts.organisation("示例办公室"))


def bodies() -> dict[str, Organisation]:
    """The three bodies that TEXT names."""
    return {name: accounts.organisation(name) for name in NAMES}


def import_text(
    text: str = TEXT, *, by: Viewer, plan: Plan | None = None, name: str = "plan.txt", **more: Any
) -> Outcome:
    """Import a text as confirmed."""
    source = read_source(text.encode(), name=name)
    return import_source(source=source, plan=plan, by=by, **more)


def imported_plan(text: str = TEXT, *, office: Organisation | None = None, **values: Any) -> Plan:
    """A plan with the ledger of `text`; `is_public`, `ends` … set what the text does not say."""
    office = office or accounts.organisation("示例办公室")
    plan = import_text(text, by=office_viewer(office)).plan
    for name, value in values.items():
        setattr(plan, name, value)
    plan.save()
    return plan

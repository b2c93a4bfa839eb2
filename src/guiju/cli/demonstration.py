"""The demonstration: true facts of the 2022 action plan, an invented province, example reports.

Everything that is not a fact is marked 示例. Loading goes through the same services as a person's
work, so the journal tells the whole of it. A second start finds it loaded and changes nothing.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from guiju.apps.accounts.models import Organisation, User
from guiju.apps.accounts.selectors.viewers import operator, viewer_of_user
from guiju.apps.accounts.services.people import create_user
from guiju.apps.accounts.services.registry import load_register
from guiju.apps.accounts.services.seats import grant_seat
from guiju.apps.catalogue.services import indexing as editions
from guiju.apps.governance.models import Action, Measure, Plan
from guiju.apps.governance.services.examples import example_text, load_example_bodies
from guiju.apps.governance.services.facts import load_facts
from guiju.apps.governance.services.imports import import_source, read_source
from guiju.apps.governance.services.plans import publish_plan
from guiju.apps.governance.services.report_content import Content, Line
from guiju.apps.governance.services.reports import (
    accept_report,
    return_report,
    save_draft,
    submit_report,
)
from guiju.apps.governance.services.snapshots import take_snapshot
from guiju.apps.library.services import indexing as texts
from guiju.cli import (
    demonstration_bodies,
    demonstration_conformity,
    demonstration_development,
    demonstration_library,
)
from guiju.cli.demonstration_catalogue import is_loaded, load_catalogue
from guiju.web.viewer import Viewer

PASSWORD = "Guiju-demo-2026"  # noqa: S105 - a demonstration on this machine, printed for its user


class Account(NamedTuple):
    """A demonstration account: user name, what it is in both languages, seat."""

    name: str
    zh: str
    en: str
    role: str
    organisation: str


PEOPLE = (
    Account("office", "联席会议办公室（示例）", "Plan office", "office", "samr"),
    Account("most", "科技部联络员（示例）", "Liaison officer, MOST", "liaison", "most"),
    Account("miit", "工业和信息化部联络员（示例）", "Liaison officer, MIIT", "liaison", "miit"),
    Account("samr", "市场监管总局联络员（示例）", "Liaison officer, SAMR", "liaison", "samr"),
    Account("beijing", "北京市联络员（示例）", "Liaison officer, Beijing", "liaison", "beijing"),
    Account("province", "示例省办公室", "Office of Example Province", "office", "example-province"),
    Account(
        "bureau",
        "示例省市场监管局联络员",
        "Liaison officer, example bureau",
        "liaison",
        "example-market-regulation",
    ),
    Account("reader", "内部查阅人员（示例）", "Internal reader", "reader", "samr"),
    Account("cataloguer", "编目员（示例）", "Cataloguer", "cataloguer", "samr"),
    Account("sysadmin", "系统管理员（示例）", "System administrator", "system_admin", "samr"),
    Account("secadmin", "安全管理员（示例）", "Security administrator", "security_admin", "samr"),
    Account("auditor", "审计管理员（示例）", "Audit administrator", "audit_admin", "samr"),
)
ACCOUNTS = (
    *((one.name, one.zh, one.en) for one in PEOPLE),
    *demonstration_bodies.accounts(),
)


def load(*, say: Callable[[str], None]) -> None:
    """Load what is missing; `say` receives a line about each part."""
    has_plans, has_standards = Plan.objects.filter(is_example=True).exists(), is_loaded()
    has_texts = demonstration_library.is_loaded()
    has_rules = demonstration_conformity.is_loaded()
    has_projects = demonstration_development.is_loaded()
    if has_plans and has_standards and has_texts and has_rules and has_projects:
        return
    say("正在载入演示数据… Loading the demonstration…")
    with _no_mail(), transaction.atomic():
        clerk = operator(timezone.localdate(), name="demo")
        load_register(by=clerk)
        load_example_bodies(by=clerk)
        viewers = _people(clerk)
        if not has_plans:
            _reports(_action_plan(viewers["office"]), viewers)
            _province(viewers["province"])
        if not has_standards:
            load_catalogue(viewers)
        if not has_texts:
            demonstration_library.load_library(viewers)
        if not has_rules:
            demonstration_conformity.load_conformity(viewers)
        if not has_projects:
            makers = demonstration_bodies.load_bodies(by=clerk, password=PASSWORD)
            demonstration_development.load_projects(viewers | makers)
    editions.bring_up_to_date()
    texts.bring_up_to_date()


@contextmanager
def _no_mail() -> Iterator[None]:
    """Nobody is to be told by mail of what happened in the demonstration's past."""
    kept = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    try:
        yield
    finally:
        settings.EMAIL_BACKEND = kept


def _people(clerk: Viewer) -> dict[str, Viewer]:
    viewers = {}
    for one in PEOPLE:
        user = User.objects.filter(username=one.name).first()
        if user is None:
            user, _ = create_user(
                username=one.name,
                name=one.zh,
                email=f"{one.name}@guiju.invalid",
                is_example=True,
                password=PASSWORD,
                by=clerk,
            )
            organisation = Organisation.objects.get(slug=one.organisation)
            grant_seat(
                user=user,
                role=one.role,
                organisation=organisation,
                reason="示例",
                by=clerk,
            )
        viewers[one.name] = viewer_of_user(user, clerk.today)
    return viewers


def _action_plan(office: Viewer) -> Plan:
    plan = load_facts(by=office)
    if not plan.is_public:
        publish_plan(plan=plan, is_public=True, reason="示例：向社会公开", by=office)
    return plan


class Told(NamedTuple):
    """An example report: who, on which measure, for which quarter, what, and what came of it."""

    by: str
    measure: int
    period: str
    text: str
    state: str
    risk: str
    outcome: str


REPORTS = (
    Told("most", 2, "2022Q3", "示例：成立工作专班，明确统计口径。", "in_progress", "none", "public"),
    Told("most", 2, "2022Q4", "示例：统计工作按季推进，平台需求已征求意见。", "in_progress", "watch", "public"),
    Told("miit", 3, "2022Q3", "示例：试点方案已印发。", "in_progress", "none", "accepted"),
    Told("miit", 3, "2022Q4", "示例：请补充试点名单。", "in_progress", "none", "returned"),
    Told("miit", 7, "2022Q3", "示例：稳链工程重点行业清单已确定。", "done", "none", "public"),
    Told("samr", 19, "2022Q4", "示例：比对分析按计划完成。", "done", "none", "public"),
    Told("samr", 24, "2022Q4", "示例：平台功能完善方案已报送。", "in_progress", "high", "submitted"),
)  # fmt: skip


def _reports(plan: Plan, viewers: dict[str, Viewer]) -> None:
    for told in REPORTS:
        _report(plan, told, viewers[told.by], viewers["office"])
    take_snapshot(plan=plan.slug, period="2022Q3", by=viewers["office"])


def _report(plan: Plan, told: Told, author: Viewer, office: Viewer) -> None:
    measure = Measure.objects.get(plan=plan, no=told.measure, withdrawn=None)
    actions = Action.objects.filter(measure=measure, withdrawn=None)
    content = Content(
        text=told.text,
        risk=told.risk,
        risk_note="" if told.risk == "none" else "示例：进度需要关注",
        lines={one.pk: Line(text="示例", state=told.state) for one in actions},
    )
    report = save_draft(
        measure=measure.pk,
        organisation=author.acting_for("liaison") or 0,
        period=told.period,
        content=content,
        version=0,
        by=author,
    )
    report = submit_report(report=report.pk, version=report.version, by=author)
    if told.outcome == "returned":
        return_report(
            report=report.pk, version=report.version, reason="示例：请补充试点名单", by=office
        )
    elif told.outcome != "submitted":
        publish = told.outcome == "public"
        accept_report(report=report.pk, version=report.version, publish=publish, by=office)


def _province(office: Viewer) -> None:
    source = read_source(example_text(), name="示例省行动方案.txt")
    outcome = import_source(source=source, office=office.acting_for("office"), by=office)
    plan = outcome.plan
    publish_plan(plan=plan, is_public=True, reason="示例：向社会公开", by=office)

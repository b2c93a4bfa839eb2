"""Reminders (提醒): told to liaison officers in the app and by mail, each once."""

from collections import Counter
from datetime import date

from django.db import transaction
from django.urls import reverse
from django.utils import translation

from guiju.apps.accounts.models import Notice
from guiju.apps.accounts.services.notices import notify
from guiju.apps.governance.models import Report
from guiju.apps.governance.rules.duties import Duties
from guiju.apps.governance.selectors.people import liaisons
from guiju.apps.governance.selectors.reminders import Reminder, reminders
from guiju.apps.journal.services import record
from guiju.core.errors import Bilingual
from guiju.core.plans.quarters import Quarter
from guiju.web.viewer import Viewer

SHOWN = 3


def remind(*, on: date, by: Viewer | None = None) -> dict[str, int]:
    """Tell everybody what is due on a day. Returns how many messages were new, by kind.

    Running it again on the same day tells nobody twice; a missed day loses nothing.
    """
    wanted = reminders(on)
    officers = liaisons({one.organisation for one in wanted}, on)
    rows = Notice.objects.filter(key__in={one.key for one in wanted})
    told = set(rows.values_list("user_id", "key"))
    sent: Counter[str] = Counter(due=0, overdue=0, report_wanted=0, report_late=0)
    with transaction.atomic(), translation.override("zh-hans"):
        link = reverse("governance:work")
        for one in wanted:
            known = officers.get(one.organisation, [])
            if users := [user for user in known if (user.pk, one.key) not in told]:
                text = _sentence(one)
                sent[one.kind] += notify(users=users, key=one.key, text=text, link=link)
        if sent.total():
            record(
                by=by or Viewer(today=on),
                action="governance.send_reminders",
                subject=f"governance.reminders:{on.isoformat()}",
                details=dict(sent),
            )
    return dict(sent)


def tell_returned(report: Report, duties: Duties, *, on: date) -> int:
    """Tell the liaison officers that the office sent their report back. Returns how many."""
    holder = duties.holder(report.organisation_id)
    measure, quarter = report.measure, Quarter.read(report.period).label
    title = f"{measure.label}{measure.title_zh}"
    with translation.override("zh-hans"):
        link = reverse("governance:report", args=[report.pk])
    text = Bilingual(
        f"{quarter.zh}进展报告已退回修改：{title}。理由：{report.decision_note}",
        f"The progress report for {quarter.en} was returned for revision: {title}."
        f" Reason: {report.decision_note}",
    )
    return notify(
        users=liaisons([holder], on).get(holder, []),
        key=f"report-returned:{report.pk}:{report.version}",
        text=text,
        link=link,
    )


def _listed(names: tuple[str, ...], language: str) -> str:
    shown = [name if len(name) <= 40 else f"{name[:39]}…" for name in names[:SHOWN]]
    rest = len(names) - len(shown)
    if language == "zh":
        return "；".join(shown) + (f"；另有 {rest} 项" if rest else "")
    return "; ".join(shown) + (f"; and {rest} more" if rest else "")


def _sentence(one: Reminder) -> Bilingual:
    zh, en = _listed(one.names, "zh"), _listed(one.names, "en")
    count, plan_zh = len(one.names), f"《{one.plan.title_zh}》"
    plan_en = f"“{one.plan.title_en or one.plan.title_zh}”"
    day = f"{one.day.year}年{one.day.month}月{one.day.day}日"
    if one.kind == "due":
        return Bilingual(
            f"{plan_zh}有 {count} 项任务将于{day}到期：{zh}。",
            f"{count} task(s) of {plan_en} are due on {one.day}: {en}.",
        )
    if one.kind == "overdue":
        return Bilingual(
            f"{plan_zh}有 {count} 项任务已于{day}到期，尚未完成：{zh}。请尽快推进并报告进展。",
            f"{count} task(s) of {plan_en} were due on {one.day} and are not done: {en}."
            " Go on with them and report.",
        )
    quarter = one.quarter.label if one.quarter else Bilingual("", "")
    if one.kind == "report_wanted":
        return Bilingual(
            f"请于{day}前报送{plan_zh}{quarter.zh}进展，尚有 {count} 项措施未报：{zh}。",
            f"Report on {plan_en} for {quarter.en} by {one.day}; {count} measure(s) are missing:"
            f" {en}.",
        )
    return Bilingual(
        f"{plan_zh}{quarter.zh}进展报告已过报送期限（{day}），尚有 {count} 项措施未报：{zh}。请尽快报送。",
        f"Reports on {plan_en} for {quarter.en} were due on {one.day}; {count} measure(s) are"
        f" missing: {en}. Report as soon as you can.",
    )

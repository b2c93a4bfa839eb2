"""What a report says, checked against what its organisation may say, and written to its rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from guiju.apps.governance.models import Action, Measure, Report, ReportLine
from guiju.apps.governance.rules.duties import Duties, Role
from guiju.apps.governance.rules.reports import NOT_YOURS, ONLY_LEAD
from guiju.core.errors import InputError, RefusedError

LONGEST_TEXT, LONGEST_LINE, LONGEST_RISK_NOTE = 20_000, 5_000, 500


class BadContent(InputError):
    """Something in the report cannot be stored (报告内容有误)."""

    code = "report_content"
    zh = "报告的“{subject}”有误：{what_zh}"
    en = "“{subject_en}” of the report is wrong: {what_en}"


class Incomplete(InputError):
    """A report that is handed in before it says what it must (报告不完整)."""

    code = "report_incomplete"
    zh = "报告还不能报送：{subject}"
    en = "This report cannot be submitted yet: {what_en}"


@dataclass(frozen=True, slots=True)
class Line:
    """What is said of one action; `state` is what the lead proposes, or empty."""

    text: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """What a liaison officer writes: the whole report at once. `lines` go by action."""

    text: str = ""
    risk: str = Measure.Risk.NONE
    risk_note: str = ""
    lines: Mapping[int, Line] = field(default_factory=dict)


def _check_text(text: str, limit: int, zh: str, en: str) -> None:
    if len(text) > limit:
        what = (f"超过 {limit} 字，请精简。", f"it is above {limit} characters; shorten it.")
    elif "\x00" in text:
        what = ("含有不可见的控制字符，请重新输入。", "it holds a control character; retype it.")
    else:
        return
    raise BadContent(zh, subject_en=en, what_zh=what[0], what_en=what[1])


def _check_choice(value: str, allowed: list[str], zh: str, en: str) -> None:
    if value not in allowed:
        what_en = f"“{value[:20]}” is none of {', '.join(allowed)}."
        what_zh = f"“{value[:20]}”不在 {'、'.join(allowed)} 之中。"
        raise BadContent(zh, subject_en=en, what_zh=what_zh, what_en=what_en)


def check_content(content: Content, duties: Duties, organisation: int) -> None:
    """Raise unless this organisation may say all of this about the measure."""
    _check_text(content.text, LONGEST_TEXT, "进展情况", "Progress")
    _check_text(content.risk_note, LONGEST_RISK_NOTE, "风险说明", "Risk note")
    _check_choice(content.risk, list(Measure.Risk.values), "风险等级", "Risk")
    has_risk = content.risk != Measure.Risk.NONE or content.risk_note.strip()
    if has_risk and duties.role(organisation) != Role.LEAD:
        raise RefusedError("governance.propose", ONLY_LEAD)
    notes = dict(
        Action.objects.filter(measure=duties.measure, withdrawn=None).values_list("pk", "note_id")
    )
    for action, line in content.lines.items():
        if action not in notes:
            what = ("这项任务不属于该措施。", "this action is not of the measure.")
            raise BadContent(
                f"任务 {action}", subject_en=f"Action {action}", what_zh=what[0], what_en=what[1]
            )
        _check_line(line, duties.role_under(organisation, notes[action]))


def _check_line(line: Line, role: Role | None) -> None:
    _check_text(line.text, LONGEST_LINE, "任务进展", "Progress of an action")
    _check_choice(line.state, ["", *Action.State.values], "任务状态", "State of an action")
    if line.text.strip() and role not in {Role.LEAD, Role.SHARED}:
        raise RefusedError("governance.report", NOT_YOURS)
    if line.state and role != Role.LEAD:
        raise RefusedError("governance.propose", ONLY_LEAD)


def check_complete(report: Report) -> None:
    """Raise Incomplete unless the report says what one that is handed in must say."""
    if not report.text.strip():
        raise Incomplete("请填写本季度进展情况。", what_en="write what was done in the quarter.")
    if report.risk != Measure.Risk.NONE and not report.risk_note.strip():
        raise Incomplete("有风险时请写明风险说明。", what_en="say what the risk is.")


def write_content(report: Report, content: Content) -> None:
    """Write the content to a saved report; a line that is no longer spoken of becomes empty."""
    report.text = content.text.strip()
    report.risk, report.risk_note = content.risk, content.risk_note.strip()
    report.save()
    before = set(report.lines.values_list("action_id", flat=True))
    said = {
        action: line for action, line in content.lines.items() if line.text.strip() or line.state
    }
    empty = {action: Line() for action in before - set(said)}
    ReportLine.objects.bulk_create(
        [
            ReportLine(
                report=report,
                action_id=action,
                text=line.text.strip(),
                proposed_state=line.state,
            )
            for action, line in {**empty, **said}.items()
        ],
        update_conflicts=True,
        unique_fields=["report", "action"],
        update_fields=["text", "proposed_state"],
    )


def record_of(report: Report) -> dict[str, Any]:
    """The report as a plain record, for the journal's digests."""
    lines = report.lines.order_by("action").values_list("action_id", "text", "proposed_state")
    evidence = report.evidence.filter(withdrawn=None).order_by("pk").values_list("sm3", flat=True)
    return {
        "measure": report.measure_id,
        "organisation": report.organisation_id,
        "period": report.period,
        "state": report.state,
        "role": report.role,
        "text": report.text,
        "risk": report.risk,
        "risk_note": report.risk_note,
        "is_public": report.is_public,
        "lines": [list(line) for line in lines],
        "evidence": list(evidence),
    }

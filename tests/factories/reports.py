"""A small ledger of examples: one plan, and everybody who reports on it."""

import itertools
import zipfile
from datetime import date
from io import BytesIO
from types import SimpleNamespace

from django.core.files.uploadedfile import SimpleUploadedFile

from guiju.apps.governance.models import Action, Assignment, Measure, Note, Plan
from guiju.apps.governance.services.report_content import Content, Line
from guiju.apps.governance.services.reports import accept_report, save_draft, submit_report
from tests.factories import accounts

TODAY = date(2023, 5, 10)
Q1 = "2023Q1"
PDF = b"%PDF-1.7\nexample\n"

_number = itertools.count(1)


def plan(office, **values):
    values = {
        "slug": f"example-plan-{next(_number)}",
        "title_zh": "示例行动计划",
        "title_en": "Example action plan",
        "starts": date(2022, 7, 6),
        "ends": date(2023, 12, 31),
        "is_example": True,
        "version": 1,
    } | values
    return Plan.objects.create(office=office, **values)


def measure(of, *, no=1, **values):
    values = {"title_zh": f"示例措施{no}", "text": "完善示例标准体系。"} | values
    return Measure.objects.create(plan=of, key=f"m{no}", order=no, no=no, label=f"{no}. ", **values)


def note(of, *, order=1, lead=(), shared=(), cooperating=(), guiding=(), **values):
    """A note with its assignments; an organisation given as text is not yet recognised."""
    made = Note.objects.create(measure=of, order=order, raw="（示例分工）", **values)
    roles = {"lead": lead, "shared": shared, "cooperating": cooperating, "guiding": guiding}
    named = [(role, one) for role, ones in roles.items() for one in ones]
    for place, (role, one) in enumerate(named, start=1):
        Assignment.objects.create(
            note=made,
            organisation=None if isinstance(one, str) else one,
            as_written=one if isinstance(one, str) else "示例单位",
            role=role,
            order=place,
        )
    return made


def action(of, under=None, *, order=1, **values):
    values = {"text": f"完成示例任务{order}"} | values
    return Action.objects.create(measure=of, note=under, order=order, **values)


def small_ledger():
    """One measure: a lead, two shared, a cooperating and a guiding body, each with an officer."""
    world = SimpleNamespace(today=TODAY)
    names = ("office_body", "lead_body", "shared_body", "other_body", "helper_body", "guide_body")
    for name in (*names, "stranger_body"):
        setattr(world, name, accounts.organisation())
    world.plan = plan(world.office_body, is_public=True)
    world.measure = measure(world.plan)
    world.note = note(
        world.measure,
        lead=[world.lead_body],
        shared=[world.shared_body, world.other_body],
        cooperating=[world.helper_body],
        guiding=[world.guide_body],
    )
    world.action = action(world.measure, world.note)
    world.second = action(world.measure, world.note, order=2)
    for name in ("lead", "shared", "helper", "guide", "stranger"):
        holder = accounts.seated("liaison", getattr(world, f"{name}_body"))
        setattr(world, f"{name}_user", holder)
        setattr(world, name, accounts.viewer(holder, TODAY))
    world.office_user = accounts.seated("office", world.office_body)
    world.office = accounts.viewer(world.office_user, TODAY)
    world.reader = accounts.viewer(accounts.seated("reader", world.shared_body), TODAY)
    world.public = accounts.viewer(None, TODAY)
    return world


def draft(world, who="lead", *, period=Q1, version=0, content=None, **values):
    """A saved draft of `who`; the lead proposes a state and a risk."""
    if content is None:
        content = Content(
            text="示例：本季度已完成立项。",
            risk="watch" if who == "lead" else "none",
            risk_note="示例：人手不足。" if who == "lead" else "",
            lines={world.action.pk: Line("示例：已立项。", "in_progress" if who == "lead" else "")},
        )
    return save_draft(
        measure=world.measure.pk,
        organisation=getattr(world, f"{who}_body").pk,
        period=period,
        content=content,
        version=version,
        by=getattr(world, who),
        **values,
    )


def submitted(world, who="lead", **values):
    saved = draft(world, who, **values)
    return submit_report(report=saved.pk, version=saved.version, by=getattr(world, who))


def accepted(world, who="lead", *, publish=False, **values):
    handed_in = submitted(world, who, **values)
    return accept_report(
        report=handed_in.pk, version=handed_in.version, publish=publish, by=world.office
    )


def upload(name="示例.pdf", content=PDF):
    return SimpleUploadedFile(name, content)


def package(*parts):
    """A ZIP file with these parts, as .docx and .xlsx are."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for part in parts:
            archive.writestr(part, "<x/>")
    return buffer.getvalue()

"""Who takes part (参与方): drafters and experts are named, and leave, with dates."""

from django.db import transaction

from guiju.apps.accounts.models import Organisation, User
from guiju.apps.development.models import Appointment, Party, Project
from guiju.apps.development.rules.actors import EXPERTS, on_the_day, procedure_of
from guiju.apps.development.rules.projects import APPOINT, LEAD_PROJECT, named_by
from guiju.apps.development.services.attempts import attempted
from guiju.apps.development.services.errors import NotOfProjectError
from guiju.apps.development.services.events import journal_act
from guiju.apps.development.services.locking import Opened, opened
from guiju.apps.journal.services import record
from guiju.core.errors import Bilingual, RefusedError
from guiju.core.procedures.files.rulebook import procedure
from guiju.web.viewer import Viewer

FILLED_BY_LAW = Bilingual(
    "这个角色由法定职责单位担任，启动项目时确定，不能在项目中更改。",
    "This role belongs to the body that has it by law, settled when the project begins; it is not"
    " given within the project.",
)


def add_party(
    *,
    project: Project,
    role: str,
    user: User | None = None,
    organisation: Organisation | None = None,
    side: str = "",
    by: Viewer,
) -> Party:
    """Give somebody a role in the project from today; the same again changes nothing."""
    known = procedure_of(project).roles
    if role != EXPERTS and (role not in known or known[role].open):
        raise NotOfProjectError(role)
    with attempted("add_party", project, by, role=role):
        LEAD_PROJECT.check(by, project)
        _check_namer(opened(project, by), role)
        party, is_new = Party.objects.filter(on_the_day(by.today)).get_or_create(
            project=project,
            role=role,
            user=user,
            organisation=organisation,
            defaults={"side": side, "since": by.today},
        )
        if is_new:
            journal_act("add_party", project, by, party=party.pk, role=role)
    return party


def end_party(*, party: Party, reason: str = "", by: Viewer) -> Party:
    """Somebody leaves the project today."""
    with attempted("end_party", party.project, by, role=party.role):
        LEAD_PROJECT.check(by, party.project)
        _check_namer(opened(party.project, by), party.role)
        party.until = by.today
        party.save(update_fields=["until"])
        journal_act("end_party", party.project, by, reason=reason, party=party.pk, role=party.role)
    return party


def _check_namer(now: Opened, role: str) -> None:
    """Nobody gives himself, or another, a role that is not his to give. Raises RefusedError."""
    may = named_by(now.procedure, role)
    if now.actor.roles & may:
        return
    if not may:
        raise RefusedError("development.name_party", FILLED_BY_LAW)
    titles = [now.procedure.roles[one].title for one in sorted(may)]
    zh, en = "、".join(one.zh for one in titles), ", ".join(one.en for one in titles)
    sentence = Bilingual(
        f"这个角色的人员由{zh}确定。", f"Who has this role is decided by: {en}."
    )  # fmt: skip
    raise RefusedError("development.name_party", sentence)


def appoint(
    *, procedure_id: str, role: str, organisation: Organisation, code: str = "", by: Viewer
) -> Appointment:
    """An organisation may fill a role of a procedure from today; the same again changes nothing."""
    APPOINT.check(by)
    found = procedure(procedure_id, by.today)
    if role not in found.roles or found.roles[role].open:
        raise NotOfProjectError(role)
    with transaction.atomic():
        row, is_new = Appointment.objects.filter(on_the_day(by.today)).get_or_create(
            procedure=procedure_id,
            role=role,
            organisation=organisation,
            code=code,
            defaults={"since": by.today},
        )
        if is_new:
            record(
                by=by,
                action="development.appoint",
                subject=f"accounts.organisation:{organisation.pk}",
                details={"procedure": procedure_id, "role": role, "code": code},
            )
    return row

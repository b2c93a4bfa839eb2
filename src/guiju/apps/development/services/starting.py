"""A project begins (立项提出、启动): its procedure of today, its parties, its first state."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from guiju.apps.accounts.models import Organisation
from guiju.apps.catalogue.models import Edition
from guiju.apps.development.models import Appointment, Committee, Party, Project
from guiju.apps.development.rules.actors import (
    COMMITTEE,
    SECRETARIAT_ROLE,
    SPEAKERS,
    actor_of,
    on_the_day,
)
from guiju.apps.development.rules.projects import START_PROJECT
from guiju.apps.development.selectors.standards import check_code, wanted
from guiju.apps.development.services.attempts import attempted
from guiju.apps.development.services.errors import NoBodyError, NoCommitteeError, NoTitleError
from guiju.apps.development.services.events import journal_act
from guiju.apps.development.services.keeping import keep
from guiju.apps.development.services.publishing.errors import NotItsToReplaceError
from guiju.core.numbers.ending import may_end
from guiju.core.procedures.case import Actor
from guiju.core.procedures.engine import start
from guiju.core.procedures.files.rulebook import procedure
from guiju.core.procedures.model import Procedure, Role
from guiju.web.viewer import Viewer

BY_LAW = "law"  # who begins what falls due by itself
# Filled by the committee's seats.
SEATED = frozenset({COMMITTEE, SECRETARIAT_ROLE})


def start_project(
    *,
    procedure_id: str,
    title_zh: str,
    title_en: str = "",
    committee: Committee | None = None,
    bodies: dict[str, Organisation] | None = None,
    facts: dict[str, str] | None = None,
    form: dict[str, Any] | None = None,
    edition: Edition | None = None,
    replaces: Iterable[Edition] = (),
    follows: Project | None = None,
    is_example: bool = False,
    by_law: bool = False,
    by: Viewer,
) -> Project:
    """Begin a case under the version of its procedure that is in force today.

    `bodies` says which organisation fills which role; where only one is appointed it need not be
    said. `by_law`: it falls due by itself, and is not for anybody to begin. Raises NotAllowed,
    NoProcedure and the errors of this app.
    """
    if not by_law:
        START_PROJECT.check(by)
    found = procedure(procedure_id, by.today)
    if not title_zh.strip():
        raise NoTitleError()
    if COMMITTEE in found.roles and committee is None:
        raise NoCommitteeError()
    with attempted("start_project", None, by, procedure=procedure_id):
        now = timezone.now()
        project = Project.objects.create(
            procedure=found.id,
            began=by.today,
            state=found.start,
            stage=found.states[found.start].stage,
            entered=by.today,
            facts=facts or {},
            title_zh=title_zh.strip(),
            title_en=title_en.strip(),
            form=form or {},
            committee=committee,
            organisation_id=by.acting_for(*SPEAKERS),
            edition=edition,
            follows=follows,
            is_example=is_example,
            created=now,
            created_by_id=by.user,
            changed=now,
        )
        project.replaces.set(replaces)
        _parties(project, found, bodies or {}, by)
        check_code(project)
        _check_replaced(project)
        actor = Actor(BY_LAW, frozenset(found.opens)) if by_law else actor_of(by, project)
        case = start(found, name=str(project.pk), by=actor, on=by.today, facts=facts)
        keep(project, found, case, case)
        journal_act(
            "start_project",
            project,
            by,
            after={"procedure": found.id, "state": case.state, "title": project.title_zh},
            procedure=found.id,
        )
    return project


def _check_replaced(project: Project) -> None:
    code = wanted(project).code
    for key in project.replaces.values_list("key", flat=True):
        if code and not may_end(code, key):
            raise NotItsToReplaceError(key, code=code)


def roles_to_fill(found: Procedure) -> list[Role]:
    """The roles for which a body must be named when a project begins."""
    return [one for one in found.roles.values() if one.by_law and one.id not in SEATED]


def _parties(
    project: Project, found: Procedure, bodies: dict[str, Organisation], by: Viewer
) -> None:
    _proposer(project, found, by)
    for role in roles_to_fill(found):
        appointed = Appointment.objects.filter(
            on_the_day(by.today), procedure=found.id, role=role.id
        )
        known = {
            one.organisation_id: one.organisation
            for one in appointed.select_related("organisation")
        }
        named = bodies.get(role.id)
        if named is None and len(known) == 1:
            named = next(iter(known.values()))
        if named is None or named.pk not in known:
            names = "、".join(one.slug for one in known.values())
            raise NoBodyError(role.title.zh, role_en=role.title.en, known=names or "—")
        Party.objects.create(project=project, role=role.id, organisation=named, since=by.today)


def _proposer(project: Project, found: Procedure, by: Viewer) -> None:
    """Who begins a project that everybody may begin stays its proposer, with his organisation."""
    for role in (found.roles[one] for one in found.opens if found.roles[one].open):
        Party.objects.create(
            project=project,
            role=role.id,
            user_id=None if project.organisation_id else by.user,
            organisation_id=project.organisation_id,
            since=by.today,
        )

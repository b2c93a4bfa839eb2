"""Who may do what in projects (制修订权限).

These rules say who may come to the door at all; what opens it, and when, is the procedure's answer
(`core.procedures`), whose refusals are sentences too.
"""

from rules.predicates import predicate

from guiju.apps.development.models import Project
from guiju.apps.development.rules.actors import (
    COMMITTEE,
    EXPERTS,
    is_seated,
    procedure_of,
    roles_of,
)
from guiju.core.errors import Bilingual
from guiju.core.procedures.ballots.rules import ballot_rules
from guiju.core.procedures.model import Procedure
from guiju.web.access import SIGN_IN, Rule, holds
from guiju.web.viewer import Viewer


@predicate
def may_read(viewer: Viewer, project: Project | None) -> bool:
    """The public sees what the procedure shows in this state; who takes part sees all."""
    if project is None:
        return True
    if procedure_of(project).states[project.state].shows:
        return True
    return is_inside.test(viewer, project)


@predicate
def is_inside(viewer: Viewer, project: Project | None) -> bool:
    if project is None:
        return True
    if not viewer.signed_in:
        return False
    if project.created_by_id == viewer.user or roles_of(viewer, project):
        return True
    return project.committee_id is not None and is_seated(viewer, project.committee_id)


@predicate
def leads(viewer: Viewer, project: Project | None) -> bool:
    """Has a role that is filled by law, and not just that of drafting."""
    if project is None:
        return True
    return bool(roles_of(viewer, project) & leading(procedure_of(project)))


def leading(procedure: Procedure) -> frozenset[str]:
    """The roles that conduct: neither open to everybody nor filled by naming, as that of drafting."""
    return frozenset(one.id for one in procedure.roles.values() if one.by_law)


def named_by(procedure: Procedure, role: str) -> frozenset[str]:
    """The roles that may name people for a role (任命权); nobody may for one that is filled by law.

    Experts who vote are named by those who open ballots, if the file has no such role.
    """
    if role in procedure.roles:
        return frozenset(procedure.roles[role].named_by)
    if role != EXPERTS or (COMMITTEE in procedure.roles and not _asks_experts(procedure)):
        return frozenset()
    steps = procedure.transitions.values()
    opening = [one for one in steps if any(e.kind == "ballot_opened" for e in one.effects)]
    return frozenset(role for one in opening for role in one.by) & leading(procedure)


def _asks_experts(procedure: Procedure) -> bool:
    """Is there a ballot in which others than the committee's members vote?"""
    rules = {one.rule for one in procedure.ballots.values()}
    rules |= {other.rule for one in procedure.ballots.values() for other in one.variants}
    return any(not ballot_rules()[one].members for one in rules)


READ_PROJECT = Rule(
    "development.read_project",
    (
        (
            may_read,
            Bilingual(
                "这个项目在本阶段不公开，只有参与各方可以查看。",
                "At this stage the project is not public; only those who take part in it see it.",
            ),
        ),
    ),
)
WORK_IN_PROJECT = Rule(
    "development.work_in_project",
    (
        SIGN_IN,
        (
            is_inside,
            Bilingual(
                "只有参与这个项目的人员可以进入工作区。",
                "Only those who take part in the project may enter its workspace.",
            ),
        ),
    ),
)
LEAD_PROJECT = Rule(
    "development.lead_project",
    (
        SIGN_IN,
        (
            leads,
            Bilingual(
                "只有组织这个项目的单位（归口委员会秘书处、主管部门或社会团体等）可以办理。",
                "Only the bodies that conduct the project (the secretariat, the department, the association) may do this.",
            ),
        ),
    ),
)
START_PROJECT = Rule("development.start_project", (SIGN_IN,))
TAKE_STEP = Rule("development.take_step", (SIGN_IN,))
APPOINT = Rule(
    "development.appoint",
    (
        (
            holds("system_admin"),
            Bilingual(
                "只有系统管理员可以登记各程序的法定职责单位。",
                "Only a system administrator records which body has which role of a procedure.",
            ),
        ),
    ),
)

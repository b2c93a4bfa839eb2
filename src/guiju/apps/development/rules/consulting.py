"""Who may do what with comments (意见权限); what the procedure allows is its own answer."""

from rules.predicates import predicate

from guiju.apps.development.models import Project, Round
from guiju.apps.development.rules.actors import procedure_of, roles_of
from guiju.apps.development.rules.projects import is_inside
from guiju.core.errors import Bilingual
from guiju.web.access import SIGN_IN, Rule
from guiju.web.viewer import Viewer


@predicate
def answers(viewer: Viewer, project: Project | None) -> bool:
    """Has a role that answers the comments of some consultation of the procedure."""
    if project is None:
        return True
    kinds = procedure_of(project).consultations.values()
    return bool(roles_of(viewer, project) & {role for one in kinds for role in one.answered_by})


@predicate
def shows_comments(viewer: Viewer, row: Round | None) -> bool:
    """The consultation is over, and the procedure's file shows the comments in this state."""
    if row is None:
        return True
    state = procedure_of(row.project).states[row.project.state]
    return row.closed is not None and "comments" in state.shows


READ_PUBLISHED_REMARKS = Rule(
    "development.read_published_remarks",
    (
        (
            shows_comments,
            Bilingual(
                "这个程序在本阶段不公开各条意见及其处理。",
                "At this stage the procedure does not publish single comments and their answers.",
            ),
        ),
    ),
)
READ_REMARKS = Rule(
    "development.read_remarks",
    (
        SIGN_IN,
        (
            is_inside,
            Bilingual(
                "只有参与这个项目的人员可以查看全部意见。",
                "Only those who take part in the project see all comments.",
            ),
        ),
    ),
)
ANSWER_REMARKS = Rule(
    "development.answer_remarks",
    (
        SIGN_IN,
        (
            answers,
            Bilingual(
                "意见由起草工作组或程序规定的单位处理。",
                "Comments are dealt with by the drafting group or whom the procedure names.",
            ),
        ),
    ),
)

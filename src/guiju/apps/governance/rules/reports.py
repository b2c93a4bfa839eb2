"""Who may report, read, decide and comment. Whether the state allows it, `core.plans.reporting` says.

The thing is a `Duties` for what is about a measure, a `Filed` for what is about a report.
"""

from dataclasses import dataclass

from rules.predicates import predicate

from guiju.apps.governance.models import Report
from guiju.apps.governance.rules.duties import REPORTING, Duties, Role
from guiju.apps.governance.rules.plans import KNOWN, keeps_plan
from guiju.core.errors import Bilingual
from guiju.core.plans.reporting import State
from guiju.web.access import SIGN_IN, Rule, holds
from guiju.web.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Filed:
    """A report with the duties under its measure; `is_open` says whether its plan is public."""

    report: Report
    duties: Duties
    is_open: bool


def desks(viewer: Viewer) -> frozenset[int]:
    """The organisations that this viewer is liaison officer of (or deputises for one)."""
    return viewer.organisations("liaison")


def is_author_side(viewer: Viewer, filed: Filed) -> bool:
    return filed.duties.holder(filed.report.organisation_id) in desks(viewer)


def keeps_its_ledger(viewer: Viewer, duties: Duties) -> bool:
    return viewer.holds("office", organisation=duties.office)


@predicate
def works_on_measure(viewer: Viewer, duties: Duties | None) -> bool:
    return duties is None or bool(duties.roles_of(desks(viewer)))


@predicate
def answers_for_measure(viewer: Viewer, duties: Duties | None) -> bool:
    return duties is None or not REPORTING.isdisjoint(duties.roles_of(desks(viewer)).values())


@predicate
def leads_measure(viewer: Viewer, duties: Duties | None) -> bool:
    return duties is None or Role.LEAD in duties.roles_of(desks(viewer)).values()


@predicate
def may_remark(viewer: Viewer, duties: Duties | None) -> bool:
    if duties is None:
        return viewer.holds("liaison", "office")
    return keeps_its_ledger(viewer, duties) or bool(duties.roles_of(desks(viewer)))


@predicate
def is_office(viewer: Viewer, filed: Filed | None) -> bool:
    return viewer.holds("office", organisation=filed.duties.office if filed else None)


@predicate
def did_not_submit(viewer: Viewer, filed: Filed | None) -> bool:
    return filed is None or filed.report.submitted_by_id != viewer.user


@predicate
def is_author(viewer: Viewer, filed: Filed | None) -> bool:
    return filed is None or is_author_side(viewer, filed)


@predicate
def may_read(viewer: Viewer, filed: Filed | None) -> bool:
    if filed is None or is_author_side(viewer, filed):
        return True
    state, inside = filed.report.state, works_inside(viewer, filed.duties)
    if state == State.DRAFT:
        return False
    if state == State.ACCEPTED and filed.report.is_public and filed.is_open:
        return True
    return inside


@predicate
def may_read_inside(viewer: Viewer, filed: Filed | None) -> bool:
    return filed is None or is_author_side(viewer, filed) or works_inside(viewer, filed.duties)


@predicate
def is_inside(viewer: Viewer, duties: Duties | None) -> bool:
    return duties is None or works_inside(viewer, duties)


def works_inside(viewer: Viewer, duties: Duties) -> bool:
    """Does the viewer sit in the plan's office or in an organisation with a duty here?"""
    if keeps_its_ledger(viewer, duties):
        return True
    seats = viewer.organisations("liaison", "reader")
    return bool(duties.roles_of(seats)) or duties.office in seats


_LIAISON = (
    holds("liaison"),
    Bilingual("只有联络员可以报送进展。", "Only a liaison officer may report progress."),
)
_WORKS = (
    works_on_measure,
    Bilingual(
        "本单位在这项措施中没有分工，不能报送进展。",
        "Your organisation has no duty in this measure and does not report on it.",
    ),
)
_ANSWERS = (
    answers_for_measure,
    Bilingual(
        "配合、指导单位不报送进展，可以查阅报告并发表意见。",
        "Cooperating and guiding organisations do not report; they may read reports and comment.",
    ),
)
ONLY_LEAD = Bilingual(
    "只有牵头单位可以提出任务状态和风险等级。",
    "Only the leading organisation proposes the state of actions and the risk.",
)
NOT_YOURS = Bilingual(
    "本单位不在此项任务的责任分工之列。", "Your organisation does not answer for this action."
)
_OFFICE = (
    is_office,
    Bilingual(
        "只有负责该计划台账的办公室可以审核报告。",
        "Only the office that keeps this plan may decide on reports.",
    ),
)

REPORT = Rule("governance.report", (SIGN_IN, _LIAISON, _WORKS, _ANSWERS))
PROPOSE = Rule("governance.propose", (*REPORT.checks, (leads_measure, ONLY_LEAD)))
AUTHOR = Rule(
    "governance.author",
    (
        SIGN_IN,
        _LIAISON,
        (
            is_author,
            Bilingual(
                "这份报告由其他单位报送，只有该单位的联络员可以修改。",
                "Another organisation files this report; only its liaison officer may change it.",
            ),
        ),
    ),
)
DECIDE = Rule("governance.decide", (SIGN_IN, _OFFICE))
ACCEPT = Rule(
    "governance.accept",
    (
        *DECIDE.checks,
        (
            did_not_submit,
            Bilingual(
                "这份报告由您本人报送，须由办公室另一人审核通过。",
                "You submitted this report yourself; somebody else in the office must accept it.",
            ),
        ),
    ),
)
# The public reads what is published: without a thing this rule is open.
READ_REPORT = Rule(
    "governance.read_report",
    (
        (
            may_read,
            Bilingual(
                "这份报告尚未公开，只有办公室和这项措施的责任单位可以查阅。",
                "This report is not public: the office and the organisations of the measure read it.",
            ),
        ),
    ),
)
READ_EVIDENCE = Rule(
    "governance.read_evidence",
    (
        SIGN_IN,
        (
            may_read_inside,
            Bilingual(
                "佐证材料不公开，只有办公室和这项措施的责任单位可以下载。",
                "Evidence is not public: the office and the organisations of the measure read it.",
            ),
        ),
        READ_REPORT.checks[0],
    ),
)
READ_COMMENTS = Rule(
    "governance.read_comments",
    (
        SIGN_IN,
        (
            is_inside,
            Bilingual(
                "意见不公开，只有办公室和这项措施的责任单位可以查阅。",
                "Comments are not public: the office and the organisations of the measure read them.",
            ),
        ),
    ),
)
COMMENT = Rule(
    "governance.comment",
    (
        SIGN_IN,
        (
            may_remark,
            Bilingual(
                "只有办公室和在这项措施中有分工的单位可以发表意见。",
                "Only the office and organisations with a duty in this measure may comment.",
            ),
        ),
    ),
)
WORK = Rule(
    "governance.work",
    (
        SIGN_IN,
        (
            holds("liaison", "office"),
            Bilingual(
                "此页供联络员和联席会议办公室使用，您没有这样的任职。",
                "This page is for liaison officers and the plan's office; you hold no such seat.",
            ),
        ),
    ),
)
SNAPSHOT = Rule(
    "governance.snapshot",
    (
        KNOWN,
        (
            keeps_plan,
            Bilingual(
                "只有负责该计划台账的办公室可以生成快照。",
                "Only the office that keeps this plan may take a snapshot.",
            ),
        ),
    ),
)

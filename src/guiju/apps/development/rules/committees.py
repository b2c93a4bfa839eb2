"""Who may do what with committees (委员会权限)."""

from rules.predicates import predicate

from guiju.apps.development.models import Appointment, Committee
from guiju.apps.development.rules.actors import SECRETARIAT, SPEAKERS, is_seated, on_the_day
from guiju.core.errors import Bilingual
from guiju.web.access import PUBLIC, SIGN_IN, Rule
from guiju.web.viewer import Viewer

READ_COMMITTEES = PUBLIC
SETUP = "committee-setup"
_ADMIN = "system_admin"
_OPEN_TO_LISTS = frozenset({"proposed", "preparing", "renewing"})


@predicate
def speaks_for_body(viewer: Viewer) -> bool:
    return bool(viewer.organisations(*SPEAKERS)) or viewer.holds(_ADMIN)


@predicate
def is_authority(viewer: Viewer, committee: Committee | None) -> bool:
    """Speaks for the committee's guiding body, or for one appointed to set committees up."""
    if viewer.holds(_ADMIN):
        return True
    bodies = viewer.organisations(*SPEAKERS)
    if committee is not None and committee.authority_id in bodies:
        return True
    appointed = Appointment.objects.filter(
        on_the_day(viewer.today), procedure=SETUP, role="authority", organisation__in=bodies
    )
    return (committee is None and bool(bodies)) or appointed.exists()


@predicate
def sets_up(viewer: Viewer) -> bool:
    """Appointed to set committees up."""
    bodies = viewer.organisations(*SPEAKERS)
    appointed = Appointment.objects.filter(
        on_the_day(viewer.today), procedure=SETUP, role="authority", organisation__in=bodies
    )
    return viewer.holds(_ADMIN) or appointed.exists()


@predicate
def is_secretariat(viewer: Viewer, committee: Committee | None) -> bool:
    """Has a seat in the secretariat, speaks for its unit, or is the authority."""
    if committee is None or is_authority.test(viewer, committee):
        return True
    if committee.secretariat_id in viewer.organisations(*SPEAKERS):
        return True
    return is_seated(viewer, committee.pk, SECRETARIAT)


@predicate
def may_list(viewer: Viewer, committee: Committee | None) -> bool:
    """The secretariat writes the list of members until it is approved; then the authority does."""
    if committee is None or is_authority.test(viewer, committee):
        return True
    return committee.state in _OPEN_TO_LISTS


_SECRETARIAT = (
    is_secretariat,
    Bilingual(
        "只有这个委员会的秘书处或者业务指导单位可以办理。",
        "Only the committee's secretariat or its guiding body may do this.",
    ),
)
_AUTHORITY = (
    is_authority,
    Bilingual(
        "只有委员会的业务指导单位或者标准化行政主管部门可以办理。",
        "Only the committee's guiding body or the standardization authority may do this.",
    ),
)
PROPOSE_COMMITTEE = Rule(
    "development.propose_committee",
    (
        SIGN_IN,
        (
            speaks_for_body,
            Bilingual(
                "提出筹建委员会的应当是单位的联络员。",
                "A committee is proposed by the liaison officer of a body.",
            ),
        ),
    ),
)
REGISTER_COMMITTEE = Rule(
    "development.register_committee",
    (
        SIGN_IN,
        (
            sets_up,
            Bilingual(
                "只有标准化行政主管部门可以直接登记已经成立的委员会；其他单位请提出筹建。",
                "Only the standardization authority registers a committee that stands already; others propose one.",
            ),
        ),
    ),
)
EDIT_COMMITTEE = Rule("development.edit_committee", (SIGN_IN, _SECRETARIAT))
RULE_COMMITTEE = Rule("development.rule_committee", (SIGN_IN, _AUTHORITY))
KEEP_MEMBERS = Rule(
    "development.keep_members",
    (
        SIGN_IN,
        _SECRETARIAT,
        (
            may_list,
            Bilingual(
                "委员会成立后，委员的调整由全体委员表决并报业务指导单位公布；秘书处请办理委员调整程序。",
                "Once a committee stands, its members vote on changes and the guiding body announces them; the secretariat starts the procedure for that.",
            ),
        ),
    ),
)

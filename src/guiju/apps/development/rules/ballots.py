"""Who may see and do what in a ballot (表决权限)."""

from rules.predicates import predicate

from guiju.apps.development.models import BallotRound
from guiju.apps.development.rules.projects import is_inside, leads
from guiju.core.errors import Bilingual
from guiju.web.access import SIGN_IN, Rule
from guiju.web.viewer import Viewer


@predicate
def is_elector(viewer: Viewer, ballot: BallotRound | None) -> bool:
    return ballot is None or ballot.electors.filter(user=viewer.user).exists()


@predicate
def takes_part(viewer: Viewer, ballot: BallotRound | None) -> bool:
    if ballot is None:
        return True
    return is_inside.test(viewer, ballot.project) or is_elector.test(viewer, ballot)


@predicate
def conducts(viewer: Viewer, ballot: BallotRound | None) -> bool:
    return ballot is None or leads.test(viewer, ballot.project)


@predicate
def is_counted(viewer: Viewer, ballot: BallotRound | None) -> bool:
    return ballot is None or ballot.closed is not None


@predicate
def votes_or_conducts(viewer: Viewer, ballot: BallotRound | None) -> bool:
    return is_elector.test(viewer, ballot) or conducts.test(viewer, ballot)


READ_BALLOT = Rule(
    "development.read_ballot",
    (
        SIGN_IN,
        (
            takes_part,
            Bilingual(
                "只有有表决权者和参与项目的各方可以查看这次表决。",
                "Only those entitled to vote and those who take part in the project see this ballot.",
            ),
        ),
    ),
)
_COUNTED = (
    is_counted,
    Bilingual(
        "计票之前任何人都不能查看他人怎样投票。",
        "Until the ballot is counted nobody sees how others have voted.",
    ),
)
COUNTED_BALLOT = Rule("development.counted_ballot", (*READ_BALLOT.checks, _COUNTED))
SEE_PAPERS = Rule(
    "development.see_papers",
    (
        SIGN_IN,
        _COUNTED,
        (
            votes_or_conducts,
            Bilingual(
                "只有有表决权者和组织表决的单位可以查看投票明细。",
                "Only those entitled to vote and those who conduct the ballot see the papers.",
            ),
        ),
    ),
)
ENTER_PAPERS = Rule(
    "development.enter_papers",
    (
        SIGN_IN,
        (
            conducts,
            Bilingual(
                "只有组织表决的单位（秘书处等）可以录入书面票。",
                "Only those who conduct the ballot, such as the secretariat, enter papers.",
            ),
        ),
    ),
)

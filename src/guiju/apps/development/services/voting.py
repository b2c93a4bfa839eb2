"""Ballot papers (投票) and standing aside (回避): kept as they come in, counted by the engine."""

from collections.abc import Iterable

from django.utils import timezone

from guiju.apps.development.models import Elector, Paper, Project
from guiju.apps.development.rules.actors import name_of
from guiju.apps.development.rules.projects import LEAD_PROJECT, TAKE_STEP
from guiju.apps.development.services.attempts import attempted
from guiju.apps.development.services.errors import NotOfProjectError, WrongVoteError
from guiju.apps.development.services.events import journal_act
from guiju.apps.development.services.locking import Opened, opened
from guiju.core.procedures import acts
from guiju.core.procedures.ballots.model import MARKS, Recusal, Vote
from guiju.core.procedures.case import Case
from guiju.core.procedures.model import Procedure
from guiju.web.viewer import Viewer

# How a paper of a meeting may be spoilt (废票): with no mark, or with several.
SPOILT: dict[str, tuple[str, ...]] = {"none": (), "several": ("for", "against")}
ASIDE = "aside"


def cast_vote(*, project: Project, kind: str, mark: str, reasons: str = "", by: Viewer) -> Paper:
    """The viewer's own vote; a later one takes the place of an earlier one while it is open.

    Raises NotAllowed and WrongVoteError.
    """
    TAKE_STEP.check(by, project)
    if mark not in MARKS or (mark == "against" and not reasons.strip()):
        raise WrongVoteError()
    return _paper(project, kind, name_of(by.user), (mark,), reasons, by)


def enter_papers(
    *, project: Project, kind: str, papers: Iterable[tuple[Elector, str, str]], by: Viewer
) -> int:
    """The papers of a meeting or of letters, all or none: elector, mark, reasons. How many it was.

    Entered by who conducts the ballot. Spoilt papers (SPOILT) are entered as they are; the mark
    `aside` is an elector who stands aside.
    """
    with attempted("enter_papers", project, by, ballot=kind):
        LEAD_PROJECT.check(by, project)
        now = opened(project, by)
        _known(now, kind)
        case, rows, aside = now.case, [], []
        for elector, mark, reasons in papers:
            if mark == ASIDE:
                case = _stands_aside(now.procedure, case, kind, elector, reasons)
                aside.append(elector)
                continue
            if mark not in MARKS and mark not in SPOILT:
                raise WrongVoteError()
            marks = SPOILT.get(mark, (mark,))
            vote = Vote(elector.actor, marks, by.today, reasons.strip())
            case = acts.vote(now.procedure, case, kind, paper=vote)
            rows.append(_row(elector, vote, by))
        Paper.objects.bulk_create(rows)
        Elector.objects.bulk_update(aside, ["aside"])
        journal_act(
            "enter_papers",
            now.project,
            by,
            ballot=kind,
            electors=[one.elector_id for one in rows],
            aside=[one.pk for one in aside],
        )
    return len(rows) + len(aside)


def stand_aside(
    *, project: Project, kind: str, elector: Elector, reason: str, by: Viewer
) -> Elector:
    """An elector stands aside, or is found to have to: counted no longer, with the reason."""
    TAKE_STEP.check(by, project)
    with attempted("stand_aside", project, by, ballot=kind):
        if elector.actor != name_of(by.user):
            LEAD_PROJECT.check(by, project)
        now = opened(project, by)
        _known(now, kind)
        _stands_aside(now.procedure, now.case, kind, elector, reason)
        elector.save(update_fields=["aside"])
        journal_act("stand_aside", now.project, by, reason=reason, ballot=kind, elector=elector.pk)
    return elector


def _stands_aside(
    procedure: Procedure, case: Case, kind: str, elector: Elector, reason: str
) -> Case:
    after = acts.stand_aside(procedure, case, kind, who=Recusal(elector.actor, reason))
    elector.aside = reason.strip()
    return after


def _row(elector: Elector, vote: Vote, by: Viewer) -> Paper:
    return Paper(
        elector=elector,
        marks=list(vote.marks),
        reasons=vote.reasons,
        on=vote.on,
        at=timezone.now(),
        entered_by_id=by.user,
    )


def _paper(
    project: Project, kind: str, actor: str, marks: tuple[str, ...], reasons: str, by: Viewer
) -> Paper:
    with attempted("vote", project, by, ballot=kind):
        now = opened(project, by)
        _known(now, kind)
        vote = Vote(actor, marks, by.today, reasons.strip())
        acts.vote(now.procedure, now.case, kind, paper=vote)
        elector = Elector.objects.get(
            ballot__project=project, ballot__kind=kind, ballot__current=True, actor=actor
        )
        paper = _row(elector, vote, by)
        paper.save()
        journal_act("vote", now.project, by, ballot=kind, elector=elector.pk)
    return paper


def _known(now: Opened, kind: str) -> None:
    if kind not in now.procedure.ballots:
        raise NotOfProjectError(kind)

"""Ballots as people see them (表决): what waits for a vote, who has voted, how it was counted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.shortcuts import get_object_or_404

from guiju.apps.development.models import BallotRound, CommitteeSeat, Elector, Material, Paper
from guiju.apps.development.rules.actors import procedure_of
from guiju.apps.development.rules.ballots import READ_BALLOT, SEE_PAPERS
from guiju.apps.development.selectors.cases import ballot_of
from guiju.core.errors import Bilingual
from guiju.core.params import all_params
from guiju.core.procedures.ballots.counting import is_valid, last_papers, tally
from guiju.core.procedures.ballots.model import BOUNDS, COUNTS, MARKS, Ballot, Rule, Tally
from guiju.core.procedures.model import BallotKind, Procedure
from guiju.web.viewer import Viewer

_PARTS = ("electors__papers",)


@dataclass(frozen=True, slots=True)
class Clause:
    """A condition of the rule in words, and the law that its number comes from."""

    says: Bilingual
    basis: str


@dataclass(frozen=True, slots=True)
class Voter:
    """One elector: whether a paper came in; and, for who may see it, what is on it."""

    elector: Elector
    side: str
    has_voted: bool
    marks: Bilingual | None
    reasons: str
    is_valid: bool


@dataclass(frozen=True, slots=True)
class BallotPage:
    """A ballot as its page shows it to one viewer."""

    row: BallotRound
    kind: BallotKind
    procedure: Procedure
    rule: Rule
    clauses: tuple[Clause, ...]
    voters: tuple[Voter, ...]
    voted: int
    materials: tuple[tuple[Bilingual, Material], ...]
    own: Elector | None
    own_paper: Paper | None
    result: Tally | None
    sees_papers: bool
    is_over: bool

    @property
    def may_vote(self) -> bool:
        return self.own is not None and not self.own.aside and self.row.closed is None


def open_for(viewer: Viewer) -> QuerySet[Elector]:
    """The viewer's own places in open ballots, those without a vote and with the nearest end first."""
    voted = Paper.objects.filter(elector=OuterRef("pk"))
    return (
        Elector.objects.filter(
            user=viewer.user, ballot__closed=None, ballot__current=True, aside=""
        )
        .filter(ballot__project__ended=False)
        .annotate(has_voted=Exists(voted))
        .select_related("ballot__project")
        .order_by("has_voted", "ballot__last", "pk")
    )


def closed_for(viewer: Viewer) -> QuerySet[BallotRound]:
    """The counted ballots in which the viewer could vote, the newest first."""
    mine = Elector.objects.filter(user=viewer.user).values("ballot")
    rows = BallotRound.objects.filter(pk__in=mine).exclude(closed=None)
    return rows.select_related("project").order_by("-closed", "-pk")


def title_of(row: BallotRound) -> Bilingual:
    return procedure_of(row.project).ballots[row.kind].title


def find(viewer: Viewer, pk: int) -> BallotRound:
    """A ballot that the viewer may read. Raises RefusedError."""
    rows = BallotRound.objects.select_related("project__committee")
    row = get_object_or_404(rows.prefetch_related(*_PARTS), pk=pk)
    READ_BALLOT.check(viewer, row)
    return row


def page_of(viewer: Viewer, row: BallotRound) -> BallotPage:
    procedure = procedure_of(row.project)
    ballot = ballot_of(row)
    sees = SEE_PAPERS.allows(viewer, row)
    own = next((one for one in row.electors.all() if one.user_id == viewer.user), None)
    papers = list(own.papers.all()) if own else []
    voters = tuple(_voters(row, ballot, sees=sees))
    return BallotPage(
        row=row,
        kind=procedure.ballots[row.kind].under(row.project.facts),
        procedure=procedure,
        rule=ballot.rule,
        clauses=clauses(ballot.rule, row.opened),
        voters=voters,
        voted=sum(one.has_voted for one in voters),
        materials=tuple(_materials(row, procedure)),
        own=own,
        own_paper=papers[-1] if papers else None,
        result=tally(ballot) if row.closed else None,
        sees_papers=sees,
        is_over=row.closed is None and row.last is not None and viewer.today > row.last,
    )


def clauses(rule: Rule, opened: date) -> tuple[Clause, ...]:
    """The conditions in words, with the numbers in force on the day of opening and their law."""
    found = []
    for one in rule.conditions:
        counted, bound = COUNTS[one.counted], BOUNDS[one.bound]
        among = f"（{one.among}）" if one.among else ""
        of = COUNTS[one.of] if one.of else Bilingual("", "")
        zh = f"{of.zh}的 {one.share}" if one.of else f" {one.share} 人"
        en = f"{one.share} of {of.en}" if one.of else f"{one.share}"
        found.append(
            Clause(
                Bilingual(
                    f"{counted.zh}{among}{bound.zh}{zh}", f"{counted.en}{among}: {bound.en} {en}"
                ),
                _basis(one.key, opened),
            )
        )
    return tuple(found)


def _basis(key: str, on: date) -> str:
    return next(
        one.basis
        for one in all_params()
        if one.key == key and one.since <= on and (one.until is None or on < one.until)
    )


def _voters(row: BallotRound, ballot: Ballot, *, sees: bool) -> Iterable[Voter]:
    counted = last_papers(ballot)
    for one in row.electors.all():
        vote = counted.get(one.actor)
        marks = _marks(vote.marks) if vote and sees else None
        valid = vote is None or is_valid(vote, ballot.rule)
        reasons = vote.reasons if vote and sees else ""
        yield Voter(one, _side(one.side), bool(one.papers.all()), marks, reasons, valid or not sees)


def _side(side: str) -> str:
    return str(CommitteeSeat.Side(side).label) if side in CommitteeSeat.Side.values else side


def _marks(marks: tuple[str, ...]) -> Bilingual:
    known = [MARKS.get(one, Bilingual(one, one)) for one in marks]
    if not known:
        return Bilingual("未勾选", "no mark")
    return Bilingual("、".join(one.zh for one in known), ", ".join(one.en for one in known))


def _materials(row: BallotRound, procedure: Procedure) -> Iterable[tuple[Bilingual, Material]]:
    """What was in hand when the ballot opened: the last version of each material of that day."""
    found: dict[str, Material] = {}
    for one in row.project.materials.filter(on__lte=row.opened).order_by("pk"):
        found[one.material] = one
    return ((procedure.materials[key].title, one) for key, one in found.items())


def turnout(rows: Iterable[BallotRound]) -> dict[int, tuple[int, int]]:
    """For each ballot how many have voted, of how many who may."""
    entitled = Elector.objects.filter(ballot__in=[one.pk for one in rows], aside="")
    counted = entitled.values("ballot").annotate(
        all=Count("pk", distinct=True), voted=Count("papers__elector", distinct=True)
    )
    return {one["ballot"]: (one["voted"], one["all"]) for one in counted}

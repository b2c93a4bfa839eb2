"""The workspace of a project (项目工作区): whose turn it is, what is due, which steps lead on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from guiju.apps.accounts.models import User
from guiju.apps.development.models import Material, Project
from guiju.apps.development.rules.actors import actor_of, procedure_of
from guiju.apps.development.selectors.cases import load
from guiju.core.errors import Bilingual
from guiju.core.params import param
from guiju.core.procedures.calendar.periods import Period, period
from guiju.core.procedures.case import Actor, Case, HandedIn
from guiju.core.procedures.days import earliest
from guiju.core.procedures.engine import refusals
from guiju.core.procedures.files.stages import stages
from guiju.core.procedures.looking import OpenDuty, open_duties
from guiju.core.procedures.model import (
    BallotKind,
    Consultation,
    Fact,
    Procedure,
    Transition,
    agrees,
)
from guiju.core.procedures.model import Material as Kind
from guiju.core.procedures.vocabulary import EFFECTS
from guiju.web.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Opened:
    """A project with its procedure, its case, and who looks."""

    viewer: Viewer
    project: Project
    procedure: Procedure
    case: Case
    actor: Actor

    @property
    def seen(self) -> int:
        return len(self.case.history)


@dataclass(frozen=True, slots=True)
class Possible:
    """A step out of the state (可办步骤) with all that stands against it."""

    step: Transition
    roles: tuple[Bilingual, ...]
    target: Bilingual
    is_mine: bool
    reasons: tuple[Bilingual, ...]


@dataclass(frozen=True, slots=True)
class OwedDuty:
    """A duty with its owner in words, and whether more time may be asked for."""

    duty: OpenDuty
    owner: Bilingual
    is_mine: bool
    may_extend: bool


@dataclass(frozen=True, slots=True)
class Checked:
    """A material in the list of what is needed (材料清单)."""

    kind: Kind
    roles: tuple[Bilingual, ...]
    versions: tuple[Material, ...]
    needed: tuple[Bilingual, ...]
    may_hand_in: bool

    @property
    def last(self) -> Material | None:
        return self.versions[0] if self.versions else None


@dataclass(frozen=True, slots=True)
class AskedFact:
    """A fact that a step asks for; `first` is the earliest day that it may name."""

    fact: Fact
    first: date | None


@dataclass(frozen=True, slots=True)
class PassedStage:
    """A stage (阶段) with the day on which the project came into it; none: not yet."""

    code: str
    title: Bilingual
    since: date | None
    is_now: bool


def open_project(viewer: Viewer, project: Project) -> Opened:
    """Read the case once for a page."""
    return Opened(viewer, project, procedure_of(project), load(project), actor_of(viewer, project))


def possible_steps(opened: Opened) -> list[Possible]:
    """Every step out of the state; those of the viewer first."""
    found = [_possible(opened, one) for one in opened.procedure.leaving(opened.case.state)]
    return sorted(found, key=lambda one: (not one.is_mine, bool(one.reasons)))


def _possible(opened: Opened, step: Transition) -> Possible:
    procedure = opened.procedure
    return Possible(
        step=step,
        roles=tuple(procedure.roles[one].title for one in step.by),
        target=procedure.states[step.goes_to(opened.case.state)].title,
        is_mine=procedure.admits(opened.actor.roles, step.by),
        reasons=refusals(procedure, opened.case, step.id, by=opened.actor, on=opened.viewer.today),
    )


def turn(opened: Opened) -> tuple[Bilingual, ...]:
    """Whose turn it is: the roles whose steps lead on from here."""
    roles = {
        role: opened.procedure.roles[role].title
        for one in opened.procedure.leaving(opened.case.state)
        for role in one.by
    }
    return tuple(roles.values())


def owed(opened: Opened) -> list[OwedDuty]:
    """What is due, the nearest first."""
    procedure, found = opened.procedure, []
    for one in open_duties(procedure, opened.case, opened.viewer.today):
        kind = procedure.duties[one.duty]
        is_mine = one.owner in opened.actor.roles
        title = procedure.roles[one.owner].title
        found.append(OwedDuty(one, title, is_mine, is_mine and kind.extension is not None))
    return found


def longest_extension(opened: Opened, duty: str) -> tuple[Period, int, int] | None:
    """How much more time the law gives at most, how often, and how many days before it is asked."""
    kind, clock = opened.procedure.duties.get(duty), opened.case.clock(duty)
    if kind is None or clock is None or kind.extension is None:
        return None
    most = period(kind.extension.at_most, clock.started)
    times = int(param(kind.extension.times, clock.started))
    return most, times, int(param(kind.extension.asked_before, clock.started))


def checklist(opened: Opened) -> list[Checked]:
    """Every material with its versions, the newest first; what next steps need comes first."""
    rows: dict[str, list[Material]] = {}
    for row in opened.project.materials.order_by("-number"):
        rows.setdefault(row.material, []).append(row)
    needed = _needed(opened)
    found = []
    for kind in opened.procedure.materials.values():
        may = opened.procedure.admits(opened.actor.roles, kind.by)
        ended = opened.procedure.states[opened.case.state].ends
        found.append(
            Checked(
                kind=kind,
                roles=tuple(opened.procedure.roles[one].title for one in kind.by),
                versions=tuple(rows.get(kind.id, ())),
                needed=tuple(needed.get(kind.id, ())),
                may_hand_in=may and not ended,
            )
        )
    return sorted(found, key=lambda one: (not one.needed, bool(one.versions)))


def _needed(opened: Opened) -> dict[str, list[Bilingual]]:
    """Which steps out of this state ask for which material, under the facts of the case."""
    found: dict[str, list[Bilingual]] = {}
    for step in opened.procedure.leaving(opened.case.state):
        for guard in step.guards:
            if guard.kind == "material" and agrees(guard.when, opened.case.facts):
                found.setdefault(guard.subject, []).append(step.title)
    return found


def facts_asked(opened: Opened, step: Transition) -> list[AskedFact]:
    """What the form of a step asks for."""
    materials: tuple[HandedIn, ...] = opened.case.materials
    return [asked(opened.procedure, one, materials, opened.viewer.today) for one in step.asks]


def asked(procedure: Procedure, key: str, materials: tuple[HandedIn, ...], on: date) -> AskedFact:
    fact = procedure.facts[key]
    first = earliest(fact.earliest, materials, on) if fact.earliest else None
    return AskedFact(fact, first)


def what_happens(procedure: Procedure, step: Transition) -> list[Bilingual]:
    """The effects of a step in words."""
    sections: dict[str, Mapping[str, Consultation | BallotKind]] = {
        "consultation_opened": procedure.consultations,
        "consultation_closed": procedure.consultations,
        "ballot_opened": procedure.ballots,
        "ballot_closed": procedure.ballots,
    }
    found = []
    for one in step.effects:
        said = EFFECTS[one.kind]
        section = sections.get(one.kind)
        if section is not None and one.subject in section:
            title = section[one.subject].title
            said = Bilingual(f"{said.zh}：{title.zh}", f"{said.en}: {title.en}")
        found.append(said)
    found += [
        Bilingual(f"时限开始：{one.title.zh}", f"a period begins: {one.title.en}")
        for one in procedure.duties.values()
        if step.id in one.begins
    ]
    return found


def told(procedure: Procedure, step: Transition) -> list[Bilingual]:
    """Who is told of a step."""
    return [procedure.roles[one].title for one in step.tells]


def passed_stages(procedure: Procedure, case: Case) -> list[PassedStage]:
    """The stages of a procedure in order, with the day of the last entry into each."""
    codes = sorted({one.stage[:2] for one in procedure.states.values() if not _fails(one.stage)})
    days: dict[str, date] = {procedure.states[procedure.start].stage[:2]: case.began}
    for one in case.history:
        code = procedure.states[one.target].stage[:2]
        if procedure.states[one.source].stage[:2] != code:
            days[code] = one.on
    now = procedure.states[case.state].stage[:2]
    return [PassedStage(one, stages()[one].title, days.get(one), one == now) for one in codes]


def _fails(stage: str) -> bool:
    """98 is the end of a case that was given up."""
    return stage.endswith(".98")


@dataclass(frozen=True, slots=True)
class Happened:
    """A step that was taken (经过), for the history."""

    title: Bilingual
    on: date
    who: str
    source: Bilingual
    target: Bilingual
    note: str


def history(opened: Opened) -> list[Happened]:
    """What was done, the newest first, with the names of those who did it."""
    names = names_of_actors(one.by for one in opened.case.history)
    procedure = opened.procedure
    return [
        Happened(
            procedure.transitions[one.transition].title,
            one.on,
            names.get(one.by, ""),
            procedure.states[one.source].title,
            procedure.states[one.target].title,
            one.note,
        )
        for one in reversed(opened.case.history)
    ]


def names_of_actors(actors: Iterable[str]) -> dict[str, str]:
    """The names of people as those see them who take part in the project; one query."""
    ids = {int(one.removeprefix("user:")) for one in actors if one.startswith("user:")}
    users = User.objects.filter(pk__in=ids).select_related("person")
    return {f"user:{one.pk}": one.person.name for one in users}

"""The ledger of a plan as plain values: what pages, exports and the API share (工作台账)."""

from dataclasses import dataclass
from datetime import date

from guiju.apps.governance.models import Action, Assignment
from guiju.apps.governance.selectors.plans import PlanFacts
from guiju.core.errors import Bilingual

State = Action.State
Role = Assignment.Role
CLOSED = (State.DONE, State.STOPPED)

# Keys of bodies that are no organisation: no slug may begin with an asterisk.
LOCAL_GOVERNMENTS = "*local"
ALL_DEPARTMENTS = "*departments"
NOBODY = "*nobody"
UNRESOLVED = "*name:"


@dataclass(frozen=True, slots=True)
class Body:
    """Who answers for something (责任主体).

    An organisation under its name on the viewer's day, a collective such as the local
    governments, or a name that is not yet recognised. `key` is the organisation's slug, or begins with `*`.
    """

    key: str
    name: Bilingual
    short: Bilingual
    pk: int | None = None

    @property
    def is_organisation(self) -> bool:
        return self.pk is not None

    @property
    def is_collective(self) -> bool:
        return self.key in {LOCAL_GOVERNMENTS, ALL_DEPARTMENTS}

    @property
    def is_unresolved(self) -> bool:
        return self.key.startswith(UNRESOLVED)


@dataclass(frozen=True, slots=True)
class Duty:
    """One body's role under one note; `assignment` is None for a collective."""

    body: Body
    role: str
    assignment: int | None = None
    as_written: str = ""
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A responsibility note (责任分工). `duties` end with the collectives that it names."""

    pk: int
    raw: str
    start: int | None
    end: int | None
    others: bool
    duties: tuple[Duty, ...]

    def bodies(self, role: str) -> tuple[Body, ...]:
        return tuple(duty.body for duty in self.duties if duty.role == role)


@dataclass(frozen=True, slots=True)
class OutputLine:
    """A named output (成果形式). `action` is the task that orders it, where the text says so."""

    pk: int
    measure: int
    action: int | None
    kind: str
    name: str
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class ActionLine:
    """A task (具体任务). `due` is its own deadline, else the last day of the plan."""

    pk: int
    measure: int
    order: int
    text: str
    start: int | None
    end: int | None
    due: date | None
    due_as_written: str
    has_own_due: bool
    state: str
    overdue: bool
    note: NoteLine | None
    outputs: tuple[OutputLine, ...]

    @property
    def is_open(self) -> bool:
        return self.state not in CLOSED

    @property
    def duties(self) -> tuple[Duty, ...]:
        return self.note.duties if self.note else ()


@dataclass(frozen=True, slots=True)
class ReportBrief:
    """An accepted report of the latest reported quarter, and what it says of each task."""

    pk: int
    period: str
    body: Body
    text: str
    lines: dict[int, str]
    is_example: bool


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """A measure (措施) with all that hangs on it. `risk` is empty for those outside the plan."""

    pk: int
    key: str
    parent: int | None
    level: int
    no: int
    label: str
    title: Bilingual
    text: str
    start: int | None
    end: int | None
    state: str
    risk: str
    risk_note: str
    notes: tuple[NoteLine, ...]
    actions: tuple[ActionLine, ...]
    outputs: tuple[OutputLine, ...]
    reports: tuple[ReportBrief, ...]

    @property
    def number(self) -> str:
        """Its number, with those above it where the plan is nested: 一（二）3."""
        return self.key.replace("/", "") if "/" in self.key else str(self.no)

    @property
    def heading(self) -> Bilingual:
        """The title with its number, as each language writes it."""
        label = f"{self.number} " if "/" in self.key else self.label
        en = self.title.en and f"{self.number}. {self.title.en}"
        return Bilingual(f"{label}{self.title.zh}", en)

    @property
    def overdue(self) -> int:
        return sum(action.overdue for action in self.actions)

    @property
    def done(self) -> int:
        return sum(action.state == State.DONE for action in self.actions)

    def duties(self) -> tuple[Duty, ...]:
        """Each body and role of the measure once, in the order of the text."""
        seen: dict[tuple[str, str], Duty] = {}
        for note in self.notes:
            for duty in note.duties:
                seen.setdefault((duty.body.key, duty.role), duty)
        return tuple(seen.values())

    def bodies(self, role: str) -> tuple[Body, ...]:
        return tuple(duty.body for duty in self.duties() if duty.role == role)


@dataclass(frozen=True, slots=True)
class Ledger:
    """A plan's ledger as one viewer sees it on one day."""

    plan: PlanFacts
    on: date
    measures: tuple[MeasureLine, ...]

    @property
    def actions(self) -> list[tuple[MeasureLine, ActionLine]]:
        return [(measure, action) for measure in self.measures for action in measure.actions]

    @property
    def outputs(self) -> list[tuple[MeasureLine, OutputLine]]:
        return [(measure, output) for measure in self.measures for output in measure.outputs]


def state_of(actions: tuple[str, ...], *, reported: bool) -> str:
    """The state of a measure from those of its actions; a report alone shows that work began.

    >>> state_of(("done", "stopped"), reported=False), state_of(("stopped",), reported=False)
    (Action.State.DONE, Action.State.STOPPED)
    >>> state_of(("done", "not_started"), reported=False)
    Action.State.IN_PROGRESS
    """
    states = set(actions)
    if states and states <= set(CLOSED):
        return State.DONE if State.DONE in states else State.STOPPED
    if reported or states & {State.DONE, State.IN_PROGRESS}:
        return State.IN_PROGRESS
    return State.NOT_STARTED


def is_overdue(state: str, due: date | None, today: date) -> bool:
    """Open after its last day (逾期)."""
    return due is not None and due < today and state not in CLOSED

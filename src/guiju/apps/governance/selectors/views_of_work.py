"""The ledger seen from other sides: figures, matrix, workload, timeline. Pure reads of the value."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from guiju.apps.governance.selectors.filters import (
    OVERDUE,
    ActionFilter,
    DutyFilter,
    MeasureFilter,
)
from guiju.apps.governance.selectors.values import (
    NOBODY,
    ActionLine,
    Body,
    Ledger,
    MeasureLine,
    Role,
    State,
)

ROLES = tuple(Role.values)
STATES = tuple(State.values)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and the filter whose list has exactly so many rows (数字即记录)."""

    name: str
    count: int
    filter: ActionFilter | MeasureFilter | DutyFilter


def action_figures(ledger: Ledger) -> list[Figure]:
    """All tasks, each state, the overdue, and those that nobody answers for."""
    asked = {"all": ActionFilter()} | {state: ActionFilter(state=state) for state in STATES}
    asked |= {
        OVERDUE: ActionFilter(state=OVERDUE),
        "unassigned": ActionFilter(organisation=NOBODY),
    }
    return [Figure(name, len(one.of(ledger)), one) for name, one in asked.items()]


def measure_figures(ledger: Ledger) -> list[Figure]:
    """All measures, each state and, inside the plan, each risk."""
    asked = {"all": MeasureFilter()} | {state: MeasureFilter(state=state) for state in STATES}
    if ledger.plan.inside:
        asked |= {risk: MeasureFilter(risk=risk) for risk in ("watch", "high")}
    return [Figure(name, len(one.of(ledger)), one) for name, one in asked.items()]


def by_state(ledger: Ledger) -> list[tuple[str, int]]:
    """All tasks counted by state."""
    counts = Counter(action.state for _, action in ledger.actions)
    return [(state, counts[state]) for state in STATES]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A measure; `cells` holds the roles of each body, in the order of the matrix's bodies."""

    measure: MeasureLine
    cells: tuple[tuple[str, ...], ...]
    total: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """Measures by bodies (责任矩阵). Totals count duties: a body in two roles counts twice."""

    bodies: tuple[Body, ...]
    rows: tuple[MatrixRow, ...]
    totals: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.totals)

    def columns(self) -> list[tuple[Body, int]]:
        return list(zip(self.bodies, self.totals, strict=True))


def _rank(body: Body) -> int:
    """Organisations first, then collectives, then names not yet recognised."""
    return 0 if body.is_organisation else 2 if body.is_unresolved else 1


def bodies_of(ledger: Ledger) -> tuple[Body, ...]:
    """Every body with a duty, the busiest first; equal ones in the order of the text."""
    met = {duty.body.key: duty.body for _, duty in DutyFilter().of(ledger)}
    load = Counter(duty.body.key for _, duty in DutyFilter().of(ledger))
    return tuple(sorted(met.values(), key=lambda body: (_rank(body), -load[body.key])))


def matrix(ledger: Ledger) -> Matrix:
    """The matrix of the whole ledger."""
    bodies = bodies_of(ledger)
    rows = []
    for measure in ledger.measures:
        roles: dict[str, list[str]] = {}
        for duty in measure.duties():
            roles.setdefault(duty.body.key, []).append(duty.role)
        cells = tuple(tuple(sorted(roles.get(body.key, ()), key=ROLES.index)) for body in bodies)
        rows.append(MatrixRow(measure, cells, sum(map(len, cells))))
    totals = tuple(sum(len(row.cells[at]) for row in rows) for at in range(len(bodies)))
    return Matrix(bodies, tuple(rows), totals)


@dataclass(frozen=True, slots=True)
class Load:
    """How many duties a body has in each role, in the order of ROLES."""

    body: Body
    roles: tuple[int, ...]
    open_actions: int
    overdue: int

    @property
    def total(self) -> int:
        return sum(self.roles)

    def by_role(self) -> list[tuple[str, int]]:
        return list(zip(ROLES, self.roles, strict=True))


def workload(ledger: Ledger) -> list[Load]:
    """Each body's duties by role, and its open and overdue tasks."""
    duties = Counter((duty.body.key, duty.role) for _, duty in DutyFilter().of(ledger))
    open_, late = Counter[str](), Counter[str]()
    for _, action in ledger.actions:
        keys = {duty.body.key for duty in action.duties}
        open_.update(keys if action.is_open else ())
        late.update(keys if action.overdue else ())
    return [
        Load(
            body,
            tuple(duties[body.key, role] for role in ROLES),
            open_[body.key],
            late[body.key],
        )
        for body in bodies_of(ledger)
    ]


@dataclass(frozen=True, slots=True)
class DueDay:
    """The tasks of one last day, counted by state in the order of STATES; None has no day."""

    day: date | None
    states: tuple[int, ...]
    overdue: int
    actions: tuple[tuple[MeasureLine, ActionLine], ...]

    @property
    def total(self) -> int:
        return sum(self.states)

    def by_state(self) -> list[tuple[str, int]]:
        return list(zip(STATES, self.states, strict=True))


def timeline(ledger: Ledger) -> list[DueDay]:
    """The last days in order, those without one at the end."""
    days: dict[date | None, list[tuple[MeasureLine, ActionLine]]] = {}
    for measure, action in ledger.actions:
        days.setdefault(action.due, []).append((measure, action))
    return [
        DueDay(
            day=day,
            states=tuple(sum(action.state == state for _, action in due) for state in STATES),
            overdue=sum(action.overdue for _, action in due),
            actions=tuple(due),
        )
        for day, due in sorted(days.items(), key=lambda item: item[0] or date.max)
    ]


def next_due(ledger: Ledger) -> DueDay | None:
    """The next last day on which a task that is not finished falls due."""
    ahead = (day for day in timeline(ledger) if day.day is not None and day.day >= ledger.on)
    return next((day for day in ahead if any(one.is_open for _, one in day.actions)), None)


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the tasks are that a body leads (牵头任务的进展), counted in the order of STATES."""

    body: Body
    states: tuple[int, ...]
    overdue: int

    @property
    def total(self) -> int:
        return sum(self.states)

    @property
    def done(self) -> int:
        return self.states[STATES.index(State.DONE)]

    def by_state(self) -> list[tuple[str, int]]:
        return list(zip(STATES, self.states, strict=True))


def standings(ledger: Ledger) -> list[Standing]:
    """The bodies that lead a task, those with the most first."""
    bodies: dict[str, Body] = {}
    led: dict[str, list[ActionLine]] = {}
    for _, action in ledger.actions:
        for body in {
            duty.body.key: duty.body for duty in action.duties if duty.role == "lead"
        }.values():
            bodies[body.key] = body
            led.setdefault(body.key, []).append(action)
    return [
        Standing(
            body=bodies[key],
            states=tuple(sum(action.state == state for action in actions) for state in STATES),
            overdue=sum(action.overdue for action in actions),
        )
        for key, actions in sorted(led.items(), key=lambda item: -len(item[1]))
    ]

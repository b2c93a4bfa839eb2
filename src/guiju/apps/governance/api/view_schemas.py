"""What the overviews answer: matrix, workload, timeline, one organisation, changes."""

from datetime import date, datetime

from ninja import Schema

from guiju.apps.governance.api.schemas import Body


class MatrixColumn(Body):
    """A body, and how many duties it has."""

    total: int


class MatrixRow(Schema):
    """A measure; `cells` holds the roles of each body, in the order of `organisations`."""

    id: int
    no: int
    title_zh: str
    cells: list[list[str]]
    total: int


class MatrixAnswer(Schema):
    """Measures by organisations."""

    organisations: list[MatrixColumn]
    measures: list[MatrixRow]
    total: int


class OrganisationDuty(Schema):
    """One duty of an organisation."""

    measure: int
    no: int
    title_zh: str
    role: str
    state: str
    as_written: str


class OrganisationReport(Schema):
    """An accepted report of an organisation."""

    id: int
    period: str
    measure: int
    text: str
    is_example: bool


class OrganisationAnswer(Schema):
    """What an organisation answers for; `holder` has its duties since a succession."""

    organisation: Body
    holder: Body | None
    duties: list[OrganisationDuty]
    overdue: list[int]
    reports: list[OrganisationReport]


class Load(Body):
    """A body, its duties by role, and its open and overdue tasks."""

    roles: dict[str, int]
    total: int
    open_actions: int
    overdue: int


class WorkloadAnswer(Schema):
    """Every body with a duty, the busiest first."""

    organisations: list[Load]


class DueDay(Schema):
    """A last day, the tasks of that day by state, and their ids. No day: the plan has no end."""

    day: date | None
    states: dict[str, int]
    total: int
    overdue: int
    actions: list[int]


class TimelineAnswer(Schema):
    """The last days in order, those without one at the end."""

    on: date
    days: list[DueDay]


class ChangedMeasure(Schema):
    """A measure that a corrected text made, changed or withdrew."""

    status: str
    title: str


class PlanChange(Schema):
    """An act in words, by its number in the journal. Who and why is told inside the plan only."""

    number: int
    at: datetime
    words_zh: str
    words_en: str
    about_zh: str
    about_en: str
    url: str
    actor: str | None
    reason: str | None
    measures: list[ChangedMeasure]


class ChangePage(Schema):
    """A part of the list, and how many there are."""

    total: int
    items: list[PlanChange]

"""What the reading operations answer. The names are those of the exported ledger."""

from datetime import date

from ninja import Schema


class Body(Schema):
    """`organisation` is a slug; None for a collective or a name not yet recognised."""

    key: str
    organisation: str | None
    name_zh: str
    name_en: str
    short_zh: str


class Duty(Body):
    """A body in a role, with its name as the text writes it.

    `assignment` is what the office may end; null for a collective.
    """

    role: str
    as_written: str
    assignment: int | None
    by_hand: bool


class Note(Schema):
    """A responsibility note; `start` and `end` count characters of the text in force."""

    id: int
    raw: str
    start: int | None
    end: int | None
    lead: list[Duty]
    shared: list[Duty]
    cooperating: list[Duty]
    guiding: list[Duty]
    all_departments: bool
    local_governments: bool
    etc: bool


class Output(Schema):
    """A named output."""

    id: int
    measure: int
    action: int | None
    kind: str
    name: str
    start: int | None
    end: int | None


class Action(Schema):
    """A task; `due` is its own last day, else that of the plan."""

    id: int
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
    responsibility: int | None
    duties: list[Duty]
    outputs: list[Output]


class ReportLine(Schema):
    """What a report says of one task."""

    action: int
    text: str


class ReportBrief(Schema):
    """An accepted report."""

    id: int
    period: str
    organisation: Body
    text: str
    lines: list[ReportLine]
    is_example: bool


class Measure(Schema):
    """A measure; the risk is told to those who work on the plan only."""

    id: int
    key: str
    parent: int | None
    level: int
    no: int
    label: str
    title_zh: str
    title_en: str
    text: str
    start: int | None
    end: int | None
    state: str
    overdue: int
    responsibilities: list[Note]
    actions: list[Action]
    outputs: list[Output]
    reports: list[ReportBrief]
    risk: str = ""
    risk_note: str = ""


class Plan(Schema):
    """The facts of a plan."""

    slug: str
    title_zh: str
    title_en: str
    document_number: str
    issued: date | None
    starts: date | None
    ends: date | None
    is_public: bool
    is_example: bool
    text_version: int


class PlanRow(Plan):
    """A plan in the list, with its counts."""

    measures: int
    actions: int
    done: int


class PlanPage(Schema):
    """A part of the list, and how many there are."""

    total: int
    items: list[PlanRow]


class Figures(Schema):
    """Numbers by state; each equals the length of the list that its filter gives."""

    actions: dict[str, int]
    measures: dict[str, int]


class PlanAnswer(Plan):
    """A plan with its figures on a day; `office` keeps its ledger."""

    on: date
    office: Body
    figures: Figures


class MeasurePage(Schema):
    """A part of the list, and how many there are."""

    total: int
    items: list[Measure]


class OutputPage(Schema):
    """A part of the list, and how many there are."""

    total: int
    items: list[Output]


class DutyRow(Duty):
    """One duty of the plan, and the measure under which it stands."""

    measure: int
    no: int
    title_zh: str


class DutyPage(Schema):
    """A part of the list, and how many there are."""

    total: int
    items: list[DutyRow]


class ActionPage(Schema):
    """A part of the list, and how many there are."""

    total: int
    items: list[Action]


class LedgerAnswer(Schema):
    """The whole ledger; the digests are those of its canonical form without them."""

    on: date
    plan: Plan
    measures: list[Measure]
    sm3: str
    sha256: str

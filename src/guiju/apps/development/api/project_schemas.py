"""What the operations of projects take and answer."""

from datetime import date
from typing import Annotated

from ninja import Field, Schema

from guiju.web.schemas import Day, Id, Key, Plain


class ProjectWords(Schema):
    """The same in both languages."""

    zh: str
    en: str


class ProjectRow(Schema):
    """A project in the list, as far as you may see it."""

    id: int
    title_zh: str
    title_en: str
    procedure: str
    state: ProjectWords
    stage: str = Field(examples=["30.20"])
    plan_number: str
    number: str
    began: date
    entered: date
    due: date | None
    overdue: bool
    ended: bool


class ProjectPage(Schema):
    """Projects, and how many there are."""

    total: int
    items: list[ProjectRow]


class ProjectStage(Schema):
    """A stage, and since when the project is in it or was."""

    code: str
    title: ProjectWords
    since: date | None


class ProjectDuty(Schema):
    """A duty that is running, with its last day; none while suspended."""

    duty: str
    title: ProjectWords
    owner: str
    last_day: date | None
    overdue: bool
    basis: str


class ProjectDetail(ProjectRow):
    """Stages and duties only where the state shows the progress, or to who takes part."""

    stages: list[ProjectStage]
    duties: list[ProjectDuty]


class ProjectStep(Schema):
    """A step out of the state; `reasons` is empty if you can take it now."""

    step: str
    title: ProjectWords
    by: list[str]
    target: str
    asks: list[str]
    reasons: list[ProjectWords]


class ProjectSteps(Schema):
    """`seen` is sent back with a step: it is refused if somebody was faster."""

    state: str
    seen: int
    steps: list[ProjectStep]


class NewProject(Schema):
    """What must be known to begin a project. Numbers of standards as you would write them."""

    procedure: Key = Field(examples=["national-recommended"])
    title_zh: Annotated[Plain, Field(max_length=300, examples=["示例大米"])]
    title_en: Annotated[Plain, Field(max_length=400)] = ""
    committee: Annotated[Plain, Field(max_length=80)] = Field("", examples=["SAC/TC 9001"])
    bodies: dict[Key, Key] = Field({}, description="The slug of an organisation by role.")
    facts: dict[Key, Annotated[Plain, Field(max_length=60)]] = {}
    edition: Annotated[Plain, Field(max_length=120)] = ""
    replaces: Annotated[list[Annotated[Plain, Field(max_length=120)]], Field(max_length=50)] = []
    code: Annotated[Plain, Field(max_length=40)] = ""
    adopts: Annotated[Plain, Field(max_length=120)] = ""
    degree: Annotated[str, Field(pattern="^(|IDT|MOD|NEQ)$")] = ""


class StepTaking(Schema):
    """What a step asks for."""

    facts: dict[Key, Annotated[Plain, Field(max_length=60)]] = {}
    note: Annotated[Plain, Field(max_length=2000)] = ""
    seen: Annotated[int, Field(ge=0, le=2**31 - 1)] | None = None


class MaterialRow(Schema):
    """A version of a material."""

    number: int
    material: str
    title: ProjectWords
    on: date
    name: str
    size: int
    sha256: str


class MaterialPage(Schema):
    """Versions of materials, and how many there are."""

    total: int
    items: list[MaterialRow]


class NewParty(Schema):
    """Who is to take part, in which role."""

    role: Key
    who: Annotated[Plain, Field(max_length=200, description="A user name, or an organisation.")]
    organisation: Annotated[Plain, Field(max_length=200)] = ""
    side: Annotated[Plain, Field(max_length=10)] = ""


class ProjectParty(Schema):
    """Somebody with a role in the project."""

    id: int
    role: str
    since: Day


class LongerDuty(Schema):
    """How much longer, in the unit of the period, and why."""

    count: Annotated[int, Field(ge=1, le=10_000)]
    reason: Annotated[Plain, Field(max_length=2000)]


class ProjectDue(Schema):
    """The nearest last day of a duty now."""

    id: Id
    due: date | None

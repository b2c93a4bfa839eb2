"""What the operations on standards systems answer and take."""

from datetime import date
from typing import Annotated, Literal

from ninja import Field, Path, Schema

from guiju.web.schemas import SLUG, Day, Id, Key, Plain, Reason

SystemSlug = Annotated[str, Path(max_length=60, pattern=SLUG, examples=["example-urban-water"])]
Structure = Literal["layered", "sequence"]
Level = Literal[
    "",
    "national",
    "industry",
    "local",
    "group",
    "enterprise",
    "international",
    "regional",
    "foreign",
]
TitleZh = Annotated[Plain, Field(max_length=200)]
TitleEn = Annotated[Plain, Field(max_length=300)]
Owner = Annotated[Plain, Field(max_length=120)]
Code = Annotated[Plain, Field(max_length=40, examples=["201.3.2"])]
Explanation = Annotated[Plain, Field(max_length=20_000)]


class SystemDay(Schema):
    """For which day states are told; today if it is left out."""

    on: Day | None = None


class SystemCount(Schema):
    """应有数, 现有数, 现有/应有 in per cent, 缺口; `unverified` are counted as there."""

    wanted: int
    there: int
    percent: float | None
    gaps: int
    unverified: int


class SystemFacts(Schema):
    """What a system is."""

    slug: str
    title_zh: str
    title_en: str
    structure: str
    keeper: str
    is_public: bool
    is_example: bool


class SystemRow(SystemFacts):
    """A system in the list, with how much it holds."""

    nodes: int
    entries: int
    without_number: int


class SystemPage(Schema):
    """A part of the list, and how many there are."""

    total: int
    items: list[SystemRow]


class SystemNodeAnswer(Schema):
    """A box of the tree; `count` is of its whole branch."""

    id: int
    code: str
    title_zh: str
    title_en: str
    owner: str
    count: SystemCount
    children: list["SystemNodeAnswer"]


class SystemAnswer(SystemFacts):
    """A system with its tree, on a day."""

    on: date
    explanation: str
    count: SystemCount
    tree: list[SystemNodeAnswer]


class SystemAdopted(Schema):
    """An international or foreign standard, and how it was adopted: IDT, MOD, NEQ."""

    number: str
    degree: str


class SystemLine(Schema):
    """A line of the detail table; `edition` is what the catalogue takes its number for."""

    id: int
    place: int
    node: int
    code: str
    number: str
    written: str
    edition: str | None
    title_zh: str
    title_en: str
    level: str
    state: str
    is_gap: bool
    effective: str
    adopts: list[SystemAdopted]
    replaces: list[str]
    successors: list[str]
    remark: str


class SystemLinePage(Schema):
    """A part of the detail table, and how many lines fit."""

    on: date
    total: int
    items: list[SystemLine]


class SystemCategory(SystemCount):
    """The branch of one top-level box."""

    node: int
    code: str
    title_zh: str
    title_en: str


class SystemLevel(SystemCount):
    """The lines of one proposed level; empty where none is given."""

    level: str


class SystemStatistics(Schema):
    """The statistics table, and every line for which a standard is missing."""

    on: date
    categories: list[SystemCategory]
    levels: list[SystemLevel]
    total: SystemCount
    gaps: list[SystemLine]


class SystemFinding(Schema):
    """One thing to look at, as a sentence."""

    check: str
    node: int | None
    code: str
    entry: int | None
    zh: str
    en: str


class SystemFindingPage(Schema):
    """A part of the findings, and how many there are."""

    on: date
    total: int
    items: list[SystemFinding]


class WholeSystem(Schema):
    """All of a system: facts and tree, detail table, statistics."""

    system: SystemAnswer
    entries: list[SystemLine]
    statistics: SystemStatistics


class SystemIn(Schema):
    """A new system. `keeper` is the slug of one of your bodies; left out, your first."""

    slug: Key
    title_zh: TitleZh
    title_en: TitleEn = ""
    structure: Structure = "layered"
    explanation: Explanation = ""
    keeper: Key | None = None


class SystemEdit(Schema):
    """What is left out stays."""

    title_zh: TitleZh = ""
    title_en: TitleEn = ""
    structure: Structure = "layered"
    explanation: Explanation = ""


class SystemPublication(Schema):
    """Whether everybody may see the system."""

    is_public: bool
    reason: Reason


class SystemReason(Schema):
    """Why."""

    reason: Reason


class SystemNodeIn(Schema):
    """A new box below `parent` (at the top without one); without a code it takes the next."""

    parent: Id | None = None
    code: Code = ""
    title_zh: TitleZh
    title_en: TitleEn = ""
    owner: Owner = ""


class SystemNodeEdit(Schema):
    """What is left out stays."""

    title_zh: TitleZh = ""
    title_en: TitleEn = ""
    owner: Owner = ""


class SystemNodeMove(Schema):
    """Below which box, at the top without one; and its code there, the next if empty."""

    parent: Id | None = None
    code: Code = ""


class SystemNodeMade(Schema):
    """A box, without what is below it."""

    id: int
    parent: int | None
    code: str
    title_zh: str
    title_en: str
    owner: str


class SystemLineIn(Schema):
    """A line. Without a number it is a gap; `place` counts from 1 within its box."""

    node: Id
    number: Annotated[Plain, Field(max_length=240, examples=["GB/T 13016-2018"])] = ""
    title_zh: Annotated[Plain, Field(max_length=300)] = ""
    title_en: Annotated[Plain, Field(max_length=400)] = ""
    level: Level = ""
    remark: Annotated[Plain, Field(max_length=300)] = ""
    place: Annotated[int, Field(ge=1, le=10_000)] | None = None


class SystemLineEdit(SystemLineIn):
    """What is left out stays."""

    node: Id | None = None  # type: ignore[assignment]


class SystemLineMade(Schema):
    """A line as it stands in the system; `key` is how its number was read."""

    id: int
    node: int
    order: int
    number: str
    key: str
    title_zh: str
    title_en: str
    level: str
    remark: str


class SystemTableRow(Schema):
    """What became, or would become, of a row of the file."""

    line: int
    status: str
    code: str
    number: str
    title_zh: str
    zh: str
    en: str


class SystemTable(Schema):
    """What an import did, or would do (`is_preview`); `rows` leaves out what stays the same."""

    is_preview: bool
    counts: dict[str, int]
    new_nodes: dict[str, str]
    untouched: int
    rows: list[SystemTableRow]

"""The shapes in which the API tells of standards."""

from typing import Annotated, Any, Literal

from ninja import Field, Query, Schema

from guiju.web.schemas import NO_NUL, Plain

NumberAsked = Annotated[
    str,
    Query(
        max_length=240,
        pattern=NO_NUL,
        description="In any way of writing; without a year it means the edition in force.",
        examples=["GB/T 1.1-2020"],
    ),
]
State = Literal["draft", "upcoming", "in_force", "superseded", "withdrawn", "abandoned", "unknown"]


class StandardRow(Schema):
    """An edition with its state on the day asked for."""

    number: str
    display: str
    title_zh: str
    title_en: str
    form: str
    level: str
    issued: str
    effective: str
    state: State


class StandardPage(Schema):
    """A part of the list, and how many there are."""

    total: int
    items: list[StandardRow]


class Words(Schema):
    """A sentence or name in both languages."""

    zh: str
    en: str


class ClaimOut(Schema):
    """A source's word that cannot be true beside the rest."""

    source: str
    state: str
    as_of: str


class StatusOut(Words):
    """The state on a day, from when until when (exclusive), and why.

    `certain`: the dates alone prove it. Where it is unknown, `possible` are the states it may be.
    """

    on: str
    state: State
    reasons: list[Words]
    since: str
    until: str
    certain: bool
    possible: list[str]
    contested: list[ClaimOut]


class StruckOut(Schema):
    """Who denies a relation (a source), since when and why: it counts nowhere."""

    by: str
    on: str
    reason: str


class RelationOut(Words):
    """An arrow from the standard (`direction` out) or to it (in); zh and en name it from here."""

    type: str
    direction: Literal["out", "in"]
    number: str
    display: str
    state: str
    title_zh: str
    title_en: str
    in_catalogue: bool
    dated: bool
    whole: bool
    degree: str
    date: str
    note: str
    outdated_by: str
    kept_out: str
    struck: StruckOut | None
    sources: list[str]


class EditionOut(Schema):
    """An edition, amendment or corrigendum of the same work."""

    number: str
    display: str
    state: str
    form: str
    issued: str
    effective: str
    ended: str


class LinkOut(Schema):
    """What replaced a member of the chain."""

    number: str
    whole: bool
    date: str
    basis: str


class MemberOut(Schema):
    """A standard in the chain of replacement."""

    number: str
    display: str
    state: str
    title_zh: str
    title_en: str
    replaced_by: list[LinkOut]


class StepOut(Schema):
    """One generation; 0 is the standard, negative what it replaced."""

    distance: int
    members: list[MemberOut]


class CodeOut(Words):
    """A classification code with its name."""

    code: str


class CommitteeOut(Words):
    """A committee by its number."""

    number: str


class RoleOut(Schema):
    """A body in a role, as written and under its name on the day."""

    role: str
    name: str
    since: str
    until: str
    organisation: str
    name_on_day: Words


class ValueOut(Schema):
    """What one source says of a disputed field."""

    source: str
    value: str


class ConflictOut(Schema):
    """A field on which sources contradict each other, the most trusted first.

    `settled`: the first word is the cataloguers' own, who looked into it.
    """

    field: str
    settled: bool
    values: list[ValueOut]


class FindingOut(Words):
    """What cannot be right in the record."""

    code: str


class SourceOut(Words):
    """A source's statement: its key there, what state it claims, and for which day."""

    source: str
    url: str
    key: str
    as_of: str
    state: str


class OtherNumber(Schema):
    """A further number of the document: urn, joint, old, reference."""

    kind: str
    number: str


class CitationOut(Schema):
    """A reference ready to copy, and its style."""

    style: str
    text: str


class StandardDetail(Schema):
    """Everything about one edition as of a day. Dates may be partial; empty is not known."""

    number: str
    display: str
    work: str
    form: str
    base: str | None
    newest: str
    titles: dict[str, str]
    abstracts: dict[str, str]
    level: str
    nature: str
    kind: str
    region: str
    issued: str
    effective: str
    function: str
    withdrawn: str
    reviewed: str
    stage: str
    announcement: str
    plan_number: str
    filing_number: str
    pages: str
    other_numbers: list[OtherNumber]
    status: StatusOut
    amendments_in_force: list[str]
    editions: list[EditionOut]
    chain: list[StepOut]
    relations: list[RelationOut]
    ics: list[CodeOut]
    ccs: list[CodeOut]
    committees: list[CommitteeOut]
    roles: list[RoleOut]
    conflicts: list[ConflictOut]
    findings: list[FindingOut]
    sources: list[SourceOut]
    citation: CitationOut
    changed: str


class RoleIn(Schema):
    """A body in a role. Dates may be partial."""

    role: Plain
    name: Annotated[Plain, Field(max_length=240, min_length=1)]
    since: Plain = ""
    until: Plain = ""


class RelationIn(Schema):
    """A relation to another number; `inverse` turns the arrow round."""

    type: Plain
    target: Annotated[Plain, Field(max_length=200, min_length=1)]
    inverse: bool = False
    whole: bool = True
    degree: Plain = ""
    date: Plain = ""
    note: Annotated[Plain, Field(max_length=400)] = ""
    denied: Annotated[
        bool, Field(description="There is no such relation: what other sources say is struck.")
    ] = False


class StatementIn(Schema):
    """What the cataloguers say of a document; what is left out, other sources say."""

    number: Annotated[Plain, Field(max_length=200, min_length=1, examples=["GB/T 1.1-2020"])]
    titles: dict[Literal["zh", "en", "fr", "ru"], Plain] = {}
    abstracts: dict[Literal["zh", "en", "fr", "ru"], Plain] = {}
    level: Plain = ""
    nature: Plain = ""
    kind: Plain = ""
    function: Plain = ""
    issued: Plain = ""
    effective: Plain = ""
    withdrawn: Plain = ""
    reviewed: Plain = ""
    announcement: Plain = ""
    plan_number: Plain = ""
    filing_number: Plain = ""
    region: Plain = ""
    ics: list[Plain] = []
    ccs: list[Plain] = []
    committees: list[Plain] = []
    roles: list[RoleIn] = []
    relations: list[RelationIn] = []


class StatementOut(Schema):
    """Our statement as it stands; `seen` is to be sent back with a change."""

    number: str
    seen: str = Field(description="Empty where there is no statement of ours yet.")
    statement: dict[str, Any]


class EditIn(Schema):
    """A change: the whole statement, what you saw before it, and why."""

    statement: StatementIn
    seen: Plain = ""
    reason: Annotated[Plain, Field(max_length=500, examples=["示例：按公告更正实施日期"])]


class WithdrawIn(Schema):
    """Which statement is taken back, and why."""

    number: Annotated[Plain, Field(max_length=240)]
    seen: Plain = ""
    reason: Annotated[Plain, Field(max_length=500)]


class FieldChange(Schema):
    """A field of the merged record before and after."""

    field: str
    before: list[str]
    after: list[str]


class Moved(Schema):
    """Another standard whose state would change today."""

    number: str
    before: str
    after: str


class PreviewOut(Schema):
    """What the change would do."""

    fields: list[FieldChange]
    before: Words | None
    after: Words
    moved: list[Moved]

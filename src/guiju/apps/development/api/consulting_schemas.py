"""What the operations of consultations take and answer."""

from datetime import date
from typing import Annotated, Literal

from ninja import Field, Schema

from guiju.web.schemas import Plain

LONGEST = 4000
Words = Annotated[Plain, Field(max_length=LONGEST)]
Kind = Literal["ge", "te", "ed"]
Disposition = Literal["adopted", "partly", "not_adopted"]


class ConsultationWords(Schema):
    """The same in both languages."""

    zh: str
    en: str


class ConsultationRow(Schema):
    """A consultation; `days_left` is none once it is closed."""

    id: int
    project: int
    title_zh: str
    title_en: str
    kind: ConsultationWords
    procedure: ConsultationWords
    opened: date
    last: date
    closed: date | None
    days_left: int | None


class ConsultationPage(Schema):
    """Consultations, and how many there are."""

    total: int
    items: list[ConsultationRow]


class ConsultationPlace(Schema):
    """A clause of the draft: its address, its number in words, its title."""

    address: str
    says: str
    title: str


class ConsultationDetail(ConsultationRow):
    """Who is asked, what is published, on what legal basis; the clauses of the draft."""

    audiences: list[ConsultationWords]
    published: list[ConsultationWords]
    basis: str
    places: list[ConsultationPlace]


class RemarkAnswer(Schema):
    """How a comment was dealt with."""

    disposition: str
    reason: str
    changed_text: str
    on: date


class RemarkWords(Schema):
    """A comment; `clause` is an address, `place` what its author wrote. `answer` is the newest one."""

    number: int
    clause: str
    place: str
    kind: str
    text: str
    proposed: str
    reason: str
    unit: str
    on: date
    answer: RemarkAnswer | None


class RemarkRow(RemarkWords):
    """A comment as those see it who work on it."""

    id: int


class RemarkPage(Schema):
    """Comments, and how many there are."""

    total: int
    items: list[RemarkRow]


class PublishedRemark(RemarkWords):
    """A comment as everybody may read it; `by` and `unit` only where its author allows that."""

    by: str


class PublishedRemarkPage(Schema):
    """Published comments, and how many there are."""

    total: int
    items: list[PublishedRemark]


class NewRemark(Schema):
    """A comment on a clause; `organisation` is the slug of one in which you have a seat."""

    clause: Annotated[Plain, Field(max_length=200, examples=["4.2"])] = ""
    kind: Kind = "ge"
    text: Annotated[Plain, Field(min_length=1, max_length=LONGEST, examples=["示例意见"])]
    proposed: Words = ""
    reason: Words = ""
    organisation: Annotated[Plain, Field(max_length=60)] = ""
    is_named: bool = False


class NewAnswers(Schema):
    """The same answer to each of these comments; a reason is needed unless they are adopted whole."""

    numbers: Annotated[
        list[Annotated[int, Field(ge=1, le=9_999_999)]], Field(min_length=1, max_length=5000)
    ]
    disposition: Disposition
    reason: Words = ""
    changed_text: Words = ""


class RemarkHiding(Schema):
    """Why a comment is none."""

    reason: Annotated[Plain, Field(min_length=1, max_length=300, examples=["示例：与标准无关"])]


class RemarksAnswered(Schema):
    """How many comments were answered."""

    count: int


class RemarksImported(Schema):
    """What a file held, and the numbers that its comments got; none in a preview."""

    is_preview: bool
    counts: dict[str, int]
    numbers: list[int]

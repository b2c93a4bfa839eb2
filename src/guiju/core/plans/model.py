"""What a policy text says, as values. Offsets count characters of the decoded text."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Role = Literal["lead", "shared", "cooperating", "guiding"]
BodyKind = Literal["named", "departments", "local", "other"]
SectionKind = Literal["preamble", "heading", "text", "closing"]
DefaultKind = Literal["first_leads", "local_governments"]


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open stretch `[start, end)` of the decoded text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time by which something is due (时限): as written, and its last day where that is certain."""

    text: str
    start: int
    end: int
    day: date | None


@dataclass(frozen=True, slots=True)
class Output:
    """A named output (成果) that an action orders: 工程, 平台, 制度, 试点 and so on."""

    kind: str
    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Action:
    """A sentence that orders something (任务要求), without its final stop.

    `responsibility` is the index of the note of the same measure that covers it, or None.
    """

    text: str
    start: int
    end: int
    responsibility: int | None
    outputs: tuple[Output, ...]
    deadlines: tuple[Deadline, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """A body in a note (责任主体), its name exactly as written.

    `kind` is "named" for one body, else the collective meant: "departments" (各有关部门),
    "local" (地方人民政府) or "other" (有关企业).
    """

    name: str
    role: Role
    kind: BodyKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Remark:
    """A labelled part of a note that names nobody, such as 适用范围：…."""

    label: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Responsibility:
    """A responsibility note (责任分工标注); `raw` includes its brackets.

    `covers` is the text since the previous note, or since the beginning of the item.
    """

    raw: str
    start: int
    end: int
    bodies: tuple[Body, ...]
    all_departments: bool
    local_governments: bool
    etc: bool
    deadlines: tuple[Deadline, ...]
    remarks: tuple[Remark, ...]
    covers: Span

    def named(self, role: Role) -> list[str]:
        """The named bodies of one role, in their order."""
        return [body.name for body in self.bodies if body.role == role and body.kind == "named"]


@dataclass(frozen=True, slots=True)
class Default:
    """A statement that holds from its note on (下同, 不再列出); `since` is the measure's key."""

    kind: DefaultKind
    text: str
    start: int
    end: int
    since: str


@dataclass(frozen=True, slots=True)
class Section:
    """A part that is no measure: preamble, a heading of others, end matter."""

    key: str
    kind: SectionKind
    level: int
    parent: str | None
    label: str
    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Measure:
    """A numbered measure (措施); its text ends where its first child begins."""

    key: str
    parent: str | None
    level: int
    kind: Literal["numbered", "unnumbered"]
    no: int
    label: str
    title: str
    title_span: Span
    text: str
    start: int
    end: int
    actions: tuple[Action, ...]
    outputs: tuple[Output, ...]
    responsibilities: tuple[Responsibility, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something the parser is unsure of; `code` names its sentences in the rulebook."""

    code: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PlanText:
    """A policy text, read. `text` is the very text that all offsets count in."""

    text: str
    title: str
    title_spans: tuple[Span, ...]
    notice_title: str
    document_number: str
    document_number_span: Span | None
    issued: date | None
    issued_span: Span | None
    signatories: tuple[str, ...]
    measures: tuple[Measure, ...]
    sections: tuple[Section, ...]
    defaults: tuple[Default, ...]
    doubts: tuple[Doubt, ...]

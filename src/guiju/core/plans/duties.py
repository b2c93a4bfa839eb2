"""From what a note says to who is responsible, under the defaults of the document (责任落实)."""

from dataclasses import dataclass, field, replace

from guiju.core.plans.finding import FoundNote
from guiju.core.plans.model import Body, Default, Doubt, Responsibility, Span


@dataclass(slots=True)
class Defaults:
    """Which statements (下同, 不再列出) are in force, and all that were met."""

    met: list[Default] = field(default_factory=list)
    first_leads: bool = False
    local_governments: bool = False

    def restart(self) -> None:
        """A new document begins: nothing said before holds."""
        self.first_leads = self.local_governments = False

    def meet(self, text: str, note: FoundNote, key: str) -> None:
        """Take in the statements of a note; they hold for this note too."""
        for kind, start, end in note.reading.defaults:
            self.met.append(Default(kind, text[start:end], start, end, key))
            self.first_leads |= kind == "first_leads"
            self.local_governments |= kind == "local_governments"


def responsibility(
    text: str, note: FoundNote, covers: Span, defaults: Defaults, doubts: list[Doubt]
) -> Responsibility:
    """The responsibility that `note` lays down. Call in document order, after `defaults.meet`."""
    reading = note.reading
    bodies = _first_leads(reading.bodies) if defaults.first_leads else reading.bodies
    if not bodies:
        doubts.append(Doubt("empty_note", note.start, note.end))
    _doubt_two_roles(bodies, doubts)
    if len(reading.deadlines) > 1:
        first, last = reading.deadlines[0], reading.deadlines[-1]
        doubts.append(Doubt("several_deadlines", first.start, last.end))
    return Responsibility(
        raw=text[note.start : note.end],
        start=note.start,
        end=note.end,
        bodies=tuple(bodies),
        all_departments=reading.all_departments,
        local_governments=reading.local_governments or defaults.local_governments,
        etc=reading.etc,
        deadlines=tuple(reading.deadlines),
        remarks=tuple(reading.remarks),
        covers=covers,
    )


def _first_leads(bodies: list[Body]) -> list[Body]:
    """Where nobody is said to lead, the first of those responsible does, if it is one body."""
    if any(body.role == "lead" for body in bodies):
        return bodies
    for index, body in enumerate(bodies):
        if body.role == "shared":
            if body.kind != "named":
                return bodies
            return [*bodies[:index], replace(body, role="lead"), *bodies[index + 1 :]]
    return bodies


def _doubt_two_roles(bodies: list[Body], doubts: list[Doubt]) -> None:
    roles: dict[str, str] = {}
    doubts.extend(
        Doubt("same_name_roles", body.start, body.end)
        for body in bodies
        if body.kind == "named" and roles.setdefault(body.name, body.role) != body.role
    )

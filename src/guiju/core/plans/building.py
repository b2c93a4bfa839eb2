"""From items and notes to measures and sections (条目到措施)."""

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from guiju.core.plans.actions import is_action, orders, read_action
from guiju.core.plans.duties import Defaults, responsibility
from guiju.core.plans.finding import FoundNote
from guiju.core.plans.model import (
    Action,
    Doubt,
    Measure,
    Responsibility,
    Section,
    SectionKind,
    Span,
)
from guiju.core.plans.outline import Item
from guiju.core.plans.outputs import find_outputs
from guiju.core.plans.sentences import Stops
from guiju.core.plans.titles import Title
from guiju.core.plans.words import any_of, words


@dataclass(slots=True)
class Part:
    """An item with its own text up to `end` and the notes in it."""

    item: Item
    end: int
    notes: list[FoundNote]
    title: Title
    preamble: bool


@dataclass(slots=True)
class Building:
    """What grows while the items are read in document order."""

    text: str
    stops: Stops
    doubts: list[Doubt]
    defaults: Defaults = field(default_factory=Defaults)
    measures: list[Measure] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)


@cache
def _preambles() -> tuple[frozenset[str], re.Pattern[str]]:
    lists = words("headings")
    ends, orders_first = any_of(lists["preamble_ends"]), any_of(lists["preamble_not"])
    shape = rf"(?!{orders_first})[^，。、；：]{{0,8}}(?:{ends})"
    return frozenset(lists["preamble"]), re.compile(shape)


def is_preamble(title: str) -> bool:
    """Whether a title is that of a part which sets the scene (指导思想, 总体要求)."""
    known, shape = _preambles()
    bare = re.sub(r"[\s。：:“”]", "", title)
    return bare in known or shape.fullmatch(bare) is not None


def add_part(building: Building, part: Part) -> None:
    """Decide what the item is, and add the measure or section."""
    sentences = building.stops.sentences(building.text, part.item.body, part.end)
    beyond = [s for s in sentences if s.start >= part.title.span.end]
    if part.notes:
        _add_measure(building, part)
    elif part.preamble:
        _add_section(building, part, "preamble")
    elif part.item.children:
        if any(orders(building.text, s) for s in beyond):
            _add_measure(building, part)
        else:
            _add_section(building, part, "heading")
    elif any(orders(building.text, s) for s in sentences):
        _add_measure(building, part)
    else:
        _add_section(building, part, "text")


def _add_section(building: Building, part: Part, kind: SectionKind) -> None:
    item, text, span = part.item, building.text, part.title.span
    building.sections.append(
        Section(
            key=item.key,
            kind=kind,
            level=item.level,
            parent=item.parent.key if item.parent else None,
            label=text[item.start : item.body],
            title=text[span.start : span.end],
            start=item.start,
            end=_end_of_own(text, item.start, part.end),
        )
    )


def _end_of_own(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _add_measure(building: Building, part: Part) -> None:
    item, text = part.item, building.text
    end = _end_of_own(text, item.start, part.end)
    if not part.notes:
        building.doubts.append(Doubt("no_note", item.start, end))
    frame = Frame(
        key=item.key,
        parent=item.parent.key if item.parent else None,
        level=item.level,
        kind="numbered",
        number=item.mark.number,
        label=text[item.start : item.body],
        start=item.start,
        end=end,
    )
    measure = make_measure(building, part.title, item.body, part.notes, frame)
    building.measures.append(measure)


@dataclass(frozen=True, slots=True)
class Frame:
    """What identifies a measure, apart from its content."""

    key: str
    parent: str | None
    level: int
    kind: Literal["numbered", "unnumbered"]
    number: int
    label: str
    start: int
    end: int


def make_measure(
    building: Building, title: Title, body: int, notes: list[FoundNote], frame: Frame
) -> Measure:
    """Read the actions and responsibilities in `[body, frame.end)`. Call in document order."""
    text = building.text
    duties: list[Responsibility] = []
    sentences: list[tuple[Span, int | None]] = []
    at = body
    covers = Span(at, at)
    for index, note in enumerate(notes):
        covers = _covered(text, at, note.start, covers)
        building.defaults.meet(text, note, frame.key)
        duties.append(responsibility(text, note, covers, building.defaults, building.doubts))
        sentences += [(s, index) for s in building.stops.sentences(text, at, note.start)]
        at = note.end
    rest = building.stops.sentences(text, at, frame.end)
    if notes and any(orders(text, s) for s in rest):
        building.doubts.append(Doubt("text_after_note", rest[0].start, rest[-1].end))
    sentences += [(s, None) for s in rest]
    span = title.span
    return Measure(
        key=frame.key,
        parent=frame.parent,
        level=frame.level,
        kind=frame.kind,
        no=frame.number,
        label=frame.label,
        title=text[span.start : span.end],
        title_span=span,
        text=text[frame.start : frame.end],
        start=frame.start,
        end=frame.end,
        actions=_actions(building, title, sentences),
        outputs=find_outputs(text, span.start, span.end) if title.heading else (),
        responsibilities=tuple(duties),
    )


def _covered(text: str, start: int, end: int, before: Span) -> Span:
    """The text since the last note; two notes side by side cover the same text."""
    while start < end and (text[start].isspace() or text[start] in "。；;，,"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else before


def _actions(
    building: Building, title: Title, sentences: list[tuple[Span, int | None]]
) -> tuple[Action, ...]:
    text = building.text
    heading = title.span if title.heading and len(sentences) > 1 else None
    return tuple(
        read_action(text, span, note)
        for span, note in sentences
        if (heading is None or span.start != heading.start)
        and is_action(text, span, covered=note is not None, doubts=building.doubts)
    )

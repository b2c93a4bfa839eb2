"""Policy text to plan (政策文本解析): the one way in, `parse`."""

from bisect import bisect_right
from dataclasses import dataclass

from guiju.core.plans.bounds import check_most
from guiju.core.plans.building import Building, Frame, Part, add_part, is_preamble, make_measure
from guiju.core.plans.errors import EmptyText, NoMeasures
from guiju.core.plans.finding import FoundNote, bracket_notes, doubt_unclosed, label_notes
from guiju.core.plans.head import Head, comment_end, end_of_text, read_head
from guiju.core.plans.marks import count_numbers
from guiju.core.plans.model import Doubt, PlanText, Section
from guiju.core.plans.outline import Item, outline
from guiju.core.plans.sentences import Stops, tidy
from guiju.core.plans.spans import Pairs, count_signs, outermost_pairs
from guiju.core.plans.titles import Opening, Title, choose_titles

_BLANK = " \t\u3000\n\r"


@dataclass(slots=True)
class _Own:
    """An item's own text: where it ends, and the notes in it."""

    item: Item
    end: int
    notes: list[FoundNote]


def parse(text: str, *, name: str = "") -> PlanText:
    """Read a policy text into measures, actions and responsibilities.

    All offsets count characters of `text`. `name` is what an error calls the text.
    Raises EmptyText, TooMany and NoMeasures, nothing else. Time and memory grow linearly.
    """
    if not text.strip():
        raise EmptyText(name)
    check_most("lines", text.count("\n"), name=name)
    check_most("items", count_numbers(text), name=name)
    check_most("brackets", count_signs(text), name=name)
    check_most("stops", sum(map(text.count, "。；;！？!?：:")), name=name)
    doubts: list[Doubt] = []
    pairs = outermost_pairs(text)
    skip = comment_end(text)
    items = outline(text, skip, pairs, doubts)
    notes = bracket_notes(text, pairs, doubts)
    doubt_unclosed(text, pairs, doubts)
    notes += label_notes(text, pairs, [item.start for item in items])
    notes = sorted((n for n in notes if n.start >= skip), key=lambda note: note.start)
    doubts[:] = [doubt for doubt in doubts if doubt.start >= skip]
    owned, loose = _share_out(text, notes, items, doubts)
    building = Building(text, Stops(text, pairs), doubts)
    paragraphs = _paragraphs(text, loose)
    starts = [items[0].start] if items else []
    begin = min([*starts, *(start for start, _ in paragraphs)], default=len(text))
    head = read_head(text, begin, owned[-1].end if owned else begin)
    _add_unnumbered(building, paragraphs)
    _add_items(building, owned, pairs)
    if not building.measures:
        raise NoMeasures(name)
    _add_loose_sections(building, owned, head, begin)
    return _plan(building, head)


def _share_out(
    text: str, notes: list[FoundNote], items: list[Item], doubts: list[Doubt]
) -> tuple[list[_Own], list[FoundNote]]:
    """Give each note to the item in whose own text it stands; the rest stand above all items."""
    starts = [item.start for item in items]
    held: list[list[FoundNote]] = [[] for _ in items]
    loose: list[FoundNote] = []
    for note in notes:
        index = bisect_right(starts, note.start) - 1
        if index < 0:
            loose.append(note)
        elif note.end > items[index].end:
            doubts.append(Doubt("unclosed_note", note.start, items[index].end))
        else:
            held[index].append(note)
    owned = [_Own(item, item.end, mine) for item, mine in zip(items, held, strict=True)]
    for index, own in enumerate(owned):
        if index + 1 == len(owned) or owned[index + 1].item.series != own.item.series:
            own.end = _end_of_last(text, own)
    return owned, loose


def _end_of_last(text: str, own: _Own) -> int:
    """The last item of a document must not swallow its end matter."""
    if not own.notes:
        return max(own.item.body, end_of_text(text, own.item.body, own.end))
    end = own.notes[-1].end
    return end + 1 if text[end : end + 1] in {"。", "；"} else end


def _paragraphs(text: str, loose: list[FoundNote]) -> list[tuple[int, list[FoundNote]]]:
    """Notes above all items, by paragraph: (start of the paragraph, its notes)."""
    found: list[tuple[int, list[FoundNote]]] = []
    behind = 0
    for note in loose:
        start = text.rfind("\n", behind, note.start) + 1
        if not start and found:
            found[-1][1].append(note)
        else:
            found.append((_paragraph_start(text, start, behind, note.start), [note]))
        behind = note.end
    return found


def _paragraph_start(text: str, start: int, behind: int, note: int) -> int:
    """A note on a line of its own belongs to the paragraph above it."""
    while start > behind and not text[start:note].strip(_BLANK):
        start = max(behind, text.rfind("\n", behind, start - 1) + 1)
    return start


def _add_unnumbered(building: Building, paragraphs: list[tuple[int, list[FoundNote]]]) -> None:
    for number, (line, notes) in enumerate(paragraphs, start=1):
        end = notes[-1].end
        first = building.stops.first(line, notes[0].start)
        span = tidy(building.text, line, first)
        part_start = min(span.start, notes[0].start)
        building.doubts.append(Doubt("unnumbered", part_start, end))
        frame = Frame(f"¶{number}", None, 1, "unnumbered", number, "", part_start, end)
        title = Title(span, heading=False)
        building.measures.append(make_measure(building, title, part_start, notes, frame))


def _add_items(building: Building, owned: list[_Own], pairs: Pairs) -> None:
    titles = choose_titles(building.text, [_opening(building, own) for own in owned], pairs)
    preamble: dict[str, bool] = {}
    series = 0
    for own in owned:
        item, title = own.item, titles[own.item.start]
        if item.series != series:
            building.defaults.restart()
            series = item.series
        written = building.text[title.span.start : title.span.end]
        above = bool(item.parent) and preamble.get(item.parent.key if item.parent else "", False)
        preamble[item.key] = above or is_preamble(written)
        add_part(building, Part(item, own.end, own.notes, title, preamble[item.key]))


def _opening(building: Building, own: _Own) -> Opening:
    """The first sentence: up to a stop, a line end or the first note, whichever is first."""
    text, start = building.text, own.item.body
    limit = own.notes[0].start if own.notes else own.end
    stop = building.stops.first(start, limit)
    while stop < limit and not text[start:stop].strip(_BLANK + "。"):
        stop = building.stops.first(stop + 1, limit)
    sentence = tidy(text, start, stop)
    rest = tidy(text, min(stop + 1, limit), limit)
    own_line = stop < limit and text[stop] == "\n"
    return Opening(own.item, sentence, more=rest.start < rest.end, own_line=own_line)


def _add_loose_sections(building: Building, owned: list[_Own], head: Head, begin: int) -> None:
    """The introduction above the first item, and the end matter behind the last."""
    text = building.text
    intro = tidy(text, max(head.body, comment_end(text)), begin)
    if intro.start < intro.end:
        building.sections.insert(
            0, Section("序", "preamble", 1, None, "", "", intro.start, intro.end)
        )
    for index, own in enumerate(owned):
        next_start = owned[index + 1].item.start if index + 1 < len(owned) else len(text)
        rest = tidy(text, own.end, next_start)
        if rest.start < rest.end:
            key = "结" if own.item.series == 0 else f"结#{own.item.series + 1}"
            building.sections.append(Section(key, "closing", 1, None, "", "", rest.start, rest.end))


def _plan(building: Building, head: Head) -> PlanText:
    doubts = list(building.doubts)
    if not head.title:
        doubts.append(Doubt("no_title", 0, 0))
    return PlanText(
        text=building.text,
        title=head.title,
        title_spans=head.title_spans,
        notice_title=head.notice_title,
        document_number=head.number,
        document_number_span=head.number_span,
        issued=head.issued,
        issued_span=head.issued_span,
        signatories=head.signatories,
        measures=tuple(sorted(building.measures, key=lambda measure: measure.start)),
        sections=tuple(sorted(building.sections, key=lambda section: section.start)),
        defaults=tuple(building.defaults.met),
        doubts=tuple(sorted(set(doubts), key=lambda doubt: (doubt.start, doubt.end, doubt.code))),
    )

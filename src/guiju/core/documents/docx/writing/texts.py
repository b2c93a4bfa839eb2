"""Text with marks as runs (文字写成 run): cut where a mark begins or ends."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from guiju.core.documents.docx.names import R
from guiju.core.documents.docx.writing import maths
from guiju.core.documents.docx.writing.making import Element, new, run
from guiju.core.documents.docx.writing.state import State
from guiju.core.documents.model import Mark, Text

_LOOKS: dict[str, Callable[[], Element]] = {
    "code": lambda: new("w:rStyle", val="GBCodeWords"),
    "bold": lambda: new("w:b"),
    "italic": lambda: new("w:i"),
    "underline": lambda: new("w:u", val="single"),
    "sub": lambda: new("w:vertAlign", val="subscript"),
    "sup": lambda: new("w:vertAlign", val="superscript"),
}  # in the order in which the schema wants them
_POINTING = ("link", "internal", "term")


def runs(text: Text, state: State) -> list[Element]:
    """The text as runs, formulas, footnote calls and links."""
    places = {0, len(text.content)} | {x for one in text.marks for x in (one.start, one.end)}
    cuts = sorted(at for at in places if 0 <= at <= len(text.content))
    out: list[Element] = []
    held: tuple[Mark, Element] | None = None
    for start, end in pairwise(cuts):
        here = [one for one in text.marks if one.start <= start and end <= one.end]
        pointing = next((one for one in here if one.kind in _POINTING and one.value), None)
        if held and held[0] is not pointing:
            held = None
        if pointing and not held:
            link = _link(pointing, state)
            if link is not None:
                out.append(link)
                held = (pointing, link)
        (held[1] if held else out).extend(_piece(text, start, end, here, state))
    return out


def _piece(text: Text, start: int, end: int, here: Sequence[Mark], state: State) -> list[Element]:
    math = next((one for one in here if one.kind == "math"), None)
    if math is not None:
        written = maths.write(math.value)
        if written is not None:
            return [written] if start == math.start else []
    note = next((one for one in here if one.kind == "footnote"), None)
    shown = text.content[start:end]
    if note is not None and note.value in state.notes:
        if start == note.start:
            return [_call(note.value, shown, state)]
        return [run(shown, new("w:vertAlign", val="superscript"))]
    kinds = {one.kind for one in here} | ({"sup"} if note is not None else set())
    kinds -= {"sub"} if "sup" in kinds else set()
    return [run(shown, *(make() for kind, make in _LOOKS.items() if kind in kinds))]


def _call(identity: str, shown: str, state: State) -> Element:
    """A footnote's call in one run: counted by Word where the labels are in order, else typed."""
    label = state.notes[identity].label
    stem = label.rstrip(")）")
    counts = identity not in state.called and shown == label and stem == str(state.automatic + 1)
    state.automatic += counts
    state.called.setdefault(identity, counts)
    number = list(state.called).index(identity) + 2
    made = run(shown[len(stem) :] if counts else shown, new("w:vertAlign", val="superscript"))
    custom = {} if counts else {"customMarkFollows": 1}
    made.insert(1, new("w:footnoteReference", **custom, id=number))
    return made


def _link(mark: Mark, state: State) -> Element | None:
    if mark.kind == "link":
        target = state.relation(f"{R}/hyperlink", mark.value, external=True)
        return new("w:hyperlink", r_id=target)
    return new("w:hyperlink", anchor=state.names[mark.value])

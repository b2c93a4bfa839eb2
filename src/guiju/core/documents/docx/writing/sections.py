"""Elements, chapters, clauses and annexes (要素、章、条、附录) with their titles."""

from collections.abc import Sequence

from guiju.core.documents.docx.layout import rows
from guiju.core.documents.docx.writing.blocks import written
from guiju.core.documents.docx.writing.contents import name_of, spaced
from guiju.core.documents.docx.writing.making import Element, paragraph, run
from guiju.core.documents.docx.writing.state import State
from guiju.core.documents.docx.writing.texts import runs
from guiju.core.documents.model import Paragraph, Section, Text

DEEPEST = 6
UNNUMBERED = ("foreword", "introduction", "bibliography", "index")


def section(one: Section, state: State) -> list[Element]:
    """The section with all below it; contents written by hand are made anew elsewhere."""
    if one.kind == "contents":
        return []
    blocks = one.blocks
    out: list[Element] = []
    first = blocks[0] if blocks else None
    if one.label and not one.title and one.level > 1 and one.kind != "annex":
        text = first.text if isinstance(first, Paragraph) else Text()
        blocks = blocks[1:] if text else blocks
        style = f"untitled{min(one.level, DEEPEST)}"
        gap = [run(rows("details")["label_gap"])] if text else []
        label = state.marked(one.address, run(one.label))
        out.append(paragraph(style, *label, *gap, *runs(text, state)))
    else:
        out += _heading(one, state)
    is_list = one.kind in ("normative-references", "bibliography")
    out += written(blocks, state, "reference" if is_list else "text")
    for part in one.sections:
        out += section(part, state)
    return out


def _heading(one: Section, state: State) -> list[Element]:
    title = one.title or Text(state.said["elements"].get(one.kind, ""))
    gap = rows("details")["label_gap"]
    if one.kind == "annex" and one.level == 1:
        return [_annex(one, state)]
    if one.label:
        inside: Sequence[Element] = [run(one.label + gap), *runs(title, state)]
        return [
            _titled(
                f"clause{min(one.level, DEEPEST)}" if one.level > 1 else "chapter",
                one,
                inside,
                state,
            )
        ]
    if not title:
        return []
    inside = runs(title, state)
    is_element = one.kind in UNNUMBERED and one.level == 1
    if is_element:
        inside = spaced(title.content) if not title.marks else inside
    level = f"clause{min(one.level, DEEPEST)}" if one.level > 1 else "chapter"
    return [_titled("element" if is_element else level, one, inside, state)]


def _annex(one: Section, state: State) -> Element:
    lines = [state.said["annex"].format(one.label)]
    lines += [state.said[one.nature]] if one.nature else []
    inside = [run("\n".join(lines) + ("\n" if one.title else "")), *runs(one.title, state)]
    return _titled("annex", one, inside, state)


def _titled(style: str, one: Section, inside: Sequence[Element], state: State) -> Element:
    marked = state.marked(one.address, *inside)
    return paragraph(style, *state.bookmarked(name_of(one, state), *marked))

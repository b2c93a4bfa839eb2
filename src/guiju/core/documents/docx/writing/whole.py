"""A document written as DOCX (写出 DOCX) in the layout of GB/T 1.1."""

from collections.abc import Mapping, Sequence

from guiju.core.documents.docx.names import R, below
from guiju.core.documents.docx.writing import packing, sheets
from guiju.core.documents.docx.writing.blocks import footnote_line, written
from guiju.core.documents.docx.writing.contents import FRONT, contents
from guiju.core.documents.docx.writing.cover import cover
from guiju.core.documents.docx.writing.making import Element, clean, new, paragraph, run
from guiju.core.documents.docx.writing.pages import Part, heads_and_feet, section
from guiju.core.documents.docx.writing.sections import section as section_written
from guiju.core.documents.docx.writing.state import State, begun
from guiju.core.documents.model import Document, Footnote

_NO_IMAGES: Mapping[str, bytes] = {}


def write(document: Document, *, images: Mapping[str, bytes] = _NO_IMAGES) -> bytes:
    """The file; `images` are the pictures that figures name."""
    state = begun(document, images)
    language = "en" if document.meta.language.startswith("en") else "zh"
    body = _body(state)
    parts = {"word/document.xml": packing.whole(new("w:document", body))}
    parts["word/styles.xml"] = packing.whole(sheets.styles(language))
    parts["word/settings.xml"] = packing.whole(_settings())
    parts["word/footnotes.xml"] = packing.whole(_footnotes(state))
    for name, root in heads_and_feet(document.meta.number).items():
        parts[f"word/{name}"] = packing.whole(root)
    for name in ("styles", "settings", "footnotes"):
        state.relation(f"{R}/{name}", f"{name}.xml")
    title = next((title for _, title in document.meta.titles), document.meta.number)
    return packing.packed({**parts, **state.parts}, state.relations, clean(title))


def _body(state: State) -> Element:
    document = state.document
    front = [one for one in document.sections if one.kind in FRONT and not one.label]
    rest = [one for one in document.sections if one not in front]
    made = new("w:body")
    _add(made, cover(state), "cover", state)
    listed = [*contents(state), *(x for one in front for x in section_written(one, state))]
    _add(made, listed, "front", state)
    titles = [title for _, title in document.meta.titles][:1]
    made.extend(paragraph("title", run(title)) for title in titles)
    for one in rest:
        made.extend(section_written(one, state))
    uncalled = [one for one in document.footnotes if one.id not in state.called]
    made.extend(footnote_line(one, state) for one in uncalled)
    made.append(paragraph("end"))
    made.append(section("body", state))
    return made


def _add(body: Element, elements: Sequence[Element], part: Part, state: State) -> None:
    """The elements of a part, whose last paragraph says what its pages are like."""
    body.extend(elements)
    last = body[-1] if len(body) else None
    properties = below(last, "w:pPr") if last is not None and last.tag.endswith("}p") else None
    if properties is None:
        closing = paragraph("text")
        body.append(closing)
        properties = below(closing, "w:pPr")
    if properties is not None:
        properties.append(section(part, state))


def _settings() -> Element:
    return new(
        "w:settings",
        new("w:mirrorMargins"),
        new("w:evenAndOddHeaders"),
        new("w:compat", new("w:compatSetting", name="compatibilityMode", val=15,
            uri="http://schemas.microsoft.com/office/word")),
    )  # fmt: skip


def _footnotes(state: State) -> Element:
    made = new("w:footnotes")
    for at, kind in enumerate(("separator", "continuationSeparator")):
        line = new("w:p", new("w:r", new(f"w:{kind}")))
        made.append(new("w:footnote", line, type=kind, id=at))
    done = 0
    while done < len(state.called):  # a footnote may call another
        made.append(_footnote(state.notes[list(state.called)[done]], done + 2, state))
        done += 1
    return made


def _footnote(one: Footnote, number: int, state: State) -> Element:
    content = written(one.blocks, state, "footnote") or [paragraph("footnote")]
    first = content[0]
    if not first.tag.endswith("}p"):
        first = paragraph("footnote")
        content.insert(0, first)
    label = run(f"{one.label} ")
    if state.called[one.id]:
        label = run(one.label.lstrip("0123456789") + " ")
        label.insert(0, new("w:footnoteRef"))
    first.insert(1, label)
    return new("w:footnote", *content, id=number)

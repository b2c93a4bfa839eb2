"""The cover (封面): every field in a content control, so that it is read back as what it is."""

import re

from guiju.core.documents.docx.said import OURS
from guiju.core.documents.docx.writing.making import Element, control, new, paragraph, run
from guiju.core.documents.docx.writing.pages import text_width
from guiju.core.documents.docx.writing.state import State

_MARK = re.compile(r"[A-Z]{1,3}\d{0,4}")
_FOREIGN = "en"


def cover(state: State) -> list[Element]:
    """From the classes at the top to who issues it."""
    meta, said = state.document.meta, state.said
    out: list[Element] = []
    for word, name, values in (("ICS ", "ics", meta.ics), ("CCS ", "ccs", meta.ccs)):
        if values:
            out.append(paragraph("cover_codes", run(word), *_several(name, values, "; ")))
    if meta.registration:
        out.append(
            paragraph("cover_codes", *_in(said["registration"], "registration", meta.registration))
        )
    mark = _MARK.match(meta.number)
    if mark:
        out.append(paragraph("cover_mark", run(mark[0])))
    if meta.level:
        out.append(paragraph("cover_level", _field("level", meta.level)))
    if meta.number:
        out.append(paragraph("cover_number", _field("number", meta.number)))
    if meta.replaces:
        before, _, after = said["replaces"].partition("{}")
        inside = _several("replaces", meta.replaces, "、")
        out.append(paragraph("cover_replaces", run(before), *inside, run(after)))
    out.append(_rule())
    out += _titles(state)
    for number, degree in meta.adopts:
        words = f"{number}，{degree}" if degree else number
        out.append(paragraph("cover_small", *_in(said["adopted"], "adopts", words)))
    if meta.stage:
        out.append(paragraph("cover_small", *_in(said["adopted"], "stage", meta.stage)))
    return [*out, *_foot(state)]


def _titles(state: State) -> list[Element]:
    out = []
    for at, (language, title) in enumerate(state.document.meta.titles):
        style = "cover_english" if at else "cover_title"
        out.append(paragraph(style, _field(f"title-{language}", title)))
    return out


def _foot(state: State) -> list[Element]:
    """Dates, a line, and who issues it."""
    meta, said = state.document.meta, state.said
    out = []
    if meta.issued or meta.effective:
        left = _in(said["issue_date"], "issued", meta.issued) if meta.issued else []
        right = _in(said["effective_date"], "effective", meta.effective) if meta.effective else []
        stop = new("w:tab", val="right", pos=text_width())
        room = new("w:spacing", before=_room(state))
        properties = (new("w:tabs", stop), room)
        line = [*left, new("w:r", new("w:tab")), *right]
        out += [paragraph("cover_dates", *line, properties=properties), _rule()]
    for at, issuer in enumerate(meta.issuers, 1):
        words = said["issued"] if at == len(meta.issuers) else "{}"
        out.append(paragraph("cover_issuer", *_in(words, "issuers", issuer)))
    return out


def _room(state: State) -> int:
    """Twentieths of a point above the dates, so that they stand at the foot of the page."""
    meta = state.document.meta
    lines = sum(
        1 + len(title) // (14 if at == 0 else 40) for at, (_, title) in enumerate(meta.titles)
    )
    lines += (
        len(meta.adopts) + bool(meta.stage) + bool(meta.replaces) + max(0, len(meta.issuers) - 1)
    )
    return max(400, 4600 - lines * 520)


def _field(name: str, words: str) -> Element:
    return control(f"{OURS}{name}", run(words))


def _in(pattern: str, name: str, words: str) -> list[Element]:
    before, _, after = pattern.partition("{}")
    ends = [run(one) if one else None for one in (before, after)]
    return [one for one in (ends[0], _field(name, words), ends[1]) if one is not None]


def _several(name: str, values: tuple[str, ...], between: str) -> list[Element]:
    out: list[Element] = []
    for at, one in enumerate(values):
        out += [run(between)] if at else []
        out.append(_field(name, one))
    return out


def _rule() -> Element:
    line = new("w:bottom", val="single", sz=8, space=1)
    return paragraph("cover_rule", properties=(new("w:pBdr", line),))

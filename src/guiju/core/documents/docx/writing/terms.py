"""Term entries (术语条目): number, terms, definition, notes, source."""

from collections.abc import Callable, Iterator

from guiju.core.documents.docx.layout import rows
from guiju.core.documents.docx.writing.making import Element, paragraph, run
from guiju.core.documents.docx.writing.state import State
from guiju.core.documents.docx.writing.texts import runs
from guiju.core.documents.model import Designation, Term

Written = Callable[..., list[Element]]


def written(term: Term, state: State, inner: Written) -> list[Element]:
    """The number on a line of its own, the terms below it."""
    out = [paragraph("term_number", *state.marked(term.address, run(term.label)))]
    preferred = [one for one in term.designations if one.status == "preferred"]
    if preferred:
        out.append(_together(preferred, state))
    for one in term.designations:
        if one.status != "preferred":
            before, _, after = state.said[one.status].partition("{}")
            line = (run(before), *runs(one.text, state), *([run(after)] if after else []))
            out.append(paragraph("term", *line))
    for at, (_, text) in enumerate(term.definitions):
        domain = state.said["domain"].format(term.domain) if term.domain and at == 0 else ""
        lead = [run(domain)] if domain else []
        out.append(paragraph("text", *lead, *runs(text, state)))
    out += inner(term.blocks, state)
    before, _, after = state.said["source"].partition("{}")
    for text in term.sources:
        out.append(paragraph("text", run(before), *runs(text, state), run(after)))
    return out


def _together(names: list[Designation], state: State) -> Element:
    """Chinese terms first, the foreign ones on the same line."""
    chinese = [one for one in names if one.language.startswith("zh")]
    others = [one for one in names if not one.language.startswith("zh")]
    inside = [*_joined(chinese, "；", state)]
    if chinese and others:
        inside.append(run(rows("details")["label_gap"]))
    return paragraph("term", *inside, *_joined(others, "; ", state))


def _joined(names: list[Designation], between: str, state: State) -> Iterator[Element]:
    for at, one in enumerate(names):
        if at:
            yield run(between)
        yield from runs(one.text, state)

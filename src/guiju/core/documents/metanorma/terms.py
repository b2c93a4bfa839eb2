"""Term entries of Metanorma (术语条目)."""

from collections.abc import Iterator
from typing import Literal

from lxml import etree

from guiju.core.documents.metanorma.blocks import BLOCKS, blocks_in, blocks_of
from guiju.core.documents.metanorma.inline import text_of
from guiju.core.documents.metanorma.names import said, words
from guiju.core.documents.metanorma.state import State
from guiju.core.documents.model import Block, Designation, Mark, Paragraph, Term, Text
from guiju.core.documents.sts.gathering import Gatherer
from guiju.core.documents.sts.names import child, line_of, local

Kind = Literal["term", "symbol", "abbreviation", "formula"]
_STATUS: dict[str, Literal["preferred", "admitted", "deprecated"]] = {
    "preferred": "preferred",
    "admitted": "admitted",
    "deprecates": "deprecated",
}
_SOURCES = ("termsource", "source")


def term(state: State, element: etree._Element) -> Iterator[Block]:
    """An entry; entries inside it follow."""
    designations: list[Designation] = []
    definitions: list[tuple[str, Text]] = []
    domains: list[str] = []
    sources: list[Text] = []
    blocks: list[Block] = []
    below: list[etree._Element] = []
    for one in said(element):
        name = local(one)
        if name in _STATUS:
            designations += _designation(state, one, name)
        elif name == "definition":
            language, text, rest = _definition(state, one)
            definitions += [(language, text)] if text else []
            blocks += rest
        elif name in ("domain", "subject"):
            domains.append(words(one))
        elif name in _SOURCES:
            sources.append(_source(state, one))
        elif name == "term":
            below.append(one)
        elif name in BLOCKS or name not in ("name", "related", "bookmark"):
            blocks += blocks_of(state, one, [one])
    made = Term(
        label=state.numbering.label(element),
        designations=tuple(_grouped(designations)),
        definitions=tuple(definitions),
        domain="；".join(filter(None, domains)),
        blocks=tuple(blocks),
        sources=tuple(one for one in sources if one),
        line=line_of(element),
    )
    yield state.made(made, element)
    for one in below:
        yield from term(state, one)


def _designation(state: State, element: etree._Element, name: str) -> Iterator[Designation]:
    """A term, a letter symbol or an abbreviation; an empty one says nothing."""
    inner = child(element, "expression")
    inner = child(element, "letter-symbol") if inner is None else inner
    named = None if inner is None else child(inner, "name")
    text = text_of(state, element if named is None else named)
    if not (text.content.strip(" -") or text.marks):
        return
    kind: Kind = "term"
    if (inner is not None and local(inner) == "letter-symbol") or _is_formula(text):
        kind = "symbol"
    elif inner is not None and child(inner, "abbreviation-type") is not None:
        kind = "abbreviation"
    language = element.get("language") or (inner.get("language") if inner is not None else "")
    yield Designation(
        text=text,
        language=str(language or state.language),
        status=_STATUS[name],
        kind=kind,
    )


def _is_formula(text: Text) -> bool:
    return any(
        one.kind == "math" and one.end - one.start == len(text.content) for one in text.marks
    )


def _grouped(designations: list[Designation]) -> list[Designation]:
    """One language after another, the preferred term first in each."""
    languages = list(dict.fromkeys(one.language for one in designations))
    return sorted(designations, key=lambda one: languages.index(one.language))


def _definition(state: State, element: etree._Element) -> tuple[str, Text, list[Block]]:
    """Its paragraphs as one text; what else it holds follows the entry's other blocks."""
    language = str(element.get("language") or state.language)
    rest: list[Block] = []
    texts: list[Text] = []
    for one in blocks_in(state, element):
        if isinstance(one, Paragraph):
            texts.append(one.text)
        else:
            rest.append(one)
    return language, _lines(texts), rest


def _lines(texts: list[Text]) -> Text:
    """Several paragraphs as lines of one text."""
    content = ""
    marks: list[Mark] = []
    for text in texts:
        if content:
            marks.append(Mark(len(content), len(content) + 1, "break"))
            content += "\n"
        at = len(content)
        marks += [one._replace(start=one.start + at, end=one.end + at) for one in text.marks]
        content += text.content
    return Text(content, tuple(sorted(marks, key=lambda one: (one.start, -one.end))))


def _source(state: State, element: etree._Element) -> Text:
    """来源: the document, the clause, and how it was changed."""
    origin, change = child(element, "origin"), child(element, "modification")
    cited = "" if origin is None else str(origin.get("citeas", "")).replace("--", "—")
    places = [] if origin is None else [words(one) for one in origin.iter("{*}referenceFrom")]
    changed = [] if change is None else [text_of(state, one) for one in said(change)]
    into = Gatherer()
    into.add(", ".join(filter(None, (cited or words(origin), *places))))
    for text in changed:
        if into:
            into.add(", " if not places else ", modified — ")
        into.add(text.content)
    return into.text()

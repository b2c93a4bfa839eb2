"""The rows of a text (文本的行): passages, their marks, doubts, terms, made from its tree alone."""

from collections.abc import Iterable, Iterator

from guiju.apps.library.folding import definition_key, folded
from guiju.apps.library.models import Doubt, Passage, TermEntry, Text
from guiju.core.compare.documents import Clause, marks_of
from guiju.core.documents.model import (
    Block,
    Document,
    Figure,
    Formula,
    Reading,
    Section,
    Table,
    Term,
)
from guiju.core.documents.walking import plain, sections, within

_KINDS: dict[type, str] = {Term: "term", Table: "table", Figure: "figure", Formula: "formula"}
_MOST = 60  # characters of a label
# What says the same in every standard, and what says nothing in words.
_UNMARKED = frozenset(
    {
        "foreword",
        "introduction",
        "normative-references",
        "terms",
        "bibliography",
        "index",
        "contents",
        "figure",
        "formula",
    }
)


def passages(text: Text, document: Document) -> Iterator[Passage]:
    """A row for each section, term, table, figure and formula, in reading order."""
    taken: set[str] = set()
    for path in sections(document):
        for row in _of_section(text, path[-1]):
            if row.address and len(row.address) <= 200 and row.address not in taken:
                taken.add(row.address)
                row.order = len(taken)
                yield row


def marks(rows: Iterable[Passage]) -> Iterator[tuple[int, int, int]]:
    """The marks of stored passages: passage, value, text."""
    for one in rows:
        for value in mark_values(one):
            yield one.pk, value, one.text_id


def mark_values(one: Passage) -> list[int]:
    """By what a passage is found beside those of other texts."""
    return [] if one.kind in _UNMARKED else marks_of(Clause(one.plain))


def _of_section(text: Text, one: Section) -> Iterator[Passage]:
    words = [
        one.title.content,
        *(plain(block) for block in one.blocks if type(block) not in _KINDS),
    ]
    yield _row(text, one.address, one.kind, one.label, one.title.content, words)
    for block in one.blocks:
        for part in within(block):
            if isinstance(part, Term):
                title = part.designations[0].text.content if part.designations else ""
                yield _row(text, part.address, "term", part.label, title, [plain(part)])
            elif isinstance(part, Table | Figure):
                kind = _KINDS[type(part)]
                yield _row(text, part.address, kind, part.label, part.title.content, [plain(part)])
            elif isinstance(part, Formula):
                yield _row(text, part.address, "formula", part.label, "", [part.linear])


def _row(text: Text, address: str, kind: str, label: str, title: str, words: list[str]) -> Passage:
    return Passage(
        text=text,
        order=0,
        address=address,
        kind=kind,
        label=label[:_MOST],
        title=title,
        plain="\n".join(one for one in words if one),
    )


def doubts(text: Text, reading: Reading) -> Iterator[Doubt]:
    for at, one in enumerate(reading.doubts, 1):
        yield Doubt(
            text=text, order=at, code=one.code[:40], zh=one.zh, en=one.en, line=one.line,
            words=one.text,
        )  # fmt: skip


def terms(text: Text, document: Document) -> Iterator[TermEntry]:
    """A row for each designation that is a word; its definition is the one in its language."""
    count = 0
    for block in _blocks(document):
        if not isinstance(block, Term):
            continue
        said = dict(block.definitions)
        for one in block.designations:
            if one.kind not in ("term", "abbreviation") or not one.text.content.strip():
                continue
            count += 1
            definition = said[one.language].content if one.language in said else ""
            yield TermEntry(
                text=text,
                order=count,
                address=block.address[:200],
                language=one.language[:12],
                status=one.status,
                term=one.text.content[:300],
                term_key=folded(one.text.content)[:300],
                definition=definition,
                definition_key=definition_key(definition),
                sources=[source.content for source in block.sources],
            )


def _blocks(document: Document) -> Iterator[Block]:
    for path in sections(document):
        for block in path[-1].blocks:
            yield from within(block)

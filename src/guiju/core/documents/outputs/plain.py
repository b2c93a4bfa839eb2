"""A document as plain text (纯文本): a line a paragraph, tabs between cells; it can be read again."""

from collections.abc import Iterator
from dataclasses import replace

from guiju.core.documents.grids import width
from guiju.core.documents.model import (
    Cell,
    Document,
    Footnote,
    Formula,
    Mark,
    Quote,
    Section,
    Table,
    Text,
)
from guiju.core.documents.outputs import labels
from guiju.core.documents.outputs.flow import Flow
from guiju.core.documents.outputs.runs import runs
from guiju.core.documents.outputs.scripts import script
from guiju.core.documents.walking import plain


def write(document: Document) -> str:
    """The text, a line a paragraph."""
    return "\n".join(_Plain(document).paragraphs()) + "\n"


def text_plain(text: Text) -> str:
    """The words; indices keep their meaning."""
    out, kept = [], list[Mark]()
    for run in runs(text):
        index = next((one for one in run.marks if one.kind in ("sub", "sup")), None)
        is_note = any(one.kind == "footnote" for one in run.marks)
        if index is None or is_note or run.leaf:
            out.append(run.text)
        elif index not in kept:
            kept.append(index)
            content = text.content[index.start : index.end]
            out.append(script(content, up=index.kind == "sup"))
    return "".join(out).replace("\0", "")


class _Plain(Flow):
    def text(self, text: Text) -> str:
        return text_plain(text)

    def heading(self, level: int, words: str) -> str:
        return words.replace("\n", " ")

    def annex(self, one: Section, title: str) -> Iterator[str]:
        """Three lines, as an annex is printed."""
        if "." in one.label:
            yield f"{one.label}\u3000{title}"
            return
        yield labels.of_section(replace(one, nature=""), self.language)
        yield from (line for line in (labels.nature(one, self.language).strip(), title) if line)

    def formula(self, one: Formula) -> Iterator[str]:
        label = labels.of_formula(one, self.language)
        yield f"{one.linear} ……………… {label}" if label else one.linear

    def rows(self, one: Table) -> Iterator[str]:
        for row in (*one.head, *one.body):
            yield "\t".join(_cells(row))
        yield from self.blocks((*one.notes, *one.footnotes))

    def image(self, name: str, title: str) -> str:
        return f"[{name}]"

    def quote(self, one: Quote) -> Iterator[str]:
        yield from self.blocks(one.blocks)

    def footnote(self, one: Footnote) -> Iterator[str]:
        yield from self.led(f"{one.label} ", one.blocks)


def _cells(row: tuple[Cell, ...]) -> list[str]:
    """A cell stands in its column; what a span covers stays empty."""
    words = [""] * width([row])
    for one in row:
        words[one.column] = " ".join(" ".join(map(plain, one.blocks)).split())
    return words

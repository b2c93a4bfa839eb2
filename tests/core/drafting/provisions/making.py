"""Documents and tables for tests, made of words; all are examples (示例)."""

from guiju.core.documents.addresses import addressed
from guiju.core.documents.model import (
    Block,
    Cell,
    Document,
    Footnote,
    Mark,
    Meta,
    Note,
    Paragraph,
    Reference,
    Section,
    SectionKind,
    Table,
    Text,
)

Given = str | tuple[str, int, int]  # words, columns, rows


def paragraph(content: str) -> Paragraph:
    return Paragraph(text=Text(content))


def cell(given: Given, column: int, *, head: bool) -> Cell:
    """A letter behind "^" at the end is the sign of a footnote."""
    words, columns, rows = (given, 1, 1) if isinstance(given, str) else given
    content, _, sign = words.partition("^")
    marks = (
        (Mark(len(content), len(content) + len(sign), "footnote", f"fn-{sign}"),) if sign else ()
    )
    text = Text(content + sign, marks)
    return Cell(
        blocks=(Paragraph(text=text),), column=column, columns=columns, rows=rows, head=head
    )


def rows(given: list[list[Given | None]], *, head: bool) -> tuple[tuple[Cell, ...], ...]:
    """None is a place that a cell above reaches over."""
    made = []
    for line in given:
        cells, column = [], 0
        for one in line:
            if one is not None:
                cells.append(cell(one, column, head=head))
            column += one[1] if isinstance(one, tuple) else 1
        made.append(tuple(cells))
    return tuple(made)


def table(
    head: list[list[Given | None]],
    body: list[list[Given | None]],
    *,
    title: str = "",
    unit: str = "",
    notes: tuple[str, ...] = (),
    footnotes: dict[str, str] | None = None,
    label: str = "1",
) -> Table:
    return Table(
        label=label,
        title=Text(title),
        head=rows(head, head=True),
        body=rows(body, head=False),
        unit=unit,
        notes=tuple(Note(kind="note", label="注", blocks=(paragraph(one),)) for one in notes),
        footnotes=tuple(
            Footnote(id=f"fn-{sign}", label=sign, blocks=(paragraph(said),))
            for sign, said in (footnotes or {}).items()
        ),
    )


def section(
    label: str,
    title: str,
    *blocks: Block,
    kind: SectionKind = "clause",
    nature: str = "",
    sections: tuple[Section, ...] = (),
) -> Section:
    return Section(
        kind=kind,
        label=label,
        title=Text(title),
        level=label.count(".") + 1,
        blocks=blocks,
        nature=nature,  # type: ignore[arg-type]
        sections=sections,
    )


def reference(number: str) -> Reference:
    return Reference(number=number, title=Text("示例"), text=Text(f"{number}　示例"))


def document(*sections: Section, language: str = "zh") -> Document:
    return addressed(
        Document(meta=Meta(number="T/SLBT 1—2026", language=language), sections=sections)
    )

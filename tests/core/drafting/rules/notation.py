"""Documents of the cases: a sample in Markdown with words swapped, and what Markdown cannot say."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from importlib.resources import files
from typing import Any

from guiju.core.documents.addresses import addressed
from guiju.core.documents.model import Document, Figure, Paragraph, Section, Table, Text
from guiju.core.documents.texts import markdown
from guiju.core.documents.walking import blocks as walk
from guiju.core.documents.walking import sections
from guiju.core.drafting.checking import check
from guiju.core.drafting.finding import Finding
from guiju.core.drafting.rules import Cited, Facts, places

__all__ = ["ON", "document", "findings", "places", "read", "sample", "sections", "shown", "walk"]
ON = date(2026, 11, 23)


def sample(language: str = "zh", year: int = 2026) -> str:
    file = files("guiju.rulebook") / "samples" / "documents" / f"bottle-{year}.{language}.md"
    return file.read_text("utf-8")


def read(text: str) -> Document:
    return markdown.read(text.encode(), name="case.md").document


def document(case: Mapping[str, Any]) -> Document:
    """The sample of the case's language with everything that the case changes."""
    text = sample(case.get("in", "zh"))
    for old, new in case.get("swap", {}).items():
        assert old in text, f"The sample does not say {old!r}"
        text = text.replace(old, new, 1)
    made = read(text)
    meta = {
        key: tuple(map(tuple, value)) if isinstance(value, list) else value
        for key, value in case.get("meta", {}).items()
    }
    made = replace(made, meta=replace(made.meta, **meta))
    if "without" in case:
        kept = tuple(one for one in made.sections if one.kind != case["without"])
        made = replace(made, sections=kept)
    if "contents" in case:
        made = replace(made, sections=(_contents(case["contents"]), *made.sections))
    if "picture_in_cell" in case:
        made = _with_picture(made)
    if "subfigures" in case:
        made = _with_figure(made, case["subfigures"])
    return addressed(made)


def findings(made: Document, rule: str, case: Mapping[str, Any]) -> list[Finding]:
    report = check(made, mode=case.get("mode", "submission"), on=ON, facts=_facts(case))
    return [one for one in report.findings if one.rule == rule]


def shown(made: Document, found: list[Finding]) -> list[str]:
    """Each finding as `severity address part «characters» → mend`."""
    texts = {(one.address, one.part): one.content for one in places(made)}
    texts |= {("", f"title/{language}"): title for language, title in made.meta.titles}
    lines = []
    for one in found:
        covered = texts.get((one.address, one.part), "")[one.start : one.end]
        words = [one.severity, one.address or "cover", one.part, f"«{covered}»"]
        lines.append(" ".join(filter(None, words)) + ("" if one.mend is None else f" → {one.mend}"))
    return lines


def _facts(case: Mapping[str, Any]) -> Facts | None:
    known = {
        number: Cited(said[0], tuple(said[1:])) for number, said in case.get("facts", {}).items()
    }
    return Facts(known) if known else None


def _contents(lines: list[str]) -> Section:
    blocks = tuple(Paragraph(text=Text(line)) for line in lines)
    return Section(kind="contents", label="", title=Text("目次"), level=1, blocks=blocks)


def _with_picture(made: Document) -> Document:
    """A picture without number or title in the first cell of table 1."""

    def pictured(table: Table) -> Table:
        (first, *cells), *rows = table.body
        picture = Figure(label="", title=Text(""), images=("small.png",))
        first = replace(first, blocks=(*first.blocks, picture))
        return replace(table, body=((first, *cells), *rows))

    def with_it(one: Section) -> Section:
        blocks = tuple(
            pictured(each) if isinstance(each, Table) and each.label == "1" else each
            for each in one.blocks
        )
        return replace(one, blocks=blocks)

    return replace(made, sections=tuple(map(with_it, made.sections)))


def _with_figure(made: Document, labels: list[str]) -> Document:
    """Figure 1 with these parts at the end of clause 5."""
    parts = tuple(Figure(label=one, title=Text("分图")) for one in labels)
    figure = Figure(label="1", title=Text("水壶"), parts=parts)
    return replace(
        made,
        sections=tuple(
            replace(one, blocks=(*one.blocks, figure)) if one.label == "5" else one
            for one in made.sections
        ),
    )

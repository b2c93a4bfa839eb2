"""S10: paragraphs that hang between a title and its first clause (悬置段)."""

from collections.abc import Iterator

from guiju.core.documents.model import Items, Paragraph
from guiju.core.drafting.finding import Finding
from guiju.core.drafting.rules.context import Context
from guiju.core.drafting.rules.registry import checks, rule

_LED = ("terms", "symbols", "introduction", "foreword", "index", "bibliography", "contents")


@checks("S10")
def hanging_paragraphs(context: Context) -> Iterator[Finding]:
    """Text before the first clause; the fixed lead of terms and symbols is no such text."""
    for path in context.paths:
        one = path[-1]
        if path[0].kind in _LED or not any(part.label for part in one.sections):
            continue
        hanging = [block for block in one.blocks if isinstance(block, Paragraph | Items)]
        if hanging:
            first = hanging[0]
            end = len(first.text.content) if isinstance(first, Paragraph) else 0
            yield rule("S10")(
                None, "hanging", (0, end), address=first.address, line=first.line,
                label=one.label, title=one.title.content,
            )  # fmt: skip

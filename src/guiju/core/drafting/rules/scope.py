"""R01: the scope (范围)."""

import re
from collections.abc import Iterator

from guiju.core.drafting.finding import Finding
from guiju.core.drafting.rulebook import any_word, squeezed, words
from guiju.core.drafting.rules.context import Context
from guiju.core.drafting.rules.registry import checks, rule

_KINDS = ("requirement", "recommendation", "permission")


@checks("R01")
def scope(context: Context) -> Iterator[Finding]:
    """Statements alone: what is specified, in a fixed lead, and what it applies to."""
    section = next(context.top("scope"), None)
    if section is None:
        return
    texts = [one for one in context.in_zone("scope") if one.role == "text" and one.content.strip()]
    if texts:
        text = squeezed(texts[0].content, context.language)
        if not re.match(words("scope_leads")[context.language], text, re.I):
            yield rule("R01")(texts[0], "lead", (0, len(texts[0].content)))
    everything = squeezed(
        "".join(one.content for one in context.in_zone("scope")), context.language
    )
    if texts and not any_word("applicable", context.language).search(everything):
        yield rule("R01")(
            None, "applicable", address=section.address, part="title", line=section.line
        )
    for said, one in context.provisions():
        if said.place.zone == "scope" and one.kind in _KINDS:
            yield rule("R01")(said.place, "modal", (one.start, one.end), word=one.text)

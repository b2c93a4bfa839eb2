"""F06: the introduction (引言)."""

from collections.abc import Iterator

from guiju.core.drafting.finding import Finding
from guiju.core.drafting.rulebook import any_word
from guiju.core.drafting.rules.context import Context
from guiju.core.drafting.rules.registry import checks, rule


@checks("F06")
def introduction(context: Context) -> Iterator[Finding]:
    """It has no requirements and no number, and stands where there are parts or known patents."""
    section = next(context.top("introduction"), None)
    own = context.number
    if section is None:
        if own and own.parts and not context.is_old and own.level != "international":
            yield rule("F06")(None, "missing", number=context.document.meta.number)
        return
    if section.label and section.label != "0":
        yield rule("F06")(
            None, "numbered", address=section.address, part="title", line=section.line,
            label=section.label,
        )  # fmt: skip
    for said in context.said:
        if said.place.zone != "introduction" or said.modality.kind != "requirement":
            continue
        if any_word("patent_marks", context.language).search(said.place.content):
            continue
        one = said.modality.words[0] if said.modality.words else None
        span = (one.start, one.end) if one else (said.sentence.start, said.sentence.end)
        yield rule("F06")(said.place, "requirement", span, word=one.text if one else "")

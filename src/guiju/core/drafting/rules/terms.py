"""T01, T04, T05: the chapter of terms (术语和定义)."""

from collections.abc import Iterator

from guiju.core.documents.model import Paragraph, Table
from guiju.core.drafting.finding import Finding
from guiju.core.drafting.rulebook import is_phrase, phrases
from guiju.core.drafting.rules.context import Context
from guiju.core.drafting.rules.kinds import is_vocabulary
from guiju.core.drafting.rules.registry import checks, rule

_LEADS = ("terms_here", "terms_elsewhere", "terms_both", "terms_none")


@checks("T01")
def lead(context: Context) -> Iterator[Finding]:
    """One of four sentences, and it says what follows."""
    section = next(context.top("terms"), None)
    if section is None:
        return
    has_entries = any(path[0] is section for path, _ in context.terms)
    texts = [one for one in section.blocks if isinstance(one, Paragraph) and one.text]
    found = [(one, _which(one, context)) for one in texts]
    known = [(one, name) for one, name in found if name]
    if not known:
        if context.is_old and has_entries:
            return
        first = texts[0] if texts else None
        mend = (
            phrases("terms_here", context.language)[0] if has_entries and _is_lead(first) else None
        )
        yield rule("T01")(
            None, "missing", (0, len(first.text.content) if mend and first else 0),
            address=first.address if mend and first else section.address,
            part="" if mend else "title", line=section.line, mend=mend,
        )  # fmt: skip
        return
    one, name = known[0]
    if has_entries != (name in ("terms_here", "terms_both")):
        say = "entries" if has_entries else "no_entries"
        yield rule("T01")(None, say, (0, len(one.text.content)), address=one.address, line=one.line)


def _which(one: Paragraph, context: Context) -> str:
    names = ("terms_2009", *_LEADS) if context.is_old else _LEADS
    for name in names:
        if is_phrase(one.text.content, name, context.language):
            return "terms_here" if name == "terms_2009" else name
    return ""


def _is_lead(one: Paragraph | None) -> bool:
    """It is meant to be the lead, and says no more than the phrase."""
    if one is None:
        return False
    text = one.text.content
    return len(text) < 40 and ("术语" in text or "terms" in text.lower()) and "GB" not in text


@checks("T04")
def used_terms(context: Context) -> Iterator[Finding]:
    """A term that is defined is used."""
    if is_vocabulary(context):
        return
    for _, term in context.terms:
        names = [
            one.text.content.strip().lower()
            for one in term.designations
            if one.language.startswith(context.language) and one.status != "deprecated"
        ]
        if names and not any(_is_used(name, term.address, context) for name in names if name):
            yield rule("T04")(
                None,
                "unused",
                address=term.address,
                line=term.line,
                part="designation/1",
                term=names[0],
            )


def _is_used(name: str, own: str, context: Context) -> bool:
    return any(
        name in place.content.lower()
        for place in context.places
        if place.address != own
        and not place.address.startswith(f"{own}/")
        and place.zone not in ("contents", "index", "foreword")
        and place.role != "reference"
    )


@checks("T05")
def plain_entries(context: Context) -> Iterator[Finding]:
    """Entries are no table and bear no footnotes."""
    for path, block in context.blocks:
        if path and path[0].kind == "terms" and isinstance(block, Table):
            yield rule("T05")(None, "table", address=block.address, line=block.line, part="title")
    for place in context.places:
        if place.zone == "terms" and place.role in ("designation", "definition"):
            for mark in place.text.marks:
                if mark.kind == "footnote":
                    yield rule("T05")(place, "footnote", (mark.start, mark.end))

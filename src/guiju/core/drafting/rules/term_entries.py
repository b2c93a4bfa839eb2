"""T02, T03, T06, T07: entries of terms (术语条目)."""

import re
from collections.abc import Iterator

from guiju.core import numbers
from guiju.core.documents.model import Figure, Formula, Note, Term
from guiju.core.drafting.finding import Finding
from guiju.core.drafting.rulebook import words
from guiju.core.drafting.rules.context import Context
from guiju.core.drafting.rules.places import Place
from guiju.core.drafting.rules.registry import checks, rule

_CLAUSE = re.compile(r"[，,]\s*(?:定义\s*)?(?:[A-Z]\.)?\d+(?:\.\d+)*|\d+(?:-\d+){2,}")
_CHANGED = re.compile(r"[，,]\s*(?:改写|修改|有改写|有改动|经修改)(?=[\]］】）)。]?$)")


@checks("T02")
def parts_of_an_entry(context: Context) -> Iterator[Finding]:
    """Number, term, English equivalent, definition; then figures, examples, notes, sources."""
    for _, term in context.terms:
        yield from _missing(context, term)
        last = -1
        for block in term.blocks:
            at = _rank(block)
            if at < last:
                yield rule("T02")(
                    None, "order", address=block.address, line=term.line, term=_name(term)
                )
            last = max(last, at)


def _missing(context: Context, term: Term) -> Iterator[Finding]:
    languages = {one.language[:2] for one in term.designations}
    needs = {
        "number": not term.label,
        "definition": not any(text for _, text in term.definitions),
        "english": context.language == "zh" and "en" not in languages,
    }
    for say, missing in needs.items():
        if missing:
            yield rule("T02")(
                None,
                say,
                address=term.address,
                line=term.line,
                part="designation/1",
                term=_name(term),
            )


def _rank(block: object) -> int:
    if isinstance(block, Figure | Formula):
        return 0
    if isinstance(block, Note):
        return {"example": 1, "note": 2}.get(block.kind, -1)
    return -1


def _name(term: Term) -> str:
    return term.designations[0].text.content if term.designations else term.label


@checks("T03")
def definitions(context: Context) -> Iterator[Finding]:
    """A definition can stand in place of its term: it demands nothing and begins with the thing."""
    for said in context.said:
        if (
            said.place.role == "definition"
            and said.modality.kind == "requirement"
            and said.modality.words
        ):
            one = said.modality.words[0]
            yield rule("T03")(said.place, "requirement", (one.start, one.end), word=one.text)
    for place in context.places:
        if place.role != "definition":
            continue
        for form in words("definition_leads")["en" if place.language.startswith("en") else "zh"]:
            found = re.match(form["pattern"], place.content)
            if found:
                mend = "" if form.get("mend") else None
                yield rule("T03")(place, "lead", found.span(1), mend=mend, written=found[1].strip())
                break
        else:
            yield from _own_name(place)


def _own_name(place: Place) -> Iterator[Finding]:
    """`X是……`: it repeats the term."""
    holder = place.holder
    for one in holder.designations if isinstance(holder, Term) else ():
        name = one.text.content
        found = re.match(rf"{re.escape(name)}\s*(?:是指|是|指|,|，|：| is | means )", place.content)
        if found and name:
            yield rule("T03")(place, "lead", found.span(), mend="", written=found[0])


@checks("T06")
def sources(context: Context) -> Iterator[Finding]:
    """A definition taken over says whence: number with its year, entry, and whether it is changed."""
    for place in context.places:
        if place.role != "source":
            continue
        found = next(iter(numbers.find(place.content)), None)
        if found is None:
            continue
        if not found.number.year:
            yield rule("T06")(
                place,
                "undated",
                (found.start, found.end),
                number=place.content[found.start : found.end],
            )
        if not _CLAUSE.search(place.content, found.end):
            yield rule("T06")(place, "entry", (found.end, found.end))
        changed = _CHANGED.search(place.content)
        if changed and context.language == "zh" and not context.is_old:
            yield rule("T06")(place, "changed", changed.span(), mend="，有修改", written=changed[0])


@checks("T07")
def english_terms(context: Context) -> Iterator[Finding]:
    """English terms in lower case, but for names and abbreviations."""
    for place in context.places:
        if place.role != "designation" or not place.language.startswith("en"):
            continue
        text = place.content
        parts = re.findall(r"[A-Za-z]+", text)
        kept = words("capital_words")
        if not parts or not re.fullmatch(r"[A-Z][a-z]+", parts[0]) or parts[0] in kept:
            continue
        holder = place.holder
        at = int(place.part.rpartition("/")[2]) - 1
        if isinstance(holder, Term) and holder.designations[at].kind != "term":
            continue
        others = [one for one in parts[1:] if one[0].isupper()]
        start = text.index(parts[0])
        mend = text[start].lower() if not others else None
        yield rule("T07")(place, "capital", (start, start + 1), mend=mend, term=text)

"""R02, R03, R07: normative references (规范性引用文件)."""

import re
from collections.abc import Iterator

from guiju.core import numbers
from guiju.core.documents.model import Paragraph, Reference, Section
from guiju.core.drafting.finding import Finding
from guiju.core.drafting.rulebook import any_word, is_phrase, phrases, words
from guiju.core.drafting.rules.context import Context
from guiju.core.drafting.rules.places import Place
from guiju.core.drafting.rules.registry import checks, rule

Key = tuple[int, str, tuple[int, str], tuple[tuple[int, str], ...], str]
Listed = tuple[Reference, numbers.Number | None]


def listed(context: Context) -> list[Listed]:
    """The entries of clause 2 with their numbers read."""
    return [
        (one, numbers.try_read(one.number) if one.number else None)
        for path, one in context.blocks
        if path and path[0].kind == "normative-references" and isinstance(one, Reference)
    ]


@checks("R02")
def form_of_the_list(context: Context) -> Iterator[Finding]:
    """The fixed lead and a list, or the sentence that there are none."""
    section = next(context.top("normative-references"), None)
    if section is None:
        return
    entries = listed(context)
    leads = [one for one in section.blocks if isinstance(one, Paragraph) and one.text]
    if section.sections:
        first = section.sections[0]
        yield rule("R02")(None, "divided", address=first.address, part="title", line=first.line)
    yield from _lead(context, section, leads, bool(entries))
    for place in context.in_zone("normative-references"):
        if place.role != "reference":
            continue
        text = place.content.rstrip()
        holder = place.holder
        if isinstance(holder, Reference) and holder.label:
            yield rule("R02")(place, "label", label=holder.label)
        if text.endswith(("。", "；", ";", "，", ",")):
            yield rule("R02")(place, "stop", (len(text) - 1, len(text)), mend="")


def _lead(
    context: Context, section: Section, leads: list[Paragraph], has_entries: bool
) -> Iterator[Finding]:
    language, none = context.language, "references_none"
    if not leads:
        say = "no_lead" if has_entries else "empty"
        yield rule("R02")(None, say, address=section.address, part="title", line=section.line)
    for one in leads:
        says_none = is_phrase(one.text.content, none, language)
        if says_none and has_entries:
            yield _of(one, "both")
        elif (
            not says_none
            and not has_entries
            and is_phrase(one.text.content, "references", language)
        ):
            yield _of(one, "no_entries")
        elif not says_none and any_word("reference_leads", language).search(one.text.content):
            yield from _wording(context, one)


def _wording(context: Context, one: Paragraph) -> Iterator[Finding]:
    text, language = one.text.content, context.language
    if is_phrase(text, "references", language):
        return
    if is_phrase(text, "references_2009", language):
        if not context.is_old:
            yield _of(one, "old", phrases("references", language)[0])
    elif not context.is_old:
        yield _of(one, "lead", phrases("references", language)[0])


def _of(one: Paragraph, say: str, mend: str | None = None) -> Finding:
    return rule("R02")(
        None, say, (0, len(one.text.content)), address=one.address, line=one.line, mend=mend
    )


@checks("R03")
def order_of_the_list(context: Context) -> Iterator[Finding]:
    """By issuer, then by number; what is found is the fewest entries that would have to move."""
    entries = [
        (one, _order(number))
        for one, number in listed(context)
        if number and number.kind == "standard"
    ]
    keys = [key for _, key in entries]
    kept = _longest_rising(keys)
    for at, (one, key) in enumerate(entries):
        if at in kept:
            continue
        stay = [(other, place) for place, other in enumerate(keys) if place in kept]
        later = next((place for other, place in stay if other >= key), None)
        say = "order" if later is not None and later < at else "behind"
        beside = later if say == "order" else max(place for other, place in stay if other <= key)
        yield rule("R03")(
            None, say, (0, len(one.text.content)), address=one.address, line=one.line,
            number=one.number, other=entries[beside or 0][0].number,
        )  # fmt: skip


def _longest_rising(keys: list[Key]) -> set[int]:
    """The places of a longest run of keys that do not fall."""
    best: list[list[int]] = []
    for at, key in enumerate(keys):
        before: list[int] = []
        for run in best:
            if keys[run[-1]] <= key and len(run) > len(before):
                before = run
        best.append([*before, at])
    return set(sorted(best, key=len)[-1]) if best else set()


def _order(number: numbers.Number) -> Key:
    groups = words("reference_groups")
    publishers = "/".join(number.publishers)
    name = publishers if publishers in groups else number.level
    group = groups.index(name) if name in groups else len(groups)
    alone = name in words("ordered_by_number_alone")
    code = "" if alone else number.code
    return (group, code, _natural(number.seq), tuple(map(_natural, number.parts)), number.year)


def _natural(text: str) -> tuple[int, str]:
    found = re.match(r"[A-Z]*(\d+)", text)
    return (int(found[1]) if found else 0, text)


@checks("R07")
def what_may_be_cited(context: Context) -> Iterator[Finding]:
    """Neither laws, nor what is withdrawn, nor what the public cannot have."""
    for place in context.in_zone("normative-references"):
        holder = place.holder
        unnumbered = isinstance(holder, Reference) and not holder.number
        if unnumbered and not context.is_old and any_word("laws").search(place.content):
            yield rule("R07")(place, "law", (0, len(place.content)))
    if context.facts is None:
        return
    for place in context.places:
        if place.zone in ("foreword", "introduction", "bibliography"):
            continue
        for found in numbers.find(place.content):
            yield from _known(context, place, found)


def _known(context: Context, place: Place, found: numbers.Found) -> Iterator[Finding]:
    cited = context.facts.cited.get(numbers.canonical(found.number)) if context.facts else None
    if cited is None or cited.state == "in_force":
        return
    written = place.content[found.start : found.end]
    yield rule("R07")(
        place, cited.state, (found.start, found.end), number=written, by="、".join(cited.by)
    )

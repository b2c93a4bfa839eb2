"""A01, A02: annexes (附录)."""

import re
from collections.abc import Iterator
from typing import Any

from guiju.core.documents.model import Figure, Formula, Section, Table
from guiju.core.drafting.finding import Finding
from guiju.core.drafting.rulebook import words
from guiju.core.drafting.rules.context import Context
from guiju.core.drafting.rules.places import Place
from guiju.core.drafting.rules.registry import checks, rule

_NAMED = re.compile(
    r"(?:附\s*录|Annex(?:es)?|Appendix)\s*([A-Z](?:(?:、|和|,|，| and |～|~)\s*(?:附录\s*)?[A-Z](?![A-Za-z]))*)(?![A-Za-z])"
)
_SKIPPED = ("contents", "foreword", "normative-references", "bibliography", "index")


@checks("A01")
def annexes(context: Context) -> Iterator[Finding]:
    """Letters without gaps in the order of mention, each mentioned, marked, titled, numbered."""
    found = list(context.top("annex"))
    mentions = _mentions(context)
    for at, one in enumerate(found):
        expected = chr(ord("A") + at)
        if (one.label and one.label != expected and len(found) > 1) or one.label[:1] not in (
            "",
            expected,
        ):
            yield _at(one, "letter", label=one.label, expected=expected)
        if not one.title:
            yield _at(one, "untitled", label=one.label)
        if not one.nature:
            yield _at(one, "unmarked", label=one.label)
        if one.label and one.label not in mentions:
            yield _at(one, "not_mentioned", label=one.label)
        yield from _numbers(context, one)
        for place, start, end in mentions.get(one.label, []):
            yield from _nature(context, one, place, start, end)
    yield from _order(found, list(mentions))


def _mentions(context: Context) -> dict[str, list[tuple[Place, int, int]]]:
    """Letter → where the text names the annex, in order of first mention."""
    found: dict[str, list[tuple[Place, int, int]]] = {}
    for place in context.places:
        if place.zone in _SKIPPED or place.role == "reference":
            continue
        for one in _NAMED.finditer(place.content):
            for letter in _letters(one[1]):
                inside = place.path and place.path[0].label == letter and place.zone == "annex"
                if not inside:
                    found.setdefault(letter, []).append((place, one.start(), one.end()))
        for one in re.finditer(
            r"(?<![A-Za-z\d.])(?:[表图]\s*)?([A-Z])\.\d+(?!\d*[A-Za-z])", place.content
        ):
            if not (place.path and place.path[0].label == one[1] and place.zone == "annex"):
                found.setdefault(one[1], [])
    return found


def _letters(written: str) -> list[str]:
    letters = re.findall(r"[A-Z]", written.replace("附录", ""))
    if re.search(r"[～~]", written) and len(letters) == 2:
        return [chr(one) for one in range(ord(letters[0]), ord(letters[1]) + 1)]
    return letters


def _order(found: list[Section], mentioned: list[str]) -> Iterator[Finding]:
    known = [one.label for one in found if one.label in mentioned]
    order = [one for one in mentioned if one in known]
    for one, other in zip(known, order, strict=True):
        if one != other:
            section = next(part for part in found if part.label == other)
            yield _at(section, "mention_order", label=other, before=one)
            return


def _nature(
    context: Context, one: Section, place: Place, start: int, end: int
) -> Iterator[Finding]:
    """应符合附录A and 见 of a normative clause make it normative, 参见 informative."""
    signs = words("annex_signs")[context.language]
    before, behind = place.content[max(0, start - 10) : start], place.content[end : end + 10]
    informative_place = place.role in ("note", "example", "footnote") or place.is_informative_annex
    needs = bool(re.search(signs["normative_before"], before)) or bool(
        signs["normative_behind"] and re.search(signs["normative_behind"], behind)
    )
    if one.nature == "informative" and not informative_place and needs:
        yield rule("A01")(place, "named_normative", (start, end), label=one.label)
    if one.nature == "normative" and re.search(signs["informative_before"], before):
        yield rule("A01")(place, "named_informative", (start, end), label=one.label)


def _numbers(context: Context, one: Section) -> Iterator[Finding]:
    for part in one.sections:
        if part.label and not part.label.startswith(f"{one.label}."):
            yield _at(part, "prefix", label=part.label, annex=one.label)
    for path, block in context.blocks:
        if not path or path[0] is not one or not isinstance(block, Table | Figure | Formula):
            continue
        if block.label and not block.label.startswith(f"{one.label}.") and not _is_part(block):
            yield rule("A01")(
                None, "prefix", address=block.address, line=block.line, label=block.label,
                annex=one.label, part="title",
            )  # fmt: skip


def _is_part(block: object) -> bool:
    return isinstance(block, Figure) and bool(re.fullmatch(r"[（(]?[a-z][)）]", block.label))


@checks("A02")
def no_front_elements(context: Context) -> Iterator[Finding]:
    """An annex has no chapters of scope, references or terms."""
    titles = words("not_in_annexes")[context.language]
    for path in context.paths:
        one = path[-1]
        if path[0].kind == "annex" and len(path) == 2 and one.title.content.strip() in titles:
            yield _at(one, "element", title=one.title.content)


def _at(one: Section, say: str, **values: Any) -> Finding:
    name = "A02" if say == "element" else "A01"
    return rule(name)(None, say, address=one.address, part="title", line=one.line, **values)

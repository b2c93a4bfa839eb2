"""S04–S09: chapters and clauses numbered and titled (章、条的编号和标题)."""

import re
from collections.abc import Iterator
from typing import Any

from guiju.core.documents.model import Section, Term
from guiju.core.drafting.finding import Finding
from guiju.core.drafting.rulebook import words
from guiju.core.drafting.rules.context import Context
from guiju.core.drafting.rules.registry import checks, rule

_CHAPTERS = ("scope", "normative-references", "terms", "symbols", "clause")
_LAST = re.compile(r"(\d+)[a-z]?$")


@checks("S04")
def chapters(context: Context) -> Iterator[Finding]:
    """From 1 without gaps up to the annexes, each with a title."""
    expected = 1
    for one in context.top(*_CHAPTERS):
        if not one.label:
            yield _at(one, "S04", "unnumbered", title=one.title.content)
            continue
        if one.label.isdecimal() and one.label != str(expected):
            yield _at(one, "S04", "gap", label=one.label, expected=expected)
        if one.label.isdecimal():
            expected = int(one.label) + 1
        if not one.title:
            yield _at(one, "S04", "untitled", label=one.label)


@checks("S05")
def subclauses(context: Context) -> Iterator[Finding]:
    """A number begins with that of the clause above and counts on."""
    for path in context.paths:
        above = path[-1]
        if not above.label or above.kind in ("foreword", "bibliography", "index", "contents"):
            continue
        entries: list[Section | Term] = [one for one in above.blocks if isinstance(one, Term)]
        yield from _counted(above, [*entries, *above.sections])


def _counted(above: Section, parts: list[Section | Term]) -> Iterator[Finding]:
    """Entries of a group of terms may stand beside each other: 3.5, 3.5.1, 3.5.2, 3.6."""
    reached: dict[str, int] = {}
    for one in parts:
        found = _LAST.search(one.label)
        if not found:
            continue
        before = one.label[: found.start()]
        inner = isinstance(one, Term) and before.startswith(f"{above.label}.")
        if before != f"{above.label}." and not inner:
            yield _at(one, "S05", "parent", label=one.label, above=above.label)
            continue
        expected = reached.get(before, 0) + 1
        if found[1] != str(expected):
            yield _at(one, "S05", "gap", label=one.label, expected=f"{before}{expected}")
        reached[before] = int(found[1])


@checks("S06")
def depth(context: Context) -> Iterator[Finding]:
    """At most five levels of clauses below a chapter."""
    most = words("deepest_clause")
    for path in context.paths:
        one = path[-1]
        if one.label.count(".") > most:
            yield _at(one, "S06", "deep", label=one.label, most=most)


@checks("S07")
def lone_clauses(context: Context) -> Iterator[Finding]:
    """Where there is a first clause there is a second."""
    for path in context.paths:
        above = path[-1]
        counted = [one for one in above.sections if one.label]
        entries = [one for one in above.blocks if isinstance(one, Term)]
        if len(counted) == 1 and not entries:
            yield _at(counted[0], "S07", "lone", label=counted[0].label)


@checks("S08")
def titles_of_siblings(context: Context) -> Iterator[Finding]:
    """Clauses beside each other have all a title or none; those of the first level have one."""
    for path in context.paths:
        above = path[-1]
        if above.kind == "terms":
            continue
        counted = [one for one in above.sections if one.label]
        bare = [one for one in counted if not one.title]
        if bare and len(bare) < len(counted):
            fewer = bare if len(bare) * 2 <= len(counted) else [one for one in counted if one.title]
            for one in fewer:
                yield _at(one, "S08", "mixed", label=one.label, above=above.label)
        elif bare and len(path) == 1:
            yield _at(bare[0], "S08", "first_level", label=above.label)


@checks("S09")
def untitled_clauses(context: Context) -> Iterator[Finding]:
    """A clause without a title has no clauses below it."""
    for path in context.paths:
        one = path[-1]
        if (
            one.level > 1
            and one.label
            and not one.title
            and any(part.label for part in one.sections)
        ):
            yield _at(one, "S09", "divided", label=one.label)


def _at(one: Section | Term, name: str, say: str, **values: Any) -> Finding:
    part = "title" if isinstance(one, Section) else ""
    return rule(name)(None, say, address=one.address, part=part, line=one.line, **values)

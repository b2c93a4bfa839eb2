"""F01, F02: cover and table of contents (封面、目次)."""

import re
from collections.abc import Iterator

from guiju.core import numbers
from guiju.core.drafting.finding import Finding
from guiju.core.drafting.rulebook import words
from guiju.core.drafting.rules.context import Context
from guiju.core.drafting.rules.registry import checks, rule

_LINE = re.compile(
    r"^\s*(?:第\s*)?((?:附录\s*)?[A-Z]?\d*(?:\.\d+)*)\s*章?[\s\u3000]*(.*?)[\s\u3000.…·]*([ivxIVX\u2160-\u216b\d]*)\s*$"
)


@checks("F01")
def cover(context: Context) -> Iterator[Finding]:
    """What the cover says; a draft has no dates yet."""
    meta = context.document.meta
    level = context.number.level if context.number else ""
    has = {
        "title": any(text for _, text in meta.titles),
        "title_en": any(language.startswith("en") for language, _ in meta.titles),
        "number": bool(meta.number),
        "level": bool(meta.level),
        "ics": bool(meta.ics),
        "ccs": bool(meta.ccs),
        "issued": bool(meta.issued),
        "effective": bool(meta.effective),
        "issuers": bool(meta.issuers),
        "registration": bool(meta.registration),
        "adopts": bool(meta.adopts),
    }
    for row in words("cover"):
        asked = context.mode in row["modes"] and level in row.get("levels", [level])
        if asked and not has[row["field"]]:
            yield rule("F01")(None, row.get("say", "missing"), zh=row["zh"], en=row["en"])
    if meta.number and context.number is None:
        yield rule("F01")(None, "unreadable", number=meta.number)
    elif meta.number and "-" in meta.number and context.language == "zh" and _is_chinese(context):
        yield rule("F01")(None, "dash", number=meta.number)


def _is_chinese(context: Context) -> bool:
    found = context.number
    return found is not None and bool(found.year) and not found.publishers


@checks("F02")
def contents(context: Context) -> Iterator[Finding]:
    """A table of contents written by hand lists clauses as they are called, and no term entries."""
    entries = {term.label: term for _, term in context.terms}
    titles = {path[-1].label: path[-1].title.content for path in context.paths if path[-1].label}
    for place in context.in_zone("contents"):
        found = _LINE.match(place.content) if place.role in ("text", "item") else None
        label = found[1].replace("附录", "").strip() if found else ""
        if not found or not label:
            continue
        if label in entries:
            yield rule("F02")(place, "entry", (0, len(place.content)), label=label)
        elif label in titles and _bare(titles[label]) not in _bare(found[2]):
            yield rule("F02")(
                place, "differs", (0, len(place.content)), label=label, title=titles[label]
            )
        elif label not in titles:
            yield rule("F02")(place, "nowhere", (0, len(place.content)), label=label)


def _bare(title: str) -> str:
    return re.sub(r"\s+", "", numbers.squash(title))

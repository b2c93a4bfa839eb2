"""R09, R10: how the document speaks of itself and of its parts (提及文件自身)."""

import re
from collections.abc import Iterator

from guiju.core import numbers
from guiju.core.documents.pointing import pointers as pointers_of
from guiju.core.drafting.finding import Finding
from guiju.core.drafting.rulebook import words
from guiju.core.drafting.rules.context import Context
from guiju.core.drafting.rules.places import Place
from guiju.core.drafting.rules.quoting import quoted
from guiju.core.drafting.rules.registry import checks, rule

_LOOKED_UP = ("clause", "annex", "table", "figure")
_STOP = re.compile(r"[。；;]")


@checks("R09")
def itself(context: Context) -> Iterator[Finding]:
    """A document calls itself 本文件."""
    forms = words("self_names")[context.language]
    is_part = bool(context.number and context.number.parts)
    for place in context.places:
        if place.role in ("reference", "quote", "designation"):
            continue
        spans = quoted(place.content)
        for form in forms:
            if form.get("part") and not is_part:
                continue
            for found in re.finditer(form["pattern"], place.content):
                if not any(start <= found.start() < end for start, end in spans):
                    yield rule("R09")(
                        place, "self", found.span(), mend=form["mend"],
                        written=found[0], wanted=form["mend"],
                    )  # fmt: skip


@checks("R10")
def pointers(context: Context) -> Iterator[Finding]:
    """第4章; 5.2; 附录C; 表2; 公式（3）: in this form, and to what there is."""
    for place in context.places:
        if place.zone in ("contents", "bibliography", "foreword") or place.role in (
            "reference",
            "quote",
        ):
            continue
        if context.language == "zh":
            yield from _forms(place, context)
        yield from _nowhere(context, place)


def _forms(place: Place, context: Context) -> Iterator[Finding]:
    for form in words("pointer_forms"):
        if context.is_old and not form.get("old"):
            continue
        for found in re.finditer(form["pattern"], place.content):
            mend = found.expand(form["mend"])
            yield rule("R10")(place, "form", found.span(), mend=mend, written=found[0], wanted=mend)
    others = _of_others(place)
    for found in re.finditer(words("vague_pointers"), place.content):
        if not _is_inside(others, found.start()):
            yield rule("R10")(place, "vague", found.span(), written=found[0])


def _nowhere(context: Context, place: Place) -> Iterator[Finding]:
    """What the document points to and has not; a document without numbered clauses has none to miss."""
    others = _of_others(place)
    for one in pointers_of(place.content):
        kind = one.kind
        if kind not in _LOOKED_UP or not one.sure or one.of or _is_inside(others, one.start):
            continue
        if place.role == "title" and kind != "clause":
            continue
        there = context.labels[kind]
        if not one.named and any(one.label in some for some in context.labels.values()):
            continue  # C.1 of a figure whose word a link has lost
        if one.label not in there and (there or kind != "clause"):
            yield rule("R10")(
                place, "nowhere", (one.start, one.end), written=place.content[one.start : one.end]
            )


def _is_inside(spans: list[tuple[int, int]], at: int) -> bool:
    return any(start <= at < end for start, end in spans)


def _of_others(place: Place) -> list[tuple[int, int]]:
    """Where the text speaks of another document: from its number to the end of the sentence."""
    found = []
    for one in numbers.find(place.content):
        stop = _STOP.search(place.content, one.end)
        found.append((one.start, stop.start() if stop else len(place.content)))
    return found

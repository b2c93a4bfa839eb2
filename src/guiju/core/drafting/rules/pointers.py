"""R09, R10: how the document speaks of itself and of its parts (提及文件自身)."""

import re
from collections.abc import Iterator

from guiju.core import numbers
from guiju.core.drafting.finding import Finding
from guiju.core.drafting.rulebook import words
from guiju.core.drafting.rules.context import Context
from guiju.core.drafting.rules.places import Place
from guiju.core.drafting.rules.quoting import quoted
from guiju.core.drafting.rules.registry import checks, rule

_FORMS: tuple[tuple[str, str], ...] = (
    (r"第\s*(\d+(?:\.\d+)+)\s*[条款节章]", r"\1"),
    (r"第\s*([A-Z](?:\.\d+)+)\s*[条款节章]", r"\1"),
    (r"(?<=[见按])(\d{1,2})章", r"第\1章"),
    (r"(?<![公方])(?<=[见按由用])式\s*[（(]\s*([A-Z]?\.?\d+)\s*[）)]", r"公式（\1）"),
    (r"公式\s*([A-Z]\.\d+|\d+)(?![\d.）)])", r"公式（\1）"),
    (r"附件\s*([A-Z])(?![A-Za-z])", r"附录\1"),
)
_POINTER = re.compile(
    r"(?:(?<=见)|(?<=按)|(?<=按照)|(?<=符合)|(?<=满足)|(?<=依据)|(?<=根据)|(?<=执行)|(?<=[（(]见))\s*"
    r"(?:第\s*(?P<chapter>\d{1,2})\s*章|(?P<clause>\d{1,2}(?:\.\d{1,2}){1,5}|[A-Z](?:\.\d{1,2}){1,5}))"
    r"(?![\d.]*\s*[%~～℃°a-zA-Zμ])"
)
_NAMED = re.compile(
    r"(?P<kind>表|图|附录)\s*(?P<label>[A-Z]?\.?\d{1,3}|(?<=附录)[A-Z]|(?<=附录 )[A-Z])(?![\dA-Za-z.])"
)
_VAGUE = re.compile(
    r"(?:见|如|按)(?:下|上|右|左)[表图](?:所示)?|(?<![一以])(?:下|上)[表图](?:所示|中|为|给出)"
)


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
    cited = _behind_numbers(place)
    for pattern, wanted in _FORMS if not context.is_old else _FORMS[:3]:
        for found in re.finditer(pattern, place.content):
            mend = found.expand(wanted)
            yield rule("R10")(place, "form", found.span(), mend=mend, written=found[0], wanted=mend)
    for found in _VAGUE.finditer(place.content):
        if not any(start <= found.start() < end for start, end in cited):
            yield rule("R10")(place, "vague", found.span(), written=found[0])


def _nowhere(context: Context, place: Place) -> Iterator[Finding]:
    there = context.labels
    cited = _behind_numbers(place)

    def outside(at: int) -> bool:
        return any(start <= at < end for start, end in cited)

    for found in _POINTER.finditer(place.content):
        label = found["chapter"] or found["clause"]
        if (
            label
            and label not in there["clause"]
            and not outside(found.start())
            and there["clause"]
        ):
            yield rule("R10")(
                place, "nowhere", (found.start(), found.end()), written=found[0].strip()
            )
    if place.role == "title":
        return
    for found in _NAMED.finditer(place.content):
        kind = {"表": "table", "图": "figure", "附录": "annex"}[found["kind"]]
        known = found["label"] in there[kind] or outside(found.start())
        if not known and not _is_word(place.content, found.start()):
            yield rule("R10")(place, "nowhere", found.span(), written=found[0])


def _is_word(content: str, at: int) -> bool:
    """代表1, 地图2: no table and no figure; GB/T … 的表3 is another document's."""
    return content[max(0, at - 1) : at] in words("before_table_or_figure")


def _behind_numbers(place: Place) -> list[tuple[int, int]]:
    """Where the text speaks of another document: from its number to the end of the sentence."""
    found = []
    for one in numbers.find(place.content):
        stop = re.search(r"[。；;]", place.content[one.end :])
        found.append((one.start, one.end + (stop.start() if stop else len(place.content))))
    return found

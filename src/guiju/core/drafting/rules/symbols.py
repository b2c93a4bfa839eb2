"""Y01: symbols and abbreviations (符号和缩略语)."""

import re
from collections.abc import Iterator

from guiju.core.documents.model import Item, Paragraph
from guiju.core.drafting.finding import Finding
from guiju.core.drafting.rulebook import is_phrase
from guiju.core.drafting.rules.context import Context
from guiju.core.drafting.rules.registry import checks, rule

_LEADS = ("symbols", "abbreviations", "symbols_and_abbreviations")
_ENTRY = re.compile(r"\s*([^\s:：—]{1,24})\s*(?:[:：]|——|—)\s*\S")


@checks("Y01")
def symbols(context: Context) -> Iterator[Finding]:
    """The fixed lead, then entries without numbers in the order of letters, capitals first."""
    for path in context.paths:
        section = path[-1]
        if path[0].kind != "symbols" or section.sections:
            continue
        texts = [one for one in section.blocks if isinstance(one, Paragraph)]
        if texts and not _is_lead(texts[0], context):
            yield rule("Y01")(
                None, "lead", address=section.address, part="title", line=section.line
            )
        last: tuple[tuple[str, bool], ...] = ()
        for place in context.places:
            if place.path != path or place.role not in ("text", "item"):
                continue
            holder = place.holder
            found = _ENTRY.match(place.content)
            if isinstance(holder, Item) or not found or not found[1][0].isascii():
                continue
            key = tuple((sign.lower(), sign.islower()) for sign in found[1] if sign.isalnum())
            if key < last:
                yield rule("Y01")(place, "order", found.span(1), symbol=found[1])
            last = max(last, key)


def _is_lead(one: Paragraph, context: Context) -> bool:
    return any(is_phrase(one.text.content, name, context.language) for name in _LEADS)

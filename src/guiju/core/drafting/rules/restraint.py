"""S16, X02, X03: what a standard leaves to others, and where it warns (不应规定的内容、安全提示)."""

import re
from collections.abc import Iterator

from guiju.core.documents.model import Note
from guiju.core.drafting.finding import Finding
from guiju.core.drafting.rulebook import any_word
from guiju.core.drafting.rules.context import Context
from guiju.core.drafting.rules.registry import checks, rule

_MARKED = re.compile(r"(?<![A-Za-z0-9-])[A-Za-z][A-Za-z0-9-]{0,40}\s?[®™]")


@checks("S16")
def contracts_and_penalties(context: Context) -> Iterator[Finding]:
    """No claims and payments between parties, no measures of authorities."""
    listed = any_word("contract_words", context.language)
    for place in context.places:
        if (
            place.zone not in ("clause", "annex")
            or place.is_informative_annex
            or place.role not in ("text", "item", "cell")
        ):
            continue
        for found in listed.finditer(place.content):
            yield rule("S16")(place, "contract", found.span(), word=found[0])


@checks("X02")
def trade_names(context: Context) -> Iterator[Finding]:
    """A product is named by what it is; where a trade name must stand, a footnote qualifies it."""
    listed = any_word("trade_names")
    qualified = any_word("qualified_trade_name", context.language)
    for place in context.places:
        if place.zone not in ("scope", "terms", "symbols", "clause", "annex") or qualified.search(
            place.content
        ):
            continue
        if any(one.kind == "footnote" for one in place.text.marks):
            continue
        for pattern in (_MARKED, listed):
            for found in pattern.finditer(place.content):
                yield rule("X02")(place, "trade", found.span(), name=found[0])


@checks("X03")
def safety_prompts(context: Context) -> Iterator[Finding]:
    """What concerns the whole document stands before 范围, with 重要提示：, 危险：, 警告： or 注意：."""
    for path, block in context.blocks:
        if not path or not isinstance(block, Note) or path[0].kind not in ("scope", "clause"):
            continue
        whole = block.kind == "important" or (path[0].kind == "scope" and block.kind in _PROMPTS)
        if whole:
            yield _at(block, "after")
    for place in context.places:
        if place.role == "text" and place.zone in ("scope", "clause", "annex"):
            found = re.match(r"(重要提示|危险|警告|注意|警示)\s*(——|[-—!！])", place.content)
            if found:
                yield rule("X03")(place, "form", found.span(2), mend="：", written=found[0])


_PROMPTS = ("important", "danger", "warning", "caution")


def _at(block: Note, say: str) -> Finding:
    return rule("X03")(
        None, say, address=block.address, part="label", line=block.line, label=block.label
    )

"""L01: lists (列项)."""

import re
from collections.abc import Iterator
from typing import Any

from guiju.core.documents.model import Block, Item, Items, Paragraph
from guiju.core.documents.walking import Path
from guiju.core.drafting.finding import Finding
from guiju.core.drafting.rulebook import any_word, words
from guiju.core.drafting.rules.context import Context
from guiju.core.drafting.rules.registry import checks, rule

_ZONES = ("scope", "clause", "annex", "introduction", "symbols")
_END = re.compile(r"[。；;﹔：:.!?！？][”）)]?$")


@checks("L01")
def lists(context: Context) -> Iterator[Finding]:
    """A lead, two levels, their signs, ； between and 。 at the end."""
    for path in context.paths:
        if path[0].kind in _ZONES:
            yield from _in_blocks(path[-1].blocks, path, context, 1)


def _in_blocks(
    blocks: tuple[Block, ...], path: Path, context: Context, level: int
) -> Iterator[Finding]:
    before: Block | None = None
    for one in blocks:
        if isinstance(one, Items):
            if _is_key(one, before, context):
                before = one
                continue
            if level > words("deepest_list"):
                yield _at(one, "deep")
            if before is None or not isinstance(before, Paragraph | Items):
                if level == 1 and not path[-1].title.content.rstrip().endswith(("：", ":")):
                    yield _at(one, "no_lead")
            elif isinstance(before, Paragraph):
                yield from _lead(before)
            yield from _items(one, path, context, level)
        before = one


def _is_key(one: Items, before: Block | None, context: Context) -> bool:
    """式中： and the like explain symbols; each is the label of its item."""
    if isinstance(before, Paragraph) and any_word("where", context.language).search(
        before.text.content
    ):
        return True
    return not any(
        re.fullmatch(words("item_signs"), item.label) for item in one.items if item.label
    )


def _lead(one: Paragraph) -> Iterator[Finding]:
    text = one.text.content.rstrip()
    if text and not text.endswith(("：", ":")):
        start = len(text) - 1 if text.endswith(("。", ".", "，")) else len(text)
        mend = ":" if text.isascii() else "："
        yield rule("L01")(
            None, "lead", (start, len(text)), address=one.address, line=one.line, mend=mend
        )


def _items(one: Items, path: Path, context: Context, level: int) -> Iterator[Finding]:
    forms = words("item_labels")[level - 1] if level <= words("deepest_list") else None
    for item in one.items:
        if forms and item.label and not re.fullmatch(forms["allowed"], item.label.strip()):
            yield _label(item, forms)
        yield from _in_blocks(item.blocks, path, context, level + 1)
    if context.language == "zh":
        yield from _ends(one, level)


def _label(item: Item, forms: dict[str, Any]) -> Finding:
    for form in forms["mends"]:
        found = re.fullmatch(form["pattern"], item.label.strip())
        if found:
            mend = found.expand(form["mend"])
            return rule("L01")(
                None, "label", (0, len(item.label)), address=item.address, part="label",
                line=item.line, mend=mend, label=item.label,
            )  # fmt: skip
    return rule("L01")(
        None, "label", (0, len(item.label)), address=item.address, part="label", line=item.line,
        label=item.label,
    )  # fmt: skip


def _ends(one: Items, level: int) -> Iterator[Finding]:
    """； after each but the last. Items that hold whole sentences may all end with 。"""
    texts = [_last_text(item) for item in one.items]
    sentences = any(text and "。" in text.text.content.rstrip()[:-1] for text in texts)
    for at, text in enumerate(texts):
        is_last = at == len(texts) - 1
        if text is None:
            continue
        content = text.text.content.rstrip()
        wanted = "。" if (is_last and level == 1) or sentences else "；"
        if not content or content.endswith(("：", ":")):
            continue
        if not _END.search(content):
            yield _end(text, "no_stop", len(content), len(content), wanted)
        elif not sentences and not is_last and content.endswith("。"):
            yield _end(text, "stop", len(content) - 1, len(content), "；")
        elif is_last and level == 1 and content.endswith(("；", ";")):
            yield _end(text, "last", len(content) - 1, len(content), "。")


def _last_text(item: Item) -> Paragraph | None:
    """The paragraph with which an item ends; None where it ends with something else."""
    last = item.blocks[-1] if item.blocks else None
    return last if isinstance(last, Paragraph) else None


def _end(one: Paragraph, say: str, start: int, end: int, wanted: str) -> Finding:
    return rule("L01")(
        None, say, (start, end), address=one.address, line=one.line, mend=wanted, wanted=wanted
    )


def _at(one: Items, say: str) -> Finding:
    return rule("L01")(None, say, address=one.address, line=one.line)

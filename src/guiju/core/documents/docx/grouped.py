"""Content controls that hold one block together (内容控件): what our own files say of themselves.

The tag names the block; what stands inside is read as everywhere else, so that words changed in a
word processor are changed here too.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from guiju.core.documents.docx.said import OURS
from guiju.core.documents.lines import Line
from guiju.core.documents.model import (
    Block,
    Figure,
    Footnote,
    Item,
    Items,
    Note,
    Paragraph,
    Quote,
    Table,
    Text,
)
from guiju.core.documents.structure import body, left, lists
from guiju.core.documents.structure.cutting import cut
from guiju.core.documents.structure.doubts import Doubts
from guiju.core.documents.structure.marks import NOTES, sign_of
from guiju.core.documents.structure.seen import Seen, see

_KINDS = ("note", "list", "item", "quote", "code", "figure", "part", "table")
_LETTER = re.compile(r"([a-z])[)）]?\s+(?=\S)")


def is_group(tag: str) -> bool:
    return tag.startswith(OURS) and tag.removeprefix(OURS) in _KINDS


def block(tag: str, lines: Sequence[Line]) -> Block | None:
    """The block that the lines inside a control make; None where they make no such block whole."""
    seen = see(lines)
    made = _block(tag.removeprefix(OURS), seen) if seen else None
    return made if made is not None and left.is_whole(seen, made) else None


def _block(kind: str, seen: Sequence[Seen]) -> Block | None:
    if kind == "code":
        return Quote(code=True, blocks=_blocks(seen), line=seen[0].line.line)
    if kind == "quote":
        return Quote(blocks=_blocks(seen), line=seen[0].line.line)
    if kind == "list":
        return _items(seen)
    if kind == "item":
        return Items(items=(_item(seen),), line=seen[0].line.line)
    if kind == "note":
        return _note(seen)
    if kind == "part":
        return _part(seen)
    return _table(_blocks(seen)) if kind == "table" else _figure(seen)


def _blocks(seen: Sequence[Seen]) -> tuple[Block, ...]:
    return body.blocks(seen, Doubts())


def _items(seen: Sequence[Seen]) -> Items:
    items: list[Item] = []
    for one in _blocks(seen):
        if isinstance(one, Items):
            items += one.items
    return Items(items=tuple(items), line=seen[0].line.line)


def _item(seen: Sequence[Seen]) -> Item:
    first = seen[0]
    sign = sign_of(first.plain)
    label, rest = "", first.text
    if sign.kind == "item":
        label, rest = sign.label, cut(first.text, sign.end)
    elif first.line.block is None:
        label, rest = lists.symbol(first.text) or (label, rest)
    head = [Seen(replace(first.line, number=""), rest)] if rest else []
    if first.line.block is not None:
        head = [first]
    return Item(label=label, blocks=_blocks([*head, *seen[1:]]), line=first.line.line)


def _note(seen: Sequence[Seen]) -> Block | None:
    first = seen[0]
    sign = sign_of(first.plain)
    kind = next((one for one in NOTES if one == sign.kind), None)
    if kind is None:
        return None
    rest = cut(first.text, sign.end)
    head = [Seen(replace(first.line, number=""), rest)] if rest else []
    blocks = _blocks([*head, *seen[1:]])
    return Note(kind=kind, label=sign.label, blocks=blocks, line=first.line.line)


def _part(seen: Sequence[Seen]) -> Figure:
    """分图: pictures, and a) with its title below."""
    images = tuple(
        x for one in seen if isinstance(one.line.block, Figure) for x in one.line.block.images
    )
    last = seen[-1]
    text = last.text if last.line.block is None else Text()
    sign = sign_of(text.content)
    label = sign.label if sign.kind == "item" else ""
    title = cut(text, sign.end) if label else text
    return Figure(label=label, title=title, images=images, line=seen[0].line.line)


def _figure(seen: Sequence[Seen]) -> Block | None:
    """A figure with its parts, notes and footnotes; its caption is the last line."""
    blocks = _blocks(seen)
    figures = [one for one in blocks if isinstance(one, Figure)]
    is_captioned = seen[-1].line.block is None and sign_of(seen[-1].plain).kind == "figure"
    line = seen[0].line.line
    main = figures.pop() if is_captioned else Figure(label="", title=Text(), line=line)
    images = tuple(x for one in figures if not (one.label or one.title) for x in one.images)
    inner = tuple(one for one in figures if one.label or one.title)
    key = tuple(one for one in blocks if isinstance(one, Items))
    main = replace(main, images=images + main.images, parts=inner, key=main.key or key, line=line)
    return _with_rest(main, blocks, "figure")


def _table(blocks: Sequence[Block]) -> Block | None:
    found = next((one for one in blocks if isinstance(one, Table)), None)
    return _with_rest(found, blocks, "table") if found is not None else None


def _with_rest(main: Table | Figure, blocks: Sequence[Block], word: str) -> Table | Figure:
    """The table or figure with the title, notes and footnotes that stand in its control."""
    notes = tuple(one for one in blocks if isinstance(one, Note))
    footnotes, title = [], main.title
    for one in blocks:
        if not isinstance(one, Paragraph):
            continue
        sign = _LETTER.match(one.text.content)
        if sign:
            inside = (replace(one, text=cut(one.text, sign.end())),)
            name = f"{word}-{main.label}-{sign[1]}"
            footnotes.append(Footnote(id=name, label=sign[1], blocks=inside, line=one.line))
        elif not title:
            title = one.text
    return replace(
        main, title=title, notes=(*main.notes, *notes), footnotes=(*main.footnotes, *footnotes)
    )

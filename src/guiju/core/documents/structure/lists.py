"""List items (列项) of two levels and lists of symbols (式中、标引序号说明)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from guiju.core.documents.model import Block, Item, Items, Paragraph, Text
from guiju.core.documents.structure.cutting import cut
from guiju.core.documents.structure.marks import shape
from guiju.core.documents.structure.words import folded

_SYMBOL = re.compile(
    r"\s*(?P<symbol>[^\s—–―─:：][^—–―─:：]{0,24}?)\s*(?:[—–―─]{1,4}|-{2,4}|[:：])\s*(?=\S)"
)
_IS_THE = re.compile(r"\s*(?P<symbol>[^\s,]{1,16})\s+(?=(?:is|are|denotes)\s)")
_CHINESE_WORD = re.compile(r"[\u3400-\u9fff]{5,}")


@dataclass(slots=True)
class _Open:
    """An item that may still grow."""

    label: str
    line: int
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class OpenList:
    """A list under way; `levels` are its open items from the outer to the inner."""

    line: int
    done: list[list[Item]] = field(default_factory=list)
    levels: list[_Open] = field(default_factory=list)

    def add(self, label: str, text: Text, line: int) -> None:
        depth = next(
            (at for at, one in enumerate(self.levels) if shape(one.label) == shape(label)),
            len(self.levels),
        )
        self._close(depth)
        if depth == len(self.done):
            self.done.append([])
        self.levels.append(_Open(label, line, [Paragraph(text=text, line=line)] if text else []))

    def put(self, block: Block) -> None:
        """A block that belongs to the innermost item."""
        self.levels[-1].blocks.append(block)

    def leads_on(self) -> bool:
        """Whether the innermost item ends in a colon, so that what follows is its own."""
        blocks = self.levels[-1].blocks
        last = blocks[-1] if blocks else None
        return isinstance(last, Paragraph) and last.text.content.endswith((":", "："))

    def continues(self, label: str) -> bool:
        """Whether a label goes on with this list, rather than beginning a new one."""
        plain = label.strip("()（）")
        if plain not in ("a", "1"):
            return True
        return all(shape(one.label) != shape(label) for one in self.levels) or len(self.levels) > 1

    def finish(self) -> Items:
        self._close(0)
        return Items(items=tuple(self.done[0]), line=self.line)

    def _close(self, depth: int) -> None:
        while len(self.levels) > depth:
            last = self.levels.pop()
            inner = self.done[len(self.levels) + 1 :]
            del self.done[len(self.levels) + 1 :]
            for items in inner:
                last.blocks.append(Items(items=tuple(items), line=items[0].line))
            self.done[len(self.levels)].append(
                Item(label=last.label, blocks=tuple(last.blocks), line=last.line)
            )


def symbol(text: Text) -> tuple[str, Text] | None:
    """P——坡度: the symbol and what it stands for; None when the line says no such thing."""
    line = folded(text.content)
    found = _SYMBOL.match(line) or _IS_THE.match(line)
    if not found or _CHINESE_WORD.search(found["symbol"]):
        return None
    return text.content[found.start("symbol") : found.end("symbol")].strip(), cut(text, found.end())


def symbols(rows: Sequence[tuple[str, Text, int]]) -> Items:
    """A list of symbols as items labelled by their symbol."""
    items = tuple(
        Item(label=label, blocks=(Paragraph(text=text, line=line),), line=line)
        for label, text, line in rows
    )
    return Items(items=items, line=rows[0][2])

"""From the lines under a heading to blocks (条文块): paragraphs, lists, notes, captions, formulas."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from guiju.core.documents.model import (
    Block,
    Figure,
    Formula,
    Items,
    Note,
    Paragraph,
    Table,
    Text,
)
from guiju.core.documents.structure import lists, tables
from guiju.core.documents.structure.cutting import cut
from guiju.core.documents.structure.doubts import Doubts
from guiju.core.documents.structure.marks import NOTES, Kind, Sign, caption_end, sign_of
from guiju.core.documents.structure.seen import Seen

_COLONS = (":", "：")
_BRACKETS = (")", "）")


def blocks(lines: Sequence[Seen], doubts: Doubts) -> tuple[Block, ...]:
    """The blocks that the lines make, in order."""
    return _Body(lines, doubts).read()


def linear_form(text: Text) -> str:
    """A formula on one line: indices after _ and ^."""
    content, end = "", 0
    for one in text.marks:
        if one.kind in ("sub", "sup") and one.start >= end:
            inside = text.content[one.start : one.end]
            sign = ("_" if one.kind == "sub" else "^") + (
                f"({inside})" if len(inside) > 1 else inside
            )
            content, end = content + text.content[end : one.start] + sign, one.end
    return " ".join((content + text.content[end:]).split())


@dataclass(slots=True)
class _Body:
    lines: Sequence[Seen]
    doubts: Doubts
    at: int = 0
    out: list[Block] = field(default_factory=list)
    items: lists.OpenList | None = None
    unit: Seen | None = None  # 单位为…, until its table or figure comes
    key: list[Block] = field(default_factory=list)

    def read(self) -> tuple[Block, ...]:
        while self.at < len(self.lines):
            one = self.lines[self.at]
            self.at += 1
            if one.line.block is not None:
                self._ready(one.line.block)
            else:
                self._line(one, sign_of(one.plain))
        self._end_list()
        self._end_key()
        self._end_unit()
        return tuple(self.out)

    def _line(self, one: Seen, sign: Sign) -> None:
        if sign.kind == "item":
            self._item(one, sign)
        elif sign.kind == "plain":
            self._plain(one)
        elif sign.kind in NOTES:
            self._note(one, sign)
        elif sign.kind == "unit":
            self._end_unit()
            self.unit = one
        elif sign.kind == "table":
            self._table(one, sign)
        elif sign.kind == "figure":
            self._figure(one, sign)
        elif sign.kind == "formula":
            linear = linear_form(cut(one.text, 0, sign.end))
            self._put(Formula(label=sign.label, linear=linear, line=one.line.line))
        else:
            self._symbols(one, sign)

    def _put(self, block: Block) -> None:
        self._end_list()
        self._end_key()
        self._end_unit()
        self.out.append(block)

    def _end_list(self) -> None:
        if self.items is not None:
            self.out.append(self.items.finish())
            self.items = None

    def _end_unit(self) -> None:
        """A unit without a table is a paragraph."""
        if self.unit is not None:
            self.out.append(Paragraph(text=self.unit.text, line=self.unit.line.line))
            self.unit = None

    def _taken_unit(self) -> str:
        found, self.unit = self.unit, None
        return sign_of(found.plain).label if found is not None else ""

    def _end_key(self) -> None:
        self.out += self.key
        self.key = []

    def _plain(self, one: Seen) -> None:
        paragraph = Paragraph(text=one.text, line=one.line.line)
        if self.items is not None and self.items.leads_on():
            self.items.put(paragraph)
        else:
            self._put(paragraph)

    def _item(self, one: Seen, sign: Sign) -> None:
        if self.items is not None and not self.items.continues(sign.label):
            self._end_list()
        if self.items is None:
            self._end_key()
            self._end_unit()
            self.items = lists.OpenList(one.line.line)
        self.items.add(sign.label, cut(one.text, sign.end), one.line.line)

    def _note(self, one: Seen, sign: Sign) -> None:
        """A note takes its own line, and the list or block to which it leads."""
        kind = next(name for name in NOTES if name == sign.kind)
        text = cut(one.text, sign.end)
        under: list[Seen] = []
        if not text or text.content.endswith(_COLONS):
            under = self._led_to(bool(text))
        inside: tuple[Block, ...] = (Paragraph(text=text, line=one.line.line),) if text else ()
        inside += blocks(under, self.doubts)
        note = Note(kind=kind, label=sign.label, blocks=inside, line=one.line.line)
        if self.items is not None and self._goes_on():
            self.items.put(note)
        else:
            self._put(note)

    def _goes_on(self) -> bool:
        """Whether the list goes on after this line."""
        following = self.lines[self.at] if self.at < len(self.lines) else None
        if following is None or following.line.block is not None or self.items is None:
            return False
        sign = sign_of(following.plain)
        return sign.kind == "item" and self.items.continues(sign.label)

    def _led_to(self, only_items: bool) -> list[Seen]:
        taken: list[Seen] = []
        while self.at < len(self.lines):
            following = self.lines[self.at]
            is_block = following.line.block is not None
            kind: Kind = "plain" if is_block else sign_of(following.plain).kind
            if kind == "item" or (not taken and not only_items and kind in ("plain", "formula")):
                taken.append(following)
                self.at += 1
                if is_block:
                    break
            else:
                break
        return taken

    def _ready(self, block: Block) -> None:
        if isinstance(block, Figure) and not block.unit:
            block = replace(block, unit=self._taken_unit())
        if isinstance(block, Table):
            block = tables.finished(block)
            first = tables.first_part(self.out, block)
            if first is not None:
                self._end_list()
                self.out[first] = tables.continued(self.out[first], block)
                return
            if not block.unit:
                block = replace(block, unit=self._taken_unit())
        self._put(block)

    def _table(self, one: Seen, sign: Sign) -> None:
        title = cut(one.text, sign.end, caption_end(one.plain))
        following = self._table_below()
        if following is None:
            following = Table(label="", title=Text(), head=(), body=())
            if not sign.continued:
                self.doubts.add("table-empty", sign.label, one.line.line)
        line = following.line or one.line.line
        table = replace(following, label=sign.label, title=title, line=line)
        if sign.continued:
            at = tables.first_of(self.out, sign.label)
            if at is not None and tables.is_named_alike(self.out[at], table):
                self._end_list()
                table = replace(table, unit=self._taken_unit())
                self.out[at] = tables.continued(self.out[at], table)
                return
            self.doubts.add("continued-alone", sign.label, one.line.line)
        self._ready(table)

    def _table_below(self) -> Table | None:
        """The table under a caption: ready, or rows whose cells tabs part."""
        if self.at < len(self.lines) and sign_of(self.lines[self.at].plain).kind == "unit":
            self._end_unit()
            self.unit = self.lines[self.at]
            self.at += 1
        if self.at >= len(self.lines):
            return None
        block = self.lines[self.at].line.block
        if isinstance(block, Table) and not block.label:
            self.at += 1
            return block
        rows = []
        while self.at < len(self.lines) and "\t" in self.lines[self.at].plain:
            rows.append(self.lines[self.at].plain.split("\t"))
            self.at += 1
        return tables.of_words(rows) if rows else None

    def _figure(self, one: Seen, sign: Sign) -> None:
        """A caption under the picture and its key."""
        title, line = cut(one.text, sign.end), one.line.line
        self._end_list()
        found, between = self._drawn()
        if found is None:
            found = Figure(label="", title=Text(), line=line)
        listed = (*(block for block in between if isinstance(block, Items)), *self.key)
        notes = (*found.notes, *(block for block in between if isinstance(block, Note)))
        unit, self.key = self._taken_unit() or found.unit, []
        self.out.append(
            replace(
                found,
                label=sign.label,
                title=title,
                key=listed or found.key,
                unit=unit,
                notes=notes,
            )
        )

    def _drawn(self) -> tuple[Figure | None, list[Block]]:
        """The figure that waits for its caption, and its key and notes above the caption."""
        at = len(self.out)
        while at > 0 and isinstance(self.out[at - 1], Items | Note) and not self._parted(at):
            at -= 1
        between = self.out[at:]
        parts: list[Figure] = []
        while (part := self._parted(at)) is not None:
            parts.insert(0, part)
            at -= 2
        found = self.out[at - 1] if at > 0 else None
        if parts:
            del self.out[at:]
            return Figure(label="", title=Text(), parts=tuple(parts), line=parts[0].line), between
        if not isinstance(found, Figure) or found.label or found.title:
            return None, []
        del self.out[at - 1 :]
        return found, between

    def _parted(self, end: int) -> Figure | None:
        """分图: a picture with its own title a) below it, as the blocks before `end` make it."""
        if end < 2:
            return None
        found, below = self.out[end - 2], self.out[end - 1]
        if not isinstance(found, Figure) or found.label or found.title:
            return None
        if not isinstance(below, Items) or len(below.items) != 1:
            return None
        item = below.items[0]
        text = item.blocks[0] if len(item.blocks) == 1 else None
        if not item.label.endswith(_BRACKETS) or not isinstance(text, Paragraph):
            return None
        return replace(found, label=item.label, title=text.text)

    def _is_below_figure(self) -> bool:
        """Whether what explains a figure stands below its caption, and not above the next one."""
        above = self.out[-1] if self.out else None
        if not isinstance(above, Figure) or not above.label or above.key:
            return False
        for following in self.lines[self.at :]:
            kind = sign_of(following.plain).kind
            if following.line.block is not None or kind not in NOTES:
                return kind != "figure" and not above.label.endswith(_BRACKETS)
        return True

    def _symbols(self, one: Seen, sign: Sign) -> None:
        """式中：P——…; the same below 标引序号说明 belongs to the figure to come."""
        text = cut(one.text, sign.end)
        rows = [(*first, one.line.line)] if text and (first := lists.symbol(text)) else []
        if text and not rows:
            self._plain(one)
            return
        while self.at < len(self.lines) and self.lines[self.at].line.block is None:
            following = self.lines[self.at]
            row = lists.symbol(following.text)
            if row is None or sign_of(following.plain).kind not in ("plain", "item"):
                break
            rows.append((*row, following.line.line))
            self.at += 1
        self._end_list()
        lead: tuple[Block, ...] = (Paragraph(text=Text(sign.label), line=one.line.line),)
        listed: tuple[Block, ...] = (lists.symbols(rows),) if rows else ()
        if sign.kind == "key" and rows and self._is_below_figure():
            self.out[-1] = replace(self.out[-1], key=listed)  # type: ignore[arg-type]
        elif sign.kind == "key" and rows:
            self.key = [*listed]
        else:
            self._end_key()
            self.out += lead + listed

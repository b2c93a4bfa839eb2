"""From the lines under a heading to blocks (条文块): paragraphs, lists, notes, captions, formulas."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from guiju.core.documents.model import Block, Figure, Formula, Note, Paragraph, Table, Text
from guiju.core.documents.structure import lists, tables
from guiju.core.documents.structure.cutting import cut
from guiju.core.documents.structure.doubts import Doubts
from guiju.core.documents.structure.marks import NOTES, Kind, Sign, caption_end, sign_of
from guiju.core.documents.structure.seen import Seen

_COLONS = (":", "：")


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
    unit: str = ""
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
        return tuple(self.out)

    def _line(self, one: Seen, sign: Sign) -> None:
        if sign.kind == "item":
            self._item(one, sign)
        elif sign.kind == "plain":
            self._plain(one)
        elif sign.kind in NOTES:
            self._note(one, sign)
        elif sign.kind == "unit":
            self.unit = sign.label
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
        self.out.append(block)

    def _end_list(self) -> None:
        if self.items is not None:
            self.out.append(self.items.finish())
            self.items = None

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
        if isinstance(block, Table):
            block = tables.finished(block)
            first = tables.first_part(self.out, block)
            if first is not None:
                self._end_list()
                self.out[first] = tables.continued(self.out[first], block)
                return
            if self.unit and not block.unit:
                block = replace(block, unit=self.unit)
            self.unit = ""
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
            if at is not None:
                self._end_list()
                self.out[at] = tables.continued(self.out[at], table)
                self.unit = ""
                return
            self.doubts.add("continued-alone", sign.label, one.line.line)
        self._ready(table)

    def _table_below(self) -> Table | None:
        """The table under a caption: ready, or rows whose cells tabs part."""
        if self.at < len(self.lines) and sign_of(self.lines[self.at].plain).kind == "unit":
            self.unit = sign_of(self.lines[self.at].plain).label
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
        found = self.out[-1] if self.out else None
        if isinstance(found, Figure) and not found.label and not found.title:
            self.out.pop()
        else:
            found = Figure(label="", title=Text(), line=line)
        key = tuple(self.key) or found.key
        unit, self.unit, self.key = self.unit or found.unit, "", []
        self.out.append(replace(found, label=sign.label, title=title, key=key, unit=unit))

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
        if sign.kind == "key" and rows:
            self.key = [*listed]
        else:
            self._end_key()
            self.out += lead + listed

"""What all parts of the writer share (写出状态): ids, pointers, labels."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from lxml import etree

from guiju.core.documents.model import Block, Footnote, Mark, Text
from guiju.core.documents.sts.writing_text import add_words, clean, put

_NAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
_OTHER = re.compile(r"[^A-Za-z0-9.-]")


class PutBlocks(Protocol):
    """How blocks are put at the end of an element."""

    def __call__(
        self,
        writer: "Writer",
        parent: etree._Element,
        blocks: Iterable[Block],
        /,
        *,
        narrow: bool = False,
    ) -> None: ...


@dataclass(slots=True)
class Writer:
    """`ids` are the XML ids of addresses, `notes` those of footnotes; no two are the same."""

    language: str
    put_blocks: PutBlocks
    ids: dict[str, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    written: set[str] = field(default_factory=set)

    def name_all(self, addresses: Iterable[str], notes: Iterable[str]) -> None:
        """Ids for all footnotes and addresses; a footnote keeps its own where XML allows it."""
        for note in notes:
            if note not in self.notes:
                self.notes[note] = self._free(
                    note if _NAME.fullmatch(note) else _encoded("fn", note)
                )
        for address in addresses:
            if address and address not in self.ids:
                self.ids[address] = self._free(_encoded("a", address))

    def _free(self, wanted: str) -> str:
        while wanted in self.taken:
            wanted += "_"
        self.taken.add(wanted)
        return wanted

    def element(self, parent: etree._Element, name: str, address: str = "") -> etree._Element:
        made = etree.SubElement(parent, name)
        own = self.ids.get(address)
        if own:
            made.set("id", own)
        return made

    def footnote_id(self, note: Footnote) -> str:
        """The id under which it is written: a second footnote of one id gets another."""
        own = self.notes.get(note.id, "fn")
        if own in self.written:
            own = self._free(own)
        self.written.add(own)
        return own

    def put(self, element: etree._Element, text: Text) -> None:
        put(element, text, self.pointing)

    def pointing(self, mark: Mark) -> dict[str, str]:
        """The attributes of an xref."""
        if mark.kind == "footnote":
            return {"ref-type": "fn", **_rid(self.notes.get(mark.value, ""))}
        said = {"ref-type": "other", "specific-use": "term"} if mark.kind == "term" else {}
        return {**said, **_rid(self.ids.get(mark.value, ""))}

    def label(self, parent: etree._Element, label: str) -> None:
        if label:
            add_words(etree.SubElement(parent, "label"), label)

    def blocks(
        self, parent: etree._Element, blocks: Iterable[Block], *, narrow: bool = False
    ) -> None:
        self.put_blocks(self, parent, blocks, narrow=narrow)

    def footnotes(self, parent: etree._Element, notes: Iterable[Footnote]) -> None:
        """A fn-group with these footnotes; none without any."""
        group = None
        for one in notes:
            group = etree.SubElement(parent, "fn-group") if group is None else group
            made = etree.SubElement(group, "fn", id=self.footnote_id(one))
            self.label(made, one.label)
            self.blocks(made, one.blocks, narrow=True)
            if not one.blocks:
                etree.SubElement(made, "p")

    @staticmethod
    def cut(text: Text, start: int, end: int) -> Text:
        """The characters from `start` to `end` with the marks on them."""
        marks = tuple(
            one._replace(start=max(one.start, start) - start, end=min(one.end, end) - start)
            for one in text.marks
            if (one.start < end and one.end > start) or start <= one.start == one.end < end
        )
        return Text(text.content[start:end], marks)


def _rid(rid: str) -> dict[str, str]:
    return {"rid": rid} if rid else {}


def _encoded(kind: str, said: str) -> str:
    """An XML name for any string, another for another."""
    return f"{kind}_" + _OTHER.sub(
        lambda one: f"_{ord(one[0]):x}_" if one[0] != "/" else "_", clean(said)
    )

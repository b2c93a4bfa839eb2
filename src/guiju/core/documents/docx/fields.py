"""Fields (域): their codes are left out, their results are read, and pointers are kept."""

import re
from dataclasses import dataclass, field

from lxml import etree

from guiju.core.documents.docx.names import q
from guiju.core.documents.model import Mark, MarkKind

_POINTER = re.compile(r"\s*(?:REF|PAGEREF|NOTEREF)\s+(\S+)", re.IGNORECASE)
_CONTENTS = re.compile(r"\s*TOC\b", re.IGNORECASE)
_TEXTS = (q("w:t"), q("a:t"))
_NESTED = 8  # deeper than any real field
_LINK = re.compile(r'\s*HYPERLINK\s+(\\l\s+)?"?([^"\s]+)"?', re.IGNORECASE)


@dataclass(slots=True)
class _Open:
    code: str = ""
    shown: bool = False  # past the separator: the result
    said: bool = False  # a result was met
    held: str = ""  # text before the separator


@dataclass(slots=True)
class Fields:
    """The fields that are open here, the outermost first; they may reach over paragraphs."""

    open: list[_Open] = field(default_factory=list)

    hiding: int = 0  # how many of them are still at their code

    def sign(self, element: etree._Element) -> str:
        """A w:fldChar; gives the code of a field that ends here without a result."""
        kind = element.get(q("w:fldCharType"))
        if kind == "begin":
            self.open.append(_Open())
            self.hiding += 1
        elif kind == "separate" and self.open and not self.open[-1].shown:
            self.open[-1].shown = True
            self.hiding -= 1
        elif kind == "end" and self.open:
            last = self.open.pop()
            self.hiding -= not last.shown
            if self.hiding:
                self.open[-1].held += last.held  # a result inside a code
            return "" if last.said or self.hiding else last.code
        return ""

    def met(self, element: etree._Element) -> bool:
        """Whether this part of a run is shown; what stands before a separator is held."""
        if self.hiding:
            self.open[-1].held += "".join(one.text or "" for one in element.iter(*_TEXTS))
        elif self.open:
            for one in self.open[-_NESTED:]:
                one.said = True
        return not self.hiding

    def paragraph_ends(self) -> str:
        """Fields whose code or pointer is still open were never ended: the text that they hid."""
        held = "".join(one.held for one in self.open)
        self.open = [one for one in self.open if one.shown and not pointer(one.code)]
        self.hiding = 0
        return held

    @property
    def is_contents(self) -> bool:
        return any(_CONTENTS.match(one.code) for one in self.open[:_NESTED])

    def code(self, text: str) -> None:
        if self.open and not self.open[-1].shown:
            self.open[-1].code += text

    @property
    def hides(self) -> bool:
        """Whether text here belongs to a code, not to a result."""
        return self.hiding > 0

    def pointers(self) -> list[tuple[MarkKind, str]]:
        return [found for one in self.open[-_NESTED:] if (found := pointer(one.code))]


def pointer(code: str) -> tuple[MarkKind, str] | None:
    """Where a field points: ("internal", "#name of a bookmark") or ("link", address)."""
    found = _POINTER.match(code)
    if found and not code.lstrip().upper().startswith("PAGEREF"):
        return "internal", f"#{found[1]}"
    link = _LINK.match(code)
    if link:
        return ("internal", f"#{link[2]}") if link[1] else ("link", link[2])
    return None


def joined(marks: list[Mark]) -> list[Mark]:
    """Marks of one kind and value that touch as one."""
    last: dict[tuple[str, str], int] = {}
    out: list[Mark] = []
    for one in sorted(marks, key=lambda mark: mark.start):
        at = last.get((one.kind, one.value), -1)
        if at >= 0 and out[at].end == one.start and one.kind not in ("math", "break"):
            out[at] = out[at]._replace(end=one.end)
            continue
        last[one.kind, one.value] = len(out)
        out.append(one)
    return sorted(out, key=lambda mark: (mark.start, -mark.end))

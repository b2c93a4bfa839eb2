"""The text of a paragraph with its marks (段内文字): runs, fields, formulas, footnotes, links."""

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from guiju.core.documents.docx import equations, omml, pictures, signs
from guiju.core.documents.docx.fields import joined, pointer
from guiju.core.documents.docx.names import below, q, switched, val
from guiju.core.documents.docx.said import OURS
from guiju.core.documents.docx.source import Source
from guiju.core.documents.docx.styles import Style
from guiju.core.documents.model import Mark, MarkKind, Text

_LEFT_OUT = {q(one) for one in ("w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr")}
_SIGNS = {
    q("w:tab"): "\t", q("w:ptab"): "\t", q("w:noBreakHyphen"): "-", q("w:cr"): "\n",
    q("w:softHyphen"): "",
}  # fmt: skip
_CHANGED = (q("w:ins"), q("w:moveTo"), q("w:del"), q("w:moveFrom"))
_BRACKETS = (")", "）")
Boxed = Callable[[etree._Element], None]
Noted = Callable[[str, str, bool], tuple[str, str]]


@dataclass(slots=True)
class Inline:
    """A paragraph under way. `boxed` takes a text box, `noted` gives id and label of a footnote."""

    source: Source
    style: Style
    boxed: Boxed
    noted: Noted
    content: str = ""
    marks: list[Mark] = field(default_factory=list)
    images: list[str] = field(default_factory=list)
    formulas: list[tuple[str, str]] = field(default_factory=list)
    plain: bool = False  # a character that is not bold was met
    size: float = 0.0
    counted: tuple[str, int] = ("", -1)  # the footnote just called, and where its number ends
    called_to: int = 0  # where the last call of a footnote ends
    is_field: bool = False  # of the cover, read by its control
    custom: str = ""  # id of a footnote whose label follows as text

    def text(self) -> Text:
        marks = [one for one in self.marks if one.start < one.end]
        if self.is_bold:
            marks = [one for one in marks if one.kind != "bold"]
        return Text(self.content, tuple(joined(marks)))

    @property
    def is_bold(self) -> bool:
        """Whether all of it is bold: that is the look of the paragraph, no mark."""
        return bool(self.content.strip()) and not self.plain

    def read(self, holder: etree._Element, style: Style | None = None) -> None:
        """All that stands inside an element."""
        for one in holder:
            if isinstance(one.tag, str):
                self._one(one, style or Style())

    def end(self) -> None:
        """The paragraph is over: no code of a field goes on in the next one."""
        held = self.source.fields.paragraph_ends()
        if held:
            self.source.doubts.add("field-open", self.source.line)
            self.content += held

    def _one(self, one: etree._Element, style: Style) -> None:
        if one.tag in _CHANGED:
            self.source.doubts.add("tracked", self.source.line)
        if one.tag in _LEFT_OUT:
            return
        if one.tag == q("w:r"):
            self._run(one)
        elif one.tag in (q("m:oMath"), q("m:oMathPara")):
            self._maths(one)
        elif one.tag == q("w:hyperlink"):
            self._link(one)
        elif one.tag == q("w:fldSimple"):
            self._pointing(one, pointer(one.get(q("w:instr"), "")))
        elif one.tag == q("w:bookmarkStart"):
            self.source.marked.setdefault(one.get(q("w:name"), ""), self.source.line)
        elif one.tag == q("w:sdt"):
            self._control(one)
        elif one.tag == q("w:ruby"):
            base = below(one, "w:rubyBase")
            if base is not None:
                self.read(base, style)
        elif one.tag == q("mc:AlternateContent"):
            branch = pictures.chosen(one)
            if branch is not None:
                self.read(branch, style)
        else:
            self.read(one, style)

    def _control(self, one: etree._Element) -> None:
        """A content control; the words that only ask to be replaced are left out."""
        inside = below(one, "w:sdtContent")
        if inside is None or switched(below(one, "w:sdtPr"), "w:showingPlcHdr"):
            return
        start = len(self.content)
        self.read(inside)
        tag = val(one, "w:sdtPr/w:tag")
        if tag:
            self.source.said.append((tag, self.content[start:].strip()))
            self.is_field = self.is_field or tag.startswith(OURS)

    def _link(self, one: etree._Element) -> None:
        anchor, identity = one.get(q("w:anchor"), ""), one.get(q("r:id"), "")
        target: tuple[MarkKind, str] | None = ("internal", f"#{anchor}") if anchor else None
        if identity:
            target = ("link", self.source.target(identity).target)
        self._pointing(one, target)

    def _pointing(self, one: etree._Element, target: tuple[MarkKind, str] | None) -> None:
        start = len(self.content)
        self.read(one)
        if target:
            self._mark(start, *target)

    def _mark(self, start: int, kind: MarkKind, value: str = "") -> None:
        if kind == "footnote":
            self.called_to = len(self.content)
        if start < len(self.content):
            self.marks.append(Mark(start, len(self.content), kind, value))

    def _maths(self, one: etree._Element) -> None:
        inside = one.findall(q("m:oMath")) if one.tag == q("m:oMathPara") else [one]
        for math in inside:
            written, linear = omml.read(math)
            start = len(self.content)
            self.content += linear
            self._mark(start, "math", written)
            self.formulas.append((written, linear))
            self.plain = True

    def _run(self, run: etree._Element) -> None:
        own = below(run, "w:rPr")
        style = self.source.styles.of(val(own, "w:rStyle"))
        start = len(self.content)
        font = _sign_font(own, style)
        for one in run:
            if isinstance(one.tag, str) and one.tag != q("w:rPr"):
                self._piece(one, font)
        if unknown := signs.unknown(self.content[start:]):
            self.source.doubts.add("sign", self.source.line, unknown)
        if switched(own, "w:vanish") or (style.on("w:vanish") and own is not None):
            self._hide(start)
        elif self.custom and self.content[start:].strip():
            self.source.called[self.custom] = self.content[start:].strip()
            self._mark(start, "footnote", self.custom)
            self.custom = ""
        else:
            self._look(start, own, style)

    def _hide(self, start: int) -> None:
        hidden = self.content[start:]
        if hidden.strip():
            self.source.doubts.add("hidden", self.source.line, hidden.strip())
        self.content = self.content[:start]
        self.marks = [one for one in self.marks if one.end <= start]

    def _piece(self, one: etree._Element, font: str) -> None:
        if one.tag == q("w:fldChar"):
            self._closed(self.source.fields.sign(one))
        elif one.tag == q("w:instrText"):
            self.source.fields.code(one.text or "")
        elif not self.source.fields.met(one):
            return
        elif one.tag == q("w:t"):
            self._bracket(one.text or "")
            written = (one.text or "").replace("\n", " ")
            self.content += signs.text(font, written) if font else written
        elif one.tag == q("w:br"):
            self._break(one)
        elif one.tag in _SIGNS:
            self.content += _SIGNS[one.tag]
        elif one.tag == q("w:sym"):
            self.content += signs.one(one.get(q("w:font"), ""), one.get(q("w:char"), ""))
        elif one.tag in (q("w:footnoteReference"), q("w:endnoteReference")):
            self._note(one)
        elif one.tag == q("mc:AlternateContent"):
            branch = pictures.chosen(one)
            for inner in branch if branch is not None else ():
                self._piece(inner, font)
        elif one.tag in (q("w:drawing"), q("w:pict"), q("w:object")):
            self._pictured(one)
        elif one.tag == q("w:ruby"):
            self._one(one, Style())

    def _closed(self, code: str) -> None:
        """A field that ended without a result: one that draws its code shows something."""
        shown = equations.linear(code)
        if shown:
            self.source.doubts.add("code", self.source.line, code)
            self.content += shown

    def _break(self, one: etree._Element) -> None:
        if one.get(q("w:type"), "textWrapping") == "textWrapping":
            self.content += "\n"
            self.marks.append(Mark(len(self.content) - 1, len(self.content), "break"))

    def _note(self, one: etree._Element) -> None:
        kind = etree.QName(one).localname.removesuffix("Reference")
        is_custom = one.get(q("w:customMarkFollows"), "0") in ("1", "true", "on")
        identity, label = self.noted(kind, one.get(q("w:id"), ""), is_custom)
        if is_custom:
            self.custom = identity
            return
        start = len(self.content)
        self.content += label
        self._mark(start, "footnote", identity)
        self.counted = (identity, len(self.content))

    def _bracket(self, text: str) -> None:
        """The bracket that is typed behind a counted number belongs to the label: 1)."""
        identity, at = self.counted
        if at == len(self.content) and text[:1] in _BRACKETS and self.marks:
            self.marks[-1] = self.marks[-1]._replace(end=at + 1)
            self.source.called[identity] = self.content[self.marks[-1].start : at] + text[0]
            self.called_to = at + 1
        self.counted = ("", -1)

    def _pictured(self, one: etree._Element) -> None:
        for box in pictures.boxes(one):
            self.source.doubts.add("text-box", self.source.line)
            self.boxed(box)
        pictures.doubt(one, self.source)
        self.images += pictures.names(one, self.source)

    def _look(self, start: int, own: etree._Element | None, style: Style) -> None:
        start = max(start, self.called_to)
        if not self.content[start:].strip():
            return
        for kind, value in self.source.fields.pointers():
            self._mark(start, kind, value)
        if self._is_on("w:i", own, style) and not self.style.on("w:i"):
            self._mark(start, "italic")
        if self._is_on("w:b", own, style):
            self._mark(start, "bold")
        else:
            self.plain = True
        raised = val(own, "w:vertAlign") or style.run("w:vertAlign") if own is not None else ""
        if raised in ("subscript", "superscript"):
            self._mark(start, "sub" if raised == "subscript" else "sup")
        if val(own, "w:u") not in ("", "none"):
            self._mark(start, "underline")
        if style.role.role == "code" and self.style.role.role != "code":
            self._mark(start, "code")
        self.size = self.size or _points(val(own, "w:sz") or self.style.run("w:sz"))

    def _is_on(self, name: str, own: etree._Element | None, style: Style) -> bool:
        said = switched(own, name)
        return said if said is not None else style.on(name) or self.style.on(name)


def _points(halves: str) -> float:
    return int(halves) / 2 if halves.isdecimal() and len(halves) < 6 else 0.0


def _sign_font(own: etree._Element | None, style: Style) -> str:
    """The font of signs in which a run is written; "" for fonts of letters."""
    fonts = below(own, "w:rFonts")
    name = fonts.get(q("w:ascii"), "") if fonts is not None else ""
    name = name or next(
        (
            x.get(q("w:ascii"), "")
            for one in style.runs
            if (x := below(one, "w:rFonts")) is not None
        ),
        "",
    )
    return name if signs.is_font(name) else ""

"""Words inside a block of a page (行内文字): white space as a browser shows it, marks, formulas."""

import re
from dataclasses import dataclass, field

from lxml import etree

from guiju.core.documents.model import Figure, Mark, MarkKind, Text
from guiju.core.documents.outputs.html_text import is_safe
from guiju.core.documents.structure.cutting import cut, sorted_marks
from guiju.core.documents.sts import mathml
from guiju.core.documents.sts.names import MML
from guiju.core.documents.texts import latex
from guiju.core.markup import UNREAD

_MARKS: dict[str, MarkKind] = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "var": "italic", "u": "underline",
    "ins": "underline", "sub": "sub", "sup": "sup", "code": "code", "kbd": "code", "samp": "code",
    "tt": "code",
}  # fmt: skip
DROPPED = UNREAD | {"embed", "nav", "audio", "video", "canvas"}
_FEWEST = 3
_BOLD = re.compile(r"font-weight:\s*(?:bold|[6-9]00)", re.I)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_WIDE = r"[\u3000-\u9fff\uff00-\uffef]"
_BROKEN = re.compile(rf"(?<={_WIDE})[ \t]*\n\s*(?={_WIDE})")


@dataclass(slots=True)
class Inline:
    """Words under way; `notes` are the anchors of footnotes."""

    notes: frozenset[str] = frozenset()
    content: str = ""
    marks: list[Mark] = field(default_factory=list)

    def add(self, words: str | None) -> None:
        if not words:
            return
        shown = _SPACE.sub(" ", _BROKEN.sub("", words))
        if not self.content or self.content[-1] in " \n":
            shown = shown.lstrip(" ")
        self.content += shown

    def element(self, one: etree._Element) -> None:
        """An inline element with all that is in it."""
        name = one.tag
        tex = tex_of(one) if isinstance(name, str) else None
        if not isinstance(name, str) or (name in DROPPED and tex is None) or _is_doubled(one):
            return
        start = len(self.content)
        if tex is not None:
            made, _ = latex.inline(tex)
            self.content += made.content
            self.marks += [x._replace(start=x.start + start, end=x.end + start) for x in made.marks]
        elif name == "br":
            self.content = self.content.rstrip(" ") + "\n"
            self.marks.append(Mark(len(self.content) - 1, len(self.content), "break"))
        elif name == "img":
            self.add(one.get("alt"))
        elif name == "math":
            value, line = formula(one)
            self.content += line
            self.marks.append(Mark(start, len(self.content), "math", value))
        else:
            self.inside(one)
            self._mark(one, start)

    def inside(self, one: etree._Element) -> None:
        self.add(one.text)
        for part in one:
            self.element(part)
            self.add(part.tail)

    def _mark(self, one: etree._Element, start: int) -> None:
        end = len(self.content)
        kind = _MARKS.get(str(one.tag))
        value = ""
        if one.tag == "span" and "lt-linear" in classes_of(one):
            kind = "math"
        elif one.tag == "span" and _BOLD.search(one.get("style") or ""):
            kind = "bold"
        if one.tag == "a":
            value = (one.get("href") or "").strip()
            if value[:1] == "#" and value[1:] in self.notes:
                kind, value = "footnote", value[1:]
            elif is_safe(value):
                kind = "link"
        if kind and self.content[start:end].strip():
            self.marks.append(Mark(start, end, kind, value))

    def text(self) -> Text:
        """The text, without white space at its ends."""
        kept = [one for one in self.marks if one.start <= one.end <= len(self.content)]
        notes = [one for one in kept if one.kind == "footnote"]
        marks = [
            one for one in kept
            if one.kind != "sup" or all(one[:2] != note[:2] for note in notes)
        ]  # fmt: skip
        return cut(Text(self.content, sorted_marks(marks)), 0)


def tex_of(one: etree._Element) -> str | None:
    """TeX that a script of the page would show; None for any other element."""
    is_tex = one.tag == "script" and (one.get("type") or "").startswith("math/tex")
    return (one.text or "") if is_tex else None


def _is_doubled(one: etree._Element) -> bool:
    """A formula drawn beside the one that is read."""
    return bool(
        classes_of(one) & {"katex-html", "MathJax_Preview", "MathJax", "MJX_Assistive_MathML"}
    ) and (one.get("aria-hidden") == "true" or "MathJax" in "".join(classes_of(one)))


def formula(one: etree._Element) -> tuple[str, str]:
    """MathML as the model keeps it, and one line that says the same."""
    one.attrib.pop("display", "")  # how it is placed is not what it says
    xml = etree.tostring(one, with_tail=False, encoding="unicode")
    root = mathml.read(xml if MML in xml else xml.replace("<math", f'<math xmlns="{MML}"', 1))
    if root is None:
        return "", " ".join(words_of(one).split())
    return mathml.canonical(root), mathml.linear(root)


def words_of(one: etree._Element) -> str:
    """All words in an element."""
    return "".join(str(part) for part in one.itertext())


def line_of(one: etree._Element) -> int:
    """The line of the source; a parser that does not know says nothing."""
    found = one.sourceline
    return found if isinstance(found, int) else 0


def drop(one: etree._Element) -> None:
    """Take an element out and leave what stands behind it."""
    parent, before = one.getparent(), one.getprevious()
    if parent is None:
        return
    if one.tail and before is not None:
        before.tail = (before.tail or "") + one.tail
    elif one.tail:
        parent.text = (parent.text or "") + one.tail
    parent.remove(one)


def classes_of(one: etree._Element | None) -> set[str]:
    return set((one.get("class") or "").split()) if one is not None else set()


def of_class(one: etree._Element, name: str) -> etree._Element | None:
    """The first span of that class."""
    return next((span for span in one.iter("span") if name in classes_of(span)), None)


def leads_on(one: etree._Element) -> bool:
    """A list of nothing but pointers into the page: its contents, for finding one's way."""
    links = [x for x in one.iter("a") if (x.get("href") or "").startswith("#")]
    linked = "".join("".join(words_of(x).split()) for x in links)
    return len(links) >= _FEWEST and linked == "".join(words_of(one).split())


def picture(one: etree._Element) -> Figure:
    """A picture by its name; one that is inside the page has none but its words."""
    source = (one.get("src") or "").strip()
    name = source if not source.startswith("data:") else (one.get("alt") or "")
    return Figure(label="", title=Text(), images=(name,) if name else (), line=line_of(one))

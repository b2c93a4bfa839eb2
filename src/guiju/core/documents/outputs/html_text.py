"""A text as HTML (文字的 HTML): marks as elements, pointers as links, and what a page lays over it."""

from collections.abc import Mapping
from urllib.parse import quote, urlsplit

from guiju.core.documents.model import Document, Footnote, Mark, Text
from guiju.core.documents.outputs.html_hooks import Hooks, Pointer
from guiju.core.documents.outputs.html_tags import Html, escaped, opened, tag
from guiju.core.documents.outputs.mathml import safe
from guiju.core.documents.outputs.runs import POINTERS, tagged
from guiju.core.documents.walking import blocks

_TAGS = {
    "bold": "strong",
    "italic": "em",
    "underline": "u",
    "sub": "sub",
    "sup": "sup",
    "code": "code",
}
_SCHEMES = ("http", "https", "mailto", "ftp")


def anchor(address: str, prefix: str = "") -> str:
    """An id of HTML has no white space."""
    return prefix + "_".join(address.split()) if address else ""


def is_safe(target: str) -> bool:
    """Whether a web address of a document may become a link."""
    try:
        return urlsplit(target.strip()).scheme.lower() in _SCHEMES
    except ValueError:
        return False


class Words:
    """Draws the texts of a document. It knows where its footnotes stand."""

    def __init__(self, document: Document, hooks: Hooks) -> None:
        self.hooks = hooks
        found = [one for _, one in blocks(document) if isinstance(one, Footnote)]
        self._notes: Mapping[str, str] = {one.id: one.address for one in reversed(found)}

    def id(self, address: str) -> str:
        """The anchor of an address."""
        return anchor(address, self.hooks.prefix)

    def link(self, address: str) -> str:
        """A link to an address on the same page."""
        return "#" + quote(self.id(address), safe="/~.-:")

    def text(self, text: Text, address: str, part: str = "") -> Html:
        """`address` and `part` say whose text it is."""
        over = self.hooks.over(text.content, address, part)
        whole = text if part else self._with_terms(text, address)
        made = tagged(whole, self._tags, lambda words, _: escaped(words), _leaf, tuple(over))
        return Html(made)

    def plain(self, words: str, address: str, part: str) -> Html:
        """Words without marks of their own."""
        return self.text(Text(words), address, part) if words else Html()

    def within(self, said: str, written: str, address: str, part: str) -> Html:
        """Words of the document inside words of ours: 1 in 表1."""
        before, found, after = said.partition(written) if written else (said, "", "")
        return Html(escaped(before) + self.plain(found, address, part) + escaped(after))

    def _with_terms(self, text: Text, address: str) -> Text:
        """The text with its uses of terms, where nothing else points."""
        taken = [one for one in text.marks if one.kind in (*POINTERS, "math")]
        uses = [
            use for use in self.hooks.terms(text.content, address)
            if all(use.end <= one.start or one.end <= use.start for one in taken)
        ]  # fmt: skip
        if not uses:
            return text
        every = sorted((*text.marks, *uses), key=lambda one: (one.start, -one.end))
        return Text(text.content, tuple(every))

    def _tags(self, mark: Mark) -> tuple[str, str]:
        if name := _TAGS.get(mark.kind):
            return f"<{name}>", f"</{name}>"
        kind = f"lt-{mark.kind}"
        pointer = self._pointer(mark)
        if pointer is None:
            return opened("span", class_=kind), "</span>"
        said = self.hooks.definition(mark.value) if mark.kind == "term" else ""
        link = opened(
            "a",
            href=pointer.href,
            title=pointer.title,
            class_=f"{kind} {pointer.kind}".strip(),
            rel="noopener noreferrer" if mark.kind == "link" else "",
            data_definition=said,
        )
        return ("<sup>" + link, "</a></sup>") if mark.kind == "footnote" else (link, "</a>")

    def _pointer(self, mark: Mark) -> Pointer | None:
        if mark.kind == "standard":
            return self.hooks.standard(mark.value)
        if mark.kind == "link":
            return Pointer(mark.value.strip()) if is_safe(mark.value) else None
        address = self._notes.get(mark.value, "") if mark.kind == "footnote" else mark.value
        return Pointer(self.link(address)) if address else None


def _leaf(mark: Mark, content: str) -> str:
    if mark.kind == "break":
        return tag("br")
    return safe(mark.value) or tag("span", content, class_="lt-linear")

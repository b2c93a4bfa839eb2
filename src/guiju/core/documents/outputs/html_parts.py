"""Pieces of the reading page (阅读页的部件): tags, anchors, captions, the cover."""

import re
from html import escape

from guiju.core.documents.model import Document, Footnote, Text
from guiju.core.documents.outputs import covers
from guiju.core.documents.outputs.html_text import Image, Link, anchor, text_html
from guiju.core.documents.walking import blocks

# What a page cannot hold.
_UNWRITABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}")


def escaped(words: str) -> str:
    return escape(_UNWRITABLE.sub("", words))


def language(written: str) -> str:
    """A language as HTML names it: Chinese is in simplified characters unless it says otherwise."""
    if written in ("zh", "zh-CN", "zho", "chi"):
        return "zh-Hans"
    return written if _LANGUAGE.fullmatch(written) else ""


def attributes(**named: str) -> str:
    return "".join(
        f' {name.rstrip("_")}="{escaped(value)}"' for name, value in named.items() if value
    )


def tag(name: str, inside: str, **named: str) -> str:
    """An element; `inside` is HTML already, the attributes are not."""
    return f"<{name}{attributes(**named)}>{inside}</{name}>"


def words(kind: str, content: str) -> str:
    """Words of ours in the text, such as a label; "" without any."""
    return tag("span", escaped(content), class_=kind) if content else ""


class Page:
    """What all parts share: the pointers' targets, the pictures, the language."""

    def __init__(self, document: Document, *, link: Link, image: Image, prefix: str) -> None:
        self.document = document
        self.language = document.meta.language
        self.prefix = prefix
        self._link, self._image = link, image
        found = [one for _, one in blocks(document) if isinstance(one, Footnote)]
        self._notes = {one.id: one.address for one in reversed(found)}

    def anchor(self, address: str) -> str:
        return anchor(address, self.prefix)

    def text(self, text: Text, before: str = "", after: str = "") -> str:
        made = text_html(
            Text(_UNWRITABLE.sub("\ufffd", text.content), text.marks),
            link=self._link,
            notes=self._notes,
            prefix=self.prefix,
        )
        return escaped(before) + made + escaped(after)

    def picture(self, name: str, alt: str) -> str:
        found = self._image(name)
        if not found:
            return words("missing", f"[{name}]")
        return f'<img{attributes(src=found)} alt="{escaped(alt)}">'


def caption(page: Page, label: str, title: Text) -> str:
    said = page.text(title)
    return words("label", label) + (" " if label and said else "") + said


def cover(page: Page) -> str:
    """The lines of the cover; the class says what each is."""
    inside = ""
    for field, line in covers.lines(page.document.meta):
        kind, _, code = field.partition("-")
        inside += tag("p", escaped(line), class_=kind, lang=language(code))
    return tag("header", inside, class_="cover") if inside else ""

"""A text as HTML (文字的 HTML): marks as elements, pointers as links."""

from collections.abc import Callable, Mapping
from html import escape
from urllib.parse import quote, urlsplit

from guiju.core.documents.model import Mark, Text
from guiju.core.documents.outputs.mathml import safe
from guiju.core.documents.outputs.runs import tagged

Link = Callable[[str], str | None]
Image = Callable[[str], str | None]
_TAGS = {
    "bold": "strong",
    "italic": "em",
    "underline": "u",
    "sub": "sub",
    "sup": "sup",
    "code": "code",
}
_SCHEMES = ("http", "https", "mailto", "ftp")


def no_link(_number: str) -> str | None:
    """No standard has a page."""
    return None


def no_image(_name: str) -> str | None:
    """No picture is at hand."""
    return None


def anchor(address: str, prefix: str) -> str:
    """An id of HTML has no white space."""
    return prefix + "_".join(address.split()) if address else ""


def is_safe(target: str) -> bool:
    """Whether a web address of a document may become a link."""
    try:
        return urlsplit(target.strip()).scheme.lower() in _SCHEMES
    except ValueError:
        return False


def text_html(text: Text, *, link: Link, notes: Mapping[str, str], prefix: str) -> str:
    """`notes` are the addresses of footnotes by their id."""

    def tags(mark: Mark) -> tuple[str, str]:
        name = _TAGS.get(mark.kind)
        if name:
            return f"<{name}>", f"</{name}>"
        target = _target(mark, link, notes, prefix)
        if not target:
            return f'<span class="{mark.kind}">', "</span>"
        before, after = f'<a class="{mark.kind}" href="{escape(target)}">', "</a>"
        return (f"<sup>{before}", f"{after}</sup>") if mark.kind == "footnote" else (before, after)

    def words(content: str, _marks: tuple[Mark, ...]) -> str:
        return escape(content.replace("\0", ""))

    return tagged(text, tags, words, leaf)


def leaf(mark: Mark, content: str) -> str:
    if mark.kind == "break":
        return "<br>"
    formula = safe(mark.value)
    return formula or f'<span class="linear">{escape(content)}</span>'


def _target(mark: Mark, link: Link, notes: Mapping[str, str], prefix: str) -> str:
    if mark.kind == "standard":
        return link(mark.value) or ""
    if mark.kind == "link":
        return mark.value.strip() if is_safe(mark.value) else ""
    address = notes.get(mark.value, "") if mark.kind == "footnote" else mark.value
    return "#" + quote(anchor(address, prefix), safe="/~.-") if address else ""

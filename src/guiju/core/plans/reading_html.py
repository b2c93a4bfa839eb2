"""The text of a page (读入网页): one line a block, nothing fetched, no script kept."""

import re

from lxml import etree, html

from guiju.core.decoding import decode
from guiju.core.markup import BLOCKS, UNREAD
from guiju.core.plans.bounds import check_most
from guiju.core.plans.errors import BrokenDocument

_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,30})", re.IGNORECASE)
_LINES = BLOCKS | {"br"}
# A tag with whatever attributes it has, in which quoted values may hold a >.
_TAG = re.compile(
    r"""<(/?[A-Za-z][A-Za-z0-9:-]*+)(?:(?:[^"'<>]|"[^"<]*"|'[^'<]*')*+>|[^<>]*+>)|<(?=[A-Za-z/])"""
)
_SPACE = re.compile(r"[ \t\r\n\f\xa0]+")
# What a page may announce. Python knows many more names, some of which take quadratic time, make
# lone surrogates or are no encodings at all; GB 18030 is the wider one behind the older names.
_ANNOUNCED = {
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk", "cp936"), "gb18030"),
    **dict.fromkeys(("utf-8", "utf8"), "utf-8"),
    **dict.fromkeys(("big5", "big5-hkscs"), "big5hkscs"),
}
# Deeper than any real page; the parser would give up anyway.
_DEEPEST = 400


def read_html(data: bytes, *, name: str) -> tuple[str, str]:
    """The text of the page and its encoding: a byte order mark, then meta charset, then a guess.

    Raises BrokenDocument, NotText, TooMany and Undecodable.
    """
    source, encoding = _decoded(data, name)
    if not source.strip():
        return "", encoding
    source = re.sub(r"^\ufeff?\s*<\?xml[^>]*\?>", "", source).replace("\x00", "")
    check_most("tags", source.count("<"), name=name)
    source = _TAG.sub(_bare, source)
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(source, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as failure:
        raise BrokenDocument(name) from failure
    pieces: list[str] = []
    _walk(root, pieces)
    lines = (_SPACE.sub(" ", line).strip() for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line), encoding


def _bare(tag: re.Match[str]) -> str:
    """The tag without attributes: many of them in one tag take the parser quadratic time."""
    if tag[1] is None:
        return "&lt;"
    return f"<{tag[1]}/>" if tag[0].endswith("/>") else f"<{tag[1]}>"


def _decoded(data: bytes, name: str) -> tuple[str, str]:
    announced = _META.search(data[:4096])
    if announced and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        encoding = _ANNOUNCED.get(announced[1].decode("ascii").lower(), "")
        try:
            return (data.decode(encoding), encoding) if encoding else decode(data, name=name)
        except UnicodeDecodeError:
            pass  # the announcement was wrong, as it often is
    return decode(data, name=name)


def _walk(root: etree._Element, pieces: list[str]) -> None:
    """Write text and line breaks in document order, without recursion."""
    stack: list[tuple[etree._Element | str, int]] = [(root, 0)]
    while stack:
        element, depth = stack.pop()
        if isinstance(element, str):
            pieces.append(element)
            continue
        if not isinstance(element.tag, str) or element.tag in UNREAD or depth > _DEEPEST:
            continue
        block = element.tag in _LINES
        after: list[tuple[etree._Element | str, int]] = []
        if element.text:
            after.append((_SPACE.sub(" ", element.text), depth))
        for child in element:
            after.append((child, depth + 1))
            if child.tail:
                after.append((_SPACE.sub(" ", child.tail), depth))
        if block:
            pieces.append("\n")
            after.append(("\n", depth))
        elif element.tag in {"td", "th"}:
            after.append(("\t", depth))
        stack.extend(reversed(after))

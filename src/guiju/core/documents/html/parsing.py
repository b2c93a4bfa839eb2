"""A page parsed (解析网页): any encoding, network off, size of tags and depth bounded."""

import re

from lxml import etree, html

from guiju.core.decoding import decode
from guiju.core.errors import InputError

MOST_TAGS, MOST_ATTRIBUTES, LONG_TAG = 2_000_000, 200, 2_000
_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9:-]*)[^<>]*>")
_DECLARED = re.compile(r"^\ufeff?\s*<\?xml[^>]*\?>")


class BrokenHtml(InputError):
    """A page that cannot be read to its end (网页无法读取)."""

    code = "html_broken"
    zh = "“{subject}”作为网页无法读完：标签过多或嵌套过深。请另存为较简单的网页或 .docx。"
    en = (
        "“{subject}” cannot be read to its end: it has too many tags, or they nest too deeply. "
        "Save it as a simpler page or as .docx."
    )


def parse(data: bytes, *, name: str) -> etree._Element:
    """The root of the page. Raises BrokenHtml, NotText and Undecodable."""
    text, _ = decode(data, name=name)
    source = _DECLARED.sub("", text).replace("\x00", "")
    if source.count("<") > MOST_TAGS:
        raise BrokenHtml(name)
    source = _TAG.sub(_bounded, source)
    parser = html.HTMLParser(no_network=True, remove_pis=True, remove_comments=True)
    try:
        root = html.document_fromstring(source, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as failure:
        raise BrokenHtml(name) from failure
    if any("depth" in one.message for one in parser.error_log):
        raise BrokenHtml(name)
    return root


def _bounded(tag: re.Match[str]) -> str:
    """Many attributes in one tag take the parser quadratic time: such a tag goes without them."""
    is_long = len(tag[0]) > LONG_TAG and len(tag[0].split(None, MOST_ATTRIBUTES)) > MOST_ATTRIBUTES
    return f"<{tag[1]}>" if is_long else tag[0]

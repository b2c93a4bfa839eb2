"""Elements of WordprocessingML (构造元素), made in one line."""

import re

from lxml import etree

from guiju.core.documents.docx.layout import rows
from guiju.core.documents.docx.names import SPACES, q

Element = etree._Element
_SPACES = {key: SPACES[key] for key in ("w", "r", "m")}
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def new(tag: str, /, *children: Element | None, **said: object) -> Element:
    """An element with attributes, such as val="center" of w:jc. They are of the element's own namespace; r_id is r:id."""
    prefix = tag.split(":")[0]
    made = etree.Element(q(tag), nsmap=_SPACES)
    for key, value in said.items():
        space, _, local = key.partition("_") if "_" in key else (prefix, "", key)
        made.set(q(f"{space}:{local}"), clean(str(value)))
    made.extend(one for one in children if one is not None)
    return made


def clean(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return _ILLEGAL.sub("", text)


def words(text: str, name: str = "w:t") -> Element:
    """Text as it is, with its spaces."""
    made = new(name)
    made.text = clean(text)
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def run(text: str, *look: Element) -> Element:
    """A run; tabs and line breaks are elements of their own."""
    made = new("w:r", new("w:rPr", *look) if look else None)
    for part in re.split("([\t\n])", clean(text)):
        if part == "\t":
            made.append(new("w:tab"))
        elif part == "\n":
            made.append(new("w:br"))
        elif part:
            made.append(words(part))
    return made


def paragraph(
    style: str, *children: Element | None, properties: tuple[Element, ...] = ()
) -> Element:
    """A paragraph in a style of the rulebook."""
    identity = rows("styles")[style]["id"]
    head = new("w:pPr", new("w:pStyle", val=identity), *properties)
    return new("w:p", head, *children)


def control(tag: str, *children: Element) -> Element:
    """A content control that holds children together under a tag."""
    return new("w:sdt", new("w:sdtPr", new("w:tag", val=tag)), new("w:sdtContent", *children))


def twips(millimetres: float) -> int:
    return round(millimetres / 25.4 * 1440)

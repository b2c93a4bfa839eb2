"""Names of WordprocessingML (WordprocessingML 名称), and small questions to its elements."""

from functools import cache

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
SPACES = {
    "w": W,
    "r": R,
    "m": M,
    "a": A,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "mml": "http://www.w3.org/1998/Math/MathML",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
}
_OFF = ("0", "false", "off", "none")


@cache
def q(name: str) -> str:
    """w:p → {namespace}p."""
    prefix, _, local = name.partition(":")
    return f"{{{SPACES[prefix]}}}{local}"


def val(element: etree._Element | None, path: str = "") -> str:
    """The w:val of the element, or of the one at `path` below it; "" where there is none."""
    found = below(element, path) if path else element
    return found.get(q("w:val"), "") if found is not None else ""


def below(element: etree._Element | None, path: str) -> etree._Element | None:
    """The first element at a path such as "w:pPr/w:jc"."""
    if element is None:
        return None
    return element.find(_whole_path(path))


@cache
def _whole_path(path: str) -> str:
    return "/".join(q(one) for one in path.split("/"))


def switched(element: etree._Element | None, name: str) -> bool | None:
    """Whether a property such as w:b is on; None when nothing is said."""
    found = below(element, name)
    return None if found is None else found.get(q("w:val"), "1") not in _OFF


def whole(written: str | None) -> int:
    """A whole number of an attribute; 0 where there is none."""
    plain = (written or "").lstrip("-")
    return int(written or 0) if plain.isdecimal() and len(plain) < 10 else 0

"""Formulas of Word (OMML 公式) as MathML, and on one line."""

import re
from collections.abc import Iterator

from lxml import etree

from guiju.core.documents.docx.names import M, below, q
from guiju.core.documents.sts import mathml

_PIECE = re.compile(r"\d+(?:\.\d+)?|\s+|.", re.S)
_PLAIN = re.compile(r"[A-Za-zΑ-ω]{2,}|\d+(?:\.\d+)?|\s+|.", re.S)
_VAL = f"{{{M}}}val"
_MML = "{http://www.w3.org/1998/Math/MathML}"
_SUM = "∫"
_OWN: dict[str, str] = {None: _MML[1:-1]}  # type: ignore[dict-item]


def read(math: etree._Element) -> tuple[str, str]:
    """An m:oMath as canonical MathML and as a line that says the same."""
    root = etree.Element(
        f"{_MML}math",
        nsmap={None: _MML[1:-1]},  # type: ignore[dict-item]
    )
    root.extend(_row(math))
    return mathml.canonical(root), mathml.linear(root)


def _new(name: str, *children: etree._Element, text: str = "", **said: str) -> etree._Element:
    made = etree.Element(f"{_MML}{name}", said)
    made.text = text or None
    made.extend(children)
    return made


def _row(holder: etree._Element | None) -> list[etree._Element]:
    return [made for one in holder for made in _one(one)] if holder is not None else []


def _group(holder: etree._Element | None) -> etree._Element:
    inside = _row(holder)
    return inside[0] if len(inside) == 1 else _new("mrow", *inside)


def _part(element: etree._Element, name: str) -> etree._Element:
    return _group(below(element, f"m:{name}"))


def _said(element: etree._Element, path: str, otherwise: str = "") -> str:
    found = below(element, path)
    return otherwise if found is None else found.get(_VAL, otherwise)


def _is_on(element: etree._Element, path: str) -> bool:
    found = below(element, path)
    return found is not None and found.get(_VAL, "1") not in ("0", "off", "false")


def _one(element: etree._Element) -> Iterator[etree._Element]:
    """What a formula's element is; one that is not known gives what stands inside it."""
    if not isinstance(element.tag, str):
        return
    name = etree.QName(element).localname
    if element.tag == q("w:del") or name.endswith("Pr"):
        return
    if name == "r":
        yield from _run(element)
    elif name == "f":
        yield _fraction(element)
    elif name in _SCRIPTS:
        yield _new(_SCRIPTS[name][0], *(_part(element, one) for one in _SCRIPTS[name][1]))
    elif name == "rad":
        yield _root(element)
    elif name == "nary":
        yield _nary(element)
        yield from _row(below(element, "m:e"))
    elif name == "d":
        yield _fenced(element)
    elif name in ("acc", "bar", "groupChr"):
        yield _marked(element, name)
    elif name in ("m", "eqArr"):
        yield _table(element, name)
    elif name == "sPre":
        sub, sup = _part(element, "sub"), _part(element, "sup")
        yield _new("mmultiscripts", _part(element, "e"), _new("mprescripts"), sub, sup)
    else:
        yield from _row(element)


_SCRIPTS = {
    "sSup": ("msup", ("e", "sup")),
    "sSub": ("msub", ("e", "sub")),
    "sSubSup": ("msubsup", ("e", "sub", "sup")),
    "limLow": ("munder", ("e", "lim")),
    "limUpp": ("mover", ("e", "lim")),
}


def _run(element: etree._Element) -> Iterator[etree._Element]:
    text = "".join(
        one.text or "" for one in element if one.tag in (q("m:t"), q("w:t")) and one.text
    )
    if _is_on(element, "m:rPr/m:nor"):
        yield _new("mtext", text=text)
        return
    is_plain = _said(element, "m:rPr/m:sty") in ("p", "b")
    for piece in (_PLAIN if is_plain else _PIECE).findall(text):
        if piece.isspace():
            continue
        if piece[0].isdigit():
            yield _new("mn", text=piece)
        elif piece[0].isalpha() and piece not in "∂∆∇":
            yield _letters(piece, is_plain)
        else:
            yield _new("mo", text=piece)


def _letters(letters: str, is_plain: bool) -> etree._Element:
    upright = {"mathvariant": "normal"} if is_plain and len(letters) == 1 else {}
    return _new("mi", text=letters, **upright)


def _fraction(element: etree._Element) -> etree._Element:
    bare = {"linethickness": "0"} if _said(element, "m:fPr/m:type") == "noBar" else {}
    return _new("mfrac", _part(element, "num"), _part(element, "den"), **bare)


def _root(element: etree._Element) -> etree._Element:
    degree = _row(below(element, "m:deg"))
    if _is_on(element, "m:radPr/m:degHide") or not degree:
        return _new("msqrt", *_row(below(element, "m:e")))
    return _new("mroot", _part(element, "e"), _part(element, "deg"))


def _nary(element: etree._Element) -> etree._Element:
    sign = _new("mo", text=_said(element, "m:naryPr/m:chr", _SUM))
    sub = None if _is_on(element, "m:naryPr/m:subHide") else _row(below(element, "m:sub"))
    sup = None if _is_on(element, "m:naryPr/m:supHide") else _row(below(element, "m:sup"))
    beside = _said(element, "m:naryPr/m:limLoc", "subSup") == "subSup"
    names = ("msub", "msup", "msubsup") if beside else ("munder", "mover", "munderover")
    if sub and sup:
        return _new(names[2], sign, _part(element, "sub"), _part(element, "sup"))
    if sub:
        return _new(names[0], sign, _part(element, "sub"))
    return _new(names[1], sign, _part(element, "sup")) if sup else sign


def _fenced(element: etree._Element) -> etree._Element:
    opening, closing = _said(element, "m:dPr/m:begChr", "("), _said(element, "m:dPr/m:endChr", ")")
    between = _said(element, "m:dPr/m:sepChr", "|")
    inside = [_new("mo", text=opening)] if opening else []
    for at, one in enumerate(element.iterchildren(q("m:e"))):
        if at:
            inside.append(_new("mo", text=between))
        inside += _row(one)
    return _new("mrow", *inside, *([_new("mo", text=closing)] if closing else []))


def _marked(element: etree._Element, name: str) -> etree._Element:
    is_low = _said(element, f"m:{name}Pr/m:pos", "bot") == "bot"
    usual = {"acc": "̂", "bar": "¯", "groupChr": "⏟"}[name]
    sign = _new("mo", text=_said(element, f"m:{name}Pr/m:chr", usual))
    if name == "bar" and is_low:
        sign.text = "_"
    return _new("munder" if is_low and name != "acc" else "mover", _part(element, "e"), sign)


def _table(element: etree._Element, name: str) -> etree._Element:
    rows = element.iterchildren(q("m:mr" if name == "m" else "m:e"))
    made = []
    for one in rows:
        cells = one.iterchildren(q("m:e")) if name == "m" else [one]
        made.append(_new("mtr", *(_new("mtd", *_row(cell)) for cell in cells)))
    return _new("mtable", *made)

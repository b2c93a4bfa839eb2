"""MathML as formulas of Word (MathML 写成 OMML): what people write in standards."""

from collections.abc import Sequence

from lxml import etree

from guiju.core.documents.docx.writing.making import Element, new, words
from guiju.core.documents.sts import mathml

_SUMS = "∑∏∐∫∬∭∮⋃⋂⋁⋀"  # noqa: RUF001
_ACCENTS = "¯ˉ̅^̂~̃→⃗.˙̇¨̈"
_PAIRS = {"(": ")", "[": "]", "{": "}", "|": "|", "‖": "‖", "⌊": "⌋", "⌈": "⌉"}
_ROWS = ("mrow", "mstyle", "mpadded", "math", "menclose", "mphantom", "maction")
_NARY = ("munderover", "munder", "mover", "msubsup", "msub", "msup")


class _UnknownError(Exception):
    """An element outside of what is written."""


def write(text: str) -> Element | None:
    """An m:oMath; None where the MathML holds something that has no counterpart."""
    root = mathml.read(text)
    if root is None:
        return None
    try:
        inside = _row(_children(root))
    except (_UnknownError, ValueError):
        return None
    return new("m:oMath", *inside) if inside else None


def _children(element: Element) -> list[Element]:
    return [one for one in element if isinstance(one.tag, str)]


def _name(element: Element) -> str:
    return etree.QName(element).localname


def _row(elements: Sequence[Element]) -> list[Element]:
    """The elements one after another; a sum takes what follows it."""
    out: list[Element] = []
    at = 0
    while at < len(elements):
        one = elements[at]
        at += 1
        if _is_sum(one):
            taken = elements[at : at + 1]
            out.append(_sum(one, taken))
            at += len(taken)
        else:
            out += _one(one)
    return out


def _is_sum(one: Element) -> bool:
    children = _children(one)
    return (
        _name(one) in _NARY
        and bool(children)
        and _name(children[0]) == "mo"
        and _text(children[0]) in tuple(_SUMS)
    )


def _sum(one: Element, taken: Sequence[Element]) -> Element:
    name = _name(one)
    sign, *limits = _children(one)
    if len(limits) != (2 if name in ("munderover", "msubsup") else 1):
        raise _UnknownError
    is_upper = name in ("mover", "msup")
    sub = [] if is_upper else limits[:1]
    sup = limits[:1] if is_upper else limits[1:]
    place = "undOvr" if name in ("munderover", "munder", "mover") else "subSup"
    said = new(
        "m:naryPr",
        new("m:chr", val=_text(sign)),
        new("m:limLoc", val=place),
        None if sub else new("m:subHide", val=1),
        None if sup else new("m:supHide", val=1),
    )
    return new("m:nary", said, _in("sub", sub), _in("sup", sup), _in("e", taken))


def _in(name: str, elements: Sequence[Element]) -> Element:
    """A part such as m:e; a row that only groups is opened."""
    if len(elements) == 1 and _name(elements[0]) == "mrow":
        return new(f"m:{name}", *_rowed(elements[0]))
    return new(f"m:{name}", *_row(elements))


def _rowed(row: Element) -> list[Element]:
    """Inside of a row; what stands in brackets from end to end stands in brackets that grow."""
    inside = _children(row)
    ends = (
        [_text(inside[at]) if _name(inside[at]) == "mo" else "" for at in (0, -1)] if inside else []
    )
    if len(inside) < 3 or _PAIRS.get(ends[0]) != ends[1]:
        return _row(inside)
    if any(_name(x) == "mo" and _text(x) in ends for x in inside[1:-1]):
        return _row(inside)
    return [_brackets(ends[0], ends[1], inside[1:-1])]


def _brackets(opening: str, closing: str, inside: Sequence[Element]) -> Element:
    said = new("m:dPr", new("m:begChr", val=opening), new("m:endChr", val=closing))
    return new("m:d", said, _in("e", inside))


def _one(one: Element) -> list[Element]:
    name, children = _name(one), _children(one)
    if name in _ROWS:
        return _rowed(one)
    if name == "semantics":
        return _one(children[0]) if children else []
    if name in ("mi", "mn", "mo", "mtext", "ms"):
        return [_token(one, name)] if _text(one) else []
    if name == "mspace":
        return []
    if name == "mfenced":
        return [_fenced(one, children)]
    if name in ("msqrt", "mroot"):
        return [_root(children, name)]
    if name == "mtable":
        return [_table(children)]
    if name in _PLAIN and len(children) == len(_PLAIN[name][1]):
        made, parts = _PLAIN[name]
        return [new(f"m:{made}", *(_in(x, [y]) for x, y in zip(parts, children, strict=True)))]
    if name in ("munder", "mover") and len(children) == 2:
        return [_over(children, name)]
    if name == "munderover" and len(children) == 3:
        inner = new("m:limLow", _in("e", children[:1]), _in("lim", children[1:2]))
        return [new("m:limUpp", new("m:e", inner), _in("lim", children[2:]))]
    raise _UnknownError


_PLAIN = {
    "mfrac": ("f", ("num", "den")),
    "msup": ("sSup", ("e", "sup")),
    "msub": ("sSub", ("e", "sub")),
    "msubsup": ("sSubSup", ("e", "sub", "sup")),
}


def _over(children: Sequence[Element], name: str) -> Element:
    sign = _text(children[1]) if _name(children[1]) == "mo" else ""
    if name == "mover" and sign and sign in _ACCENTS:
        return new("m:acc", new("m:accPr", new("m:chr", val=sign)), _in("e", children[:1]))
    made = "limUpp" if name == "mover" else "limLow"
    return new(f"m:{made}", _in("e", children[:1]), _in("lim", children[1:]))


def _fenced(one: Element, children: Sequence[Element]) -> Element:
    said = new(
        "m:dPr",
        new("m:begChr", val=one.get("open", "(")),
        new("m:sepChr", val=(one.get("separators", ",") or ",")[:1]),
        new("m:endChr", val=one.get("close", ")")),
    )
    return new("m:d", said, *(_in("e", [x]) for x in children))


def _root(children: Sequence[Element], name: str) -> Element:
    if name == "msqrt":
        return new(
            "m:rad", new("m:radPr", new("m:degHide", val=1)), new("m:deg"), _in("e", children)
        )
    if len(children) != 2:
        raise _UnknownError
    return new("m:rad", _in("deg", children[1:]), _in("e", children[:1]))


def _table(rows: Sequence[Element]) -> Element:
    widest = max((len(_children(one)) for one in rows), default=0)
    made = []
    for one in rows:
        if _name(one) != "mtr":
            raise _UnknownError
        cells = [new("m:e", *_row(_children(cell))) for cell in _children(one)]
        made.append(new("m:mr", *cells, *(new("m:e") for _ in range(widest - len(cells)))))
    return new("m:m", *made)


def _token(one: Element, name: str) -> Element:
    text = _text(one)
    if name in ("mtext", "ms") or any("\u3400" <= sign <= "\u9fff" for sign in text):
        return new("m:r", new("m:rPr", new("m:nor")), words(text, "m:t"))
    is_upright = name == "mi" and (len(text) > 1 or one.get("mathvariant") == "normal")
    look = new("m:rPr", new("m:sty", val="p")) if is_upright else None
    return new("m:r", look, words(text, "m:t"))


def _text(element: Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())

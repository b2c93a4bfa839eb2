"""What stands in a line of Metanorma (行内元素)."""

from lxml import etree

from guiju.core.documents.metanorma.names import STYLES, is_printed, said, words
from guiju.core.documents.metanorma.numbering import target_label
from guiju.core.documents.metanorma.state import State
from guiju.core.documents.model import MarkKind, Text
from guiju.core.documents.sts import mathml
from guiju.core.documents.sts.gathering import Gatherer
from guiju.core.documents.sts.inline import standard_key
from guiju.core.documents.sts.labels import full
from guiju.core.documents.sts.names import child, local


def text_of(state: State, element: etree._Element | None, *, verbatim: bool = False) -> Text:
    """All words of an element as one text."""
    into = Gatherer(verbatim=verbatim)
    if element is not None:
        gather(state, element, into)
    return into.text()


def gather(state: State, element: etree._Element, into: Gatherer) -> None:
    into.add(element.text)
    for one in element:
        if isinstance(one.tag, str):
            inline(state, one, into)
        into.add(one.tail)


def inline(state: State, element: etree._Element, into: Gatherer) -> None:
    """One element of a line; what is repeated for printers is passed over."""
    name = local(element)
    if name in STYLES:
        marked(state, element, into, STYLES[name])
    elif name == "br":
        into.line_break()
    elif name == "tab":
        into.add(" ")
    elif name == "stem":
        _stem(state, element, into)
    elif name in ("xref", "eref", "link"):
        _POINTERS[name](state, element, into)
    elif name == "concept":
        _concept(state, element, into)
    elif name == "fn":
        _call(state, element, into)
    elif not is_printed(element):
        gather(state, element, into)


def marked(
    state: State, element: etree._Element, into: Gatherer, kind: MarkKind, value: str = ""
) -> None:
    opened = into.open()
    gather(state, element, into)
    into.close(opened, kind, value)


def _stem(state: State, element: etree._Element, into: Gatherer) -> None:
    math = child(element, "math")
    if math is not None:
        into.point("math", mathml.linear(math), mathml.canonical(math))
    else:
        gather(state, element, into)


def printed(element: etree._Element) -> str:
    """What a presentation file prints for a pointer: the semx right behind it."""
    after = element.getnext()
    own = element.get("id")
    if after is None or local(after) != "semx" or not own or after.get("source") != own:
        return ""
    return words(after)


def _xref(state: State, element: etree._Element, into: Gatherer) -> None:
    """A pointer inside the document; its words are its own, as printed, or the target's number."""
    rid = str(element.get("target", ""))
    target = state.numbering.ids.get(rid)
    shown = words(element) or printed(element)
    if not shown and target is not None:
        word, label = target_label(state.numbering, target)
        shown = full(word, label, state.language) if word else label
    if target is None:
        state.doubt("metanorma-pointer", element, rid)
    into.point("internal", shown or f"[{rid}]", rid if target is not None else "")


def _eref(state: State, element: etree._Element, into: Gatherer) -> None:
    """A reference to a document of the lists: a standard by its number, another by its sign."""
    cited = str(element.get("citeas", "")).replace("--", "—")
    shown = words(element) if not child_names(element) else ""
    shown = shown or printed(element) or _cited(cited, element)
    key = standard_key("", cited)
    if not key:
        rid = str(element.get("bibitemid", ""))
        into.point("internal", shown, rid if rid in state.numbering.ids else "")
        return
    number, _, rest = shown.partition(", ")
    into.point("standard", number, key)
    into.add(f", {rest}" if rest else "")


def _cited(cited: str, element: etree._Element) -> str:
    """The number and the clauses that a semantic file cites."""
    places = [
        words(one) for stack in element for one in stack.iter("{*}referenceFrom") if words(one)
    ]
    return ", ".join((cited, *places))


def child_names(element: etree._Element) -> list[str]:
    return [local(one) for one in said(element)]


def _link(state: State, element: etree._Element, into: Gatherer) -> None:
    address = str(element.get("target", ""))
    into.point("link", words(element) or address, address)


def _concept(state: State, element: etree._Element, into: Gatherer) -> None:
    """A term of the document: its words are marked."""
    shown = child(element, "renderterm")
    pointer = child(element, "xref")
    rid = "" if pointer is None else str(pointer.get("target", ""))
    label = state.numbering.label(state.numbering.ids[rid]) if rid in state.numbering.ids else ""
    into.point("term", words(shown), rid if rid in state.numbering.ids else "")
    if label and pointer is not None:
        into.add(" (")
        into.point("internal", label, rid)
        into.add(")")


def _call(state: State, element: etree._Element, into: Gatherer) -> None:
    note = state.footnote(element)
    opened = into.open()
    into.point("sup", note.label)
    into.close(opened, "footnote", note.id)


_POINTERS = {"xref": _xref, "eref": _eref, "link": _link}

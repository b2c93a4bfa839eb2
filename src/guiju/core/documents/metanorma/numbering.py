"""Numbers of clauses, tables, figures and formulas (编号): as printed or, in a semantic file, counted."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from guiju.core.documents.metanorma.names import CLAUSES, id_of, said, words
from guiju.core.documents.sts.names import child, local

_COUNTED = {"table": "table", "figure": "figure", "formula": "formula"}
_UNNUMBERED = ("foreword", "introduction", "abstract", "acknowledgements", "executivesummary")


@dataclass(slots=True)
class Numbering:
    """`labels` by element; `kinds` say what word goes before a label in a pointer."""

    labels: dict[etree._Element, str] = field(default_factory=dict)
    ids: dict[str, etree._Element] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    letters: int = 0

    def label(self, element: etree._Element) -> str:
        return self.labels.get(element, "")


def number(root: etree._Element, parts: Sequence[etree._Element]) -> Numbering:
    """All labels of a document whose main parts come in this order."""
    made = Numbering()
    for element in root.iter(etree.Element):
        for name in (element.get("id"), element.get("anchor")):
            if name:
                made.ids.setdefault(name, element)
    chapter = 0
    for one in parts:
        name = local(one)
        if name == "annex":
            letter = str(one.get("autonum") or chr(ord("A") + made.letters))
            made.letters += 1
            made.labels[one] = letter
            made.counts.clear()
            _inside(made, one, letter, letter)
        elif name in _UNNUMBERED or _is_bibliography(one):
            _inside(made, one, "", "")
        else:
            chapter += 1
            label = _printed(one) or str(chapter)
            made.labels[one] = label
            _inside(made, one, label, "")
    return made


def _is_bibliography(element: etree._Element) -> bool:
    above = element.getparent()
    within = above is not None and local(above) == "bibliography"
    return within and not is_normative(element)


def is_normative(references: etree._Element) -> bool:
    """Whether a list of references is clause 2; older files only say so by coming first."""
    marked = references.get("normative")
    if marked is not None:
        return marked == "true"
    above = references.getparent()
    first = above is not None and next(said(above), None) is references
    return first and above is not None and len(list(said(above))) > 1


def _printed(element: etree._Element) -> str:
    """The number that a presentation file prints."""
    head = child(element, "fmt-title")
    head = child(element, "fmt-name") if head is None else head
    if head is None:
        return ""
    for one in head.iter("{*}span"):
        if one.get("class") == "fmt-caption-label":
            return "".join(words(one).split())
    return ""


def _inside(made: Numbering, holder: etree._Element, label: str, annex: str) -> None:
    for at, one in enumerate(_clauses(holder), 1):
        own = _printed(one) or (f"{label}.{at}" if label else "")
        if own and local(one) != "appendix":
            made.labels[one] = own
        _inside(made, one, own, annex)
    for one in _floats(holder):
        _count(made, one, annex)


def _clauses(holder: etree._Element) -> Iterator[etree._Element]:
    for one in said(holder):
        if local(one) in CLAUSES or local(one) == "term":
            yield one


def _floats(holder: etree._Element) -> Iterator[etree._Element]:
    """Tables, figures and formulas of a clause, those of its clauses left out."""
    for one in said(holder):
        name = local(one)
        if name in _COUNTED:
            yield one
        elif name not in CLAUSES and name != "term":
            yield from _floats(one)


def _count(made: Numbering, one: etree._Element, annex: str) -> None:
    if one.get("unnumbered") == "true":
        return
    name = local(one)
    printed = one.get("autonum")
    if printed is None:
        made.counts[name] += 1
        at = str(made.counts[name])
        printed = f"{annex}.{at}" if annex else at
    made.labels[one] = str(printed)
    if name == "figure":
        parts = [part for part in said(one) if local(part) == "figure"]
        for at_part, part in enumerate(parts):
            made.labels[part] = f"{chr(ord('a') + at_part)})"


def target_label(made: Numbering, element: etree._Element) -> tuple[str, str]:
    """The word of the rulebook and the number by which a pointer names an element."""
    name, label = local(element), made.label(element)
    if name in ("annex", "table", "figure", "formula") and label:
        return name, label
    return "", label or id_of(element)

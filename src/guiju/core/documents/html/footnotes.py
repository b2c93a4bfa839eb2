"""Footnotes of pages that others wrote (网页的脚注): a mark that leads down, a note that leads back."""

from typing import NamedTuple

from lxml import etree

from guiju.core.documents.html.inline import words_of

_LONGEST_MARK = 12
_SIGNS = " []()（）［］^*†↩↑\u00a0"


class Below(NamedTuple):
    """`place` holds the words of the note, `back` the mark before or behind them."""

    name: str
    label: str
    place: etree._Element
    back: etree._Element


def found_in(root: etree._Element) -> list[Below]:
    """Word, WPS, Google Docs and pandoc all write them as two anchors that lead to each other."""
    places: dict[str, etree._Element] = {}
    anchors: list[etree._Element] = []
    for one in root.iter():
        if not isinstance(one.tag, str):
            continue
        for name in {one.get("id"), one.get("name")} - {None, ""}:
            places.setdefault(str(name), one)
        if one.tag == "a" and (one.get("href") or "").startswith("#"):
            anchors.append(one)
    order = {one: at for at, one in enumerate(anchors)}
    leads = [(one, places.get((one.get("href") or "")[1:])) for one in anchors]
    back = {_leading(target): one for one, target in leads if target is not None}
    notes: list[Below] = []
    for one, target in leads:
        answer = back.get(_leading(one)) if target is not None else None
        if answer is None or target is None or order[answer] <= order[one]:
            continue
        place = _place(target, answer)
        label = words_of(one).strip(_SIGNS)
        if place is not None and 0 < len(words_of(one).strip()) <= _LONGEST_MARK:
            notes.append(Below((one.get("href") or "")[1:], label, place, answer))
    return notes


def _leading(one: etree._Element) -> etree._Element:
    """The anchor for which an element stands: itself, the one inside, or the one around."""
    if one.tag == "a" and one.get("href"):
        return one
    inside = next(one.iter("a"), None)
    if inside is not None and inside.get("href"):
        return inside
    around = next(one.iterancestors("a"), None)
    return around if around is not None else one


def _place(target: etree._Element, back: etree._Element) -> etree._Element | None:
    """The element that holds the note and nothing else."""
    if target.tag in ("li", "div", "aside", "dd", "p"):
        return target
    for one in (target, *target.iterancestors()):
        said = (one.get("style") or "").replace(" ", "")
        if (
            one.tag in ("li", "dd", "aside")
            or "mso-element:footnote" in said
            or "mso-element:endnote" in said
        ):
            return one
        parent = one.getparent()
        if one.tag == "p" and (parent is None or "mso-element" not in (parent.get("style") or "")):
            return one
    return back.getparent()

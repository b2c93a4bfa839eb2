"""Characters of a file changed in place (就地修改): all that the view does not show stays as it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree


class Slot(NamedTuple):
    """Where an element keeps words: before its first child, or behind its own end."""

    element: etree._Element
    is_tail: bool

    @property
    def words(self) -> str:
        return (self.element.tail if self.is_tail else self.element.text) or ""

    def put(self, words: str) -> None:
        if self.is_tail:
            self.element.tail = words
        else:
            self.element.text = words


class Spot(NamedTuple):
    """A place between two characters of the file."""

    slot: int
    at: int


@dataclass(frozen=True, slots=True)
class Edit:
    """The characters `start` to `end` of `content`, a text of the view, become `new`."""

    content: str
    start: int
    end: int
    new: str


def put(element: etree._Element, edit: Edit) -> bool:
    """Carry an edit out inside an element; False where its text is not written there."""
    slots = list(_slots(element))
    spots = [
        Spot(number, at)
        for number, slot in enumerate(slots)
        for at, sign in enumerate(slot.words)
        if not sign.isspace()
    ]
    base = _found(edit.content, slots, spots)
    if base is None:
        return False
    start, end = edit.start, edit.end
    while start and edit.content[start - 1].isspace():
        start -= 1
    while end < len(edit.content) and edit.content[end].isspace():
        end += 1
    words = edit.content[start : edit.start] + edit.new + edit.content[edit.end : end]
    signs = [base + len(_dense(edit.content[:at])) for at in (start, end)]
    inside = edit.content[start:end]
    own = range(base, base + len(_dense(edit.content)))
    left = _behind if not inside or inside[0].isspace() else _before
    right = _before if not inside or inside[-1].isspace() else _behind
    _replace(
        slots,
        left(spots, own, signs[0]),
        right(spots, own, signs[1]),
        words,
        to_the_right=not inside,
    )
    return True


def _slots(element: etree._Element) -> Iterator[Slot]:
    """All words inside an element in reading order; comments, instructions, entities have none."""
    if isinstance(element.tag, str):
        yield Slot(element, False)
        for one in element:
            yield from _slots(one)
            yield Slot(one, True)


def _dense(words: str) -> str:
    return "".join(one for one in words if not one.isspace())


def _found(content: str, slots: list[Slot], spots: list[Spot]) -> int | None:
    """The number of the sign with which a text begins; one that fills its elements comes first."""
    wanted = _dense(content)
    there = "".join(slots[spot.slot].words[spot.at] for spot in spots)
    found = []
    at = there.find(wanted) if wanted else -1
    while at >= 0:
        last = at + len(wanted)
        begins = at == 0 or spots[at - 1].slot != spots[at].slot
        ends = last == len(spots) or spots[last].slot != spots[last - 1].slot
        if begins and ends:
            return at
        found.append(at)
        at = there.find(wanted, at + 1)
    return found[0] if found else None


def _behind(spots: list[Spot], own: range, sign: int) -> Spot:
    """Behind the sign before; at the very start of the text where there is none."""
    if sign == own.start:
        return spots[sign]
    return spots[sign - 1]._replace(at=spots[sign - 1].at + 1)


def _before(spots: list[Spot], own: range, sign: int) -> Spot:
    """In front of the sign; at the very end of the text where there is none."""
    if sign < own.stop:
        return spots[sign]
    return spots[sign - 1]._replace(at=spots[sign - 1].at + 1)


def _replace(slots: list[Slot], left: Spot, right: Spot, words: str, *, to_the_right: bool) -> None:
    """What stands between two spots becomes these words, in one of their slots."""
    first, last = slots[left.slot], slots[right.slot]
    before, after = first.words[: left.at], last.words[right.at :]
    if left.slot == right.slot:
        first.put(before + words + after)
        return
    for slot in slots[left.slot + 1 : right.slot]:
        slot.put("")
    first.put(before if to_the_right else before + words)
    last.put(words + after if to_the_right else after)

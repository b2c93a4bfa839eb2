"""Pointers inside the text whose target has a new number (指向随编号变化)."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from guiju.core.compare.documents.aligning import Aligned
from guiju.core.compare.documents.flat import Passage
from guiju.core.compare.documents.model import TextOp
from guiju.core.documents import pointing

_NUMBER = re.compile(r"[A-Z]|[A-Z\d.]*\d")
_CAPTIONED = ("table", "figure", "formula")


@dataclass(frozen=True, slots=True)
class Pointers:
    """Old number → new number, by what bears it."""

    numbers: dict[str, dict[str, str]]

    def explained(self, ops: tuple[TextOp, ...], text: str) -> tuple[TextOp, ...]:
        """The operations, those marked that a renumbering explains; `text` is the old one."""
        asked = [op for op in ops if _is_number(op)]
        if not asked or not any(self.numbers.values()):
            return ops
        own = [one for one in pointing.pointers(text) if one.label and one.of is None]
        starts = [one.label_start for one in own]
        followed = set()
        for op in asked:
            at = bisect_right(starts, op.a_start) - 1
            if at >= 0 and self._follows(op, own[at]):
                followed.add(op)
        return tuple(op._replace(why="pointer") if op in followed else op for op in ops)

    def _follows(self, op: TextOp, one: pointing.Pointer) -> bool:
        """Whether the pointer, so changed, points to what has the new number."""
        if op.a_end > one.label_end or one.label_end - one.label_start != len(one.label):
            return False
        first, last = op.a_start - one.label_start, op.a_end - one.label_start
        changed = one.label[:first] + op.new + one.label[last:]
        kind = one.kind if one.kind in _CAPTIONED else "clause"
        return self.numbers[kind].get(one.label) == changed


def _is_number(op: TextOp) -> bool:
    return not op.why and bool(_NUMBER.fullmatch(op.old) and _NUMBER.fullmatch(op.new))


def pointers(found: Aligned) -> Pointers:
    numbers: dict[str, dict[str, str]] = {"clause": {}, "table": {}, "figure": {}, "formula": {}}
    for at_a, at_b in found.matching.to_b.items():
        if at_a >= 0:
            _note(numbers["clause"], found.a.clauses[at_a].label, found.b.clauses[at_b].label)
    for row in found.rows:
        for link in row.links:
            if link.a and link.b:
                own, other = found.passages_a[link.a[0]], found.passages_b[link.b[0]]
                _passage(numbers, own, other)
    return Pointers(numbers)


def _passage(numbers: dict[str, dict[str, str]], own: Passage, other: Passage) -> None:
    if own.kind == other.kind and own.kind in _CAPTIONED:
        _note(numbers[own.kind], own.label, other.label)


def _note(numbers: dict[str, str], old: str, new: str) -> None:
    if old and new and old != new:
        numbers[old] = new

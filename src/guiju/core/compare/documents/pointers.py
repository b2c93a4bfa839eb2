"""Pointers inside the text whose target has a new number (指向随编号变化)."""

import re
from dataclasses import dataclass

from guiju.core.compare.documents.aligning import Aligned
from guiju.core.compare.documents.flat import Passage
from guiju.core.compare.documents.model import TextOp

# What stands before a number that points, and what makes it a quantity instead.
_CLAUSE = re.compile(
    r"(?:[见按照据合第条章款和与、及至或在～~（(]|附录|\b(?:clauses?|subclauses?|annex(?:es)?|appendix|see|in|with|to|and|of|or|from|by))\s*\(?$",
    re.IGNORECASE,
)
_KINDS = {
    "table": re.compile(r"(?:表|\btables?)\s*$", re.IGNORECASE),
    "figure": re.compile(r"(?:图|\bfig(?:ures?|\.)?)\s*$", re.IGNORECASE),
    "formula": re.compile(r"(?:式|\bformulae?|\bequations?)\s*[(（]?$", re.IGNORECASE),
}
_QUANTITY = re.compile(r"\s?[A-Za-zµμΩ℃°%‰]|[倍次个年月天日时分秒毫厘米克升人度]")
_ENGLISH_WORD = re.compile(
    r"\s?(?:and|or|to|of|shall|should|may|can|is|are|in|apply|applies|for)\b"
)


@dataclass(frozen=True, slots=True)
class Pointers:
    """Old number → new number, by what bears it."""

    numbers: dict[str, dict[str, str]]

    def explained(self, ops: tuple[TextOp, ...], text: str) -> tuple[TextOp, ...]:
        """The operations, those marked that a renumbering explains; `text` is the old one."""
        return tuple(op._replace(why="pointer") if self._follows(op, text) else op for op in ops)

    def _follows(self, op: TextOp, text: str) -> bool:
        if op.why or not op.old or not op.new:
            return False
        before, after = text[max(0, op.a_start - 16) : op.a_start], text[op.a_end : op.a_end + 8]
        for kind, pattern in _KINDS.items():
            if pattern.search(before):
                return self.numbers[kind].get(op.old) == op.new
        if self.numbers["clause"].get(op.old) != op.new or not _CLAUSE.search(before):
            return False
        return not _QUANTITY.match(after) or bool(_ENGLISH_WORD.match(after))


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
    if own.kind == other.kind and own.kind in _KINDS:
        _note(numbers[own.kind], own.label, other.label)


def _note(numbers: dict[str, str], old: str, new: str) -> None:
    if old and new and old != new:
        numbers[old] = new

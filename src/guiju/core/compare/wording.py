"""The difference of two wordings (字句差异), word by word: what to strike out and what to insert."""

import re
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

Op = Literal["same", "del", "ins"]
# A kept stretch shorter than this between two changes is noise to a reader.
SHORTEST_KEPT = 2
# Longer wordings are compared by clauses: difflib grows with the product of the lengths.
LONGEST_BY_WORD = 3000
_WORD = re.compile(r"[A-Za-z]+|[0-9]+|.", re.DOTALL)
_CLAUSE = re.compile(r"[^，。；：、\n]*[，。；：、\n]|[^，。；：、\n]+")


class Piece(NamedTuple):
    """A stretch of text and what became of it."""

    op: Op
    text: str


def wording(old: str, new: str) -> list[Piece]:
    """What to delete from `old` and insert to get `new`; joined, either side is whole again.

    >>> [tuple(piece) for piece in wording("2023年完成清理", "2024年完成清理")]
    [('del', '2023'), ('ins', '2024'), ('same', '年完成清理')]
    """
    unit = _CLAUSE if max(len(old), len(new)) > LONGEST_BY_WORD else _WORD
    before, after = unit.findall(old), unit.findall(new)
    pieces: list[Piece] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        kept = "".join(before[start:end])
        between = start > 0 and end < len(before) and len(kept) < SHORTEST_KEPT
        if kind == "equal" and not between:
            pieces.append(Piece("same", kept))
        else:
            pieces += [Piece("del", kept), Piece("ins", "".join(after[new_start:new_end]))]
    return _joined(pieces)


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Neighbouring changes as one deletion and one insertion."""
    answer: list[Piece] = []
    deleted = inserted = ""
    for piece in [*pieces, Piece("same", "")]:
        if piece.op == "del":
            deleted += piece.text
        elif piece.op == "ins":
            inserted += piece.text
        else:
            changed = (Piece("del", deleted), Piece("ins", inserted))
            answer += [one for one in (*changed, piece) if one.text]
            deleted = inserted = ""
    return answer

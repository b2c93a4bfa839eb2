"""Two wordings of one text, sentence by sentence (文字对照)."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_SENTENCE = re.compile(r"[^。；！？;!?\n]*[。；！？;!?\n]+|[^。；！？;!?\n]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that stayed, was removed, or was added."""

    change: Literal["same", "removed", "added"]
    text: str


def differences(old: str, new: str) -> tuple[Piece, ...]:
    """What became of `old` in `new`, whole sentences at a time.

    >>> [(one.change, one.text) for one in differences("已立项。待起草。", "已立项。已起草。")]
    [('same', '已立项。'), ('removed', '待起草。'), ('added', '已起草。')]
    """
    before, after = _SENTENCE.findall(old), _SENTENCE.findall(new)
    pieces: list[Piece] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind == "equal":
            pieces.append(Piece("same", "".join(before[start:end])))
            continue
        if start < end:
            pieces.append(Piece("removed", "".join(before[start:end])))
        if new_start < new_end:
            pieces.append(Piece("added", "".join(after[new_start:new_end])))
    return tuple(pieces)

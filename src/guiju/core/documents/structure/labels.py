"""Labels of clauses (章条编号): which number at the start of a line is one, and which may follow.

A label must be a plausible successor of the last one, so that "3.5 mm", "2.0" and "20 kg" at the
start of a line are no clauses.
"""

import re
from typing import Literal, NamedTuple

from guiju.core.documents.structure.words import folded, is_unit, words

Path = tuple[str, ...]
Follows = Literal["next", "gap", ""]
DEEPEST, WIDEST_GAP = 8, 3
_LABEL = re.compile(
    r"\s*(?P<label>[A-Z](?:\s?\.\s?[1-9]\d?\d?){1,7}|[1-9]\d?(?:\s?\.\s?[1-9]\d?\d?){0,7})(?P<stop>\.?)(?P<gap>\s*)"
)
_WORD = re.compile(r"[A-Za-zμΩ°℃%‰]+")
_NO_TITLE = re.compile(r"\s*(?:[—–―─=+\-×~<>≤≥±,;:)\]/·、。，；：）】]|\.{2})")


class Label(NamedTuple):
    """A label as its parts, and where the text after it begins."""

    path: Path
    end: int

    @property
    def text(self) -> str:
        return ".".join(self.path)


def read(text: str) -> Label | None:
    """The label at the start of a line, None where none can stand."""
    line = folded(text[:200])
    found = _LABEL.match(line)
    if not found:
        return None
    rest = line[found.end() :]
    label = re.sub(r"\s", "", found["label"])
    if not rest:
        return Label(tuple(label.split(".")), len(text))
    if _NO_TITLE.match(rest):
        return None
    if rest[0].isdigit() and not (found["gap"] and "." in label):
        return None
    if not found["gap"] and (rest.startswith(words("not_labels", "follow")) or rest[0].isascii()):
        return None
    word = _WORD.match(rest)
    if word and is_unit(word[0]):
        return None
    return Label(tuple(label.split(".")), found.end())


def follows(path: Path, last: Path) -> Follows:
    """Whether `path` may stand after `last` in one numbering; "gap" when something is missing."""
    if len(path) > DEEPEST:
        return ""
    if not last:
        return "next" if path == ("1",) else "gap" if len(path) == 1 else ""
    if path == (*last, "1"):
        return "next"
    if path[0].isalpha() != last[0].isalpha():
        return ""
    shared = 0
    while shared < min(len(path), len(last)) and path[shared] == last[shared]:
        shared += 1
    below = path[shared:]
    if not below or (shared == 0 and path[0].isalpha()):
        return ""
    step = int(below[0]) - (int(last[shared]) if shared < len(last) else 0)
    if step == 1 and len(below) == 1 and shared < len(last):
        return "next"
    is_near = 1 <= step <= WIDEST_GAP and all(part == "1" for part in below[1:])
    return "gap" if is_near and len(below) <= 2 else ""

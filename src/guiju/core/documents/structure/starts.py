"""Whether a row of a page begins something (段首判断), or goes on with the row above."""

from guiju.core import numbers
from guiju.core.documents.structure import labels
from guiju.core.documents.structure.marks import sign_of
from guiju.core.documents.structure.words import folded

_SOURCES = ("[来源", "［来源", "[SOURCE")


def starts(text: str) -> bool:
    """A label with the space behind it, an item, a note, a caption, a source, an entry [1]."""
    if sign_of(text).kind != "plain":
        return True
    label = labels.read(text)
    if label is not None:
        return label.end >= len(text) or folded(text)[label.end - 1] == " "
    line = folded(text).lstrip()
    if line.startswith(_SOURCES) or (line[:1] == "[" and line[1:3].strip("]").isdigit()):
        return True
    return _is_listed(line)


def _is_listed(line: str) -> bool:
    """An entry of a list of documents: a number, a space, a title."""
    if not line[:2].isupper():
        return False
    found = numbers.find(line[:80])
    return bool(found) and found[0].start == 0 and line[found[0].end : found[0].end + 1] == " "

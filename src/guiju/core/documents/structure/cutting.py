"""Parts of a text with their marks (截取): the marks go with the characters."""

from collections.abc import Sequence

from guiju.core.documents.model import Mark, Text


def cut(text: Text, start: int, end: int | None = None) -> Text:
    """The characters from `start` to `end`, without white space at either end."""
    stop = len(text.content) if end is None else end
    part = text.content[start:stop]
    start += len(part) - len(part.lstrip())
    stop = max(start, stop - (len(part) - len(part.rstrip())))
    marks = [
        one._replace(start=max(one.start, start) - start, end=min(one.end, stop) - start)
        for one in text.marks
        if one.start < stop and one.end > start
    ]
    return Text(text.content[start:stop], tuple(marks))


def joined(parts: Sequence[Text], between: str = "") -> Text:
    """The texts one after another, `between` them what is given."""
    pieces: list[str] = []
    marks: list[Mark] = []
    at = 0
    for part in parts:
        if at and part.content and between:
            pieces.append(between)
            at += len(between)
        marks += [one._replace(start=one.start + at, end=one.end + at) for one in part.marks]
        pieces.append(part.content)
        at += len(part.content)
    return Text("".join(pieces), sorted_marks(marks))


def sorted_marks(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Marks by where they start, the longest first."""
    return tuple(sorted(marks, key=lambda one: (one.start, -one.end)))

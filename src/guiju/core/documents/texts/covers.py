"""What stands on the cover and is none of its facts (封面的其他文字): it is told, not lost silently."""

from collections.abc import Sequence

from guiju.core.documents.lines import Line
from guiju.core.documents.model import Reading
from guiju.core.documents.structure.left import of_cover
from guiju.core.documents.texts.doubts import Told


def told_with(reading: Reading, lines: Sequence[Line], told: Told) -> Reading:
    """The reading with all doubts, those about the cover among them."""
    places = {one.text.content: one.line for one in reversed(lines) if one.block is None}
    for words in of_cover(lines, reading.document):
        told.add("cover-left", words, places.get(words, 1))
    return told.with_these(reading)

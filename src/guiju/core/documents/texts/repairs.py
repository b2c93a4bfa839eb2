"""Lines as a tool wrote them, made ready for the recogniser (整理各行), every change told."""

from collections.abc import Sequence

from guiju.core.documents.lines import Line
from guiju.core.documents.texts import captions, parting, slips
from guiju.core.documents.texts.doubts import Told


def repaired(lines: Sequence[Line], told: Told) -> list[Line]:
    """What ran together is parted, letters in labels are digits, captions stand where they belong."""
    return captions.arranged(slips.mended(parting.parted(lines, told), told), told)

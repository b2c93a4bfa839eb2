"""Findings that are about no word of the text (无处标出的问题): marked beside what they are about."""

import re
from collections import defaultdict
from collections.abc import Sequence

from guiju.apps.library.rendering.look import Marked
from guiju.core.documents.outputs.html import Piece
from guiju.core.documents.outputs.html_tags import Html, joined, tag

_NUMBER = re.compile(r'id="at-(\d+)"')
_ID = re.compile(r'id="([^"]+)"')


def with_unplaced(
    pieces: Sequence[Piece], marked: Sequence[Marked], language: str
) -> tuple[Piece, ...]:
    """The pieces, with the number of each finding that is not in one yet behind its place.

    What is about the cover stands before the first piece.
    """
    drawn = {int(one) for piece in pieces for one in _NUMBER.findall(piece.html)}
    place_of = {
        name: at for at in range(len(pieces) - 1, -1, -1) for name in _ID.findall(pieces[at].html)
    }
    beside: dict[int, list[Marked]] = defaultdict(list)
    for one in marked:
        if one.number not in drawn:
            beside[_place(one.finding.address, place_of)].append(one)
    made = [
        piece._replace(html=joined(piece.html, _numbers(beside[at], language)))
        for at, piece in enumerate(pieces)
    ]
    return (Piece("", _numbers(beside[-1], language)), *made)


def _place(address: str, place_of: dict[str, int]) -> int:
    """The piece in which an address stands, or the nearest above it; -1 for the cover."""
    while address:
        if address in place_of:
            return place_of[address]
        address = address.rpartition("/")[0]
    return -1


def _numbers(marked: Sequence[Marked], language: str) -> Html:
    if not marked:
        return joined()
    links = [
        tag(
            "a",
            one.number,
            href=f"#finding-{one.number}",
            id=f"at-{one.number}",
            class_="lt-finding-number",
            title=one.finding.message.say(language),
        )
        for one in marked
    ]
    return tag("p", *links, class_="lt-findings-beside")

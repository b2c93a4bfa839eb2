"""Two languages side by side (对照): pieces with the same address stand in one row."""

from typing import NamedTuple

from guiju.core.documents.outputs.html import Piece


class Row(NamedTuple):
    """What stands side by side; None where one side has nothing."""

    left: Piece | None
    right: Piece | None


def side_by_side(left: tuple[Piece, ...], right: tuple[Piece, ...]) -> list[Row]:
    """The left order is kept; what only the right side has follows what stands before it there."""
    known = {one.address for one in left if one.address}
    alone: dict[str, list[Piece]] = {}
    partner: dict[str, Piece] = {}
    last = ""
    for one in right:
        if one.address in known:
            partner[one.address] = one
            last = one.address
        else:
            alone.setdefault(last, []).append(one)
    rows = [Row(None, one) for one in alone.get("", ())]
    for piece in left:
        rows.append(Row(piece, partner.get(piece.address)))
        rows += [Row(None, one) for one in alone.get(piece.address, ()) if piece.address]
    return rows

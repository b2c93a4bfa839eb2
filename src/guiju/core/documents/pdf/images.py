"""Parts of pages as pictures (截取图片): what is seen there, as PNG."""

import struct
import zlib
from collections.abc import Mapping, Sequence

import pypdfium2 as pdfium

from guiju.core.documents.pdf.glyphs import Page, Rule

MOST_PICTURES, MOST_PIXELS = 300, 3_000_000
_SCALE = 150 / 72
_EDGE = 2.0


def drawn(
    document: pdfium.PdfDocument, pages: Sequence[Page], named: Mapping[str, tuple[int, Rule]]
) -> dict[str, bytes]:
    """The pictures by name; each is a region of a page, by its index."""
    return {
        name: _picture(document, pages[index], index, region)
        for name, (index, region) in named.items()
    }


def _picture(document: pdfium.PdfDocument, page: Page, index: int, region: Rule) -> bytes:
    source = document[index]
    source.set_rotation(0)
    left, bottom, right, top = source.get_bbox()
    box = back(region, page.turn, right - left, top - bottom)
    crop = (
        max(0.0, box.x0 - _EDGE),
        max(0.0, box.y0 - _EDGE),
        max(0.0, right - left - box.x1 - _EDGE),
        max(0.0, top - bottom - box.y1 - _EDGE),
    )
    area = (box.x1 - box.x0 + 2 * _EDGE) * (box.y1 - box.y0 + 2 * _EDGE)
    scale = min(_SCALE, (MOST_PIXELS / max(area, 1.0)) ** 0.5)
    bitmap = source.render(scale=scale, crop=crop, rev_byteorder=True)
    rows = _rows(bitmap)
    bitmap.close()
    source.close()
    if page.turn:
        rows = _turned(rows, page.turn)
    return png(rows)


def back(box: Rule, turn: int, width: float, height: float) -> Rule:
    """A box of the page as it is read, on the page as it is stored (of this size)."""
    if turn > 0:
        return Rule(width - box.y1, box.x0, width - box.y0, box.x1)
    if turn < 0:
        return Rule(box.y0, height - box.x1, box.y1, height - box.x0)
    return box


def _rows(bitmap: pdfium.PdfBitmap) -> list[bytes]:
    """The pixels, three bytes each, a row from left to right."""
    data, step, width = bytes(bitmap.buffer), bitmap.stride, bitmap.width
    rows = [data[at * step : (at + 1) * step] for at in range(bitmap.height)]
    if bitmap.n_channels == 4:
        return [_three(row, width) for row in rows]
    return [row[: 3 * width] for row in rows]


def _three(row: bytes, width: int) -> bytes:
    out = bytearray(3 * width)
    for channel in range(3):
        out[channel::3] = row[channel : 4 * width : 4]
    return bytes(out)


def _turned(rows: Sequence[bytes], turn: int) -> list[bytes]:
    """The pixels as the page is held to be read."""
    width = len(rows[0]) // 3
    columns = [b"".join(row[3 * at : 3 * at + 3] for row in rows) for at in range(width)]
    if turn > 0:
        return [_mirrored(column) for column in columns]
    return columns[::-1]


def _mirrored(row: bytes) -> bytes:
    return b"".join(row[at : at + 3] for at in range(len(row) - 3, -1, -3))


def png(rows: Sequence[bytes]) -> bytes:
    """Rows of pixels as a PNG file, in grey where nothing has a colour."""
    width, height = len(rows[0]) // 3, len(rows)
    is_grey = all(row[::3] == row[1::3] == row[2::3] for row in rows)
    lines = [row[::3] for row in rows] if is_grey else rows
    packed = zlib.compress(b"".join(b"\0" + line for line in lines), 6)
    shape = struct.pack(">IIBBBBB", width, height, 8, 0 if is_grey else 2, 0, 0, 0)
    parts = ((b"IHDR", shape), (b"IDAT", packed), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_part(kind, content) for kind, content in parts)


def _part(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)

"""Characters, ruling lines and pictures of a page with their places (字符与线)."""

import ctypes
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from guiju.core.documents.pdf.signs import is_private, mended

MOST_GLYPHS, MOST_PATHS = 60_000, 20_000
THIN, SHORTEST = 3.0, 4.0
FEW_TURNED = 100  # characters on their side: a number on the back cover
_LONGEST_NAME = 128


class Glyph(NamedTuple):
    """A character: its ink from `x0` to `x1`, its base line at `y`, its size in points."""

    sign: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False
    turn: int = 0  # of its base line: 1 runs upwards, -1 downwards

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


class Rule(NamedTuple):
    """A ruling line; horizontal when y0 and y1 are (nearly) one."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def is_level(self) -> bool:
        return self.x1 - self.x0 > self.y1 - self.y0

    @property
    def thick(self) -> float:
        return min(self.x1 - self.x0, self.y1 - self.y0)


class Page(NamedTuple):
    """A page as a person holds it to read it; y grows upwards.

    `turn` says that it had to be turned for that, as a Glyph's does. `shapes` are the boxes of what
    is drawn, `left_out` the characters that stand at a right angle to the others.
    """

    number: int
    width: float
    height: float
    glyphs: list[Glyph]
    rules: list[Rule]
    pictures: list[Rule]
    shapes: list[Rule]
    turn: int = 0
    left_out: int = 0


def page(document: pdfium.PdfDocument, index: int) -> Page:
    """The page with this index, its characters in the order of the file."""
    source = document[index]
    left, bottom, right, top = source.get_bbox()
    width, height = right - left, top - bottom
    glyphs = _glyphs(source, left, bottom)
    turn = _turn(glyphs)
    kept = [one for one in glyphs if one.turn == turn]
    shapes, pictures = _drawn(source, left, bottom)
    source.close()
    if turn:
        kept = [_turned_glyph(one, turn, width, height) for one in kept]
        shapes, pictures = (
            [turned(one, turn, width, height) for one in boxes] for boxes in (shapes, pictures)
        )
        width, height = height, width
    rules = [edge for one in shapes for edge in _edges(one)]
    away = len(glyphs) - len(kept)
    return Page(index + 1, width, height, kept, rules, pictures, shapes, turn, away)


def turned(box: Rule, turn: int, width: float, height: float) -> Rule:
    """A box of a page of this size, the page held so that lines with this `turn` are level."""
    if turn > 0:
        return Rule(box.y0, width - box.x1, box.y1, width - box.x0)
    if turn < 0:
        return Rule(height - box.y1, box.x0, height - box.y0, box.x1)
    return box


def _turned_glyph(one: Glyph, turn: int, width: float, height: float) -> Glyph:
    """Until now x0 and x1 are places along the base line, whatever its direction."""
    if turn > 0:
        return one._replace(y=width - one.y)
    return one._replace(x0=height - one.x1, x1=height - one.x0)


def _turn(glyphs: list[Glyph]) -> int:
    ways = [one.turn for one in glyphs if one.turn]
    if len(ways) * 2 <= len(glyphs) or len(glyphs) < FEW_TURNED:
        return 0
    return 1 if sum(ways) > 0 else -1


def _glyphs(source: pdfium.PdfPage, left: float, bottom: float) -> list[Glyph]:
    text = source.get_textpage()
    glyphs: list[Glyph] = []
    x, y = ctypes.c_double(), ctypes.c_double()
    for at in range(min(text.count_chars(), MOST_GLYPHS)):
        code = raw.FPDFText_GetUnicode(text.raw, at)
        sign = mended(code, is_private(code) and _is_dingbat(text, at))
        if not sign.strip() or raw.FPDFText_IsGenerated(text.raw, at) == 1:
            continue
        x0, y0, x1, y1 = text.get_charbox(at)
        size, turn = _size(text, at)
        if x1 <= x0 and y1 <= y0:
            continue
        loose = text.get_charbox(at, loose=True)
        raw.FPDFText_GetCharOrigin(text.raw, at, x, y)
        weight = raw.FPDFText_GetFontWeight(text.raw, at)
        if turn:
            first, last = _extent(sign, y0, y1, (loose[1], loose[3]), size)
            place = Glyph(sign, first - bottom, last - bottom, x.value - left, size)
        else:
            first, last = _extent(sign, x0, x1, (loose[0], loose[2]), size)
            place = Glyph(sign, first - left, last - left, y.value - bottom, size)
        glyphs.append(place._replace(bold=weight >= 600, turn=turn))
    text.close()
    return glyphs


def _extent(
    sign: str, first: float, last: float, loose: tuple[float, float], size: float
) -> tuple[float, float]:
    """From where to where a character reaches: its advance where the font tells a credible one.

    Fonts that are cut out for Chinese give every letter the width of a Chinese character; there
    the ink is what is known.
    """
    is_wide = ord(sign[0]) > 0x2E7F
    wide = loose[1] - loose[0]
    if is_wide or (0.1 * size < wide < 0.92 * size and loose[0] - 0.5 <= first < loose[1]):
        shrink = 0.0 if is_wide else min(0.06 * size, 0.2 * wide)
        return loose[0] + shrink, loose[1] - shrink
    pad = max(0.0, (0.4 * size - (last - first)) / 2) if sign.isdigit() else 0.0
    return first - pad, last + pad


def _is_dingbat(text: pdfium.PdfTextPage, at: int) -> bool:
    """Whether the font of a character is one of signs (Wingdings, ZapfDingbats)."""
    name, flags = ctypes.create_string_buffer(_LONGEST_NAME), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text.raw, at, name, _LONGEST_NAME, flags)
    return b"dings" in name.value.lower() or b"dingbats" in name.value.lower()


def _size(text: pdfium.PdfTextPage, at: int) -> tuple[float, int]:
    """The size in points, and how the base line is turned."""
    turn = 0
    matrix = raw.FS_MATRIX()
    size = float(raw.FPDFText_GetFontSize(text.raw, at))
    if raw.FPDFText_GetMatrix(text.raw, at, matrix):
        size *= (matrix.c**2 + matrix.d**2) ** 0.5
        if abs(matrix.b) > abs(matrix.a):
            turn = 1 if matrix.b > 0 else -1
    return size if 1.0 < size < 200.0 else 10.0, turn


def _drawn(source: pdfium.PdfPage, left: float, bottom: float) -> tuple[list[Rule], list[Rule]]:
    """The boxes of what is drawn, and those of pictures."""
    shapes: list[Rule] = []
    pictures: list[Rule] = []
    kinds = [raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE]
    for at, one in enumerate(source.get_objects(filter=kinds, max_depth=4)):
        if at >= MOST_PATHS:
            break
        x0, y0, x1, y1 = one.get_bounds()
        box = Rule(x0 - left, y0 - bottom, x1 - left, y1 - bottom)
        (pictures if one.type == raw.FPDF_PAGEOBJ_IMAGE else shapes).append(box)
    return shapes, pictures


def _edges(box: Rule) -> list[Rule]:
    """A thin box is a line; a wide one is drawn by its four sides."""
    wide, high = box.x1 - box.x0, box.y1 - box.y0
    if max(wide, high) < SHORTEST:
        return []
    if min(wide, high) <= THIN:
        return [box]
    x0, y0, x1, y1 = box
    return [Rule(x0, y0, x1, y0), Rule(x0, y1, x1, y1), Rule(x0, y0, x0, y1), Rule(x1, y0, x1, y1)]

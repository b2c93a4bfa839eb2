"""Characters, ruling lines and pictures of a page with their places (字符与线)."""

import ctypes
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

MOST_GLYPHS, MOST_PATHS = 60_000, 20_000
THIN, SHORTEST = 3.0, 4.0
FEW_TURNED = 100  # characters on their side: a number on the back cover
# The symbol font keeps its characters in a private area: those that standards use.
_SYMBOLS = dict(
    zip(
        "=+-´±£³¹»×°·µaabgdefhklmnpqrstwxyzDSWFLG",
        "=+−×±≤≥≠≈⋅°⋅μααβγδεφηκλμνπθρστωξψζΔΣΩΦΛΓ",
        strict=True,
    )
)  # fmt: skip


class Glyph(NamedTuple):
    """A character: its ink from `x0` to `x1`, its base line at `y`, its size in points."""

    sign: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False
    turned: bool = False

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
    """A page as it is drawn; y grows upwards."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph]
    rules: list[Rule]
    pictures: list[Rule]


def page(document: pdfium.PdfDocument, index: int) -> Page:
    """The page with this index, its characters in the order of the file."""
    source = document[index]
    width, height = source.get_size()
    rules, pictures = _drawn(source)
    found = Page(index + 1, width, height, _glyphs(source), rules, pictures)
    source.close()
    return found


def _glyphs(source: pdfium.PdfPage) -> list[Glyph]:
    text = source.get_textpage()
    glyphs: list[Glyph] = []
    for at in range(min(text.count_chars(), MOST_GLYPHS)):
        code = raw.FPDFText_GetUnicode(text.raw, at)
        sign = _sign(code)
        if not sign.strip() or raw.FPDFText_IsGenerated(text.raw, at) == 1:
            continue
        left, bottom, right, top = text.get_charbox(at)
        size, turned = _size(text, at)
        if right <= left and top <= bottom:
            continue
        left, right = _extent(sign, left, right, text.get_charbox(at, loose=True), size)
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(text.raw, at, x, y)
        weight = raw.FPDFText_GetFontWeight(text.raw, at)
        glyphs.append(Glyph(sign, left, right, y.value, size, weight >= 600, turned))
    text.close()
    upright = [one for one in glyphs if not one.turned]
    return upright if len(upright) * 2 > len(glyphs) or len(glyphs) < FEW_TURNED else glyphs


def _extent(
    sign: str, left: float, right: float, loose: tuple[float, float, float, float], size: float
) -> tuple[float, float]:
    """From where to where a character reaches: its advance where the font tells a credible one.

    Fonts that are cut out for Chinese give every letter the width of a Chinese character; there
    the ink is what is known.
    """
    is_wide = ord(sign[0]) > 0x2E7F
    wide = loose[2] - loose[0]
    if is_wide or (0.1 * size < wide < 0.92 * size and loose[0] - 0.5 <= left < loose[2]):
        shrink = 0.0 if is_wide else min(0.06 * size, 0.2 * wide)
        return loose[0] + shrink, loose[2] - shrink
    pad = max(0.0, (0.4 * size - (right - left)) / 2) if sign.isdigit() else 0.0
    return left - pad, right + pad


def _sign(code: int) -> str:
    if 0xF020 <= code <= 0xF0FF:
        sign = chr(code - 0xF000)
        return _SYMBOLS.get(sign, sign)
    if code == 0 or code == 0xFFFE or 0xD800 <= code <= 0xDFFF or 0xE000 <= code <= 0xF8FF:
        return ""
    return "-" if code in (2, 0xAD) else chr(code)


def _size(text: pdfium.PdfTextPage, at: int) -> tuple[float, bool]:
    """The size in points, and whether the character is turned on its side."""
    turned = False
    matrix = raw.FS_MATRIX()
    size = float(raw.FPDFText_GetFontSize(text.raw, at))
    if raw.FPDFText_GetMatrix(text.raw, at, matrix):
        size *= (matrix.c**2 + matrix.d**2) ** 0.5
        turned = abs(matrix.b) > abs(matrix.a)
    return size if 1.0 < size < 200.0 else 10.0, turned


def _drawn(source: pdfium.PdfPage) -> tuple[list[Rule], list[Rule]]:
    rules: list[Rule] = []
    pictures: list[Rule] = []
    kinds = [raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE]
    for at, one in enumerate(source.get_objects(filter=kinds, max_depth=4)):
        if at >= MOST_PATHS:
            break
        box = Rule(*one.get_bounds())
        if one.type == raw.FPDF_PAGEOBJ_IMAGE:
            pictures.append(box)
        else:
            rules += _edges(box)
    return rules, pictures


def _edges(box: Rule) -> list[Rule]:
    """A thin box is a line; a wide one is drawn by its four sides."""
    wide, high = box.x1 - box.x0, box.y1 - box.y0
    if max(wide, high) < SHORTEST:
        return []
    if min(wide, high) <= THIN:
        return [box]
    x0, y0, x1, y1 = box
    return [Rule(x0, y0, x1, y0), Rule(x0, y1, x1, y1), Rule(x0, y0, x0, y1), Rule(x1, y0, x1, y1)]

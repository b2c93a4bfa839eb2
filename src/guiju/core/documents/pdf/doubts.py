"""What a PDF leaves open (存疑): pictures not found, words on their side, signs that only a font knows."""

from collections.abc import Sequence

from guiju.core.documents.model import Document, Doubt, Figure
from guiju.core.documents.pdf.glyphs import Page
from guiju.core.documents.pdf.signs import UNREADABLE
from guiju.core.documents.walking import blocks

_FEW = 4  # characters on their side, as in the margin of a drawing
MOST = 40
_SENTENCES = {
    "figure-no-picture": (
        "图“{value}”只读到图题，没有找到图形。",
        "Of figure “{value}” only the caption was read, no picture.",
    ),
    "turned-text": (
        "第 {value} 页有侧排的文字，没有读入，请核对。",
        "Page {value} has words on their side, which were not read; check it.",
    ),
    "unreadable": (
        "第 {value} 页有 {count} 个字符没有通用编码，以“\ufffd”表示，请对照原文改正。",
        "{count} characters of page {value} have no common code and are shown as “\ufffd”; correct them.",
    ),
}


def of(document: Document, pages: Sequence[Page]) -> list[Doubt]:
    """All of them, by page."""
    met = [_of_page(one, one is pages[-1]) for one in pages]
    found = [one for some in met for one in some]
    for _, block in blocks(document):
        is_empty = isinstance(block, Figure) and bool(block.label)
        if is_empty and isinstance(block, Figure) and not (block.images or block.parts):
            found.append(_doubt("figure-no-picture", block.label, block.line))
    return found[:MOST]


def _of_page(page: Page, is_last: bool) -> list[Doubt]:
    number = str(page.number)
    found = []
    if page.left_out >= _FEW and not is_last and page.number > 1:
        found.append(_doubt("turned-text", number, page.number))
    unreadable = sum(one.sign == UNREADABLE for one in page.glyphs)
    if unreadable:
        found.append(_doubt("unreadable", number, page.number, unreadable))
    return found


def _doubt(code: str, value: str, line: int, count: int = 0) -> Doubt:
    zh, en = (one.format(value=value, count=count) for one in _SENTENCES[code])
    return Doubt(code=code, zh=zh, en=en, line=line)

"""A form as DOCX (写成 DOCX): A4, office fonts, page numbers 共x页 第x页, heads on every page."""

from collections.abc import Iterator

from guiju.core.documents.docx.names import R
from guiju.core.documents.docx.writing.packing import packed
from guiju.core.forms.layout.blocks import Block, Grid, Heading, Laid, Pair, Pairs, Signed, Words
from guiju.core.forms.layout.pages import page, text_width
from guiju.core.forms.writing import xml

_TALL = 1100  # twentieths of a point: room to write in by hand
_LOW = 480
_SHORT = 400  # signs; a row with more may break over pages
_DAY = {"zh": "　　年　　月　　日", "en": "Date: __________", "both": "　　年　　月　　日"}
_LINE = "____________________"
COLON = {"zh": "：", "en": ": ", "both": "："}


def docx(form: Laid) -> bytes:
    """The bytes of the file; no clock goes into them."""
    body = "".join(_block(one, form) for one in form.blocks)
    parts = {
        "word/document.xml": xml.root("document", f"<w:body>{body}{_section(form)}</w:body>"),
        "word/styles.xml": xml.style_sheet(form.language),
        "word/footer-form.xml": xml.root("ftr", _foot(form.language)),
    }
    relations = [
        ("rId1", f"{R}/styles", "styles.xml", False),
        ("rId2", f"{R}/footer", "footer-form.xml", False),
    ]
    return packed(parts, relations, form.title)


def _foot(language: str) -> str:
    pages, here = xml.field("NUMPAGES"), xml.field("PAGE")
    inside = (
        f"{xml.run('Page ')}{here}{xml.run(' of ')}{pages}"
        if language == "en"
        else f"{xml.run('共 ')}{pages}{xml.run(' 页　第 ')}{here}{xml.run(' 页')}"
    )
    return f'<w:p><w:pPr><w:pStyle w:val="FormFoot"/></w:pPr>{inside}</w:p>'


def _section(form: Laid) -> str:
    of = page(form.page)
    turned = ' w:orient="landscape"' if form.page == "landscape" else ""
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/>'
        f'<w:pgSz w:w="{of["width"]}" w:h="{of["height"]}"{turned}/>'
        f'<w:pgMar w:top="{of["top"]}" w:right="{of["right"]}" w:bottom="{of["bottom"]}" '
        f'w:left="{of["left"]}" w:header="560" w:footer="560" w:gutter="0"/></w:sectPr>'
    )


def _block(block: Block, form: Laid) -> str:
    width = text_width(form.page)
    match block:
        case Heading(text):
            return xml.paragraph("head", text)
        case Words(text, place):
            return xml.paragraph(place, text)
        case Pairs(pairs, ruled):
            made = _ruled(pairs, width) if ruled else _plain(pairs, width, form)
            return made + _gap()
        case Grid():
            return _grid(block, width) + _gap()
        case Signed(lines):
            return _signed(lines, width, form.language)


def _gap() -> str:
    """Two tables that touch become one."""
    return xml.paragraph("line", "")


def _ruled(pairs: tuple[Pair, ...], width: int) -> str:
    """A label and a value, twice in a row where both are short."""
    label, value = width * 18 // 100, width * 32 // 100
    widths = (label, value, label, width - 2 * label - value)
    rows = ""
    for row in in_rows(pairs, 2):
        cells = ""
        for one in row:
            span = 3 if len(row) == 1 else 1
            room = width - label if span == 3 else value
            cells += xml.cell("label", one.label, label, shaded=True)
            cells += xml.cell("cell", one.value, room, span=span)
        is_short = all(len(one.value) < _SHORT for one in row)
        rows += xml.row(cells, whole=is_short, height=_TALL if row[0].tall else _LOW)
    return xml.table(widths, rows)


def _plain(pairs: tuple[Pair, ...], width: int, form: Laid) -> str:
    """“Label: value” in columns without rules."""
    columns = 3 if form.page == "landscape" and all(len(one.label) < 10 for one in pairs) else 2
    each = width // columns
    rows = ""
    for row in in_rows(pairs, columns):
        span = columns if len(row) == 1 else 1
        texts = [f"{one.label}{COLON[form.language]}{one.value}" for one in row]
        cells = "".join(xml.cell("line", text, each * span, span=span) for text in texts)
        if span == 1:
            cells += "".join(xml.cell("line", "", each) for _ in range(columns - len(row)))
        rows += xml.row(cells)
    return xml.table((each,) * columns, rows, ruled=False)


def in_rows(pairs: tuple[Pair, ...], most: int) -> Iterator[tuple[Pair, ...]]:
    """Wide ones alone, others side by side."""
    row: list[Pair] = []
    for one in pairs:
        if one.wide or len(row) == most:
            if row:
                yield tuple(row)
            row = []
        if one.wide:
            yield (one,)
        else:
            row.append(one)
    if row:
        yield tuple(row)


def _grid(grid: Grid, width: int) -> str:
    total = sum(grid.widths)
    widths = [width * one // total for one in grid.widths]
    cells = zip(grid.heads, widths, strict=True)
    head = "".join(xml.cell("cell_head", text, wide, shaded=True) for text, wide in cells)
    looks = ["centred" if small else "cell" for small in grid.small]
    rows = []
    for row in grid.rows:
        made = zip(row, looks, widths, strict=True)
        inside = "".join(xml.cell(look, text, wide) for text, look, wide in made)
        is_short = sum(map(len, row)) < _SHORT
        rows.append(xml.row(inside, whole=is_short, height=0 if any(row) else _LOW))
    return xml.table(widths, xml.row(head, head=True, height=_LOW) + "".join(rows))


def _signed(lines: tuple[tuple[str, str, bool], ...], width: int, language: str) -> str:
    """A line to sign, and the day beside it."""
    left = width * 62 // 100
    rows = ""
    for label, name, is_name in lines:
        blank = _LINE if is_name else _DAY["zh"].strip() if language != "en" else _LINE
        text = f"{label}{COLON[language]}{name or blank}"
        day = _DAY[language] if is_name else ""
        cells = xml.cell("line", text, left) + xml.cell("line", day, width - left)
        rows += xml.row(cells, height=_LOW * 2 if is_name else _LOW)
    return xml.table((left, width - left), rows, ruled=False) + _gap()

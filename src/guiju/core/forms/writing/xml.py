"""WordprocessingML as text (文本方式构造): a table of five thousand rows is written in a second."""

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from guiju.core.documents.docx.names import SPACES
from guiju.core.documents.docx.writing.making import clean
from guiju.core.forms.layout.pages import styles

_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'
_OPEN = " ".join(f"xmlns:{key}={quoteattr(SPACES[key])}" for key in ("w", "r"))
_RULES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_MARGINS = (
    '<w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar>'
)
_SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>'


def root(name: str, inside: str) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f"{head}<w:{name} {_OPEN}>{inside}</w:{name}>".encode()


def style_id(name: str) -> str:
    return f"Form{name.title().replace('_', '')}"


def run(text: str) -> str:
    """A run of words; line breaks and tabs are elements."""
    words = escape(clean(text)).replace("\n", _BREAK).replace("\t", _TAB)
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(style: str, text: str) -> str:
    inside = run(text) if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(style)}"/></w:pPr>{inside}</w:p>'


def cell(style: str, text: str, width: int, *, span: int = 1, shaded: bool = False) -> str:
    """A cell. The order of its properties is that of the schema: Word insists on it."""
    spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spans}{_SHADE if shaded else ""}'
        f'<w:vAlign w:val="center"/></w:tcPr>{paragraph(style, text)}</w:tc>'
    )


def row(cells: str, *, head: bool = False, whole: bool = True, height: int = 0) -> str:
    """A row; a `whole` one is not broken over pages, a `head` one stands on each."""
    high = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    properties = f"{'<w:cantSplit/>' if whole else ''}{high}{'<w:tblHeader/>' if head else ''}"
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{cells}</w:tr>"


def table(widths: Sequence[int], rows: str, *, ruled: bool = True) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rules = f"<w:tblBorders>{_RULES}</w:tblBorders>" if ruled else ""
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{rules}'
        f'<w:tblLayout w:type="fixed"/>{_MARGINS}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def field(code: str) -> str:
    """A field that the office program counts; 1 stands until it does."""
    parts = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {code} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f"<w:r>{part}</w:r>" for part in parts)


def style_sheet(language: str) -> bytes:
    """styles.xml: those of the rulebook."""
    normal = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" '
        'w:hAnsi="Times New Roman" w:eastAsia="宋体" w:cs="Times New Roman"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    )
    return root(
        "styles", normal + "".join(_style(name, of, language) for name, of in styles().items())
    )


def _style(name: str, of: dict[str, str], language: str) -> str:
    latin, chinese = of["latin"], of["chinese"]
    bold = "<w:b/>" if language == "en" and chinese == "黑体" else ""
    halves = round(2 * float(of["size"]))
    before, after = (round(20 * float(of.get(key, 0))) for key in ("before", "after"))
    keep = "<w:keepNext/>" if of.get("keep") else ""
    first = (
        f'<w:ind w:firstLineChars="{100 * int(of["first"])}" w:firstLine="{round(20 * float(of["size"]) * int(of["first"]))}"/>'
        if "first" in of
        else ""
    )
    align = f'<w:jc w:val="{of["align"]}"/>' if "align" in of else ""
    line = round(240 * float(of["line"]))
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id(name)}">'
        f'<w:name w:val="{style_id(name)}"/><w:basedOn w:val="Normal"/><w:pPr>{keep}'
        f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'
        f"{first}{align}</w:pPr><w:rPr>"
        f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{chinese}" w:cs="{latin}"/>'
        f'{bold}<w:sz w:val="{halves}"/><w:szCs w:val="{halves}"/></w:rPr></w:style>'
    )

"""Pages (页面): size, margins, running heads and page numbers of the three parts of a standard."""

from typing import Literal

from guiju.core.documents.docx.layout import rows
from guiju.core.documents.docx.names import R
from guiju.core.documents.docx.writing.making import Element, new, paragraph, run, twips
from guiju.core.documents.docx.writing.state import State

Part = Literal["cover", "front", "body"]
_SIDES = {"default": "right", "even": "left"}


def text_width() -> int:
    """The width of the text, in twentieths of a point."""
    page = rows("page")
    margins = page["margins"]
    return twips(page["width"] - margins["inner"] - margins["outer"])


def section(part: Part, state: State) -> Element:
    """w:sectPr: the cover without head and number, the front in Roman numbers, the body from 1."""
    page = rows("page")
    margins = page["margins"]
    made = new("w:sectPr")
    if part == "front":
        for kind in ("header", "footer"):
            for side in _SIDES:
                target = state.relation(f"{R}/{kind}", f"{kind}-{side}.xml")
                made.append(new(f"w:{kind}Reference", type=side, r_id=target))
    if part != "cover":
        made.append(new("w:type", val="oddPage"))
    made.append(new("w:pgSz", w=twips(page["width"]), h=twips(page["height"])))
    made.append(
        new(
            "w:pgMar",
            top=twips(margins["top"]),
            right=twips(margins["outer"]),
            bottom=twips(margins["bottom"]),
            left=twips(margins["inner"]),
            header=twips(margins["head"]),
            footer=twips(margins["foot"]),
            gutter=0,
        )
    )
    if part != "cover":
        form = {"fmt": "upperRoman"} if part == "front" else {"fmt": "decimal"}
        made.append(new("w:pgNumType", **form, start=1))
    return made


def heads_and_feet(number: str) -> dict[str, Element]:
    """Parts of running heads and feet: right on odd pages, left on even ones."""
    made = {}
    for side, place in _SIDES.items():
        head = paragraph("head", run(number), properties=(new("w:jc", val=place),))
        page = field("PAGE", run("1"))
        foot = paragraph("foot", *page, properties=(new("w:jc", val=place),))
        made[f"header-{side}.xml"] = new("w:hdr", head)
        made[f"footer-{side}.xml"] = new("w:ftr", foot)
    return made


def field(code: str, *shown: Element, dirty: bool = False) -> list[Element]:
    """A field with the result that stands until it is counted anew."""
    instruction = new("w:instrText")
    instruction.text = f" {code} "
    instruction.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    begin = new("w:fldChar", fldCharType="begin", **({"dirty": "true"} if dirty else {}))
    return [
        new("w:r", begin),
        new("w:r", instruction),
        new("w:r", new("w:fldChar", fldCharType="separate")),
        *shown,
        new("w:r", new("w:fldChar", fldCharType="end")),
    ]

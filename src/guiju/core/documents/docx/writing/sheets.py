"""styles.xml (样式表) from the rulebook."""

from typing import Any

from guiju.core.documents.docx.layout import rows
from guiju.core.documents.docx.writing.making import Element, new
from guiju.core.documents.docx.writing.pages import text_width

_EM_TWENTIETHS = 20
_LANGUAGES = {"zh": "zh-CN", "en": "en-US"}


def styles(language: str) -> Element:
    """All styles; those for headings are Word's own, so that contents and navigation find them."""
    default = _look(rows("styles")["text"], language)
    default.append(new("w:lang", val=_LANGUAGES["en"], eastAsia=_LANGUAGES["zh"]))
    spacing = new("w:pPrDefault", new("w:pPr"))
    made = new("w:styles", new("w:docDefaults", new("w:rPrDefault", default), spacing))
    normal = new(
        "w:style",
        new("w:name", val="Normal"),
        new("w:qFormat"),
        type="paragraph",
        default=1,
        styleId="Normal",
    )
    made.append(normal)
    for key, row in rows("styles").items():
        if isinstance(row, dict):
            made.append(_style(key, row, language))
    code = new("w:rPr", _fonts("code", language))
    named = new("w:name", val="代码")
    made.append(new("w:style", named, code, type="character", styleId="GBCodeWords"))
    return made


def _style(key: str, row: dict[str, Any], language: str) -> Element:
    following = rows("styles").get(row.get("next", ""))
    return new(
        "w:style",
        new("w:name", val=row["name"]),
        new("w:aliases", val=row["alias"]) if "alias" in row else None,
        new("w:basedOn", val="Normal"),
        new("w:next", val=following["id"]) if following else None,
        new("w:qFormat"),
        _place(key, row),
        _look(row, language),
        type="paragraph",
        styleId=row["id"],
        **({} if row["name"].isascii() else {"customStyle": 1}),
    )


def _place(key: str, row: dict[str, Any]) -> Element:
    size = float(rows("sizes")[row["size"]])
    em = size * _EM_TWENTIETHS
    made = new("w:pPr")
    is_heading = "outline" in row
    if is_heading or row.get("keep"):
        made.append(new("w:keepNext"))
    if row.get("new_page"):
        made.append(new("w:pageBreakBefore"))
    if key == "end":
        made.append(new("w:pBdr", new("w:top", val="single", sz=8, space=1)))
    before, after = (round(20 * row.get(one, 0)) for one in ("before", "after"))
    made.append(new("w:spacing", before=before, after=after, line=288, lineRule="auto"))
    left, hang, first = (round(em * row.get(one, 0)) for one in ("left", "hang", "first"))
    if key == "end":
        side = round((1 - float(rows("details")["end_rule"])) / 2 * text_width())
        made.append(new("w:ind", left=side, right=side))
    elif hang:
        made.append(new("w:ind", left=left, hanging=hang))
    elif left or first:
        made.append(new("w:ind", left=left, firstLine=first))
    if "align" in row:
        made.append(new("w:jc", val=row["align"]))
    if is_heading:
        made.append(new("w:outlineLvl", val=row["outline"] - 1))
    return made


def _look(row: dict[str, Any], language: str) -> Element:
    halves = round(2 * float(rows("sizes")[row["size"]]))
    is_bold = row["font"] == "black" and language == "en"
    return new(
        "w:rPr",
        _fonts(row["font"], language),
        new("w:b") if is_bold else None,
        new("w:sz", val=halves),
        new("w:szCs", val=halves),
    )


def _fonts(name: str, language: str) -> Element:
    font = rows("fonts")[name]
    latin = font.get("english", font["latin"]) if language == "en" else font["latin"]
    return new("w:rFonts", ascii=latin, hAnsi=latin, eastAsia=font["chinese"], cs=latin)

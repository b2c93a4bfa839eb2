"""A DOCX from its parts, written out in a test."""

import io
import zipfile

from guiju.core.documents import docx
from guiju.core.documents.docx.names import SPACES

XMLNS = " ".join(f'xmlns:{key}="{value}"' for key, value in SPACES.items())
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def made(body, **parts):
    """A file with this body; `styles`, `numbering`, `footnotes`, `rels`, … are what stands inside."""
    roots = {
        "styles": "styles",
        "numbering": "numbering",
        "footnotes": "footnotes",
        "comments": "comments",
    }
    files = {"word/document.xml": f"<w:document {XMLNS}><w:body>{body}</w:body></w:document>"}
    for name, inside in parts.items():
        if name in roots:
            files[f"word/{name}.xml"] = f"<w:{name} {XMLNS}>{inside}</w:{name}>"
    if "rels" in parts:
        space = "http://schemas.openxmlformats.org/package/2006/relationships"
        files["word/_rels/document.xml.rels"] = (
            f'<Relationships xmlns="{space}">{parts["rels"]}</Relationships>'
        )
    files.update(parts.get("files", {}))
    return zipped(files)


def zipped(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def p(inside="", style="", properties=""):
    """A paragraph: words, or runs as they are."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    content = inside if inside.startswith("<") else r(inside)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{content}</w:p>"


def r(words, look=""):
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def lines(body, **parts):
    return docx.lines(made(body, **parts))


def read(body, **parts):
    return docx.read(made(body, **parts))


def style(identity, name, inside="", based=""):
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/>{on}{inside}</w:style>'


def level(at, form, text, more=""):
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbered(*levels, number="1", more=""):
    return (
        f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/>{more}</w:num>'
    )


def num(at=0, number="1"):
    return f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>'

"""What a file is (格式识别): by its first bytes and signs, then by its suffix."""

import re
import zipfile
from io import BytesIO
from typing import Literal

from guiju.core.decoding import decode, without_nuls
from guiju.core.errors import InputError

Format = Literal["sts", "metanorma", "docx", "markdown", "asciidoc", "html", "pdf", "json", "plain"]
NAMES: dict[Format, tuple[str, str]] = {
    "sts": (" STS XML ", "STS XML"),
    "metanorma": (" Metanorma XML ", "Metanorma XML"),
    "docx": (" DOCX ", "DOCX"),
    "markdown": (" Markdown ", "Markdown"),
    "asciidoc": (" AsciiDoc ", "AsciiDoc"),
    "html": ("网页", "HTML"),
    "pdf": (" PDF ", "PDF"),
    "json": (" JSON ", "JSON"),
    "plain": ("纯文本", "plain text"),
}
_SUFFIXES: dict[str, Format] = {
    ".docx": "docx", ".md": "markdown", ".markdown": "markdown", ".adoc": "asciidoc",
    ".asciidoc": "asciidoc", ".html": "html", ".htm": "html", ".xhtml": "html", ".pdf": "pdf",
    ".json": "json", ".txt": "plain", ".text": "plain",
}  # fmt: skip
_SAMPLE = 200_000
_PROLOG = re.compile(
    r"(?:\ufeff|\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE\s[^\[>]*(?:\[.*?\]\s*)?>)*", re.S | re.I
)
_ROOT = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
_PAGE = re.compile(r"\s*(?:<!--.*?-->\s*)*<!DOCTYPE\s+html", re.S | re.I)
_HTML = frozenset(
    [
        "html",
        "head",
        "body",
        "p",
        "div",
        "section",
        "article",
        "main",
        "table",
        "ul",
        "ol",
        "dl",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "span",
        "header",
    ]
)
_ADOC = re.compile(
    r"^(?:={1,6} \S|:[\w-]+:(?: |$)|\[\[[\w-]+\]\]$|\[(?:bibliography|appendix|source|NOTE))", re.M
)
_MARKDOWN = re.compile(r"^(?:#{1,6} \S|\|?\s*:?-{3,}:?\s*\||```|!\[[^\]]*\]\()", re.M)
_STRANGERS: tuple[tuple[bytes, str, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "旧版 Office 文件（.doc、.xls、.wps）", "an old Office file (.doc, .xls, .wps)"),
    (b"\x89PNG", "图片", "a picture"),
    (b"\xff\xd8\xff", "图片", "a picture"),
    (b"GIF8", "图片", "a picture"),
    (b"II*\x00", "图片", "a picture"),
    (b"MM\x00*", "图片", "a picture"),
    (b"\x1f\x8b", "压缩文件", "a packed file"),
    (b"Rar!", "压缩文件", "a packed file"),
    (b"7z\xbc\xaf", "压缩文件", "a packed file"),
    (b"\x28\xb5\x2f\xfd", "压缩文件", "a packed file"),
    (b"{\\rtf", " RTF 文件", "an RTF file"),
)  # fmt: skip


class UnknownFormat(InputError):
    """A file of a kind that is not read (不支持的格式)."""

    code = "document_format"
    zh = "“{subject}”是{found_zh}，不能作为标准文本读取。请另存为 .docx、.pdf（有文字层）、.html、.md 或 .txt。"
    en = (
        "“{subject}” is {found_en}, which is not read as a standard's text. "
        "Save it as .docx, .pdf with a text layer, .html, .md or .txt."
    )


class EmptyFile(InputError):
    """A file without content (空文件)."""

    code = "document_empty"
    zh = "“{subject}”没有内容。请检查是否选错了文件。"
    en = "“{subject}” is empty. Check whether it is the right file."


def of_suffix(name: str) -> Format | None:
    """What the name says; None for .xml, which can be two things, and for an unknown suffix."""
    return _SUFFIXES.get(suffix_of(name))


def suffix_of(name: str) -> str:
    """The last suffix in lower case; .sts.xml stays together."""
    lower = name.lower().rstrip()
    if lower.endswith(".sts.xml"):
        return ".sts.xml"
    at = lower.rfind(".")
    return lower[at:] if at > max(lower.rfind("/"), lower.rfind("\\")) else ""


def format_of(data: bytes, name: str) -> Format:
    """What the content is. Raises EmptyFile, UnknownFormat, NotText and Undecodable."""
    if not data.strip():
        raise EmptyFile(name)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK"):
        return _packed(data, name)
    for sign, zh, en in _STRANGERS:
        if data.startswith(sign):
            raise UnknownFormat(name, found_zh=zh, found_en=en)
    if data[:4] == b"<?xm" or data.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"<":
        text = data[:_SAMPLE].decode("latin-1").removeprefix("\xef\xbb\xbf")
    else:
        text = decode(without_nuls(data), name=name)[0][:_SAMPLE]
    return _text(text, name)


def _packed(data: bytes, name: str) -> Format:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = set(package.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise UnknownFormat(
            name, found_zh="损坏的压缩文件或 DOCX", found_en="a damaged package or DOCX"
        ) from None
    if "word/document.xml" in names or of_suffix(name) == "docx":
        return "docx"
    kinds = {
        "xl/workbook.xml": ("电子表格", "a spreadsheet"),
        "ppt/presentation.xml": ("演示文稿", "a presentation"),
        "content.xml": ("OpenDocument 或 OFD 文件", "an OpenDocument file"),
        "OFD.xml": ("OFD 文件", "an OFD file"),
    }
    zh, en = next(
        (said for part, said in kinds.items() if part in names), ("压缩文件", "a packed file")
    )
    raise UnknownFormat(name, found_zh=zh, found_en=en)


def _text(text: str, name: str) -> Format:
    start = text.lstrip("\ufeff \t\r\n\f")
    said = of_suffix(name)
    if start.startswith("<"):
        found = _tagged(text, name)
        if found:
            return found
    if said == "json" or (start.startswith("{") and '"format"' in start[:2_000]):
        return "json" if start[:1] in ("{", "[") else "plain"
    signs: dict[Format, int] = {
        "asciidoc": len(_ADOC.findall(text)),
        "markdown": len(_MARKDOWN.findall(text)),
    }
    if said in ("asciidoc", "markdown", "plain") and (said == "plain" or signs[said]):
        other = max(signs, key=lambda one: signs[one])
        own = signs.get(said, 0)
        return other if signs[other] > 2 + 3 * own else said
    best = max(signs, key=lambda one: signs[one])
    if signs[best] > 2:
        return best
    return said if said in ("asciidoc", "markdown") else "plain"


def _tagged(text: str, name: str) -> Format | None:
    """What the first element says; None for a text that only begins with <."""
    prolog = _PROLOG.match(text)
    root = _ROOT.match(text, prolog.end() if prolog else 0)
    if _PAGE.match(text) or (root and root[1].lower() in _HTML):
        return "html"
    if root is None:
        return "html" if of_suffix(name) == "html" else None
    kind = root[1]
    if kind in ("standard", "adoption"):
        return "sts"
    if kind.endswith("-standard") or kind in (
        "metanorma",
        "standard-document",
        "metanorma-extension",
    ):
        return "metanorma"
    is_xml = text.lstrip("\ufeff \t\r\n").startswith("<?xml") or suffix_of(name).endswith(".xml")
    if is_xml:
        raise UnknownFormat(
            name,
            found_zh=f"根元素为 <{kind}> 的 XML",
            found_en=f"XML with the root element <{kind}>",
        )
    return "html" if of_suffix(name) == "html" else None

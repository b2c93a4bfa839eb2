"""The text of a .docx (读入 Word 文档), read as hostile input.

Deleted text of tracked changes is left out, inserted text is kept; tables are read row by
row; automatic numbers are written out, since they are what opens an item.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from guiju.core.plans.bounds import check_most
from guiju.core.plans.errors import BrokenDocument, NotText, UnsafeArchive
from guiju.core.word_numbers import CHINESE, DECIMAL, Numbering

# What zipfile and lxml raise over damaged, encrypted or oddly packed content.
_BROKEN = (
    zipfile.BadZipFile,
    etree.XMLSyntaxError,
    zlib.error,
    KeyError,
    RuntimeError,
    EOFError,
    OSError,
)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST_ENTRIES = 2000
_MOST_TIMES_LIMIT = 10
_HIGHEST_RATIO = 200
_SMALL = 1_000_000
_SKIPPED = {f"{_W}del", f"{_W}moveFrom", f"{_W}delText", f"{_W}instrText", f"{_W}txbxContent"}


def read_docx(data: bytes, *, name: str, limit: int) -> str:
    """The paragraphs of the document, one a line.

    Raises UnsafeArchive, BrokenDocument, TooMany, and NotText for another kind of archive.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(archive, name, limit)
            if "word/document.xml" not in archive.namelist():
                raise NotText(
                    name,
                    found_zh="不含 Word 正文的压缩包",
                    found_en="an archive without a Word document",
                )
            document = _part(archive, "word/document.xml", name)
            numbering = _part(archive, "word/numbering.xml", name)
            styles = _part(archive, "word/styles.xml", name)
    except _BROKEN as failure:
        raise BrokenDocument(name) from failure
    body = document.find(f"{_W}body") if document is not None else None
    if body is None:
        raise BrokenDocument(name)
    return "\n".join(_lines(body, Numbering(numbering, styles, only=CHINESE | DECIMAL)))


def _check(archive: zipfile.ZipFile, name: str, limit: int) -> None:
    entries = archive.infolist()
    total = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries) or 1
    bomb = total > _SMALL and total / packed > _HIGHEST_RATIO
    if len(entries) > _MOST_ENTRIES or total > _MOST_TIMES_LIMIT * limit or bomb:
        raise UnsafeArchive(name)


def _xml(content: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False
    )
    if b"<!DOCTYPE" in content[:2048]:
        raise KeyError("a document type has no place in a .docx")
    return etree.fromstring(content, parser)


def _part(archive: zipfile.ZipFile, path: str, name: str) -> etree._Element | None:
    if path not in archive.namelist():
        return None
    content = archive.read(path)
    check_most("tags", content.count(b"<"), name=name)
    return _xml(content)


def _lines(body: etree._Element, numbering: Numbering) -> list[str]:
    lines: list[str] = []
    for paragraph in _paragraphs(body):
        text = _text(paragraph)
        number = numbering.next(paragraph) if text.strip() else ""
        lines.append(number + text)
    return lines


def _paragraphs(body: etree._Element) -> Iterator[etree._Element]:
    """Every paragraph that is read, in order, in one walk however deep they stand."""
    stack = [body]
    while stack:
        element = stack.pop()
        if element.tag in _SKIPPED:
            continue
        if element.tag == f"{_W}p":
            yield element
        stack.extend(reversed(element))


def _text(paragraph: etree._Element) -> str:
    """The runs of one paragraph; a text box inside it is a paragraph of its own elsewhere."""
    pieces: list[str] = []
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        if element.tag in _SKIPPED:
            continue
        if element.tag == f"{_W}t":
            pieces.append(element.text or "")
        elif element.tag == f"{_W}tab":
            pieces.append("\t")
        elif element.tag in {f"{_W}br", f"{_W}cr"}:
            pieces.append("\n")
        elif element.tag == f"{_W}noBreakHyphen":
            pieces.append("-")
        elif element.tag != f"{_W}p":
            stack.extend(reversed(element))
    return "".join(pieces)

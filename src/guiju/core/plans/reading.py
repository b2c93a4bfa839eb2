"""Bytes of a file to text (读入): plain text in its encodings, .docx and pages."""

from dataclasses import dataclass
from pathlib import PurePath

from guiju.core.decoding import decode
from guiju.core.plans.errors import EmptyText, NotText, TooLarge
from guiju.core.plans.reading_docx import read_docx
from guiju.core.plans.reading_html import read_html

# What a file begins with, and what it then is: (first bytes, 中文, English).
_FOREIGN: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "PDF 文件", "a PDF file"),
    (b"\xd0\xcf\x11\xe0", "旧版 Word（.doc）文件", "an old Word file (.doc)"),
    (b"{\\rtf", "RTF 文件", "an RTF file"),
    (b"\x89PNG", "图片", "an image"),
    (b"\xff\xd8\xff", "图片", "an image"),
    (b"GIF8", "图片", "an image"),
    (b"Rar!", "压缩包", "an archive"),
    (b"7z\xbc\xaf", "压缩包", "an archive"),
    (b"\x1f\x8b", "压缩包", "an archive"),
)
_PAGE_SUFFIXES = {".html", ".htm", ".xhtml", ".shtml"}


@dataclass(frozen=True, slots=True)
class Reading:
    """A file, read. All offsets count characters of `text`; line ends are line feeds.

    `encoding` is the encoding of the bytes (“utf-8”, “gb18030”, …), `form` is "text",
    "docx" or "html".
    """

    text: str
    encoding: str
    form: str


def read(data: bytes, *, name: str, limit: int) -> Reading:
    """Read the bytes of the file `name`, at most `limit` of them.

    Raises TooLarge, EmptyText, NotText, Undecodable, UnsafeArchive, BrokenDocument and TooMany,
    each with a sentence in two languages for the person who handed the file in.
    """
    if len(data) > limit:
        raise TooLarge(name, size=len(data), limit=limit)
    if not data.strip():
        raise EmptyText(name)
    for beginning, zh, en in _FOREIGN:
        if data.startswith(beginning):
            raise NotText(name, found_zh=zh, found_en=en)
    if data.startswith(b"PK\x03\x04") or PurePath(name).suffix.lower() == ".docx":
        return _reading(read_docx(data, name=name, limit=limit), "utf-8", "docx", name)
    if _is_page(data, name):
        text, encoding = read_html(data, name=name)
        return _reading(text, encoding, "html", name)
    text, encoding = decode(data, name=name)
    return _reading(text, encoding, "text", name)


def _reading(text: str, encoding: str, form: str, name: str) -> Reading:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise EmptyText(name)
    return Reading(text, encoding, form)


def _is_page(data: bytes, name: str) -> bool:
    if PurePath(name).suffix.lower() in _PAGE_SUFFIXES:
        return True
    beginning = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return beginning.startswith((b"<!doctype html", b"<html"))

"""A document written in any format (写出任意格式). PDF is made from the DOCX, outside of core."""

import json
from collections.abc import Callable
from typing import Any

from guiju.core.documents.model import Reading
from guiju.core.documents.sniffing import suffix_of
from guiju.core.errors import InputError

WRITABLE = (".sts.xml", ".xml", ".docx", ".md", ".html", ".json", ".txt")


class NotWritable(InputError):
    """There is no writer for that suffix (不能写成这种格式)."""

    code = "document_not_writable"
    zh = "不能写成“{subject}”。可写成 {known}。{more_zh}"
    en = "“{subject}” cannot be written. What can be: {known}.{more_en}"


def write(reading: Reading, name: str) -> bytes:
    """The document in the format that the suffix of `name` says.

    An STS file that was read is written as it was, with all that the view does not show.
    """
    check_name(name)
    return _WRITERS[suffix_of(name)](reading)


def check_name(name: str) -> None:
    """Raises NotWritable where nothing writes what the suffix says."""
    suffix = suffix_of(name)
    if suffix in _WRITERS:
        return
    is_pdf = suffix == ".pdf"
    raise NotWritable(
        suffix or name,
        known=" ".join(WRITABLE),
        more_zh="PDF 请先写成 .docx，再用办公软件导出。" if is_pdf else "",
        more_en=" For a PDF write .docx and export it with an office program." if is_pdf else "",
    )


def _sts(reading: Reading) -> bytes:
    from guiju.core.documents import sts

    return reading.sts or sts.write(reading.document)


def _docx(reading: Reading) -> bytes:
    from guiju.core.documents import docx

    return docx.write(reading.document, images=reading.images)


def _markdown(reading: Reading) -> bytes:
    from guiju.core.documents.outputs import markdown

    return _encoded(markdown.write(reading.document))


def _html(reading: Reading) -> bytes:
    from guiju.core.documents.outputs import html_pages

    return _encoded(html_pages.page(reading.document, reading.images))


def _json(reading: Reading) -> bytes:
    from guiju.core.documents.outputs.json import of_images, to_json

    value: dict[str, Any] = to_json(reading.document)
    if reading.images:
        value["images"] = of_images(reading.images)
    return _encoded(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def _plain(reading: Reading) -> bytes:
    from guiju.core.documents.outputs import plain

    return _encoded(plain.write(reading.document))


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")


_WRITERS: dict[str, Callable[[Reading], bytes]] = {
    ".sts.xml": _sts,
    ".xml": _sts,
    ".docx": _docx,
    ".md": _markdown,
    ".markdown": _markdown,
    ".html": _html,
    ".htm": _html,
    ".json": _json,
    ".txt": _plain,
}

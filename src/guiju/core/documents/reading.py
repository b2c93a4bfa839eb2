"""Any file read (读取任意文件): it is read as what it is, whatever its name says."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from guiju.core.decoding import decode
from guiju.core.documents.addresses import addressed
from guiju.core.documents.model import Doubt, Reading
from guiju.core.documents.pointers import linked
from guiju.core.documents.sniffing import NAMES, Format, format_of, of_suffix
from guiju.core.errors import InputError

Reader = Callable[[bytes, str], Reading]
READABLE = (".sts.xml", ".xml", ".docx", ".md", ".adoc", ".html", ".pdf", ".json", ".txt")


class BrokenJson(InputError):
    """Text that is no JSON (不是 JSON)."""

    code = "json_broken"
    zh = "“{subject}”不是可读取的 JSON：{reason}。请检查后再试。"
    en = "“{subject}” is no JSON that can be read: {reason}. Check it and try again."


def read(data: bytes, name: str) -> Reading:
    """The document in a file of any format, pointers marked and addresses given.

    The content decides; the suffix of `name` only where it can be both. Raises an InputError that
    says what the file is and what to do where it cannot be read.
    """
    found = format_of(data, name)
    reading = _READERS[found](data, name)
    if found != "json":
        reading = replace(reading, document=linked(reading.document))
    said = of_suffix(name)
    if said not in (None, found):
        reading = replace(reading, doubts=(_other(found, name), *reading.doubts))
    return reading


def _other(found: Format, name: str) -> Doubt:
    zh, en = NAMES[found]
    suffix = name[name.rfind(".") :][:20]
    return Doubt(
        code="other-format",
        zh=f"文件后缀是“{suffix}”，内容是{zh}，按{zh}读取。",
        en=f"The file's suffix is “{suffix}”, but its content is {en}: it was read as that.",
    )


def _sts(data: bytes, _name: str) -> Reading:
    from guiju.core.documents import sts

    return Reading(document=sts.view(sts.parse(data)), sts=data)


def _metanorma(data: bytes, _name: str) -> Reading:
    from guiju.core.documents import metanorma

    return metanorma.read(data)


def _docx(data: bytes, name: str) -> Reading:
    from guiju.core.documents import docx

    return docx.read(data, name=name)


def _markdown(data: bytes, name: str) -> Reading:
    from guiju.core.documents.texts import markdown

    return markdown.read(data, name=name)


def _asciidoc(data: bytes, name: str) -> Reading:
    from guiju.core.documents.texts import asciidoc

    return asciidoc.read(data, name=name)


def _html(data: bytes, name: str) -> Reading:
    from guiju.core.documents import html

    return html.read(data, name=name)


def _pdf(data: bytes, name: str) -> Reading:
    from guiju.core.documents import pdf

    return pdf.read(data, name=name)


def _plain(data: bytes, name: str) -> Reading:
    from guiju.core.documents.texts import plain

    return plain.read(data, name=name)


def _json(data: bytes, name: str) -> Reading:
    from guiju.core.documents.outputs.json import from_json, images_of

    value = _loaded(data, name)
    document = from_json(value)
    if not all(one.address for one in document.sections):
        document = addressed(document)
    return Reading(document=document, images=images_of(value))


def _loaded(data: bytes, name: str) -> Any:
    text, _ = decode(data, name=name)
    try:
        return json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as failure:
        raise BrokenJson(name, reason=str(failure)) from None


_READERS: dict[Format, Reader] = {
    "sts": _sts,
    "metanorma": _metanorma,
    "docx": _docx,
    "markdown": _markdown,
    "asciidoc": _asciidoc,
    "html": _html,
    "pdf": _pdf,
    "json": _json,
    "plain": _plain,
}

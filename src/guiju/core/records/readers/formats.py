"""Which format a file is in, and the reader for it (格式识别)."""

import re
from collections.abc import Callable, Iterator, Mapping

from guiju.core.decoding import decode
from guiju.core.errors import Bilingual, InputError
from guiju.core.records.model import Record
from guiju.core.records.readers import iso_iec, iso_open_data, own, relaton, sports, tables
from guiju.core.records.readers.base import (
    DEFAULT,
    BadRecord,
    Limits,
    Refused,
    Source,
    Unreadable,
    name_of,
    opened,
)
from guiju.core.records.readers.json_text import load_json

FORMATS: dict[str, Bilingual] = {
    "guiju": Bilingual("规矩自有格式（逐行 JSON）", "Guiju's own format (JSON lines)"),
    "iso_iec": Bilingual("ISO、IEC 目录（逐行 JSON）", "catalogue of ISO and IEC (JSON lines)"),
    "iso_open_data": Bilingual("ISO 开放数据：标准", "ISO Open Data: deliverables"),
    "iso_committees": Bilingual("ISO 开放数据：技术委员会", "ISO Open Data: committees"),
    "iso_ics": Bilingual("ISO 开放数据：国际标准分类", "ISO Open Data: the ICS"),
    "relaton": Bilingual("Relaton 著录（YAML 或 JSON）", "Relaton items (YAML or JSON)"),
    "sports": Bilingual("体育标准目录（JSON）", "catalogue of sports standards (JSON)"),
    "table": Bilingual("表格（CSV 或 XLSX）", "table (CSV or XLSX)"),
}
_SAMPLE = 1 << 16
_TITLES = 5  # lines: titles may stand above the head of a table
_FOREIGN: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "这是 PDF 文件", "it is a PDF file"),
    (
        b"\xd0\xcf\x11\xe0",
        "这是旧版 Excel 或 Word 文件，请另存为 .xlsx",
        "it is an old Excel or Word file; save it as .xlsx",
    ),
    (
        b"PAR1",
        "这是 Parquet 文件，请改用 JSON 或 CSV",
        "it is a Parquet file; take the JSON or the CSV",
    ),
    (b"\x1f\x8b", "这是 gzip 压缩文件，请先解压", "it is packed with gzip; unpack it first"),
    (b"7z\xbc\xaf", "这是压缩包，请先解压", "it is an archive; unpack it first"),
    (b"Rar!", "这是压缩包，请先解压", "it is an archive; unpack it first"),
    (b"\x89PNG", "这是图片", "it is an image"),
    (b"\xff\xd8\xff", "这是图片", "it is an image"),
)
_BY_KEYS: tuple[tuple[str, frozenset[str]], ...] = (
    ("guiju", frozenset({"guiju", "number"})),
    ("iso_iec", frozenset({"id", "ids", "rel"})),
    ("iso_open_data", frozenset({"reference", "currentStage"})),
    ("iso_committees", frozenset({"reference", "sortKey"})),
    ("iso_ics", frozenset({"identifier", "parent"})),
)
_RELATON = re.compile(r'^\s*(?:- +)?"?(?:docid|docidentifier)"?\s*:', re.M)
_SPORTS = re.compile(r'"standards"\s*:\s*\[')
_BY_HEAD: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("iso_open_data", ("reference", "currentStage")),
    ("iso_committees", ("reference", "secretariat.acronym")),
    ("iso_ics", ("identifier", "parent", "titleEn")),
)


def reader_for(source: Source) -> str:
    """The name of the format, a key of FORMATS; raises Unreadable with a sentence for others.

    Of a stream the beginning is read: rewind it before reading.
    """
    name = name_of(source)
    with opened(source) as stream:
        head = b""
        while len(head) < _SAMPLE and (piece := stream.read(_SAMPLE - len(head))):
            head += piece
    if not head.strip():
        raise Unreadable(name, Bilingual("文件是空的", "it is empty"))
    for beginning, zh, en in _FOREIGN:
        if head.startswith(beginning):
            raise Unreadable(name, Bilingual(zh, en))
    if head.startswith(b"PK\x03\x04"):
        return "table"
    found = _by_text(_text(head, name).lstrip("\ufeff \t\r\n"))
    if not found:
        why = Bilingual("不是能识别的著录格式", "it is in no format known here")
        raise Unreadable(name, why)
    return found


def _text(head: bytes, name: str) -> str:
    """The beginning as text; cut at a line end, so that no character is cut in two."""
    cut = head.rfind(b"\n", 0, len(head) if len(head) < _SAMPLE else _SAMPLE)
    whole = head if len(head) < _SAMPLE or cut < 0 else head[: cut + 1]
    try:
        return decode(
            whole[: len(whole) // 2 * 2] if whole[:2] in (b"\xff\xfe", b"\xfe\xff") else whole,
            name=name,
        )[0]
    except InputError:
        return head.decode("utf-8", "ignore")


def _by_text(text: str) -> str:
    first = text.partition("\n")[0]
    if text.startswith("{"):
        try:
            keys = frozenset(load_json(first))
        except BadRecord:
            keys = frozenset(re.findall(r'"(\w+)"\s*:', text))
        for name, needed in _BY_KEYS:
            if needed <= keys:
                return name
        if _SPORTS.search(text):
            return "sports"
        return "relaton" if _RELATON.search(text) or '"docid' in text else ""
    if text.startswith("["):
        return "relaton" if '"docid' in text else ""
    if text.startswith("<"):
        return ""
    for name, heads in _BY_HEAD:
        if all(head in first for head in heads):
            return name
    if _RELATON.search(text):
        return "relaton"
    beginning = "\n".join(text.split("\n", _TITLES)[:_TITLES])
    return "table" if max(map(beginning.count, ",;\t|")) else ""


_READERS: dict[str, Callable[..., Iterator[Record | Refused]]] = {
    "iso_iec": iso_iec.read,
    "iso_open_data": iso_open_data.read,
    "relaton": relaton.read,
    "sports": sports.read,
}


def read(
    source: Source,
    format: str,
    *,
    mapping: Mapping[str, str] | None = None,
    as_of: str = "",
    skip: int = 0,
    limits: Limits = DEFAULT,
) -> Iterator[Record | Refused]:
    """The records of a file in that format; a table needs the confirmed mapping."""
    if format == "guiju":
        return own.read(source, skip=skip, limits=limits)
    if format == "table":
        return tables.read(source, mapping or {}, as_of=as_of, skip=skip, limits=limits)
    if format in _READERS:
        return _READERS[format](source, as_of=as_of, skip=skip, limits=limits)
    why = Bilingual("这个文件中没有标准著录", "it holds no records of standards")
    raise Unreadable(name_of(source), why)

"""The front matter as STS (元数据写出): nat-meta for a Chinese document, std-meta for any other."""

import re
from collections.abc import Iterable

from lxml import etree

from guiju.core import numbers
from guiju.core.documents.model import Meta
from guiju.core.documents.sts.metadata import ADOPTS, CUSTOM, REPLACES
from guiju.core.documents.sts.names import LANG
from guiju.core.documents.sts.references import is_dated
from guiju.core.documents.sts.writing_text import add_words

_ISO_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_PARTS = re.compile(r"　+|\s+[—–-]{1,2}\s+")
_FOREIGN = ("international", "regional", "foreign")


def put_meta(front: etree._Element, meta: Meta) -> None:
    """All fields, in the order of the schema."""
    number = numbers.try_read(meta.number) if meta.number else None
    chinese = number.level not in _FOREIGN if number else meta.language.startswith("zh")
    made = etree.SubElement(front, "nat-meta" if chinese else "std-meta")
    if chinese:
        made.set("originator", "SAC")
    for language, title in meta.titles:
        _title(made, language, title)
    if number:
        _ident(made, number)
    for issuer in meta.issuers:
        _words(etree.SubElement(made, "std-org"), "std-org-name", issuer)
    _words(made, "content-language", meta.language)
    if meta.number:
        _words(made, "std-ref", meta.number).set("type", _dated(meta.number))
    for one in meta.numbers if meta.numbers != (meta.number,) else ():
        _words(made, "std-ref", one)
    if meta.issued:
        _date(made, "pub-date", meta.issued)
    if meta.effective:
        _date(made, "meta-date", meta.effective).set("date-type", "effective")
    if meta.committee:
        _words(made, "comm-ref", meta.committee)
    for code in meta.ics:
        _words(made, "ics", code)
    if meta.ccs:
        group = etree.SubElement(made, "subj-group", {"subj-group-type": "CCS"})
        for code in meta.ccs:
            _words(group, "subject", code)
    for old in meta.replaces:
        _related(made, REPLACES, old)
    for adopted, degree in meta.adopts:
        _related(made, f"{ADOPTS}-{degree}" if degree else ADOPTS, adopted)
    _custom(made, [(name, getattr(meta, name)) for name in CUSTOM])


def _words(parent: etree._Element, name: str, words: str) -> etree._Element:
    made = etree.SubElement(parent, name)
    add_words(made, words)
    return made


def _title(meta: etree._Element, language: str, title: str) -> None:
    """引导要素, 主体要素 and 补充要素 apart, and the whole as it is written."""
    wrap = etree.SubElement(meta, "title-wrap")
    if language:
        wrap.set(LANG, language)
    parts = _PARTS.split(title)
    if len(parts) == 1:
        _words(wrap, "main", title)
    else:
        _words(wrap, "intro", parts[0])
        _words(wrap, "main", parts[1])
        for part in parts[2:]:
            _words(wrap, "compl", part)
    _words(wrap, "full", title)


def _ident(meta: etree._Element, number: numbers.Number) -> None:
    made = etree.SubElement(meta, "std-ident")
    for name, value in (
        ("originator", "/".join(number.publishers) or number.code),
        ("doc-type", number.type or "standard"),
        ("doc-number", number.seq),
        ("part-number", ".".join(number.parts)),
        ("version", number.year),
    ):
        if value:
            _words(made, name, value)


def _dated(number: str) -> str:
    return "dated" if is_dated(number) else "undated"


def _date(meta: etree._Element, name: str, said: str) -> etree._Element:
    made = _words(meta, name, said)
    if _ISO_DATE.fullmatch(said):
        made.set("iso-8601-date", said)
    return made


def _related(meta: etree._Element, kind: str, number: str) -> None:
    made = etree.SubElement(meta, "std-xref", type=kind)
    _words(made, "std-ref", number).set("type", _dated(number))


def _custom(meta: etree._Element, said: Iterable[tuple[str, str]]) -> None:
    group = None
    for name, value in said:
        if value:
            group = etree.SubElement(meta, "custom-meta-group") if group is None else group
            one = etree.SubElement(group, "custom-meta")
            _words(one, "meta-name", name)
            _words(one, "meta-value", value)

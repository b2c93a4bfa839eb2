"""One row of a table as a record (表格行转著录)."""

import re
from collections.abc import Mapping
from typing import Any

from guiju.core.records.folding import clean
from guiju.core.records.model import ROLES, Record, Relation, Role
from guiju.core.records.readers.base import BadRecord
from guiju.core.records.readers.table_words import degree_in, word_of
from guiju.core.records.readers.xlsx_rows import Formula
from guiju.core.records.written import try_date

_DATES = ("issued", "effective", "withdrawn", "reviewed", "as_of")
_WORDS = ("level", "nature", "status")
_PLAIN = ("kind", "announcement", "plan_number", "filing_number", "region", "pages")
_SPLIT = re.compile(r"[、;；|\n]|[,，](?!\s*\d{3}\b)")
_NUMBERS = re.compile(r"[、;；|\n,，]")
_PART = re.compile(r"[（(]部分(?:代替)?[)）]|部分代替|^代替")
_NAUGHT = ("-", "--", "—", "/", "无", "null", "none", "n/a")


def record_of(row: Mapping[str, Any], mapping: Mapping[str, str], as_of: str = "") -> Record:
    """The record that the row holds; raises BadRecord when it has no number."""
    given = {mapping[head]: value for head, value in row.items() if head in mapping}
    for head, value in row.items():
        if head in mapping and isinstance(value, Formula):
            raise BadRecord(
                f"“{head}”一栏是公式，请改为数值", f"“{head}” is a formula; paste its value instead"
            )
    texts = {field: _text(value) for field, value in given.items()}
    if not texts.get("number"):
        raise BadRecord("没有标准编号", "it has no number")
    extra: dict[str, Any] = {
        head: text
        for head, value in row.items()
        if head not in mapping and not isinstance(value, Formula) and (text := _text(value))
    }
    dates: dict[str, str] = {}
    for field in _DATES:
        dates[field], unread = try_date(given.get(field))
        if unread:
            extra.setdefault("unread", {})[field] = unread
    words = {field: word_of(field, texts.get(field, "")) for field in _WORDS}
    for field in _WORDS:
        if texts.get(field) and not words[field]:
            extra[f"{field}_word"] = texts[field]
    plain = {field: texts.get(field, "") for field in _PLAIN}
    return Record(
        number=texts["number"],
        titles=_named(texts, "title"),
        abstracts=_named(texts, "abstract"),
        level=words["level"],
        nature=words["nature"],
        status=words["status"],
        as_of=dates["as_of"] or as_of,
        issued=dates["issued"],
        effective=dates["effective"],
        withdrawn=dates["withdrawn"],
        reviewed=dates["reviewed"],
        kind=plain["kind"],
        announcement=plain["announcement"],
        plan_number=plain["plan_number"],
        filing_number=plain["filing_number"],
        region=plain["region"],
        pages=plain["pages"].removesuffix(".0"),
        ics=_several(texts, "ics"),
        ccs=tuple(code.replace(" ", "") for code in _several(texts, "ccs")),
        committees=_several(texts, "committees"),
        languages=_several(texts, "languages"),
        keywords=_several(texts, "keywords"),
        links=_several(texts, "links"),
        roles=tuple(Role(role=role, name=name) for role in ROLES for name in _several(texts, role)),
        relations=_relations(texts),
        extra=extra,
    )


def _text(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = clean(str(value)) if value is not None else ""
    return "" if text.lower() in _NAUGHT else text


def _named(texts: Mapping[str, str], name: str) -> dict[str, str]:
    return {
        language: text for language in ("zh", "en") if (text := texts.get(f"{name}_{language}", ""))
    }


def _several(texts: Mapping[str, str], field: str) -> tuple[str, ...]:
    parts = [clean(part) for part in _SPLIT.split(texts.get(field, ""))]
    return tuple(dict.fromkeys(part for part in parts if part))


def _relations(texts: Mapping[str, str]) -> tuple[Relation, ...]:
    found = []
    for field, inverse in (("replaces", False), ("replaced_by", True)):
        for part in _NUMBERS.split(texts.get(field, "")):
            whole = "部分代替" not in part and "部分" not in part.replace("所有部分", "")
            target = clean(_PART.sub("", part))
            if target:
                found.append(Relation(type="replaces", target=target, inverse=inverse, whole=whole))
    degree, rest = degree_in(texts.get("adopts", ""))
    degree = degree or degree_in(texts.get("adopts_degree", ""))[0]
    for part in _NUMBERS.split(rest):
        if target := clean(part):
            found += [Relation(type="adopts", target=target, degree=degree)]
    return tuple(dict.fromkeys(found))

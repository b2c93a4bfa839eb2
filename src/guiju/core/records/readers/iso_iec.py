"""The catalogue of ISO and IEC as JSON lines (ISO、IEC 目录), made from the Relaton data sets.

What has to be known of it: `updates` means "was updated by": the target is the later document.
For a supplement `published` repeats the year of its base, `updated` is its own day. Before stage
60 a date of publication is a plan. IEC committees leave their "IEC" out. The same number stands
several times, gathered on different days: each file is a record of its own.
"""

import re
from collections.abc import Iterator
from typing import Any

from guiju.core.records.folding import clean
from guiju.core.records.model import Record, Relation
from guiju.core.records.partial import parse_or_none
from guiju.core.records.readers.base import DEFAULT, BadRecord, Limits, Refused, Source
from guiju.core.records.readers.json_lines import read_json_lines
from guiju.core.records.stages import IEC_WORDS, state_of_stage

_SUPPLEMENT = re.compile(r"/(?:[A-Z]+ ?)?(?:AMD|DAM|DAMD|ADD|COR|SUPPL|ISH|FRAG|AM)[ .\d]", re.I)
_BARE_IEC = re.compile(r"(?:TC|PC|SC|SyC|SEG|SMB|MSB|CAB|AC[A-Z]+)\b")
_YEAR_AT_END = re.compile(r":(\d{4})$")
_CORRECTS = re.compile(r"/(?:D?COR|ISH)\b", re.I)
_MEANING = {"published": "issued", "obsoleted": "withdrawn"}
_OTHER = {"URN": "urn", "iso-reference": "reference"}
_LANGUAGES = ("en", "fr", "ru")


def read(
    source: Source, *, as_of: str = "", skip: int = 0, limits: Limits = DEFAULT
) -> Iterator[Record | Refused]:
    """The records of the file; `as_of` is the day on which the catalogue was gathered."""
    return read_json_lines(source, lambda row: record_of(row, as_of), skip=skip, limits=limits)


def record_of(row: Any, as_of: str = "") -> Record:
    """One line of the file as a record; raises BadRecord."""
    if not isinstance(row, dict) or not isinstance(number := row.get("id"), str) or not number:
        raise BadRecord("没有编号（id）", "it has no number (id)")
    try:
        return _record(row, number, as_of)
    except (AttributeError, TypeError, ValueError):
        raise BadRecord("字段的类型不对", "a field is of the wrong type") from None


def _record(row: dict[str, Any], number: str, as_of: str) -> Record:
    stage = _stage(row)
    extra, issued = _dates(row, number, stage)
    publisher = str(row.get("src") or "")
    word = str(row["stage"]) if row.get("stage") and not stage else ""
    if word:
        extra["stage_word"] = word
    return Record(
        number=number,
        source=publisher,
        key=str(row.get("file") or ""),
        other_numbers=tuple(
            (_OTHER.get(kind, "other"), text)
            for kind, text in row.get("ids") or ()
            if text != number
        ),
        titles=_texts(row, "title_"),
        abstracts=_texts(row, "abstract_"),
        level="international",
        kind=str(row.get("doctype") or ""),
        issued=issued,
        withdrawn=extra.pop("withdrawn", ""),
        status=IEC_WORDS.get(word, state_of_stage(stage)),
        as_of=as_of,
        stage=stage,
        edition=str(row.get("edition") or ""),
        ics=tuple(str(code) for code in row.get("ics") or ()),
        committees=tuple(_committee(str(name)) for name in row.get("committee") or ()),
        relations=tuple(_relation(number, kind, target) for kind, target in row.get("rel") or ()),
        extra=extra,
    )


def _stage(row: dict[str, Any]) -> str:
    """The ISO code; IEC's words are none."""
    main, sub = str(row.get("stage") or ""), str(row.get("substage") or "")
    return f"{main}.{sub}".rstrip(".") if main.isdigit() else ""


def _dates(row: dict[str, Any], number: str, stage: str) -> tuple[dict[str, Any], str]:
    """What the dates mean; the day of publication apart. None that the source gives is lost."""
    extra: dict[str, Any] = {}
    given = {name: str(day) for name, day in (row.get("dates") or {}).items() if day}
    unread = {name: day for name, day in given.items() if parse_or_none(day) is None}
    if unread:
        extra["unread"] = {_MEANING.get(name, name): day for name, day in unread.items()}
    given = {name: day for name, day in given.items() if name not in unread}
    published = given.pop("published", "")
    withdrawn = given.pop("obsoleted", "")
    if withdrawn:
        extra["withdrawn"] = withdrawn
    if _SUPPLEMENT.search(number) and row.get("src") == "iso":
        if published:
            extra["base_published"] = published
        own_year = _YEAR_AT_END.search(number)
        published = given.pop("updated", "") or (own_year[1] if own_year else "")
    if published and stage and stage < "60":
        extra["planned"] = published
        published = ""
    if given:
        extra["dates"] = given
    return extra, published


def _texts(row: dict[str, Any], prefix: str) -> dict[str, str]:
    found = {language: clean(row.get(prefix + language) or "") for language in _LANGUAGES}
    return {language: text for language, text in found.items() if text}


def _committee(name: str) -> str:
    return f"IEC {name}" if _BARE_IEC.match(name) else name


def _relation(number: str, kind: str, target: str) -> Relation:
    if kind == "obsoletes":
        return Relation(type="replaces", target=target)
    if kind == "partOf":
        return Relation(type="part_of", target=target)
    if kind != "updates":
        raise BadRecord(f"不认识关系“{kind[:40]}”", f"there is no relation “{kind[:40]}”")
    if target.startswith(f"{number}/"):
        corrects = _CORRECTS.search(target[len(number) :])
        return Relation(type="corrects" if corrects else "amends", target=target, inverse=True)
    return Relation(type="replaces", target=target, inverse=True)

"""One Relaton item as a record (Relaton 条目)."""

from typing import Any

from guiju.core.records.folding import clean
from guiju.core.records.model import Record
from guiju.core.records.readers.base import BadRecord
from guiju.core.records.readers.relaton_bodies import committees_of, roles_of
from guiju.core.records.readers.relaton_parts import each, language_of, mapping, said, text_of
from guiju.core.records.readers.relaton_relations import relations_of
from guiju.core.records.stages import CHINESE_WORDS, IEC_WORDS, state_of_stage
from guiju.core.records.written import try_date

_DATES = {
    "published": "issued",
    "issued": "issued",
    "implemented": "effective",
    "activated": "effective",
    "obsoleted": "withdrawn",
    "confirmed": "reviewed",
}
_LEVELS = {
    "national": "national",
    "sector": "industry",
    "local": "local",
    "social-group": "group",
    "social": "group",
    "enterprise": "enterprise",
}
_NATURES = {
    "mandatory": "mandatory",
    "recommended": "recommended",
    "guidelines": "guidance",
    "guidance": "guidance",
}
_WORDS = {
    **{word.lower(): state for word, state in IEC_WORDS.items()},
    **CHINESE_WORDS,
    "activated": "in_force",
    "in-force": "in_force",
    "current": "in_force",
    "to_be_activated": "upcoming",
    "to-be-activated": "upcoming",
    "superseded": "superseded",
    "obsolete": "superseded",
    "withdrawn": "withdrawn",
    "abolished": "withdrawn",
    "draft": "draft",
}
_INTERNATIONAL = ("ISO", "IEC", "ITU", "CAC", "OIML")


def record_of(item: Any, as_of: str = "") -> Record:
    """The item as a record; raises BadRecord."""
    if not isinstance(item, dict):
        raise BadRecord("不是一条著录", "it is no bibliographic item")
    numbers = _numbers(item)
    if not numbers:
        raise BadRecord("没有编号（docid）", "it has no identifier (docid)")
    main = next((one for one in numbers if one[2]), numbers[0])
    number, publisher, _ = main
    ext = mapping(item.get("ext"))
    extra: dict[str, Any] = {}
    dates = _dates(item, extra)
    stage, status = _stage(item)
    gb = mapping(said(item, ext, "gbtype"))
    relations, strange = relations_of(item, number, publisher)
    if strange:
        extra["relations"] = strange
    return Record(
        number=number,
        key=text_of(item.get("id")),
        other_numbers=tuple(
            (
                "urn" if kind.upper() == "URN" else "reference" if "reference" in kind else "other",
                text,
            )
            for text, kind, _ in numbers
            if text != number
        ),
        titles=_titles(item),
        abstracts=_by_language(item.get("abstract")),
        level=_LEVELS.get(text_of(gb.get("gbscope")), "")
        or ("international" if publisher.upper() in _INTERNATIONAL else ""),
        nature=_NATURES.get(text_of(gb.get("gbmandate")), ""),
        kind=text_of(said(item, ext, "doctype")),
        **dates,
        status=status,
        as_of=as_of or try_date(item.get("fetched"))[0],
        stage=stage,
        edition=text_of(item.get("edition")),
        plan_number=text_of(said(item, ext, "plannumber")),
        ics=_codes(said(item, ext, "ics")),
        ccs=_codes(said(item, ext, "ccs")),
        committees=committees_of(item, ext, publisher),
        roles=roles_of(item),
        relations=relations,
        languages=tuple(dict.fromkeys(language_of(one) for one in each(item.get("language")))),
        keywords=tuple(
            text for one in each(item.get("keyword")) if (text := text_of(one) or _taxon(one))
        ),
        links=tuple(
            text
            for name in ("link", "source")
            for one in each(item.get(name))
            if (text := text_of(one))
        ),
        extra=extra,
    )


def _numbers(item: dict[str, Any]) -> list[tuple[str, str, bool]]:
    found = []
    for name in ("docid", "docidentifier"):
        for one in each(item.get(name)):
            if text := text_of(one):
                given = one if isinstance(one, dict) else {}
                primary = str(given.get("primary", "")).lower() == "true"
                found.append((text, text_of(given.get("type")), primary))
    return found


def _titles(item: dict[str, Any]) -> dict[str, str]:
    """The whole title by language; where only its parts are given, joined."""
    whole: dict[str, str] = {}
    parts: dict[str, list[str]] = {}
    for one in each(item.get("title")):
        text, language = text_of(one), language_of(one) or "en"
        kind = text_of(one.get("type")) if isinstance(one, dict) else ""
        if not text:
            continue
        if kind in ("", "main"):
            whole.setdefault(language, text)
        elif kind in ("title-intro", "title-main", "title-part"):
            parts.setdefault(language, []).append(text)
    joined = {language: " - ".join(texts) for language, texts in parts.items()}
    return {language: clean(text) for language, text in (joined | whole).items()}


def _by_language(value: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in each(value):
        if text := clean(text_of(one)):
            found.setdefault(language_of(one) or "en", text)
    return found


def _dates(item: dict[str, Any], extra: dict[str, Any]) -> dict[str, str]:
    found = {"issued": "", "effective": "", "withdrawn": "", "reviewed": ""}
    for one in each(item.get("date")):
        if not isinstance(one, dict):
            continue
        kind = text_of(one.get("type"))
        value = next(
            (text_of(one.get(key)) for key in ("value", "on", "at", "from") if one.get(key)), ""
        )
        day, unread = try_date(value)
        field = _DATES.get(kind)
        if unread:
            extra.setdefault("unread", {})[kind] = unread
        elif field and not found[field]:
            found[field] = day
        elif day:
            extra.setdefault("dates", {})[kind] = day
    return found


def _stage(item: dict[str, Any]) -> tuple[str, str]:
    """The ISO code, if it is one, and the state."""
    given = item.get("docstatus") or item.get("status")
    if not isinstance(given, dict):
        return "", _WORDS.get(text_of(given).lower(), "")
    main, sub = text_of(given.get("stage")), text_of(given.get("substage"))
    if main.isdigit():
        stage = f"{main}.{sub}" if sub else main
        return stage, state_of_stage(stage)
    return "", _WORDS.get(main.lower(), "")


def _codes(value: Any) -> tuple[str, ...]:
    found = (
        text_of(one.get("code")) if isinstance(one, dict) else text_of(one) for one in each(value)
    )
    return tuple(code for code in found if code)


def _taxon(one: Any) -> str:
    return text_of(next(iter(each(one.get("taxon"))), "")) if isinstance(one, dict) else ""

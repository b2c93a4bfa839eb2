"""The catalogue of Chinese sports standards as JSON (体育标准目录).

The file is kept as it is written, dirt included: `replacedBy` often holds the number of a
committee, which the findings point out. A status holds for the day on which the list was updated.
"""

from collections.abc import Iterator
from typing import Any

from guiju.core.decoding import decode
from guiju.core.records.folding import clean
from guiju.core.records.model import Record, Relation, Role
from guiju.core.records.readers.base import (
    DEFAULT,
    BadRecord,
    Limits,
    Refused,
    Source,
    Unreadable,
    name_of,
    read_whole,
)
from guiju.core.records.readers.bearable import bearable
from guiju.core.records.readers.json_text import load_json
from guiju.core.records.readers.lines import excerpt
from guiju.core.records.stages import CHINESE_WORDS
from guiju.core.records.written import try_date

_LEVELS = {
    "国家标准": "national",
    "行业标准": "industry",
    "地方标准": "local",
    "团体标准": "group",
    "企业标准": "enterprise",
}
_DATES = {"issued": "issueDate", "effective": "implementDate", "withdrawn": "abolishDate"}
_KEPT = ("localFile", "isHot", "hotOrder", "scope")


def read(
    source: Source, *, as_of: str = "", skip: int = 0, limits: Limits = DEFAULT
) -> Iterator[Record | Refused]:
    """The standards of the list; without `as_of` their state is of the day that the list names."""
    name = name_of(source)
    text, _ = decode(read_whole(source, limits.file), name=name)
    try:
        content = load_json(text)
    except BadRecord as bad:
        raise Unreadable(name, bad.reason) from bad
    if not isinstance(content, dict) or not isinstance(content.get("standards"), list):
        raise Unreadable(name, BadRecord("没有标准列表", "it has no list of standards").reason)
    on = as_of or _day_of(content)
    for position, row in enumerate(content["standards"][skip:], skip + 1):
        try:
            yield bearable(record_of(row, on))
        except BadRecord as bad:
            yield Refused(position, bad.reason, excerpt(str(row)[:400]))


def _day_of(content: dict[str, Any]) -> str:
    for name in ("updatedAt", "updated"):
        day, _ = try_date(content.get(name))
        if day:
            return day
    return ""


def record_of(row: Any, as_of: str = "") -> Record:
    """One standard of the list as a record; raises BadRecord."""
    if not isinstance(row, dict) or not isinstance(row.get("code"), str) or not row["code"].strip():
        raise BadRecord("没有编号（code）", "it has no number (code)")
    extra: dict[str, Any] = {name: row[name] for name in _KEPT if row.get(name)}
    dates = {field: try_date(row.get(name)) for field, name in _DATES.items()}
    unread = {field: bad for field, (_, bad) in dates.items() if bad}
    if unread:
        extra["unread"] = unread
    word = _text(row, "status")
    if word and word not in CHINESE_WORDS:
        extra["status_word"] = word
    level = _LEVELS.get(_text(row, "type"), "")
    if not level and _text(row, "type"):
        extra["type"] = _text(row, "type")
    titles = {"zh": _text(row, "title"), "en": _text(row, "english")}
    summary = _text(row, "summary")
    return Record(
        number=row["code"].strip(),
        key=_text(row, "id"),
        titles={language: text for language, text in titles.items() if text},
        abstracts={"zh": summary} if summary else {},
        level=level,
        nature=_nature(row),
        issued=dates["issued"][0],
        effective=dates["effective"][0],
        withdrawn=dates["withdrawn"][0],
        status=CHINESE_WORDS.get(word, ""),
        as_of=as_of,
        roles=_issuers(_text(row, "issuedBy")),
        relations=_relations(row),
        keywords=tuple(dict.fromkeys((*_list(row, "category"), *_list(row, "tags")))),
        extra=extra,
    )


def _text(row: dict[str, Any], name: str) -> str:
    value = row.get(name)
    return clean(value) if isinstance(value, str) else ""


def _list(row: dict[str, Any], name: str) -> list[str]:
    value = row.get(name)
    values = value if isinstance(value, list) else [value]
    return [clean(one) for one in values if isinstance(one, str) and one.strip()]


def _nature(row: dict[str, Any]) -> str:
    if row.get("isMandatory") is True:
        return "mandatory"
    return "recommended" if row.get("isMandatory") is False else ""


def _issuers(text: str) -> tuple[Role, ...]:
    names = [clean(name) for name in text.replace("，", "、").split("、")]
    return tuple(Role(role="issuer", name=name) for name in dict.fromkeys(names) if name)


def _relations(row: dict[str, Any]) -> tuple[Relation, ...]:
    return tuple(
        Relation(type="replaces", target=target, inverse=inverse)
        for name, inverse in (("replaces", False), ("replacedBy", True))
        for target in numbers_in(_text(row, name))
    )


def numbers_in(text: str) -> list[str]:
    """The numbers of a field that lists them, as written."""
    for sign in "，；;、|":
        text = text.replace(sign, ",")
    return list(dict.fromkeys(one.strip() for one in text.split(",") if one.strip()))

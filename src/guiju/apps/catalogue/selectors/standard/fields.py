"""The fields of a record in words (著录项): for the sources side by side and the preview of an edit."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from guiju.core.codes.words import word
from guiju.core.errors import Bilingual
from guiju.core.records.model import Record, Relation, Role

# What people did as persons is not told to the public.
HIDDEN_ROLES = frozenset({"person"})
_DENIED = Bilingual("不成立：{relation}", "not so: {relation}")
_WORDS = {"level": "level", "nature": "nature", "kind": "kind", "function": "function"}
NAMES: dict[str, str | Promise] = {
    "number": _("Number"),
    "other_numbers": _("Other numbers"),
    "titles.zh": _("Chinese title"),
    "titles.en": _("Title in English"),
    "titles.fr": _("French title"),
    "titles.ru": _("Russian title"),
    "level": _("Level"),
    "nature": _("Nature"),
    "kind": _("Category of standard"),
    "function": _("Function"),
    "issued": _("Date of issue"),
    "effective": _("In effect from"),
    "withdrawn": _("Withdrawn on"),
    "reviewed": _("Reviewed on"),
    "status": _("State as claimed"),
    "stage": _("Stage"),
    "edition": _("Edition"),
    "announcement": _("Announcement"),
    "plan_number": _("Plan number"),
    "filing_number": _("Filing number"),
    "ics": "ICS",
    "ccs": "CCS",
    "committees": _("Committees"),
    "roles": _("Responsible bodies"),
    "relations": _("Relations"),
    "languages": _("Languages"),
    "keywords": _("Keywords"),
    "region": _("Region"),
    "pages": _("Number of pages"),
    "links": _("Links"),
}


def field_name(key: str) -> str:
    """A field in words; `state` is no field of a record, but sources contradict it."""
    return gettext("State") if key == "state" else str(NAMES.get(key, key))


def fields_of(record: Record, language: str) -> dict[str, tuple[str, ...]]:
    """What the record says, by field, in the order of NAMES; persons are left out."""
    found = {key: tuple(_values(record, key, language)) for key in NAMES}
    return {key: values for key, values in found.items() if values}


def _values(record: Record, key: str, language: str) -> Iterable[str]:
    if key.startswith("titles."):
        return filter(None, [record.titles.get(key.removeprefix("titles."), "")])
    if key == "relations":
        return [relation_text(one, language) for one in record.relations]
    if key == "roles":
        shown = [one for one in record.roles if one.role not in HIDDEN_ROLES]
        return [role_text(one, language) for one in shown]
    if key == "status":
        return filter(None, [claim_text(record.status, record.as_of, language)])
    value = getattr(record, key)
    if key == "other_numbers":
        return [text for _, text in value]
    if key in _WORDS:
        return filter(None, [word(_WORDS[key], value).say(language) if value else ""])
    return [value] if isinstance(value, str) and value else list(value)


def claim_text(state: str, as_of: str, language: str) -> str:
    return f"{word('state', state).say(language)} {as_of}".strip() if state else ""


def role_text(one: Role, language: str) -> str:
    dates = "–".join(part for part in (one.since, one.until) if part)
    text = f"{word('role', one.role).say(language)} {one.name}"
    return f"{text} ({dates})" if dates else text


def relation_text(one: Relation, language: str) -> str:
    """`代替 GB 1-1990 (部分, 2000-01-01)`."""
    name = word("relation_inverse" if one.inverse else "relation", one.type).say(language)
    if one.denied:
        name = _DENIED.say(language).format(relation=name)
    part = "" if one.whole else ("in part" if language.startswith("en") else "部分")
    details = ", ".join(text for text in (one.degree, part, one.date, one.note) if text)
    return f"{name} {one.target}" + (f" ({details})" if details else "")

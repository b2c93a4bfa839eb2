"""Committees and contributors of a Relaton item (Relaton 的委员会与责任者)."""

import re
from typing import Any

from guiju.core.records.folding import clean
from guiju.core.records.model import Role
from guiju.core.records.readers.relaton_parts import each, said, text_of

_BARE = re.compile(r"(?:TC|PC|SC|SyC) ?\d")
_ROLES = {"publisher": "issuer", "author": "drafter", "authorizer": "competent"}


def committees_of(item: dict[str, Any], ext: dict[str, Any], publisher: str) -> tuple[str, ...]:
    """Named in the editorial group, in the GB committee, or as a committee among the authors."""
    found: list[str] = []
    group = said(item, ext, "editorialgroup")
    for one in each(group):
        if not isinstance(one, dict):
            continue
        names = []
        for level, prefix in (
            ("technical_committee", "TC"),
            ("subcommittee", "SC"),
            ("workgroup", "WG"),
        ):
            for part in each(one.get(level)):
                if isinstance(part, dict):
                    number = text_of(part.get("number"))
                    kind = text_of(part.get("type")) if len(text_of(part.get("type"))) <= 4 else ""
                    names.append(f"{kind or prefix} {number}" if number else text_of(part))
        if names:
            found.append("/".join(names))
    found += [text_of(one) for one in each(said(item, ext, "gbcommittee"))]
    for one in each(item.get("contributor")):
        organisation = one.get("organization") if isinstance(one, dict) else None
        if isinstance(organisation, dict):
            for part in each(organisation.get("subdivision")):
                identifiers = part.get("identifier") if isinstance(part, dict) else None
                found += [text_of(two) for two in each(identifiers)][:1] or [text_of(part)]
    return tuple(dict.fromkeys(_owned(name, publisher) for name in found if name))


def _owned(name: str, publisher: str) -> str:
    """Inside a data set of ISO or IEC the committees leave the body out."""
    if _BARE.match(name) and publisher in ("ISO", "IEC"):
        return f"ISO/{name}" if publisher == "ISO" else f"IEC {name}"
    return name


def roles_of(item: dict[str, Any]) -> tuple[Role, ...]:
    found: list[Role] = []
    for one in each(item.get("contributor")):
        if not isinstance(one, dict):
            continue
        person = isinstance(one.get("person"), dict)
        body = one.get("person") if person else one.get("organization")
        if not isinstance(body, dict) or body.get("subdivision"):
            continue
        name = (
            _person(body.get("name")) if person else text_of(next(iter(each(body.get("name"))), ""))
        )
        kinds = [
            text_of(kind.get("type")) if isinstance(kind, dict) else text_of(kind)
            for kind in each(one.get("role"))
        ]
        role = "person" if person else next((_ROLES[kind] for kind in kinds if kind in _ROLES), "")
        if name and role:
            found.append(Role(role=role, name=clean(name)))
    return tuple(dict.fromkeys(found))


def _person(name: Any) -> str:
    if not isinstance(name, dict):
        return text_of(name)
    whole = text_of(name.get("completename"))
    given = [
        text_of(one) for key in ("forename", "initial", "given") for one in each(name.get(key))
    ]
    return whole or " ".join(one for one in (*given, text_of(name.get("surname"))) if one)

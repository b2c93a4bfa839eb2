"""Relaton's relations in ours (Relaton 关系类型对照)."""

import re
from typing import Any

from guiju.core.records.model import Relation
from guiju.core.records.readers.relaton_parts import each, text_of

# type → ours, whether the arrow runs the other way, degree of adoption
_TYPES: dict[str, tuple[str, bool, str]] = {
    "obsoletes": ("replaces", False, ""),
    "obsoletedBy": ("replaces", True, ""),
    "supersedes": ("replaces", False, ""),
    "supersededBy": ("replaces", True, ""),
    "revises": ("replaces", False, ""),
    "revisedBy": ("replaces", True, ""),
    "merges": ("replaces", False, ""),
    "mergedInto": ("replaces", True, ""),
    "updates": ("amends", False, ""),
    "updatedBy": ("amends", True, ""),
    "amends": ("amends", False, ""),
    "amendedBy": ("amends", True, ""),
    "corrects": ("corrects", False, ""),
    "correctedBy": ("corrects", True, ""),
    "partOf": ("part_of", False, ""),
    "hasPart": ("part_of", True, ""),
    "includedIn": ("part_of", False, ""),
    "includes": ("part_of", True, ""),
    "adoptedFrom": ("adopts", False, ""),
    "adoptedAs": ("adopts", True, ""),
    "identical": ("adopts", False, "IDT"),
    "equivalent": ("adopts", False, "MOD"),
    "nonequivalent": ("adopts", False, "NEQ"),
    "translatedFrom": ("translation_of", False, ""),
    "hasTranslation": ("translation_of", True, ""),
    "normativelyReferences": ("cites_normatively", False, ""),
    "isNormativelyReferencedBy": ("cites_normatively", True, ""),
    "cites": ("cites_informatively", False, ""),
    "isCitedIn": ("cites_informatively", True, ""),
    "derivedFrom": ("converted_from", False, ""),
    "derives": ("converted_from", True, ""),
    "complements": ("supports", False, ""),
    "complementOf": ("supports", False, ""),
    "hasComplement": ("supports", True, ""),
}
_YEAR = re.compile(r"[:\-—](\d{4})(?:-\d\d)?(?!\d)")
_CORRECTS = re.compile(r"/(?:D?COR|ISH)\b", re.I)


def relations_of(
    item: dict[str, Any], number: str, publisher: str
) -> tuple[tuple[Relation, ...], list[list[str]]]:
    """The relations that have a type here, and type and target of the others."""
    found: list[Relation] = []
    strange: list[list[str]] = []
    for one in each(item.get("relation")):
        if not isinstance(one, dict):
            continue
        kind, target = text_of(one.get("type")), _target(one.get("bibitem"))
        if not target:
            continue
        if kind == "updates" and publisher.upper() in ("ISO", "IEC"):
            found.append(_update(number, target))
        elif kind in _TYPES:
            ours, inverse, degree = _TYPES[kind]
            note = text_of(one.get("description"))
            whole = not each(one.get("locality"))
            found.append(
                Relation(
                    type=ours, target=target, inverse=inverse, degree=degree, whole=whole, note=note
                )
            )
        else:
            strange.append([kind, target])
    return tuple(dict.fromkeys(found)), strange


def _target(bibitem: Any) -> str:
    """The number of the other document, or the reference that stands for it."""
    if not isinstance(bibitem, dict):
        return ""
    for name in ("docid", "docidentifier"):
        given = each(bibitem.get(name))
        primary = [
            one
            for one in given
            if isinstance(one, dict) and str(one.get("primary")).lower() == "true"
        ]
        for one in primary or given:
            if text := text_of(one):
                return text
    return text_of(bibitem.get("formattedref"))


def _update(number: str, target: str) -> Relation:
    """ISO's `updates` names what came later; only an earlier year says otherwise."""
    if target.startswith(f"{number}/"):
        kind = "corrects" if _CORRECTS.search(target[len(number) :]) else "amends"
        return Relation(type=kind, target=target, inverse=True)
    own, other = _YEAR.findall(number), _YEAR.findall(target)
    earlier = bool(own and other and other[-1] < own[-1])
    return Relation(type="replaces", target=target, inverse=not earlier)

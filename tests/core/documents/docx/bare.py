"""A tree without what a way there and back may change: lines, addresses, ids of footnotes."""

from dataclasses import fields, is_dataclass, replace

from guiju.core.documents.model import Footnote, Mark


def bare(one):
    if isinstance(one, Mark):
        return one._replace(value="") if one.kind == "footnote" else one
    if isinstance(one, tuple):
        return tuple(bare(part) for part in one)
    if not is_dataclass(one):
        return one
    changed = {field.name: bare(getattr(one, field.name)) for field in fields(one)}
    changed |= {name: empty for name, empty in (("line", 0), ("address", "")) if name in changed}
    if isinstance(one, Footnote):
        changed["id"] = ""
    return replace(one, **changed)

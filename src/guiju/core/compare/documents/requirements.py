"""Requirements compared (要求变化): what came, went, binds harder or softer."""

from typing import Literal

from guiju.core.compare.documents.limits import strictness
from guiju.core.compare.documents.model import RequirementChange
from guiju.core.compare.documents.pointers import Pointers
from guiju.core.compare.documents.texts import text_ops
from guiju.core.compare.documents.words import bare
from guiju.core.drafting.provisions import Provision

Effect = Literal["stricter", "looser", ""]
# Kinds that ask something of the reader, the harder the higher.
_FORCE = {"requirement": 3, "instruction": 3, "recommendation": 2, "permission": 1}


def requirement_changes(
    pairs: list[tuple[Provision, Provision]],
    gone: list[Provision],
    come: list[Provision],
    pointers: Pointers,
) -> tuple[RequirementChange, ...]:
    answer = []
    for old, new in pairs:
        if old.kind in _FORCE or new.kind in _FORCE:
            found = _change(old, new, pointers)
            if found is not None:
                answer.append(found)
    answer += [
        RequirementChange(a="", b=one.address, change="added", b_kind=one.kind, b_text=one.text)
        for one in come
        if one.kind in _FORCE
    ]
    answer += [
        RequirementChange(a=one.address, b="", change="removed", a_kind=one.kind, a_text=one.text)
        for one in gone
        if one.kind in _FORCE
    ]
    return tuple(answer)


def _change(old: Provision, new: Provision, pointers: Pointers) -> RequirementChange | None:
    if old.kind == new.kind and (bare(old.text) == bare(new.text) or _says_the_same(old, new)):
        return None
    ops = pointers.explained(text_ops(old.text, new.text), old.text)
    if all(op.why for op in ops) and old.kind == new.kind:
        return None
    change: Literal["modality", "stricter", "looser", "reworded"]
    by_kind, by_limits = _by_kind(old, new), _by_limits(old, new)
    effect: Effect = "" if {by_kind, by_limits} == {"stricter", "looser"} else by_kind or by_limits
    if old.kind != new.kind or _denies(old) != _denies(new):
        change = "modality"
    else:
        change = by_limits or "reworded"
    return RequirementChange(
        a=old.address, b=new.address, change=change, effect=effect,
        a_kind=old.kind, b_kind=new.kind, a_text=old.text, b_text=new.text,
    )  # fmt: skip


def _says_the_same(old: Provision, new: Provision) -> bool:
    """Whether only limits were written in another way: 5 mm as 0.5 cm, 不大于 as 不超过."""
    if not old.limits or len(old.limits) != len(new.limits) or _denies(old) != _denies(new):
        return False
    limits = zip(old.limits, new.limits, strict=True)
    if any(strictness(one.interval, two.interval) != "same" for one, two in limits):
        return False
    return bare(_around_limits(old)) == bare(_around_limits(new))


def _around_limits(one: Provision) -> str:
    """The words of a sentence without those of its limits."""
    text, block = one.text, one.address.rpartition("/s")[0]
    for limit in sorted(one.limits, key=lambda it: -it.start):
        if limit.address in (one.address, block):
            text = text[: max(limit.start - one.start, 0)] + text[limit.end - one.start :]
    return text


def _by_kind(old: Provision, new: Provision) -> Effect:
    one, two = _FORCE.get(old.kind, 0), _FORCE.get(new.kind, 0)
    return "stricter" if two > one else "looser" if two < one else ""


def _by_limits(old: Provision, new: Provision) -> Effect:
    """All limits that changed went the same way."""
    if len(old.limits) != len(new.limits):
        return ""
    ways = {
        strictness(one.interval, two.interval)
        for one, two in zip(old.limits, new.limits, strict=True)
    } - {"same"}
    if ways == {"stricter"}:
        return "stricter"
    return "looser" if ways == {"looser"} else ""


def _denies(one: Provision) -> bool:
    """Whether its words say 不应 rather than 应; 不应大于 is a limit and denies nothing."""
    return bool(one.words) and one.words[0].negative and not one.limits

"""The boxes of a system (体系节点): added, named, moved, removed."""

import re
from collections.abc import Iterable

from django.db import transaction

from guiju.apps.catalogue.models import StandardsSystem, SystemEntry, SystemNode
from guiju.apps.catalogue.selectors.systems.codes import LONGEST, read_code
from guiju.apps.catalogue.services.systems.errors import (
    BadCodeError,
    CodeTakenError,
    IntoItselfError,
    NotEmptyError,
    NoTitleError,
    OtherSystemError,
    TooDeepError,
    TooManyError,
)
from guiju.apps.catalogue.services.systems.writing import (
    MOST_LINES,
    MOST_NODES,
    entry_record,
    line_of,
    locked,
    needs_reason,
    node_record,
    tell,
)
from guiju.web.viewer import Viewer

_DIGITS = re.compile(r"\d+")


def code_of(written: str) -> str:
    """A code as it is kept. Raises BadCodeError."""
    if (code := read_code(written)) is None:
        raise BadCodeError(written[:LONGEST])
    return code


def sort_of(code: str, parent: SystemNode | None) -> str:
    """The place of a box in its tree: a part a layer, digits padded."""
    own = code.removeprefix(f"{parent.code}.") if parent else code
    padded = _DIGITS.sub(lambda found: found[0].zfill(4), own)
    sort = f"{parent.sort}/{padded}" if parent else padded
    if len(sort) > 120:
        raise TooDeepError(code)
    return sort


def next_code(parent: SystemNode | None, codes: Iterable[str]) -> str:
    """The first free code after those that stand below `parent` (or at the top).

    >>> next_code(None, ["1", "3", "3.1"])
    '4'
    """
    head = f"{parent.code}." if parent else ""
    own = [code.removeprefix(head) for code in codes if code.startswith(head)]
    last = max((int(one) for one in own if one.isascii() and one.isdigit()), default=0)
    return f"{head}{last + 1}"


@transaction.atomic
def add_node(
    *,
    system: StandardsSystem,
    parent: SystemNode | None,
    code: str = "",
    title_zh: str,
    title_en: str = "",
    owner: str = "",
    by: Viewer,
) -> SystemNode:
    """A box below another, or at the top; without a code it takes the next one."""
    system = locked(system, by)
    _within(system, parent)
    codes = set(SystemNode.objects.filter(system=system).values_list("code", flat=True))
    node = new_node(system, parent, code, codes)
    _name(node, title_zh, title_en, owner)
    node.save()
    tell(system, "add_node", by=by, after=node_record(node), node=node.code)
    return node


def new_node(
    system: StandardsSystem, parent: SystemNode | None, code: str, codes: set[str]
) -> SystemNode:
    """An unsaved box whose code is free among `codes`."""
    if len(codes) >= MOST_NODES:
        raise TooManyError(system.slug, most=MOST_NODES, lines=MOST_LINES)
    code = code_of(code) if code.strip() else next_code(parent, codes)
    if code in codes:
        raise CodeTakenError(code)
    return SystemNode(system=system, parent=parent, code=code, sort=sort_of(code, parent))


def _within(system: StandardsSystem, node: SystemNode | None) -> None:
    if node is not None and node.system_id != system.pk:
        raise OtherSystemError(node.code)


def _name(node: SystemNode, title_zh: str, title_en: str, owner: str) -> None:
    node.title_zh = line_of(title_zh, 200)
    if not node.title_zh:
        raise NoTitleError
    node.title_en = line_of(title_en, 300)
    node.owner = line_of(owner, 120)


@transaction.atomic
def edit_node(
    *, node: SystemNode, title_zh: str, title_en: str, owner: str, by: Viewer
) -> SystemNode:
    """Rename a box, or say who answers for it."""
    system = locked(node.system, by)
    node = SystemNode.objects.get(pk=node.pk)
    before = node_record(node)
    _name(node, title_zh, title_en, owner)
    after = node_record(node)
    if after != before:
        node.save()
        tell(system, "edit_node", by=by, before=before, after=after, node=node.code)
    return node


@transaction.atomic
def move_node(*, node: SystemNode, parent: SystemNode | None, code: str, by: Viewer) -> SystemNode:
    """Put a box elsewhere with all below it, or give it another code, which is its place.

    The boxes below whose codes begin with its code follow it.
    """
    system = locked(node.system, by)
    _within(system, parent)
    every = list(SystemNode.objects.filter(system=system))
    rows = {one.pk: one for one in every}
    node = rows[node.pk]
    branch = branch_of(node, every)
    if parent is not None:
        if parent.pk in {one.pk for one in branch}:
            raise IntoItselfError(node.code)
        parent = rows[parent.pk]
    rest = {one.code for one in every} - {one.code for one in branch}
    before = {"nodes": [node_record(one) for one in branch]}
    old, new = node.code, code_of(code) if code.strip() else next_code(parent, rest)
    node.parent = parent
    for one in branch:
        tail = one.code.removeprefix(old) if one.code.startswith(f"{old}.") else None
        one.code = new if one is node else code_of(new + tail) if tail else one.code
        above = rows[one.parent_id] if one.parent_id else None
        one.sort = sort_of(one.code, above)
    if taken := sorted({one.code for one in branch} & rest):
        raise CodeTakenError(taken[0])
    after = {"nodes": [node_record(one) for one in branch]}
    if after != before:
        _save(branch)
        tell(system, "move_node", by=by, before=before, after=after, node=new, was=old)
    return node


def branch_of(node: SystemNode, every: Iterable[SystemNode]) -> list[SystemNode]:
    """The box and all below it, each after the one above it."""
    found, pks = [node], {node.pk}
    rest = [one for one in every if one.pk != node.pk]
    while new := [one for one in rest if one.parent_id in pks]:
        found += new
        pks = {one.pk for one in new}
        rest = [one for one in rest if one.pk not in pks]
    return found


def _save(branch: list[SystemNode]) -> None:
    """Write the codes in two steps: one of the branch may take the former code of another."""
    wanted = [one.code for one in branch]
    for one in branch:
        one.code = f"~{one.pk}"
    SystemNode.objects.bulk_update(branch, ("code",))
    for one, code in zip(branch, wanted, strict=True):
        one.code = code
    SystemNode.objects.bulk_update(branch, ("code", "parent", "sort"))


@transaction.atomic
def remove_node(*, node: SystemNode, reason: str, by: Viewer) -> None:
    """Remove a box: from a public system an empty one, from another with all that is below it."""
    system = locked(node.system, by)
    reason = needs_reason(reason)
    branch = branch_of(SystemNode.objects.get(pk=node.pk), SystemNode.objects.filter(system=system))
    entries = list(SystemEntry.objects.filter(node__in=branch).order_by("pk"))
    if system.is_public and (len(branch) > 1 or entries):
        raise NotEmptyError(node.code)
    before = {
        "nodes": [node_record(one) for one in branch],
        "entries": [entry_record(one) for one in entries],
    }
    SystemNode.objects.filter(pk=node.pk).delete()
    tell(
        system,
        "remove_node",
        by=by,
        before=before,
        reason=reason,
        node=branch[0].code,
        nodes=len(branch),
        lines=len(entries),
    )

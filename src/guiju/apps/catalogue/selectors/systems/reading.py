"""Systems that a viewer may see, and one of them on a day. A hidden one is not found."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count as Counted
from django.db.models import Q, QuerySet
from django.utils.translation import get_language

from guiju.apps.accounts.selectors.organisations import ShownName, display_names
from guiju.apps.catalogue.models import StandardsSystem, SystemEntry, SystemNode
from guiju.apps.catalogue.rules import EDIT_SYSTEM, SEE_SYSTEM
from guiju.apps.catalogue.selectors.systems.listed import meant
from guiju.apps.catalogue.selectors.systems.values import (
    Box,
    Line,
    SystemView,
    summed,
    title_of,
)
from guiju.apps.catalogue.selectors.systems.words import GAP, UNLISTED, level_of
from guiju.core.errors import Bilingual, NotFoundError
from guiju.web.viewer import Viewer


@dataclass(frozen=True, slots=True)
class SystemRow:
    """A system in the list, with how many boxes, lines and lines without a number it has."""

    system: StandardsSystem
    title: Bilingual
    keeper: ShownName
    nodes: int
    lines: int
    without_number: int


def visible_systems(viewer: Viewer) -> QuerySet[StandardsSystem]:
    """Those that are public, and those that the viewer's own bodies keep."""
    keeps = viewer.organisations("office", "cataloguer")
    return StandardsSystem.objects.filter(Q(is_public=True) | Q(keeper__in=keeps))


def system_rows(viewer: Viewer) -> list[SystemRow]:
    """The systems that the viewer may see, in two queries."""
    found = list(
        visible_systems(viewer)
        .annotate(
            node_count=Counted("nodes", distinct=True),
            line_count=Counted("nodes__entries", distinct=True),
            numberless=Counted(
                "nodes__entries", filter=Q(nodes__entries__number=""), distinct=True
            ),
        )
        .order_by("slug")
    )
    names = _keepers(viewer, found)
    return [
        SystemRow(
            one,
            title_of(one),
            names[one.keeper_id],
            one.node_count,
            one.line_count,
            one.numberless,
        )
        for one in found
    ]


def system_of(viewer: Viewer, slug: str) -> StandardsSystem:
    """One system. Raises NotFoundError where there is none or it is hidden from the viewer."""
    found = StandardsSystem.objects.filter(slug=slug).first()
    if found is None or not SEE_SYSTEM.allows(viewer, found):
        raise NotFoundError(slug)
    return found


def system_to_change(viewer: Viewer, slug: str) -> StandardsSystem:
    """One that the viewer may change. Raises NotFoundError or RefusedError."""
    found = system_of(viewer, slug)
    EDIT_SYSTEM.check(viewer, found)
    return found


def node_in(system: StandardsSystem, pk: int) -> SystemNode:
    found = SystemNode.objects.filter(system=system, pk=pk).select_related("parent").first()
    if found is None:
        raise NotFoundError(str(pk))
    return found


def entry_in(system: StandardsSystem, pk: int) -> SystemEntry:
    found = SystemEntry.objects.filter(node__system=system, pk=pk).select_related("node").first()
    if found is None:
        raise NotFoundError(str(pk))
    return found


def system_on(viewer: Viewer, slug: str, on: date | None = None) -> SystemView:
    """The whole system on a day (today): seven queries, however large it is."""
    system = system_of(viewer, slug)
    day = on or viewer.today
    nodes = in_tree_order(SystemNode.objects.filter(system=system))
    lines = _lines(system, nodes, day)
    tops = _boxes(nodes, lines)
    keeper = _keepers(viewer, [system])[system.keeper_id]
    boxes = tuple(box for top in tops for box in top.walk())
    return SystemView(system, keeper, day, tops, boxes, lines)


def in_tree_order(nodes: QuerySet[SystemNode]) -> list[SystemNode]:
    """Each box before those below it, brothers by their codes; no collation has a say in it."""
    return sorted(nodes, key=lambda node: node.sort.split("/"))


def _keepers(viewer: Viewer, systems: Sequence[StandardsSystem]) -> dict[int, ShownName]:
    language = get_language() or "zh-hans"
    return display_names([one.keeper_id for one in systems], viewer.today, language)


def _lines(system: StandardsSystem, nodes: Sequence[SystemNode], day: date) -> tuple[Line, ...]:
    entries: defaultdict[int, list[SystemEntry]] = defaultdict(list)
    rows = SystemEntry.objects.filter(node__system=system).order_by("order", "pk")
    for one in rows:
        entries[one.node_id].append(one)
    known = meant({one.number for one in rows if one.number}, day)
    found: list[Line] = []
    for node in nodes:
        for one in entries[node.pk]:
            said = known.get(one.number)
            listed = said.listed if said else None
            own = said.identity if said else None
            state = GAP if said is None else said.state or UNLISTED
            found.append(
                Line(
                    pk=one.pk,
                    place=len(found) + 1,
                    node=node.pk,
                    code=node.code,
                    box=Bilingual(node.title_zh, node.title_en),
                    order=one.order,
                    written=one.number,
                    number=own.display if own else "",
                    work=own.work if own else "",
                    title=Bilingual(one.title_zh, one.title_en),
                    level=one.level or level_of(own.level if own else ""),
                    own_level=one.level,
                    remark=one.remark,
                    state=state,
                    readable=own.readable if own else True,
                    listed=listed,
                )
            )
    return tuple(found)


def _boxes(nodes: Sequence[SystemNode], lines: Sequence[Line]) -> tuple[Box, ...]:
    below: defaultdict[int | None, list[SystemNode]] = defaultdict(list)
    for node in nodes:
        below[node.parent_id].append(node)
    own: defaultdict[int, list[Line]] = defaultdict(list)
    for line in lines:
        own[line.node].append(line)

    def made(node: SystemNode, depth: int, top: int) -> Box:
        children = tuple(made(one, depth + 1, top) for one in below[node.pk])
        mine = tuple(own[node.pk])
        counts = [line.count for line in mine] + [child.count for child in children]
        return Box(
            pk=node.pk,
            code=node.code,
            title=Bilingual(node.title_zh, node.title_en),
            owner=node.owner,
            depth=depth,
            top=top,
            own=mine,
            children=children,
            count=summed(counts),
        )

    return tuple(made(node, 1, node.pk) for node in below[None])

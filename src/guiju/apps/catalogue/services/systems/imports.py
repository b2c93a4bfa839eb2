"""Taking a detail table into a system (明细表导入): new and changed lines, one event."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from django.db import transaction
from django.db.models import Max

from guiju.apps.catalogue.models import StandardsSystem, SystemEntry, SystemNode, Work
from guiju.apps.catalogue.selectors.systems.codes import above
from guiju.apps.catalogue.selectors.systems.incoming import (
    CHANGED,
    NEW,
    Incoming,
    RowChange,
    TableRow,
    incoming,
)
from guiju.apps.catalogue.selectors.systems.words import LEVELS
from guiju.apps.catalogue.services.systems.entries import fill
from guiju.apps.catalogue.services.systems.errors import ChangedMeanwhileError, TooManyError
from guiju.apps.catalogue.services.systems.nodes import new_node
from guiju.apps.catalogue.services.systems.writing import (
    MOST_LINES,
    MOST_NODES,
    entry_record,
    line_of,
    locked,
    node_record,
    tell,
)
from guiju.core.records.identity import identity
from guiju.web.viewer import Viewer


@transaction.atomic
def import_lines(
    *, system: StandardsSystem, rows: Sequence[TableRow], seen: str = "", by: Viewer
) -> Incoming:
    """Take new and changed lines and the boxes that they need; what is unclear is left out.

    `seen` is that of the preview: if the system changed since, nothing is imported. The same
    table again changes nothing and is not told.
    """
    system = locked(system, by)
    found = incoming(system, rows)
    if seen and seen != found.seen:
        raise ChangedMeanwhileError(system.title_zh)
    new = [one for one in found.changes if one.status == NEW]
    changed = [one for one in found.changes if one.status == CHANGED]
    if not (new or changed or found.new_nodes):
        return found
    count = SystemEntry.objects.filter(node__system=system).count()
    if count + len(new) > MOST_LINES:
        raise TooManyError(system.slug, most=MOST_NODES, lines=MOST_LINES)
    before = {"entries": [entry_record(one.entry) for one in changed if one.entry]}
    nodes, made = _nodes(system, found.new_nodes)
    written = _write(new, changed, nodes)
    after = {
        "nodes": [node_record(one) for one in made],
        "entries": [entry_record(one) for one in written],
    }
    tell(
        system,
        "import_system_lines",
        by=by,
        before=before,
        after=after,
        new=len(new),
        changed=len(changed),
        nodes=len(made),
    )
    return found


def _nodes(
    system: StandardsSystem, wanted: Mapping[str, str]
) -> tuple[dict[str, SystemNode], list[SystemNode]]:
    """The boxes by code; a new one stands where its code says."""
    nodes = {one.code: one for one in SystemNode.objects.filter(system=system)}
    made = []
    for code in sorted(wanted, key=lambda one: (one.count("."), not one.endswith("00"), one)):
        parent = nodes.get(above(code, nodes) or "")
        node = new_node(system, parent, code, set(nodes))
        node.title_zh = line_of(wanted[code], 200)
        node.save()
        nodes[node.code] = node
        made.append(node)
    return nodes, made


def _write(
    new: Sequence[RowChange], changed: Sequence[RowChange], nodes: Mapping[str, SystemNode]
) -> list[SystemEntry]:
    ends: defaultdict[int, int] = defaultdict(
        int,
        SystemEntry.objects.filter(node__in=nodes.values())
        .values_list("node")
        .annotate(last=Max("order")),
    )

    def at_end(node: SystemNode) -> int:
        ends[node.pk] += 1
        return ends[node.pk]

    written = []
    for one in new:
        node, row = nodes[one.row.code], one.row
        entry = SystemEntry(node=node, order=at_end(node))
        level = row.level if row.level in LEVELS else ""
        fill(entry, row.number, row.title_zh, row.title_en, level, row.remark)
        written.append(entry)
    for one in changed:
        assert one.entry  # noqa: S101  only a line that stands can change
        _change(one.entry, {field.key: field.value for field in one.fields})
        if one.entry.node_id != (node := nodes[one.row.code]).pk:
            one.entry.node, one.entry.order = node, at_end(node)
        written.append(one.entry)
    tie(written)
    SystemEntry.objects.bulk_create([one for one in written if one.pk is None])
    names = ("node", "order", "number", "key", "work", "title_zh", "title_en", "level", "remark")
    SystemEntry.objects.bulk_update(
        [one.entry for one in changed if one.entry], names, batch_size=200
    )
    return written


def _change(entry: SystemEntry, said: Mapping[str, str]) -> None:
    """Set what the preview named, and nothing else."""
    names = ("number", "title_zh", "title_en", "level", "remark")
    fill(entry, *(said.get(name, getattr(entry, name)) for name in names))


def tie(entries: Sequence[SystemEntry]) -> None:
    """Point each line to the work of its number, if the catalogue has it. Nothing is saved."""
    keys = {identity(one.number).work for one in entries if one.number}
    works = {one.key: one for one in Work.objects.filter(key__in=keys)}
    for one in entries:
        one.work = works.get(identity(one.number).work) if one.number else None

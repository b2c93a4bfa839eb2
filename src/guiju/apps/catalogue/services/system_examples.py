"""The invented standards system of the samples (示例标准体系), over real standards of the sample."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from django.db import transaction

from guiju.apps.accounts.models import Organisation
from guiju.apps.catalogue.models import StandardsSystem, SystemEntry, SystemNode
from guiju.apps.catalogue.rules import EDIT_SYSTEM
from guiju.apps.catalogue.selectors.systems.codes import above
from guiju.apps.catalogue.selectors.systems.words import level_of
from guiju.apps.catalogue.services.systems.entries import fill
from guiju.apps.catalogue.services.systems.imports import tie
from guiju.apps.catalogue.services.systems.nodes import new_node
from guiju.apps.catalogue.services.systems.writing import (
    entry_record,
    node_record,
    system_record,
    tell,
)
from guiju.web.clashes import one_at_a_time
from guiju.web.viewer import Viewer


@cache
def stated() -> dict[str, Any]:
    """The example as it stands in the rulebook."""
    source = files("guiju.rulebook").joinpath("samples", "systems", "example.yaml")
    loaded: dict[str, Any] = yaml.safe_load(source.read_text(encoding="utf-8"))
    return loaded


@transaction.atomic
def load_example_system(*, keeper: Organisation, by: Viewer) -> StandardsSystem:
    """The public example, marked 示例; one that is there already stays as it is."""
    facts = stated()
    one_at_a_time("catalogue.systems")
    if found := StandardsSystem.objects.filter(slug=facts["slug"]).first():
        return found
    system = StandardsSystem(
        slug=facts["slug"],
        title_zh=facts["title_zh"],
        title_en=facts["title_en"],
        structure=facts["structure"],
        keeper=keeper,
        explanation=facts["explanation"].strip(),
        is_public=True,
        is_example=True,
    )
    EDIT_SYSTEM.check(by, system)
    system.save()
    nodes = _nodes(system, facts["nodes"])
    entries = _entries(nodes, facts["entries"])
    after = system_record(system) | {
        "nodes": [node_record(one) for one in nodes.values()],
        "entries": [entry_record(one) for one in entries],
    }
    tell(system, "load_example_system", by=by, after=after, nodes=len(nodes), lines=len(entries))
    return system


def _nodes(system: StandardsSystem, rows: list[list[str]]) -> dict[str, SystemNode]:
    nodes: dict[str, SystemNode] = {}
    for code, zh, en, owner in rows:
        parent = nodes.get(above(code, nodes) or "")
        node = new_node(system, parent, code, set(nodes))
        node.title_zh, node.title_en, node.owner = zh, en, owner
        node.save()
        nodes[code] = node
    return nodes


def _entries(nodes: dict[str, SystemNode], lines: dict[str, list[list[str]]]) -> list[SystemEntry]:
    made = []
    for code, rows in lines.items():
        for order, row in enumerate(rows, start=1):
            number, level, zh, en, remark = (*row, *[""] * (5 - len(row)))
            entry = SystemEntry(node=nodes[code], order=order)
            fill(entry, number, zh, en, level_of(level), remark)
            made.append(entry)
    tie(made)
    return SystemEntry.objects.bulk_create(made)

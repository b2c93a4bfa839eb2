"""A standards system as records, for JSON and the API (标准体系数据)."""

from collections.abc import Sequence
from typing import Any

from guiju.apps.catalogue.models import StandardsSystem
from guiju.apps.catalogue.selectors.systems.checks import CheckFinding
from guiju.apps.catalogue.selectors.systems.reading import SystemRow
from guiju.apps.catalogue.selectors.systems.statistics import statistics
from guiju.apps.catalogue.selectors.systems.values import Box, Count, Line, SystemView
from guiju.core.errors import Bilingual

Record = dict[str, Any]


def _facts(system: StandardsSystem, keeper: str) -> Record:
    return {
        "slug": system.slug,
        "title_zh": system.title_zh,
        "title_en": system.title_en,
        "structure": system.structure,
        "keeper": keeper,
        "is_public": system.is_public,
        "is_example": system.is_example,
    }


def row_record(row: SystemRow) -> Record:
    return _facts(row.system, row.keeper.full) | {
        "nodes": row.nodes,
        "entries": row.lines,
        "without_number": row.without_number,
    }


def system_record(view: SystemView) -> Record:
    """The system with its tree."""
    return _facts(view.system, view.keeper.full) | {
        "on": view.on.isoformat(),
        "explanation": view.system.explanation,
        "count": count_record(view.total),
        "tree": [box_record(box) for box in view.tops],
    }


def count_record(count: Count) -> Record:
    return {
        "wanted": count.wanted,
        "there": count.there,
        "percent": count.percent,
        "gaps": count.gaps,
        "unverified": count.unverified,
    }


def box_record(box: Box) -> Record:
    return {
        "id": box.pk,
        "code": box.code,
        "title_zh": box.title.zh,
        "title_en": box.title.en,
        "owner": box.owner,
        "count": count_record(box.count),
        "children": [box_record(child) for child in box.children],
    }


def line_record(line: Line) -> Record:
    listed = line.listed
    return {
        "id": line.pk,
        "place": line.place,
        "node": line.node,
        "code": line.code,
        "number": line.number,
        "written": line.written,
        "edition": listed.key if listed else None,
        "title_zh": line.shown_title.zh,
        "title_en": line.shown_title.en,
        "level": line.level,
        "state": line.state,
        "is_gap": line.is_gap,
        "effective": listed.effective if listed else "",
        "adopts": [
            {"number": one.number, "degree": one.degree}
            for one in (listed.adopts if listed else ())
        ],
        "replaces": list(listed.replaces) if listed else [],
        "successors": list(listed.successors) if listed else [],
        "remark": line.remark,
    }


def statistics_record(view: SystemView) -> Record:
    found = statistics(view)
    return {
        "on": view.on.isoformat(),
        "categories": [
            {
                "node": box.pk,
                "code": box.code,
                "title_zh": box.title.zh,
                "title_en": box.title.en,
                **count_record(box.count),
            }
            for box in found.categories
        ],
        "levels": [{"level": row.level, **count_record(row.count)} for row in found.levels],
        "total": count_record(found.total),
        "gaps": [line_record(line) for line in found.gaps],
    }


def finding_record(finding: CheckFinding) -> Record:
    return {
        "check": finding.code,
        "node": finding.box.pk if finding.box else None,
        "code": finding.box.code if finding.box else "",
        "entry": finding.line.pk if finding.line else None,
        **sentence_record(finding.sentence),
    }


def sentence_record(sentence: Bilingual) -> Record:
    return {"zh": sentence.zh, "en": sentence.en}


def whole_record(view: SystemView, lines: Sequence[Line]) -> Record:
    """All of it: facts, tree, lines, statistics."""
    return {
        "system": system_record(view),
        "entries": [line_record(line) for line in lines],
        "statistics": statistics_record(view),
    }

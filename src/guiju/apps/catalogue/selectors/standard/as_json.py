"""One standard as JSON (标准数据): the same for the API, the command line and the page's export."""

from datetime import date
from typing import Any

from guiju.apps.catalogue.models import Edition
from guiju.apps.catalogue.selectors.standard.arrows import Arrow, Struck
from guiju.apps.catalogue.selectors.standard.chain import Link
from guiju.apps.catalogue.selectors.standard.fields import HIDDEN_ROLES
from guiju.apps.catalogue.selectors.standard.page import Standard, standard_on
from guiju.apps.catalogue.selectors.standard.shown import Shown
from guiju.core.codes.words import word
from guiju.core.errors import Bilingual
from guiju.core.records.status import Status
from guiju.web.viewer import Viewer

_PLAIN = ("function", "withdrawn", "reviewed", "stage", "announcement", "plan_number", "filing_number", "pages")  # fmt: skip


def standard_json(viewer: Viewer, edition: Edition, on: date) -> dict[str, Any]:
    """The record, its state on a day and why, its relations, what is disputed, who says it."""
    return as_json(standard_on(viewer, edition, on))


def as_json(one: Standard) -> dict[str, Any]:
    edition, record = one.edition, one.record
    return {
        "number": edition.key,
        "display": edition.display,
        "work": edition.work.key,
        "form": edition.form,
        "base": one.base.key if one.base else None,
        "newest": edition.work.newest.key if edition.work.newest else edition.key,
        "titles": dict(record.titles),
        "abstracts": dict(record.abstracts),
        "level": edition.level,
        "nature": edition.nature,
        "kind": edition.kind,
        "region": edition.region,
        "issued": edition.issued,
        "effective": edition.effective,
        **{name: getattr(record, name) for name in _PLAIN},
        "other_numbers": [{"kind": kind, "number": text} for kind, text in record.other_numbers],
        "status": status_json(one.status, one.on),
        "amendments_in_force": [row.key for row in one.amendments],
        "editions": [
            {
                **_shown(row.edition.key, row.edition.display, row.state),
                "form": row.edition.form,
                "issued": row.edition.issued,
                "effective": row.edition.effective,
                "ended": row.ended.isoformat() if row.ended else "",
            }
            for row in one.life.lines
        ],
        "chain": [
            {
                "distance": step.distance,
                "members": [
                    {**_other(member), "replaced_by": [_link(link) for link in links]}
                    for member, links in step.members
                ],
            }
            for step in one.steps
        ],
        "relations": [_arrow(row) for row in one.arrows],
        "ics": _codes(one, "ics"),
        "ccs": _codes(one, "ccs"),
        "committees": [
            {"number": row.key, "zh": row.name_zh, "en": row.name_en} for row in one.committees
        ],
        "roles": _roles(one),
        "conflicts": [
            {
                "field": row.field,
                "settled": row.settled,
                "values": [{"source": slug, "value": value} for slug, value in row.values],
            }
            for row in one.conflicts
        ],
        "findings": [{"code": row.code, **row.sentence._asdict()} for row in one.doubts],
        "sources": [
            {
                "source": row.source.slug,
                "zh": row.source.name_zh,
                "en": row.source.name_en,
                "url": row.source.url,
                "key": row.statement.key,
                "as_of": row.statement.as_of,
                "state": row.statement.state,
            }
            for row in one.words
        ],
        "citation": {"style": one.citation.style, "text": one.citation.text},
        "changed": edition.changed.isoformat(timespec="seconds"),
    }


def status_json(status: Status, on: date) -> dict[str, Any]:
    """The state on a day with its names, the reasons, and how sure it is."""
    return {
        "on": on.isoformat(),
        "state": status.state,
        **_words("state", status.state),
        "reasons": [one._asdict() for one in status.reasons],
        "since": status.since.isoformat() if status.since else "",
        "until": status.until.isoformat() if status.until else "",
        "certain": status.certain,
        "possible": list(status.possible),
        "contested": [
            {"source": one.source, "state": one.state, "as_of": one.as_of}
            for one in status.contested
        ],
    }


def _words(kind: str, value: str) -> dict[str, str]:
    return word(kind, value)._asdict()


def _shown(key: str, display: str, state: str) -> dict[str, str]:
    return {"number": key, "display": display, "state": state}


def _other(one: Shown) -> dict[str, Any]:
    return {
        **_shown(one.key, one.display, one.state),
        "title_zh": one.title_zh,
        "title_en": one.title_en,
    }


def _link(one: Link) -> dict[str, Any]:
    return {"number": one.newer, "whole": one.whole, "date": one.date, "basis": one.basis}


def _arrow(one: Arrow) -> dict[str, Any]:
    return {
        "type": one.type,
        "direction": "out" if one.outgoing else "in",
        **one.name._asdict(),
        **_other(one.other),
        "in_catalogue": one.other.known,
        "dated": not one.undated,
        "whole": one.whole,
        "degree": one.degree,
        "date": one.date,
        "note": one.note,
        "outdated_by": one.newer.key if one.newer else "",
        "kept_out": one.kept_out,
        "struck": _struck(one.struck),
        "sources": list(one.sources),
    }


def _struck(one: Struck | None) -> dict[str, str] | None:
    return {"by": one.slug, "on": one.on, "reason": one.reason} if one else None


def _codes(one: Standard, scheme: str) -> list[dict[str, str]]:
    return [{"code": row.code, **row.name._asdict()} for row in one.codes if row.scheme == scheme]


def _roles(one: Standard) -> list[dict[str, Any]]:
    return [
        {
            "role": row.role,
            "name": row.written,
            "since": row.since,
            "until": row.until,
            "organisation": row.slug,
            "name_on_day": (row.name or Bilingual(row.written, row.written))._asdict(),
        }
        for row in one.bodies
        if row.role not in HIDDEN_ROLES
    ]

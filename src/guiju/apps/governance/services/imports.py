"""Importing a plan's text (导入文本): read, preview, confirm. The one door of PlanText and ImportDraft."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from guiju.apps.accounts.models import Organisation
from guiju.apps.accounts.selectors.organisations import resolve
from guiju.apps.accounts.services.organisations import REGISTER, recognise_alias
from guiju.apps.governance.models import Plan, PlanText
from guiju.apps.governance.rules.plans import IMPORT_PLAN
from guiju.apps.governance.selectors.differences import Difference, continued, differences
from guiju.apps.governance.selectors.imports import (
    Source,
    is_in_force,
    matching_plan,
    names_in,
)
from guiju.apps.governance.services.ledger import Writing, Written, write_measures
from guiju.apps.governance.services.plans import keeper_for, open_plan, record_of
from guiju.apps.governance.services.tasks_of_text import write_actions
from guiju.apps.journal.services import record
from guiju.core.errors import InputError, StateError
from guiju.core.plans import Reading, parse, read, to_json
from guiju.web.clashes import one_at_a_time
from guiju.web.viewer import Viewer


class ChangedMeanwhileError(StateError):
    """Another text came into force after the preview was shown (预览已过时)."""

    code = "changed_meanwhile"
    zh = "预览之后，“{subject}”已导入了另一份文本。请重新核对预览后再确认。"
    en = "Another text of “{subject}” was imported after this preview was shown. Check it again."


class NoTitleError(InputError):
    """A text without a title makes no new plan (缺少标题)."""

    code = "no_title"
    zh = "文本中没有找到标题，无法建立新计划。请在预览中填写标题后再确认（命令行和接口用 title 参数）。"
    en = (
        "No title was found in the text, so no new plan can be made. Give the title"
        " in the preview (on the command line and in the API as `title`)."
    )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an import did. `number` is that of the new text; None when nothing had changed."""

    plan: Plan
    number: int | None
    counts: Mapping[str, int]


def clean_name(name: str) -> str:
    r"""A file's name as it may be shown and kept: no folders, no control or direction marks.

    >>> clean_name("../../etc/pass\u202ewd.txt")
    'passwd.txt'
    """
    last = PurePosixPath(name.replace("\\", "/")).name
    kept = "".join(one for one in last if unicodedata.category(one)[0] != "C")
    kept = kept.strip(" .")
    return kept[-200:] or "text"


def read_source(data: bytes, *, name: str) -> Source:
    """Read and parse a file; nothing is stored. Raises an InputError that says what is wrong."""
    name = clean_name(name)
    reading = read(data, name=name, limit=settings.MAX_UPLOAD_BYTES)
    return Source(name, reading.encoding, reading.text, _parsed(reading, name))


def _parsed(reading: Reading, name: str) -> dict[str, Any]:
    return to_json(parse(reading.text, name=name), encoding=reading.encoding)


@transaction.atomic
def import_source(
    *,
    source: Source,
    plan: Plan | None = None,
    office: int | None = None,
    names: Mapping[str, str] | None = None,
    title: str = "",
    seen: int | None = None,
    by: Viewer,
) -> Outcome:
    """Bring a text into the ledger: a new plan, or the next text of the one that it matches.

    The text in force again changes nothing and leaves no event. `seen` is the number of the text
    that the preview was compared with: another one meanwhile is refused.
    """
    IMPORT_PLAN.check(by, plan)
    if names:  # everybody waits for the register first and for plans then: no two for one another
        one_at_a_time(REGISTER)
    plan = plan or _matching_plan_alone(source, office, by)
    IMPORT_PLAN.check(by, plan)
    plan = plan or _new_plan(source, office, title, by)
    plan = Plan.objects.select_for_update().get(pk=plan.pk)
    if is_in_force(plan, source):
        return Outcome(plan, None, {})
    if seen is not None and seen != plan.version:
        raise ChangedMeanwhileError(plan.title_zh)
    return _write(plan, source, _recognise(source, names or {}, by), by)


def _matching_plan_alone(source: Source, office: int | None, by: Viewer) -> Plan | None:
    """The matching plan, found while nobody else opens a plan in the same office."""
    Organisation.objects.select_for_update(no_key=True).get(pk=keeper_for(by, office))
    return matching_plan(source)


def _recognise(source: Source, names: Mapping[str, str], by: Viewer) -> dict[str, str]:
    """Make the decided names aliases; those that became known meanwhile need none."""
    known = resolve(names, source.day(by.today))
    decided = {name: slug for name, slug in sorted(names.items()) if known[name] is None}
    organisations = {
        one.slug: one for one in Organisation.objects.filter(slug__in=decided.values())
    }
    for name, slug in decided.items():
        recognise_alias(organisation=organisations[slug], text=name)
    return decided


def _new_plan(source: Source, office: int | None, title: str, by: Viewer) -> Plan:
    parsed = source.parsed
    if not (title := parsed["title"] or title):
        raise NoTitleError(source.file_name)
    return open_plan(
        title=title,
        document_number=parsed["document_number"] or "",
        issued=_date(parsed["issued"]),
        office=office,
        by=by,
    )


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _write(plan: Plan, source: Source, decided: Mapping[str, str], by: Viewer) -> Outcome:
    parsed, number = source.parsed, plan.texts.count() + 1
    found, ending = continued(plan, parsed)
    changes = differences(found, ending, parsed)
    before = record_of(plan)
    known = resolve(names_in(parsed), source.day(by.today))
    pks = {name: one.pk if one else None for name, one in known.items()}
    writing = Writing(plan, number, by.today, pks.__getitem__)
    written = write_measures(writing, parsed["measures"], found)
    write_actions(writing, written)
    plan.version = number
    plan.document_number = (parsed["document_number"] or plan.document_number)[:80]
    plan.issued = _date(parsed["issued"]) or plan.issued
    plan.title_zh = (parsed["title"] or plan.title_zh)[:200]
    plan.save()
    listed = _listed(changes, written)
    PlanText.objects.create(
        plan=plan,
        number=number,
        text=source.text,
        file_name=source.file_name,
        encoding=source.encoding,
        sm3=source.sm3,
        parsed=parsed,
        changes=listed,
        imported_at=timezone.now(),
        imported_by_id=by.user,
    )
    counts = {
        status: sum(change.status == status for change in changes)
        for status in ("new", "changed", "unchanged", "withdrawn")
    }
    record(
        by=by,
        action="governance.import_plan",
        subject=f"governance.plan:{plan.pk}",
        organisation=plan.office_id,
        before=before,
        after=record_of(plan) | {"sm3": source.sm3},
        details={
            "plan": plan.slug,
            "text": number,
            "sm3": source.sm3,
            "encoding": source.encoding,
            "counts": counts,
            "aliases": dict(decided),
            "open_names": sorted(name for name, pk in pks.items() if pk is None),
            "changes": listed,
        },
    )
    return Outcome(plan, number, counts)


def _listed(changes: list[Difference], written: list[Written]) -> list[dict[str, Any]]:
    """The changes as kept with the text and the event: what did not change is not named."""
    pks = {one.item["key"]: one.row.pk for one in written}
    return [
        {
            "measure": change.row.pk if change.row else pks[change.item["key"]],  # type: ignore[index]
            "label": change.label,
            "title": change.title,
            "status": change.status,
            "fields": list(change.fields),
            "added": [list(duty) for duty in change.added],
            "ended": [list(duty) for duty in change.ended],
        }
        for change in changes
        if change.status != "unchanged"
    ]

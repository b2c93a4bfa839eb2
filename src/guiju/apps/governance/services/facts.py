"""Facts of a known plan, set down in the rulebook, as a ledger (计划要素入账).

Each note has one action that bears the heading and stands for the note as a whole, until the
text is imported and brings the sentences in.
"""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from django.db import transaction

from guiju.apps.accounts.models import Organisation
from guiju.apps.accounts.selectors.organisations import resolve
from guiju.apps.governance.models import Measure, Plan
from guiju.apps.governance.rules.plans import IMPORT_PLAN
from guiju.apps.governance.selectors.imports import names_in
from guiju.apps.governance.services.ledger import Writing, write_measures
from guiju.apps.governance.services.plans import record_of
from guiju.apps.governance.services.tasks_of_text import write_actions
from guiju.apps.journal.services import record
from guiju.core.errors import NotFoundError
from guiju.web.viewer import Viewer

FACTS = "action-plan-2022"
NOWHERE = {"start": None, "end": None}


@cache
def facts(name: str = FACTS) -> dict[str, Any]:
    """The facts of a plan as they stand in the rulebook."""
    source = files("guiju.rulebook").joinpath("plans", f"{name}.yaml")
    loaded: dict[str, Any] = yaml.safe_load(source.read_text(encoding="utf-8"))
    return loaded


@transaction.atomic
def load_facts(*, name: str = FACTS, by: Viewer) -> Plan:
    """Make the plan and its ledger from the facts; a plan that is there already stays as it is."""
    stated = facts(name)
    plan = Plan.objects.filter(slug=stated["slug"]).first()
    if plan is not None:
        return plan
    office = Organisation.objects.filter(slug=stated["office"]).first()
    if office is None:
        raise NotFoundError(stated["office"])
    plan = Plan(
        slug=stated["slug"],
        title_zh=stated["title_zh"],
        title_en=stated["title_en"],
        document_number=stated["document_number"],
        issued=stated["issued"],
        ends=stated["ends"],
        office=office,
    )
    IMPORT_PLAN.check(by, plan)
    plan.save()
    items = [_item(measure, stated) for measure in stated["measures"]]
    known = resolve(names_in({"measures": items}), stated["issued"])
    pks = {one: found.pk if found else None for one, found in known.items()}
    writing = Writing(plan, 0, by.today, pks.__getitem__)
    written = write_measures(writing, items, {})
    write_actions(writing, written)
    for one, measure in zip(written, stated["measures"], strict=True):
        one.row.title_en = measure["en"]
    Measure.objects.bulk_update([one.row for one in written], ("title_en",))
    record(
        by=by,
        action="governance.load_facts",
        subject=f"governance.plan:{plan.pk}",
        organisation=plan.office_id,
        after=record_of(plan),
        details={"facts": name, "measures": len(items)},
    )
    return plan


def _item(measure: dict[str, Any], stated: dict[str, Any]) -> dict[str, Any]:
    """A measure of the facts in the shape that the parser gives to one of a text."""
    notes = measure["notes"]
    action = {"text": measure["zh"], "outputs": [], "deadline": None, **NOWHERE}
    return {
        "key": measure["key"],
        "parent": None,
        "level": 1,
        "no": measure["number"],
        "label": measure["label"],
        "title": measure["zh"],
        "text": "",
        **NOWHERE,
        "actions": [{**action, "responsibility": index} for index in range(len(notes))],
        "outputs": [{**output, **NOWHERE} for output in measure.get("outputs", [])],
        "responsibilities": [_note(note, stated) for note in notes],
    }


def _note(note: dict[str, Any], stated: dict[str, Any]) -> dict[str, Any]:
    bodies = [
        {"name": name, "role": role, "kind": "named"}
        for role in ("lead", "shared")
        for name in note.get(role, [])
    ]
    return {
        "raw": "",
        **NOWHERE,
        "organisations": bodies,
        "all_departments": note.get("all_departments", False),
        "local_governments": stated["local_governments"],
        "etc": note.get("others", False),
        "deadline": None,
    }

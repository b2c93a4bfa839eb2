"""Loading the register of organisations from the rulebook (载入机构名录)."""

from collections import Counter
from typing import Any

from django.db import models, transaction

from guiju.apps.accounts.models import Alias, Organisation, OrganisationName, Succession
from guiju.apps.journal.services import record
from guiju.core.codes.names import fold_name
from guiju.core.codes.register import Body, bodies
from guiju.web.viewer import Viewer

ADDED, CHANGED, UNCHANGED = "added", "changed", "unchanged"


def load_register(*, by: Viewer) -> dict[str, int]:
    """Bring the register up to the rulebook; counts of added, changed and unchanged rows.

    What administrators added by hand (organisations, names, aliases, successions) stays. The
    same data again changes nothing and leaves no event. The door is the command line and the
    demonstration: whoever may run those is the authority, so no rule is asked.
    """
    with transaction.atomic():
        counts: Counter[str] = Counter({ADDED: 0, CHANGED: 0, UNCHANGED: 0})
        organisations = _load_organisations(counts)
        _load_names(organisations, counts)
        _load_aliases(organisations, counts)
        _load_successions(organisations, counts)
        if counts[ADDED] or counts[CHANGED]:
            record(
                by=by,
                action="accounts.load_register",
                subject="accounts.organisation:rulebook",
                details=dict(counts),
            )
    return dict(counts)


def _update(thing: models.Model, values: dict[str, Any], counts: Counter[str]) -> None:
    if all(getattr(thing, name) == value for name, value in values.items()):
        counts[UNCHANGED] += 1
        return
    for name, value in values.items():
        setattr(thing, name, value)
    thing.save()
    counts[CHANGED] += 1


def _load_organisations(counts: Counter[str]) -> dict[str, Organisation]:
    found = {one.slug: one for one in Organisation.objects.all()}
    new = [body for body in bodies() if body.slug not in found]
    for body in new:
        found[body.slug] = Organisation.objects.create(slug=body.slug, **_facts(body, None))
    counts[ADDED] += len(new)
    added = {body.slug for body in new}
    for body in bodies():
        parent = found[body.parent] if body.parent else None
        organisation = found[body.slug]
        if body.slug not in added:
            _update(organisation, _facts(body, parent), counts)
        elif parent is not None:
            organisation.parent = parent
            organisation.save(update_fields=["parent"])
    return found


def _facts(body: Body, parent: Organisation | None) -> dict[str, Any]:
    return {
        "kind": body.kind,
        "uscc": body.uscc,
        "region": body.region,
        "order": body.order,
        "parent": parent,
    }


def _load_names(organisations: dict[str, Organisation], counts: Counter[str]) -> None:
    found = {(one.organisation_id, one.zh): one for one in OrganisationName.objects.all()}
    for body in bodies():
        organisation = organisations[body.slug]
        for name in body.names:
            values = {"short_zh": name.short, "en": name.en, "since": name.since}
            there = found.get((organisation.pk, name.zh))
            if there is None:
                OrganisationName.objects.create(
                    organisation=organisation, zh=name.zh, until=name.until, **values
                )
                counts[ADDED] += 1
            else:
                # An end that an administrator recorded by a later renaming is not undone.
                values |= {"until": name.until} if name.until else {}
                _update(there, values, counts)


def _load_aliases(organisations: dict[str, Organisation], counts: Counter[str]) -> None:
    found = {one.key: one for one in Alias.objects.all()}
    for body in bodies():
        for text in body.aliases:
            there = found.get(fold_name(text))
            if there is None:
                Alias.objects.create(organisation=organisations[body.slug], text=text)
                counts[ADDED] += 1
            else:
                _update(there, {"organisation_id": organisations[body.slug].pk}, counts)


def _load_successions(organisations: dict[str, Organisation], counts: Counter[str]) -> None:
    found = {
        (one.predecessor_id, one.successor_id, one.on): one for one in Succession.objects.all()
    }
    for body in bodies():
        for step in body.succession:
            pair = (organisations[body.slug], organisations[step.to])
            values = {"is_whole": step.whole, "basis": step.basis}
            there = found.get((pair[0].pk, pair[1].pk, step.on))
            if there is None:
                Succession.objects.create(
                    predecessor=pair[0], successor=pair[1], on=step.on, **values
                )
                counts[ADDED] += 1
            else:
                _update(there, values, counts)

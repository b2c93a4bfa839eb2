"""Changing the register of organisations (机构名录的维护). Names end, nothing is deleted."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q

from guiju.apps.accounts.errors import (
    NameTakenError,
    ParentCircleError,
    RenameDateError,
    SlugTakenError,
    SuccessionError,
    UsccTakenError,
)
from guiju.apps.accounts.models import Alias, Organisation, OrganisationName, Succession
from guiju.apps.accounts.rules import MANAGE_ORGANISATIONS
from guiju.apps.journal.services import record
from guiju.core.codes import uscc as codes
from guiju.core.codes.names import fold_name
from guiju.core.errors import NotFoundError
from guiju.web.clashes import one_at_a_time
from guiju.web.viewer import Viewer

REGISTER = "accounts.organisations"


def create_organisation(
    *,
    slug: str,
    kind: str,
    zh: str,
    short_zh: str,
    en: str = "",
    since: date | None = None,
    uscc: str = "",
    region: str = "",
    parent: Organisation | None = None,
    is_example: bool = False,
    by: Viewer,
) -> Organisation:
    """Enter an organisation with its first name."""
    with transaction.atomic():
        MANAGE_ORGANISATIONS.check(by)
        one_at_a_time(REGISTER)
        if slug == "new" or Organisation.objects.filter(slug=slug).exists():
            raise SlugTakenError(slug)
        made = Organisation(slug=slug, kind=kind, region=region, parent=parent)
        made.uscc = _free_uscc(uscc, made)
        made.is_example = is_example
        _names_are_free(made, zh, short_zh)
        made.save()
        OrganisationName.objects.create(
            organisation=made, zh=zh, short_zh=short_zh, en=en, since=since
        )
        _record(by, "create_organisation", made, after=_facts(made) | {"zh": zh, "en": en})
    return made


def edit_organisation(
    *,
    organisation: Organisation,
    kind: str,
    uscc: str,
    region: str,
    parent: Organisation | None,
    by: Viewer,
) -> None:
    """Correct what is not a name: kind, code, region, parent."""
    with transaction.atomic():
        MANAGE_ORGANISATIONS.check(by, organisation)
        one_at_a_time(REGISTER)
        organisation.refresh_from_db()
        before = _facts(organisation)
        code = _free_uscc(uscc, organisation)
        _parent_is_not_below(organisation, parent)
        organisation.kind, organisation.uscc = kind, code
        organisation.region, organisation.parent = region, parent
        organisation.save()
        _record(by, "edit_organisation", organisation, before=before, after=_facts(organisation))


def rename_organisation(
    *,
    organisation: Organisation,
    zh: str,
    short_zh: str,
    en: str = "",
    since: date,
    reason: str = "",
    by: Viewer,
) -> OrganisationName:
    """Give a name from a day on; the present name ends on that day (更名)."""
    with transaction.atomic():
        MANAGE_ORGANISATIONS.check(by, organisation)
        one_at_a_time(REGISTER)
        _names_are_free(organisation, zh, short_zh)
        present = organisation.names.filter(until=None).last()
        before = {"zh": present.zh} if present else None
        if present:
            if present.since and since <= present.since:
                raise RenameDateError(zh, began=present.since.isoformat())
            present.until = since
            present.save()
        name = OrganisationName.objects.create(
            organisation=organisation, zh=zh, short_zh=short_zh, en=en, since=since
        )
        after = {"zh": zh, "short_zh": short_zh, "en": en, "since": since}
        _record(by, "rename_organisation", organisation, before=before, after=after, reason=reason)
    return name


def add_alias(*, organisation: Organisation, text: str, by: Viewer) -> Alias:
    """Another way of writing this organisation; it must mean no other."""
    with transaction.atomic():
        MANAGE_ORGANISATIONS.check(by, organisation)
        one_at_a_time(REGISTER)
        alias = recognise_alias(organisation=organisation, text=text)
        _record(by, "add_alias", organisation, after={"alias": text})
    return alias


def recognise_alias(*, organisation: Organisation, text: str) -> Alias:
    """Keep a way of writing that another act has made clear: its rule and its event cover this."""
    one_at_a_time(REGISTER)
    _names_are_free(organisation, text)
    if Alias.objects.filter(key=fold_name(text)).exists():
        raise NameTakenError(text, other=organisation.slug)
    return Alias.objects.create(organisation=organisation, text=text)


def remove_alias(*, alias: Alias, by: Viewer) -> None:
    """A way of writing that was entered by mistake means this organisation no more."""
    with transaction.atomic():
        MANAGE_ORGANISATIONS.check(by, alias.organisation)
        one_at_a_time(REGISTER)
        if not Alias.objects.filter(pk=alias.pk).exists():
            raise NotFoundError(alias.text)
        _record(by, "remove_alias", alias.organisation, before={"alias": alias.text})
        alias.delete()


def record_succession(
    *,
    predecessor: Organisation,
    successor: Organisation,
    on: date,
    is_whole: bool = True,
    basis: str = "",
    by: Viewer,
) -> Succession:
    """Duties pass from one organisation to another on a day (职能承接)."""
    with transaction.atomic():
        MANAGE_ORGANISATIONS.check(by, predecessor)
        one_at_a_time(REGISTER)
        again = Succession.objects.filter(predecessor=predecessor, successor=successor, on=on)
        if predecessor == successor or again.exists():
            raise SuccessionError(predecessor.slug)
        made = Succession.objects.create(
            predecessor=predecessor, successor=successor, on=on, is_whole=is_whole, basis=basis
        )
        after = {"successor": successor.slug, "on": on, "is_whole": is_whole, "basis": basis}
        _record(by, "record_succession", predecessor, after=after)
    return made


def _record(by: Viewer, verb: str, organisation: Organisation, **values: Any) -> None:
    record(
        by=by,
        action=f"accounts.{verb}",
        subject=f"accounts.organisation:{organisation.pk}",
        organisation=by.acting_for("system_admin"),
        details={"organisation": organisation.slug},
        **values,
    )


def _facts(organisation: Organisation) -> dict[str, Any]:
    return {
        "slug": organisation.slug,
        "kind": organisation.kind,
        "uscc": organisation.uscc,
        "region": organisation.region,
        "parent": organisation.parent.slug if organisation.parent else "",
    }


def _free_uscc(written: str, organisation: Organisation) -> str:
    if not written.strip():
        return ""
    code = str(codes.parse(written))
    other = Organisation.objects.filter(uscc=code).exclude(pk=organisation.pk).first()
    if other:
        raise UsccTakenError(code, other=other.slug)
    return code


def _names_are_free(organisation: Organisation, *texts: str) -> None:
    """No other organisation bears one of these today or is meant by it as an alias."""
    keys = [fold_name(text) for text in texts]
    present = OrganisationName.objects.filter(Q(key__in=keys) | Q(short_key__in=keys), until=None)
    aliases = Alias.objects.filter(key__in=keys)
    for rows in (present, aliases):
        taken = rows.exclude(organisation=organisation.pk).select_related("organisation").first()
        if taken:
            text = taken.zh if isinstance(taken, OrganisationName) else taken.text
            raise NameTakenError(text, other=taken.organisation.slug)


def _parent_is_not_below(organisation: Organisation, parent: Organisation | None) -> None:
    above = parent
    while above is not None:
        if above == organisation:
            raise ParentCircleError(parent.slug if parent else "")
        above = above.parent

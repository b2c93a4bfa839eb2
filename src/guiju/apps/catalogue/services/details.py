"""What hangs on an edition (版本的附属信息): look-up keys, codes, committees, roles, conflicts."""

from collections.abc import Iterable, Sequence

from guiju.apps.accounts.selectors.organisations import resolve
from guiju.apps.catalogue.models import (
    Committee,
    Conflict,
    Edition,
    EditionCode,
    EditionCommittee,
    EditionRole,
    Issuer,
    NumberKey,
)
from guiju.apps.catalogue.selectors.standard.around import OWN_SOURCE
from guiju.apps.catalogue.services.bulk import fitting, insert
from guiju.core import numbers
from guiju.core.codes import ccs, ics
from guiju.core.errors import InputError
from guiju.core.records.identity import identity, sort_text
from guiju.core.records.merge import Merged
from guiju.core.records.model import Record, Role

Made = Sequence[tuple[Edition, Merged]]
HIDDEN_ROLES = {"person"}  # names of people stay in the statement: nobody is looked up by them


def write_details(made: Made, *, are_new: bool) -> None:
    """Write everything that follows from the merged records, in place of what stood there."""
    if not are_new:
        ids = [edition.pk for edition, _ in made]
        for model in (NumberKey, EditionCode, EditionCommittee, EditionRole, Conflict):
            model.objects.filter(edition__in=ids).delete()
    insert(
        NumberKey,
        ("edition", "key"),
        (
            (edition.pk, key)
            for edition, merged in made
            for key in sorted(_keys(edition, merged.record))
        ),
    )
    insert(
        EditionCode,
        ("edition", "scheme", "code"),
        (
            (edition.pk, scheme, code)
            for edition, merged in made
            for scheme, code in dict.fromkeys(codes_of(merged.record))
        ),
    )
    _committees(made)
    _roles(made)
    Conflict.objects.bulk_create(
        Conflict(
            edition=edition,
            field=one.field,
            values=[list(pair) for pair in one.values],
            settled=one.values[0][0] == OWN_SOURCE,
        )
        for edition, merged in made
        for one in merged.conflicts
    )


def _keys(edition: Edition, record: Record) -> set[str]:
    """Folded numbers: its own, joint ones, and those that its sources give besides, such as a URN."""
    one = identity(edition.key)
    written = [one.key, *one.joint, *(text for _, text in record.other_numbers)]
    return {numbers.squash(text)[:240] for text in written if text} - {""}


def codes_of(record: Record) -> Iterable[tuple[str, str]]:
    """Scheme and code in their one form; what is no code stays as the source writes it."""
    for scheme, table, written in (("ics", ics, record.ics), ("ccs", ccs, record.ccs)):
        for code in written:
            try:
                yield scheme, table.parse(code)
            except InputError:
                yield scheme, code[:12]


def _committees(made: Made) -> None:
    keys = {
        edition.pk: dict.fromkeys(identity(name).key[:80] for name in merged.record.committees)
        for edition, merged in made
    }
    rows = committees_of({key for names in keys.values() for key in names})
    insert(
        EditionCommittee,
        ("edition", "committee"),
        ((pk, rows[key].pk) for pk, names in keys.items() for key in names),
    )


def committees_of(keys: Iterable[str]) -> dict[str, Committee]:
    """The rows of committees by key; unknown ones are made, with their parents."""
    wanted = set(keys)
    wanted |= {
        "/".join(parts[:at])
        for key in wanted
        if (parts := key.split("/"))
        for at in range(2, len(parts))
    }
    rows = {one.key: one for one in Committee.objects.filter(key__in=wanted)}
    missing = [
        Committee(key=key, sort=sort_text(key)[:120], body=key.partition("/")[0][:20])
        for key in sorted(wanted - set(rows))
    ]
    Committee.objects.bulk_create(missing)
    return rows | {one.key: one for one in missing}


def _roles(made: Made) -> None:
    roles = [
        (edition, role, at)
        for edition, merged in made
        for at, role in enumerate(merged.record.roles)
        if role.role not in HIDDEN_ROLES
    ]
    issuers = _issuers({_named(role) for _, role, _ in roles})
    insert(
        EditionRole,
        ("edition", "role", "issuer", "order", "since", "until"),
        (
            (
                edition.pk,
                role.role,
                issuers[_named(role)].pk,
                at,
                fitting(EditionRole, "since", role.since),
                fitting(EditionRole, "until", role.until),
            )
            for edition, role, at in roles
        ),
    )


def _named(role: Role) -> str:
    return role.name[:240]


def _issuers(names: set[str]) -> dict[str, Issuer]:
    rows = {one.name: one for one in Issuer.objects.filter(name__in=names)}
    missing = names - set(rows)
    if missing:
        from django.utils import timezone

        known = resolve(missing, timezone.localdate())
        made = [Issuer(name=name, organisation=known[name]) for name in sorted(missing)]
        Issuer.objects.bulk_create(made)
        rows |= {one.name: one for one in made}
    return rows

"""Organisations under their names on a day, as bodies of the ledger."""

from collections.abc import Iterable
from datetime import date

from guiju.apps.accounts.models import Organisation
from guiju.apps.accounts.selectors.organisations import display_names
from guiju.apps.governance.selectors.values import (
    ALL_DEPARTMENTS,
    LOCAL_GOVERNMENTS,
    UNRESOLVED,
    Body,
)
from guiju.core.errors import Bilingual

COLLECTIVES = {
    LOCAL_GOVERNMENTS: Bilingual("地方人民政府", "Local governments"),
    ALL_DEPARTMENTS: Bilingual("各有关部门", "All departments concerned"),
}


def collective(key: str) -> Body:
    """The local governments, or all departments concerned."""
    return Body(key=key, name=COLLECTIVES[key], short=COLLECTIVES[key])


def unresolved(as_written: str) -> Body:
    """A name that no organisation is known to bear."""
    name = Bilingual(as_written, "")
    return Body(key=UNRESOLVED + as_written, name=name, short=name)


def bodies_on(day: date, organisations: Iterable[int]) -> dict[int, Body]:
    """The bodies of these organisations by key, in three queries."""
    pks = set(organisations)
    zh, en = display_names(pks, day, "zh"), display_names(pks, day, "en")
    slugs = dict(Organisation.objects.filter(pk__in=pks).values_list("pk", "slug"))
    return {
        pk: Body(
            key=slug,
            name=Bilingual(zh[pk].full, _english(en[pk].full, en[pk].lang)),
            short=Bilingual(zh[pk].short, _english(en[pk].short, en[pk].lang)),
            pk=pk,
        )
        for pk, slug in slugs.items()
    }


def _english(name: str, language: str) -> str:
    return name if language == "en" else ""

"""Who stands behind an edition and where it is classed (责任者、归口与分类)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from guiju.apps.accounts.models import OrganisationName
from guiju.apps.accounts.selectors.organisations import names_by_organisation, pick
from guiju.apps.catalogue.models import ClassCode, Committee, Edition, EditionCode, EditionRole
from guiju.core.codes import ccs, ics
from guiju.core.codes.words import word, words
from guiju.core.errors import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body in a role: its name as the source writes it, and on the day if we know who it is."""

    role: str
    issuer: int
    written: str
    since: str
    until: str
    slug: str = ""
    name: Bilingual | None = None

    @property
    def role_name(self) -> Bilingual:
        return word("role", self.role)

    @property
    def renamed(self) -> bool:
        """Is the name on the day another than the one written?"""
        return self.name is not None and self.written not in self.name


@dataclass(frozen=True, slots=True)
class Code:
    """A classification code with its name."""

    scheme: str
    code: str
    display: str
    name: Bilingual


def bodies(edition: Edition, on: date) -> list[Body]:
    """In the order of the roles, with the names of the day, in two queries."""
    rows = EditionRole.objects.filter(edition=edition).select_related("issuer__organisation")
    order = {role: at for at, role in enumerate(words("role"))}
    found = sorted(rows, key=lambda row: (order.get(row.role, 99), row.order))
    names = names_by_organisation(
        {pk for row in found if (pk := row.issuer.organisation_id) is not None}
    )
    return [_body(row, on, names) for row in found]


def _body(row: EditionRole, on: date, names: dict[int, list[OrganisationName]]) -> Body:
    organisation = row.issuer.organisation
    name = pick(names[organisation.pk], on) if organisation else None
    return Body(
        role=row.role,
        issuer=row.issuer_id,
        written=row.issuer.name,
        since=row.since,
        until=row.until,
        slug=organisation.slug if organisation else "",
        name=Bilingual(name.zh, name.en or name.zh) if name else None,
    )


def committees(edition: Edition) -> list[Committee]:
    return list(Committee.objects.filter(editions__edition=edition).order_by("sort"))


def codes(edition: Edition) -> list[Code]:
    """ICS, then CCS."""
    rows = EditionCode.objects.filter(edition=edition).values_list("scheme", "code")
    pairs = sorted(set(rows), key=lambda pair: (pair[0] != "ics", pair))
    names = code_names(pairs)
    return [
        Code(scheme, code, display(scheme, code), names[scheme, code]) for scheme, code in pairs
    ]


def code_names(pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Bilingual]:
    """The name of each code in both languages; where one is missing the other stands for it."""
    wanted = set(pairs)
    rows = {
        (one.scheme, one.code): one
        for one in ClassCode.objects.filter(code__in={code for _, code in wanted})
    }
    found = {}
    for scheme, code in wanted:
        own = (ics if scheme == "ics" else ccs).name(code) or Bilingual("", "")
        row = rows.get((scheme, code))
        zh = own.zh or (row.name_zh if row else "")
        en = own.en or (row.name_en if row else "")
        found[scheme, code] = Bilingual(zh or en, en or zh)
    return found


def display(scheme: str, code: str) -> str:
    """As on a cover: `A 00`, `35.240.30`."""
    return ccs.display(code) if scheme == "ccs" else code

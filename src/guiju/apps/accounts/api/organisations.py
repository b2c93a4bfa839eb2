"""`GET /organisations`, `GET /organisations/{slug}`: the register for programs."""

from datetime import date
from typing import Annotated, Any

from ninja import Query, Router, Schema
from ninja.pagination import LimitOffsetPagination, paginate

from guiju.apps.accounts.models import Organisation
from guiju.apps.accounts.selectors.organisations import name_on
from guiju.apps.accounts.selectors.register import organisation_by_slug, organisations, passages
from guiju.web.access import PUBLIC, needs
from guiju.web.request import Request
from guiju.web.searching import read_query

router = Router(tags=["organisations"])


class OrganisationOut(Schema):
    """An organisation without its names."""

    slug: str
    kind: str
    uscc: str
    region: str
    is_example: bool


class NameOut(Schema):
    """A name from one day to another; `until` is exclusive."""

    zh: str
    short_zh: str
    en: str
    since: date | None
    until: date | None


class PassageOut(Schema):
    """Duties that passed from one organisation to another."""

    predecessor: str
    successor: str
    on: date
    whole: bool
    basis: str


class OrganisationDetailOut(OrganisationOut):
    """An organisation with its names over time; `name` is that of the day asked for."""

    on: date
    name: str
    name_en: str
    names: list[NameOut]
    aliases: list[str]
    passages: list[PassageOut]


@router.get("/organisations", response=list[OrganisationOut], summary="The register 机构名录")
@needs(PUBLIC)
@paginate(LimitOffsetPagination)
def list_organisations(
    request: Request,
    q: Annotated[str, Query(max_length=200)] = "",
    kind: Organisation.Kind | None = None,
) -> Any:
    """`q` is looked for in every name, former name and alias."""
    return organisations(read_query(q).text, kind or "")


@router.get("/organisations/{slug}", response=OrganisationDetailOut, summary="One body 一个机构")
@needs(PUBLIC)
def one_organisation(request: Request, slug: str, on: date | None = None) -> dict[str, Any]:
    """Its name on a day (`on`, today if left out), all names, and what led to it and followed."""
    found: Organisation = organisation_by_slug(slug)
    day = on or request.viewer.today
    return {
        **{name: getattr(found, name) for name in OrganisationOut.model_fields},
        "on": day,
        "name": name_on(found, day, "zh").full,
        "name_en": name_on(found, day, "en").full,
        "names": list(found.names.all()),
        "aliases": list(found.aliases.order_by("text").values_list("text", flat=True)),
        "passages": [
            {
                "predecessor": one.predecessor.organisation.slug,
                "successor": one.successor.organisation.slug,
                "on": one.succession.on,
                "whole": one.succession.is_whole,
                "basis": one.succession.basis,
            }
            for one in passages(found, "zh")
        ],
    }

"""The register for programs: the list, one organisation over time, and what a written name means."""

from datetime import date
from typing import Annotated, Any

from ninja import Field, Query, Router, Schema

from guiju.apps.accounts.models import Organisation
from guiju.apps.accounts.selectors.organisations import (
    display_names,
    resolve,
    suggestions_for,
)
from guiju.apps.accounts.selectors.register import organisation_by_slug, organisations, passages
from guiju.web.access import PUBLIC, needs
from guiju.web.request import Request
from guiju.web.schemas import BodySlug, Day, Plain, Slice
from guiju.web.searching import read_query

router = Router(tags=["organisations"])
MOST_SUGGESTED = 20  # seeking a likely name compares it with all names there are


class OrganisationRow(Schema):
    """An organisation under its name on the day asked for; `name_en` may be empty."""

    slug: str
    kind: str
    uscc: str
    region: str
    is_example: bool
    name_zh: str
    short_zh: str
    name_en: str


class OrganisationPage(Schema):
    """A part of the list, and how many there are."""

    total: int
    items: list[OrganisationRow]


class OrganisationName(Schema):
    """A name from one day to another; `until` is exclusive."""

    zh: str
    short_zh: str
    en: str
    since: date | None
    until: date | None


class Passage(Schema):
    """Duties that passed from one organisation to another, wholly or in part."""

    predecessor: str
    successor: str
    on: date
    is_whole: bool
    basis: str


class OrganisationDetail(OrganisationRow):
    """An organisation with its names over time, what led to it and what followed from it."""

    on: date
    parent: str | None
    children: list[str]
    names: list[OrganisationName]
    aliases: list[str]
    passages: list[Passage]


class NamesIn(Schema):
    """Names as a text of the day `on` writes them (today if it is left out)."""

    names: list[Annotated[Plain, Field(max_length=120)]] = Field(
        min_length=1, max_length=50, examples=[["国家标准委", "工业和信息化部"]]
    )
    on: Day | None = None


class NameSuggestion(Schema):
    """An organisation whose name is much like the one that was not found."""

    slug: str
    name_zh: str


class ResolvedName(Schema):
    """What a name means: a slug, or nothing and perhaps suggestions."""

    name: str
    organisation: str | None
    suggestions: list[NameSuggestion]


class NamesAnswer(Schema):
    """The names in the order in which they were asked."""

    on: date
    names: list[ResolvedName]


def _rows(found: list[Organisation], on: date) -> list[dict[str, Any]]:
    """The organisations with their names on a day, in two queries."""
    zh, en = (display_names(found, on, language) for language in ("zh-hans", "en"))
    plain = ("slug", "kind", "uscc", "region", "is_example")
    return [
        {
            **{name: getattr(one, name) for name in plain},
            "name_zh": zh[one.pk].full,
            "short_zh": zh[one.pk].short,
            "name_en": en[one.pk].full if en[one.pk].lang == "en" else "",
        }
        for one in found
    ]


@router.get("/organisations", response=OrganisationPage, summary="List the register")
@needs(PUBLIC)
def list_organisations(
    request: Request,
    part: Query[Slice],
    q: Annotated[str, Query(max_length=200)] = "",
    kind: Organisation.Kind | None = None,
    on: Day | None = None,
) -> dict[str, Any]:
    """`q` is looked for in every name, former name and alias. 机构名录"""
    found = organisations(read_query(q).text, kind or "")
    rows = _rows(part.of(found), on or request.viewer.today)
    return {"total": found.count(), "items": rows}


@router.post("/organisations/resolve", response=NamesAnswer, summary="Say what written names mean")
@needs(PUBLIC)
def resolve_organisations(request: Request, asked: NamesIn) -> dict[str, Any]:
    """Which organisation each name meant on a day: names, former names, aliases. 名称识别

    A name that is not found comes with the organisations whose names are most like it (the first
    twenty of them).
    """
    on = asked.on or request.viewer.today
    found = resolve(asked.names, on)
    unknown = [name for name, organisation in found.items() if organisation is None]
    like = suggestions_for(unknown[:MOST_SUGGESTED]) if unknown else {}
    names = display_names({one.pk for many in like.values() for one in many}, on, "zh-hans")
    return {
        "on": on,
        "names": [
            {
                "name": name,
                "organisation": one.slug if (one := found[name]) else None,
                "suggestions": [
                    {"slug": other.slug, "name_zh": names[other.pk].full}
                    for other in like.get(name, ())
                ],
            }
            for name in asked.names
        ],
    }


@router.get("/organisations/{slug}", response=OrganisationDetail, summary="Show one organisation")
@needs(PUBLIC)
def get_organisation(request: Request, slug: BodySlug, on: Day | None = None) -> dict[str, Any]:
    """Its name on a day (`on`, today if left out), all its names, and its successions. 机构"""
    one = organisation_by_slug(slug)
    day = on or request.viewer.today
    return {
        **_rows([one], day)[0],
        "on": day,
        "parent": one.parent.slug if one.parent else None,
        "children": list(one.children.values_list("slug", flat=True)),
        "names": list(one.names.all()),
        "aliases": list(one.aliases.order_by("text").values_list("text", flat=True)),
        "passages": [
            {
                "predecessor": passed.predecessor.organisation.slug,
                "successor": passed.successor.organisation.slug,
                "on": passed.succession.on,
                "is_whole": passed.succession.is_whole,
                "basis": passed.succession.basis,
            }
            for passed in passages(one, "zh")
        ],
    }

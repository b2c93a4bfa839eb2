"""The trees of the catalogue, its doubts and its sources, for programs."""

from typing import Annotated, Any, Literal

from ninja import Query, Router, Schema

from guiju.apps.catalogue.api.standard_schemas import ConflictOut, FindingOut, Words
from guiju.apps.catalogue.selectors import browsing, doubts
from guiju.web.access import PUBLIC, needs
from guiju.web.request import Request
from guiju.web.schemas import NO_NUL, Slice
from guiju.web.searching import read_query

router = Router(tags=["standards"])
Short = Annotated[str, Query(max_length=80, pattern=NO_NUL)]


class BranchOut(Words):
    """A code or region, and how many standards stand under it."""

    code: str
    standards: int


class TreeOut(Schema):
    """One place in a tree: the way down to it, and what lies right below."""

    path: list[BranchOut]
    children: list[BranchOut]


class CommitteeRowOut(Words):
    """A committee; `below` counts the standards of its subcommittees too."""

    number: str
    own: int
    below: int


class CommitteeRows(Schema):
    """Bodies with the number of their committees, or the committees right below."""

    bodies: dict[str, int]
    committees: list[CommitteeRowOut]


class RoleCount(Words):
    """On how many editions a body stands in a role."""

    standards: int


class BodyOut(Schema):
    """A body as sources write it; `organisation` is its slug in the register, if it is known."""

    id: int
    name: str
    organisation: str
    roles: list[RoleCount]


class BodyRows(Schema):
    """A part of the list, and how many there are."""

    total: int
    items: list[BodyOut]


class ConflictRowOut(ConflictOut):
    """A conflict with the number that it is about."""

    number: str


class ConflictRows(Schema):
    """A part of the list, and how many there are."""

    total: int
    items: list[ConflictRowOut]


class FindingRowOut(FindingOut):
    """A finding with the number that it is about."""

    number: str


class FindingRows(Schema):
    """A part of the list, and how many there are."""

    total: int
    items: list[FindingRowOut]


class SourceRowOut(Words):
    """A source, its rank (the lower counts) and how many documents it speaks of."""

    source: str
    url: str
    rank: int
    statements: int
    is_example: bool


def _branch(one: browsing.Branch) -> dict[str, Any]:
    return {"code": one.code, **one.name._asdict(), "standards": one.count}


@router.get("/catalogue/classes/{scheme}", response=TreeOut, summary="Walk down ICS or CCS")
@needs(PUBLIC)
def get_classes(
    request: Request, scheme: Literal["ics", "ccs"], code: Short = ""
) -> dict[str, Any]:
    """Without a code the top; each edition counts once under a code. 分类"""
    found = browsing.class_page(request.viewer, scheme, code)
    return {
        "path": [_branch(one) for one in found.path],
        "children": [_branch(one) for one in found.children],
    }


@router.get("/catalogue/regions", response=TreeOut, summary="Walk down the regions")
@needs(PUBLIC)
def get_regions(request: Request, code: Short = "") -> dict[str, Any]:
    """Provinces, or a province with its cities. 地区"""
    found = browsing.region_page(code)
    path = [one for one in (found.province, found.region) if one is not None]
    return {
        "path": [{"code": one.code, **one.name._asdict(), "standards": 0} for one in path],
        "children": [
            {"code": row.region.code, **row.region.name._asdict(), "standards": row.count}
            for row in found.rows
        ],
    }


@router.get("/catalogue/committees", response=CommitteeRows, summary="Walk down the committees")
@needs(PUBLIC)
def get_committees(request: Request, body: Short = "", number: Short = "") -> dict[str, Any]:
    """The bodies; the committees of a `body`; or those right below a `number`. 技术委员会"""
    rows = []
    if number:
        rows = list(browsing.committee_page(number).children)
    elif body:
        rows = browsing.committees_of_body(body)
    return {
        "bodies": dict(browsing.committee_bodies()),
        "committees": [
            {
                "number": row.committee.key,
                "zh": row.committee.name_zh,
                "en": row.committee.name_en,
                "own": row.own,
                "below": row.below,
            }
            for row in rows
        ],
    }


@router.get("/catalogue/bodies", response=BodyRows, summary="List bodies as sources write them")
@needs(PUBLIC)
def list_bodies(
    request: Request, part: Query[Slice], q: Short = "", role: Short = ""
) -> dict[str, Any]:
    """By name; `q` is a part of it, `role` one in which it stands. 责任单位"""
    found = browsing.issuers(read_query(q).text, role).select_related("organisation")
    items = [
        {
            "id": row.issuer.pk,
            "name": row.issuer.name,
            "organisation": row.issuer.organisation.slug if row.issuer.organisation else "",
            "roles": [{**name._asdict(), "standards": number} for name, number in row.roles],
        }
        for row in browsing.issuer_rows(part.of(found))
    ]
    return {"total": found.count(), "items": items}


@router.get("/catalogue/conflicts", response=ConflictRows, summary="List contradictions of sources")
@needs(PUBLIC)
def list_conflicts(
    request: Request,
    part: Query[Slice],
    field: Short = "",
    state: Literal["open", "settled"] = "open",
) -> dict[str, Any]:
    """By number; `field` narrows; `settled` are those that cataloguers decided. 来源冲突"""
    return part.page(
        doubts.conflicts(field, settled=state == "settled"),
        lambda one: {
            "number": one.edition.key,
            "field": one.field,
            "settled": one.settled,
            "values": [{"source": slug, "value": str(value)} for slug, value in one.values],
        },
    )


@router.get("/catalogue/findings", response=FindingRows, summary="List what cannot be right")
@needs(PUBLIC)
def list_findings(request: Request, part: Query[Slice], code: Short = "") -> dict[str, Any]:
    """By number; `code` narrows. 疑点"""
    return part.page(
        doubts.findings(code),
        lambda one: {
            "number": one.edition.key,
            "code": one.code,
            "zh": one.sentence_zh,
            "en": one.sentence_en,
        },
    )


@router.get("/catalogue/sources", response=list[SourceRowOut], summary="Show the sources")
@needs(PUBLIC)
def get_sources(request: Request) -> list[dict[str, Any]]:
    """In the order of trust. 来源"""
    return [
        {
            "source": row.source.slug,
            "zh": row.source.name_zh,
            "en": row.source.name_en,
            "url": row.source.url,
            "rank": row.source.rank,
            "statements": row.statements,
            "is_example": row.source.is_example,
        }
        for row in doubts.sources()
    ]

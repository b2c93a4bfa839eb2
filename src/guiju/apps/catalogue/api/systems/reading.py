"""Standards systems to read: list, tree, detail table, statistics, checks, files."""

from typing import Annotated, Any, Literal

from django.http import HttpResponse
from ninja import Query

from guiju.apps.catalogue.api.systems.router import router
from guiju.apps.catalogue.api.systems.schemas import (
    Level,
    SystemAnswer,
    SystemDay,
    SystemFindingPage,
    SystemLinePage,
    SystemPage,
    SystemSlug,
    SystemStatistics,
    WholeSystem,
)
from guiju.apps.catalogue.exports.systems import FORMS, export_system, records
from guiju.apps.catalogue.rules import SEE_SYSTEM
from guiju.apps.catalogue.selectors.systems.checks import checks
from guiju.apps.catalogue.selectors.systems.filters import LineFilter, narrowed
from guiju.apps.catalogue.selectors.systems.reading import system_on, system_rows
from guiju.web.access import PUBLIC, needs
from guiju.web.request import Request
from guiju.web.schemas import Id, Slice

Language = Literal["zh-hans", "en"]
State = Literal[
    "",
    "draft",
    "upcoming",
    "in_force",
    "superseded",
    "withdrawn",
    "abandoned",
    "unknown",
    "unlisted",
    "gap",
]


class LinesAsked(SystemDay):
    """Which lines: of a branch, a level, a state, with or without gaps."""

    node: Id | None = None
    level: Level = ""
    state: State = ""
    gap: Literal["", "yes", "no"] = ""

    def filter(self) -> LineFilter:
        return LineFilter(self.node, self.level, self.state, self.gap)


@router.get("/systems", response=SystemPage, summary="The standards systems")
@needs(PUBLIC)
def list_systems(request: Request, part: Query[Slice]) -> dict[str, Any]:
    """Those that are public, and those that your bodies keep. 标准体系列表"""
    return part.page(system_rows(request.viewer), records.row_record)


@router.get("/systems/{slug}", response=SystemAnswer, summary="A standards system with its tree")
@needs(SEE_SYSTEM)
def get_system(request: Request, slug: SystemSlug, day: Query[SystemDay]) -> dict[str, Any]:
    """Counts are for the day asked for. 标准体系结构图"""
    return records.system_record(system_on(request.viewer, slug, day.on))


@router.get("/systems/{slug}/entries", response=SystemLinePage, summary="The detail table")
@needs(SEE_SYSTEM)
def list_system_entries(
    request: Request, slug: SystemSlug, asked: Query[LinesAsked], part: Query[Slice]
) -> dict[str, Any]:
    """Each line with the edition it means and that edition's state on the day. 标准明细表"""
    view = system_on(request.viewer, slug, asked.on)
    return {"on": view.on, **part.page(narrowed(view, asked.filter()), records.line_record)}


@router.get("/systems/{slug}/statistics", response=SystemStatistics, summary="The statistics table")
@needs(SEE_SYSTEM)
def get_system_statistics(
    request: Request, slug: SystemSlug, day: Query[SystemDay]
) -> dict[str, Any]:
    """应有数, 现有数 and 缺口 by category and level. 标准统计表"""
    return records.statistics_record(system_on(request.viewer, slug, day.on))


@router.get(
    "/systems/{slug}/checks", response=SystemFindingPage, summary="What is wrong with a system"
)
@needs(SEE_SYSTEM)
def list_system_checks(
    request: Request, slug: SystemSlug, day: Query[SystemDay], part: Query[Slice]
) -> dict[str, Any]:
    """Ended and repeated standards, unknown numbers, boxes without an owner, gaps. 体系检查"""
    view = system_on(request.viewer, slug, day.on)
    return {"on": view.on, **part.page(checks(view), records.finding_record)}


def _as_file(form: str) -> dict[str, Any]:
    schema = {"type": "string", "contentMediaType": FORMS[form]}
    return {"responses": {200: {"content": {FORMS[form]: {"schema": schema}}}}}


def _file(request: Request, slug: str, form: str, asked: LinesAsked, lang: str) -> HttpResponse:
    view = system_on(request.viewer, slug, asked.on)
    file = export_system(view, form, lang, narrowed(view, asked.filter()))
    headers = {"Content-Disposition": f'attachment; filename="{file.name}"'}
    return HttpResponse(file.content, content_type=file.mime, headers=headers)


Lang = Annotated[Language, Query(description="The language of the headings.")]


@router.get("/systems/{slug}/export.json", response=WholeSystem, summary="A system as JSON")
@needs(SEE_SYSTEM)
def export_system_json(
    request: Request, slug: SystemSlug, asked: Query[LinesAsked]
) -> dict[str, Any]:
    """Facts, tree, detail table, statistics. 标准体系 JSON"""
    view = system_on(request.viewer, slug, asked.on)
    return records.whole_record(view, narrowed(view, asked.filter()))


@router.get(
    "/systems/{slug}/export.csv", summary="The detail table as CSV", openapi_extra=_as_file("csv")
)
@needs(SEE_SYSTEM)
def export_system_csv(
    request: Request, slug: SystemSlug, asked: Query[LinesAsked], lang: Lang = "zh-hans"
) -> HttpResponse:
    """The same file as the page's button; it can be imported again. 标准明细表 CSV"""
    return _file(request, slug, "csv", asked, lang)


@router.get(
    "/systems/{slug}/export.xlsx",
    summary="Detail table, statistics and structure for Excel",
    openapi_extra=_as_file("xlsx"),
)
@needs(SEE_SYSTEM)
def export_system_xlsx(
    request: Request, slug: SystemSlug, asked: Query[LinesAsked], lang: Lang = "zh-hans"
) -> HttpResponse:
    """The same file as the page's button; it can be imported again. 标准体系表 XLSX"""
    return _file(request, slug, "xlsx", asked, lang)

"""Your watch lists and saved searches."""

from datetime import date, datetime
from typing import Annotated, Any

from django.urls import reverse
from ninja import Field, Query, Router, Schema, Status

from guiju.apps.catalogue.models import SavedSearch, WatchList
from guiju.apps.catalogue.rules import OWN_LIST
from guiju.apps.catalogue.selectors import saved as saved_searches
from guiju.apps.catalogue.selectors import watching as select
from guiju.apps.catalogue.selectors.pasted import read_pasted
from guiju.apps.catalogue.services import saved, watching
from guiju.web.access import needs
from guiju.web.request import Request
from guiju.web.schemas import InPath, Plain, Slice

router = Router(tags=["watching"])

Name = Annotated[Plain, Field(max_length=120, examples=["示例：我的产品"])]
Numbers = Annotated[
    list[Annotated[Plain, Field(max_length=240)]],
    Field(max_length=2000, examples=[["GB/T 1.1-2020"]]),
]


class WatchListName(Schema):
    """What it is called."""

    name: Name


class WatchNumbers(Schema):
    """Standards by their numbers, in any form; without a year the newest edition is meant."""

    numbers: Numbers


class SavedSearchIn(WatchListName):
    """A search: the query string of the search page."""

    query: Annotated[Plain, Field(max_length=1000, examples=["q=起草&level=national"])]


class WatchListOut(Schema):
    """A watch list: how many standards are on it, and how many of these have ended.

    `feed` is the secret address of its Atom feed.
    """

    id: int
    name: str
    created: datetime
    size: int
    ended: int
    feed: str


class WatchListPage(Schema):
    """A part of your lists, and how many there are."""

    total: int
    items: list[WatchListOut]


class WatchOut(Schema):
    """A standard on a list with its state today; `successors` are what takes its place."""

    number: str
    title_zh: str
    title_en: str
    state: str
    since: date | None
    successors: list[str]
    on_list_since: date


class WatchPage(Schema):
    """A part of a list, and how many standards are on it."""

    total: int
    items: list[WatchOut]


class AddedWatches(Schema):
    """How many were added, and what was given that is not in the catalogue or is no number."""

    added: int
    unknown: list[str]


class WatchCount(Schema):
    """How many standards it was done to."""

    count: int


class SavedSearchOut(Schema):
    """A saved search."""

    id: int
    name: str
    query: str
    created: datetime


class SavedSearchPage(Schema):
    """A part of your saved searches, and how many there are."""

    total: int
    items: list[SavedSearchOut]


def _list(viewer: Any, one: WatchList) -> dict[str, Any]:
    return _list_record(select.lists_of(viewer).get(pk=one.pk))


def _list_record(one: Any) -> dict[str, Any]:
    return {
        "id": one.pk,
        "name": one.name,
        "created": one.created,
        "size": one.size,
        "ended": one.ended,
        "feed": reverse("catalogue:watch_feed", args=[one.token]),
    }


def _watch_record(row: select.WatchRow) -> dict[str, Any]:
    return {
        "number": row.edition.key,
        "title_zh": row.edition.title_zh,
        "title_en": row.edition.title_en,
        "state": row.status.state,
        "since": row.status.since,
        "successors": [one.key for one in row.successors],
        "on_list_since": row.watch.since,
    }


def _search_record(one: SavedSearch) -> dict[str, Any]:
    return {"id": one.pk, "name": one.name, "query": one.query, "created": one.created}


@router.get("/watch-lists", response=WatchListPage, summary="List your watch lists")
@needs(OWN_LIST)
def list_watch_lists(request: Request, part: Query[Slice]) -> dict[str, Any]:
    """By name. 关注清单"""
    return part.page(select.lists_of(request.viewer), _list_record)


@router.post("/watch-lists", response={201: WatchListOut}, summary="Make a watch list")
@needs(OWN_LIST)
def create_watch_list(request: Request, asked: WatchListName) -> Status[Any]:
    """An empty list. 新建关注清单"""
    made = watching.create_list(name=asked.name, by=request.viewer)
    return Status(201, _list(request.viewer, made))


@router.get("/watch-lists/{pk}", response=WatchPage, summary="What stands on a watch list")
@needs(OWN_LIST)
def get_watch_list(request: Request, pk: InPath, part: Query[Slice]) -> dict[str, Any]:
    """The standards by number, each with its state today. 清单内容"""
    viewer = request.viewer
    rows = select.watches(viewer, select.list_of(viewer, pk))
    shown = select.watch_rows(viewer, part.of(rows), viewer.today)
    return {"total": rows.count(), "items": [_watch_record(row) for row in shown]}


@router.patch("/watch-lists/{pk}", response=WatchListOut, summary="Rename a watch list")
@needs(OWN_LIST)
def rename_watch_list(request: Request, pk: InPath, asked: WatchListName) -> dict[str, Any]:
    """Another name. 清单改名"""
    one = select.list_of(request.viewer, pk)
    return _list(
        request.viewer, watching.rename_list(watch_list=one, name=asked.name, by=request.viewer)
    )


@router.delete("/watch-lists/{pk}", response={204: None}, summary="Remove a watch list")
@needs(OWN_LIST)
def remove_watch_list(request: Request, pk: InPath) -> Status[Any]:
    """The list goes, and its feed stops. 删除清单"""
    watching.remove_list(watch_list=select.list_of(request.viewer, pk), by=request.viewer)
    return Status(204, None)


@router.post(
    "/watch-lists/{pk}/standards", response=AddedWatches, summary="Put standards on a watch list"
)
@needs(OWN_LIST)
def add_watches(request: Request, pk: InPath, asked: WatchNumbers) -> dict[str, Any]:
    """Those that stand there already stay as they are. 关注标准"""
    one = select.list_of(request.viewer, pk)
    read = read_pasted(request.viewer, "\n".join(asked.numbers))
    added = watching.watch(watch_list=one, editions=read.editions, by=request.viewer)
    return {"added": added, "unknown": [*read.unknown, *read.without]}


@router.post(
    "/watch-lists/{pk}/standards/remove",
    response=WatchCount,
    summary="Take standards off a watch list",
)
@needs(OWN_LIST)
def remove_watches(request: Request, pk: InPath, asked: WatchNumbers) -> dict[str, int]:
    """Those that do not stand there are passed over. 取消关注"""
    one = select.list_of(request.viewer, pk)
    read = read_pasted(request.viewer, "\n".join(asked.numbers))
    gone = watching.unwatch(watch_list=one, editions=read.editions, by=request.viewer)
    return {"count": gone}


@router.post(
    "/watch-lists/{pk}/move", response=WatchCount, summary="Move a list on to the successors"
)
@needs(OWN_LIST)
def move_watch_list(request: Request, pk: InPath) -> dict[str, int]:
    """Every standard that ended gives its place to what replaces it. 转为关注后继版本"""
    one = select.list_of(request.viewer, pk)
    return {"count": watching.move_all(watch_list=one, by=request.viewer)}


@router.post(
    "/watch-lists/{pk}/feed", response=WatchListOut, summary="Give the feed of a list a new address"
)
@needs(OWN_LIST)
def renew_watch_feed(request: Request, pk: InPath) -> dict[str, Any]:
    """The old address works no more. 更换订阅地址"""
    one = select.list_of(request.viewer, pk)
    return _list(request.viewer, watching.renew_feed(watch_list=one, by=request.viewer))


@router.get("/saved-searches", response=SavedSearchPage, summary="List your saved searches")
@needs(OWN_LIST)
def list_saved_searches(request: Request, part: Query[Slice]) -> dict[str, Any]:
    """By name. 保存的检索"""
    return part.page(saved_searches.searches_of(request.viewer), _search_record)


@router.post("/saved-searches", response={201: SavedSearchOut}, summary="Save a search")
@needs(OWN_LIST)
def save_search(request: Request, asked: SavedSearchIn) -> Status[Any]:
    """Kept under a name. 保存检索"""
    made = saved.save_search(name=asked.name, query=asked.query, by=request.viewer)
    return Status(201, _search_record(made))


@router.patch("/saved-searches/{pk}", response=SavedSearchOut, summary="Rename a saved search")
@needs(OWN_LIST)
def rename_saved_search(request: Request, pk: InPath, asked: WatchListName) -> dict[str, Any]:
    """Another name. 检索改名"""
    one = saved_searches.search_of(request.viewer, pk)
    return _search_record(saved.rename_search(search=one, name=asked.name, by=request.viewer))


@router.delete("/saved-searches/{pk}", response={204: None}, summary="Remove a saved search")
@needs(OWN_LIST)
def remove_saved_search(request: Request, pk: InPath) -> Status[Any]:
    """It is gone. 删除保存的检索"""
    saved.remove_search(search=saved_searches.search_of(request.viewer, pk), by=request.viewer)
    return Status(204, None)

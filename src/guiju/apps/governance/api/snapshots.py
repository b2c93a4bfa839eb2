"""Frozen ledgers: take one at the end of a quarter, read it, compare two."""

from datetime import date, datetime
from typing import Annotated, Any

from ninja import Query, Router, Schema, Status

from guiju.apps.governance.models import Snapshot
from guiju.apps.governance.rules.reading import READ_INTERNAL
from guiju.apps.governance.rules.reports import SNAPSHOT
from guiju.apps.governance.selectors.by_hand import plan_to_change
from guiju.apps.governance.selectors.snapshots import compare, is_whole, snapshot, snapshots
from guiju.apps.governance.services.snapshots import take_snapshot
from guiju.core.plans.quarters import Quarter
from guiju.web.access import needs
from guiju.web.request import Request
from guiju.web.schemas import PathQuarter, PlanSlug, Slice
from guiju.web.schemas import Quarter as QuarterText

router = Router(tags=["snapshots"])


class SnapshotIn(Schema):
    """Which ended quarter to freeze."""

    period: QuarterText


class SnapshotOut(Schema):
    """A frozen quarter with its digests."""

    period: str
    last_day: date
    taken: datetime
    sm3: str
    sha256: str


class SnapshotPage(Schema):
    """A part of the list, and how many there are."""

    total: int
    items: list[SnapshotOut]


class SnapshotContentOut(SnapshotOut):
    """The frozen ledger; `is_whole` says that the digests were just found right."""

    is_whole: bool
    content: dict[str, Any]


class SnapshotDifference(Schema):
    """What is not the same: a measure, action, state, risk or overdue mark, from what to what."""

    what: str
    measure: str
    thing: str
    before: str
    after: str


class SnapshotComparison(Schema):
    """A part of the differences, and how many there are."""

    old: str
    new: str
    total: int
    items: list[SnapshotDifference]


def _frozen(one: Snapshot) -> dict[str, Any]:
    fields = {name: getattr(one, name) for name in ("period", "taken", "sm3", "sha256")}
    return {**fields, "last_day": Quarter.read(one.period).last_day}


@router.get("/plans/{slug}/snapshots", response=SnapshotPage, summary="List the frozen quarters")
@needs(READ_INTERNAL)
def list_snapshots(request: Request, slug: PlanSlug, part: Query[Slice]) -> dict[str, Any]:
    """The newest first. 季度快照"""
    return part.page(snapshots(request.viewer, slug)[1], _frozen)


@router.post(
    "/plans/{slug}/snapshots", response={201: SnapshotOut}, summary="Freeze an ended quarter"
)
@needs(SNAPSHOT)
def freeze_quarter(request: Request, slug: PlanSlug, asked: SnapshotIn) -> Status[dict[str, Any]]:
    """Once for each quarter: a second time is an error `snapshot_taken`. 生成快照"""
    plan = plan_to_change(request.viewer, slug, SNAPSHOT)
    return Status(
        201, _frozen(take_snapshot(plan=plan.slug, period=asked.period, by=request.viewer))
    )


@router.get(
    "/plans/{slug}/snapshots/compare",
    response=SnapshotComparison,
    summary="Compare two frozen quarters",
)
@needs(READ_INTERNAL)
def compare_snapshots(
    request: Request,
    slug: PlanSlug,
    part: Query[Slice],
    old: Annotated[str, Query(max_length=6, examples=["2022Q3"])],
    new: Annotated[str, Query(max_length=6, examples=["2022Q4"])],
) -> dict[str, Any]:
    """Measures and tasks that came or went, their states, overdue marks and risks. 快照比较"""
    before = snapshot(request.viewer, slug, old)[1]
    after = snapshot(request.viewer, slug, new)[1]
    found = compare(before.content, after.content)
    return {"old": before.period, "new": after.period, **part.page(found, lambda one: one)}


@router.get(
    "/plans/{slug}/snapshots/{period}",
    response=SnapshotContentOut,
    summary="Show one frozen ledger",
)
@needs(READ_INTERNAL)
def get_snapshot(request: Request, slug: PlanSlug, period: PathQuarter) -> dict[str, Any]:
    """Its digests are computed again while you read. 一份季度快照"""
    _, found = snapshot(request.viewer, slug, period)
    return {**_frozen(found), "is_whole": is_whole(found), "content": found.content}

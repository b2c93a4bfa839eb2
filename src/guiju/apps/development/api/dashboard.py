"""My work and the numbers of projects by API."""

from datetime import date
from typing import Annotated, Any

from ninja import Field, Query, Router, Schema

from guiju.apps.development.api.ballots import OwnBallot, own_record
from guiju.apps.development.rules.dashboard import SEE_DASHBOARD
from guiju.apps.development.selectors.dashboard import Asked
from guiju.apps.development.selectors.dashboard import dashboard as numbers_of
from guiju.apps.development.selectors.desk import desk as desk_of
from guiju.web.access import SIGNED_IN, needs
from guiju.web.request import Request

router = Router(tags=["dashboard"])


class OpenStep(Schema):
    """A project in which it is your turn."""

    project: int
    state: str
    steps: list[str]


class DutyOut(Schema):
    """A duty of yours; `days_left` is negative when it is overdue."""

    project: int
    duty: str
    due: date
    days_left: int


class CommentsOut(Schema):
    """Comments that wait for your answer."""

    project: int
    consultation: str
    count: int


class DeskOut(Schema):
    """All that waits for you."""

    ballots: list[OwnBallot]
    steps: list[OpenStep]
    comments: list[CommentsOut]
    duties: list[DutyOut]


class DashboardIn(Schema):
    """What the numbers are narrowed to; `on` is the day, today if empty."""

    on: date | None = None
    procedure: Annotated[str, Field(max_length=60)] = ""
    stage: Annotated[str, Field(max_length=2)] = ""


class CycleOut(Schema):
    """How many days a stage took: of how many, quarter, half, three quarters."""

    procedure: str
    stage: str
    count: int
    lower: float
    median: float
    upper: float


class DashboardOut(Schema):
    """The numbers of a day."""

    on: date
    running: int
    ended: int
    overdue: int
    stages: dict[str, int]
    cycles: list[CycleOut]


@router.get("/desk", response=DeskOut, summary="What waits for you")
@needs(SIGNED_IN)
def get_desk(request: Request) -> dict[str, Any]:
    """Across all projects. 我的工作"""
    found = desk_of(request.viewer)
    return {
        "ballots": [own_record(one) for one, _ in found.ballots],
        "steps": [
            {
                "project": one.project.pk,
                "state": one.project.state,
                "steps": [step.id for step in one.steps],
            }
            for one in found.steps
        ],
        "comments": [
            {"project": one.round.project_id, "consultation": one.round.kind, "count": one.count}
            for one in found.comments
        ],
        "duties": [
            {
                "project": one.clock.project_id,
                "duty": one.clock.duty,
                "due": one.due,
                "days_left": one.days_left,
            }
            for one in found.duties
        ],
    }


@router.get("/dashboard", response=DashboardOut, summary="Numbers of projects")
@needs(SEE_DASHBOARD)
def get_dashboard(request: Request, asked: Query[DashboardIn]) -> dict[str, Any]:
    """Of the projects that you see, as they stood on a day. 看板"""
    today = request.viewer.today
    on = min(asked.on or today, today)
    found = numbers_of(request.viewer, Asked(on, asked.procedure, asked.stage))
    return {
        "on": on,
        "running": found.running,
        "ended": found.ended,
        "overdue": found.overdue,
        "stages": {key: count for key, _, count in found.stages},
        "cycles": [
            {
                "procedure": one.key,
                "stage": one.stage,
                "count": one.count,
                "lower": one.lower,
                "median": one.median,
                "upper": one.upper,
            }
            for one in found.cycles
        ],
    }

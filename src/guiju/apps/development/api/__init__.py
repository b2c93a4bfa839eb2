"""The API operations of development. Each part adds its router here."""

from ninja import Router

from guiju.apps.development.api import (
    ballots,
    committees,
    committees_ruled,
    consulting,
    dashboard,
    projects,
)

router = Router()
parts: tuple[Router, ...] = (
    ballots.router,
    dashboard.router,
    projects.router,
    committees.router,
    committees_ruled.router,
    consulting.router,
)
for part in parts:
    router.add_router("", part)

"""The API operations of plans and their ledger. Each part adds its router here."""

from ninja import Router

from guiju.apps.governance.api import (
    assignments,
    by_hand,
    comments,
    decisions,
    evidence,
    exports,
    imports,
    measures,
    overviews,
    plans,
    reports,
    snapshots,
    texts,
    work,
)

router = Router()
# "/plans/import" comes before "/plans/{slug}": it is no plan's address.
for part in (
    imports,
    plans,
    measures,
    overviews,
    texts,
    exports,
    by_hand,
    assignments,
    reports,
    decisions,
    evidence,
    comments,
    snapshots,
    work,
):
    router.add_router("", part.router)

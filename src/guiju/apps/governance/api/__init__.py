"""The API operations of plans and their ledger. Each part adds its router here."""

from ninja import Router

from guiju.apps.governance.api.imports import router as imports
from guiju.apps.governance.api.plans import router as plans
from guiju.apps.governance.api.reports import router as reports

router = Router(tags=["plans"])
router.add_router("", imports)
router.add_router("", reports)
router.add_router("", plans)

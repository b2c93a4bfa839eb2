"""The API operations of conformity. Each part adds its router here."""

from ninja import Router

from guiju.apps.conformity.api.judging import router as judging_router
from guiju.apps.conformity.api.rules import router as rules

router = Router()
parts: tuple[Router, ...] = (judging_router, rules)
for part in parts:
    router.add_router("", part)

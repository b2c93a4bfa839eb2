"""The API operations of the register of organisations and of one's own account."""

from ninja import Router

from guiju.apps.accounts.api.me import router as me
from guiju.apps.accounts.api.notices import router as notices
from guiju.apps.accounts.api.organisations import router as organisations

router = Router()
router.add_router("", organisations)
router.add_router("", me)
router.add_router("", notices)

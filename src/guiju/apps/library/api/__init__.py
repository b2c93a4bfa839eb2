"""The API operations of the library. Each part adds its router here."""

from ninja import Router

from guiju.apps.library.api.checking import router as checking
from guiju.apps.library.api.overlapping import router as overlapping
from guiju.apps.library.api.terms import router as terms
from guiju.apps.library.api.texts import router as texts

router = Router()
parts: tuple[Router, ...] = (texts, checking, overlapping, terms)
for part in parts:
    router.add_router("", part)

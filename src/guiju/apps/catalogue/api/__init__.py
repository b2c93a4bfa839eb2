"""The API operations of the catalogue. Each part adds its router here."""

from ninja import Router

from guiju.apps.catalogue.api.browsing import router as browsing
from guiju.apps.catalogue.api.editing import router as editing
from guiju.apps.catalogue.api.search import router as search
from guiju.apps.catalogue.api.standards import router as standards
from guiju.apps.catalogue.api.systems import router as systems
from guiju.apps.catalogue.api.touches import router as touches
from guiju.apps.catalogue.api.watching import router as watching

router = Router()
parts: tuple[Router, ...] = (search, standards, editing, browsing, watching, touches, systems)
for part in parts:
    router.add_router("", part)

"""The API operations of standards systems (标准体系接口)."""

from guiju.apps.catalogue.api.systems import editing, lines, reading
from guiju.apps.catalogue.api.systems.router import router

__all__ = ["editing", "lines", "reading", "router"]

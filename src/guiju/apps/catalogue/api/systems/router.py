"""The one router of standards systems: operations of the same address stand on the same one."""

from ninja import Router

router = Router(tags=["standards systems"])

"""Who may keep numbers by hand (预留编号权限)."""

from guiju.apps.catalogue.rules import KNOWN
from guiju.core.errors import Bilingual
from guiju.web.access import Rule, holds

RESERVE_NUMBER = Rule(
    "development.reserve_number",
    (
        KNOWN,
        (
            holds("cataloguer", "system_admin"),
            Bilingual(
                "只有编目员或系统管理员可以预留编号。",
                "Only a cataloguer or a system administrator may keep numbers.",
            ),
        ),
    ),
)

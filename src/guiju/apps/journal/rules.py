"""Who may read the journal."""

from guiju.core.errors import Bilingual
from guiju.web.access import SIGN_IN, Rule, holds

READ_JOURNAL = Rule(
    "journal.read",
    (
        SIGN_IN,
        (
            holds("audit_admin"),
            Bilingual(
                "只有审计管理员可以查阅日志。", "Only an audit administrator may read the journal."
            ),
        ),
    ),
)

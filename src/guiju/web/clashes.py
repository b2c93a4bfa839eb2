"""Two people at once (同时操作): what the database refuses then is told to the later one in words."""

import logging

from django.db import DatabaseError, connection, transaction

from guiju.core.errors import StateError

# PostgreSQL: unique violation, deadlock, serialization failure.
_STATES = frozenset({"23505", "40P01", "40001"})
# The embedded database has no codes for them.
_WORDS = ("UNIQUE constraint failed", "database is locked")
_log = logging.getLogger(__name__)


class ClashError(StateError):
    """Somebody else stored the same at the same moment (同时操作冲突)."""

    code = "clash"
    zh = "同一时刻有人保存了同样的内容，您的这一次没有保存。请刷新页面，核对后再试。"
    en = (
        "Somebody else stored the same at the same moment; yours was not stored."
        " Reload the page, look at what is there, and try again."
    )


def clash_of(error: DatabaseError) -> ClashError | None:
    """The error to tell if two acts met; None for a fault, such as a guard of the journal."""
    state = getattr(error.__cause__, "sqlstate", None)
    if state not in _STATES and not any(word in str(error) for word in _WORDS):
        return None
    _log.warning("two acts met: %s", error)
    return ClashError()


def one_at_a_time(what: str) -> None:
    """Wait until nobody else is inside an act on `what`, until the end of the transaction.

    For what no row can be locked for, such as a name that is not there yet. The embedded database
    has one writer at a time anyway.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("a turn belongs to the act's transaction")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [what])

"""The append-only guards of the database, taken off and put back.

Tests that commit must be able to clear the tables again, which the guards refuse by design.
"""

import importlib

from django.db import connection

GUARDED = (
    "guiju.apps.journal.migrations.0002_append_only",
    "guiju.apps.governance.migrations.0002_snapshots_frozen",
    "guiju.apps.conformity.migrations.0002_versions_kept",
    "guiju.apps.development.migrations.0002_records_kept",
)
_off = False


def _run(direction):
    modules = [importlib.import_module(name) for name in GUARDED]
    operations = [operation for module in modules for operation in module.Migration.operations]
    ordered = operations if direction == "code" else reversed(operations)
    with connection.schema_editor() as editor:
        for operation in ordered:
            getattr(operation, direction)(None, editor)


def take_off():
    """The guards are gone, as for an intruder with all rights."""
    global _off  # noqa: PLW0603
    if not _off:
        _run("reverse_code")
        _off = True


def put_back():
    global _off  # noqa: PLW0603
    if _off:
        _run("code")
        _off = False

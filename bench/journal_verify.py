"""Verifying 100,000 journal entries, beside the bound: reading and hashing the same bytes."""

import hashlib
import os
import resource
import sqlite3
import tempfile
import time
from datetime import UTC, datetime, timedelta

COUNT = 100_000


def fill():
    from guiju.apps.journal.models import SEALED, Event, Head
    from guiju.core.seals.chain import FIRST, link

    previous, start = FIRST, datetime(2026, 1, 1, tzinfo=UTC)
    batch = []
    for number in range(1, COUNT + 1):
        event = Event(
            number=number,
            at=start + timedelta(seconds=number),
            actor=f"liaison{number % 50}",
            organisation=f"accounts.organisation:{number % 50}",
            action="governance.submit_report",
            subject=f"governance.report:{number}",
            before="0" * 64,
            after="1" * 64,
            reason="示例：按季度报告进展",
            details={"period": "2023Q1", "measure": number % 33, "lines": 4},
        )
        previous = link(previous, {name: getattr(event, name) for name in SEALED})
        event.sm3, event.sha256 = previous.sm3, previous.sha256
        batch.append(event)
    Event.objects.bulk_create(batch, batch_size=500)
    Head.objects.create(number=COUNT, sm3=previous.sm3, sha256=previous.sha256)


def bound(path):
    """Plain sqlite3: read every row and hash its text once with SHA-256."""
    started = time.perf_counter()
    for row in sqlite3.connect(path).execute("SELECT * FROM journal_event ORDER BY number"):
        hashlib.sha256(repr(row).encode()).hexdigest()
    return time.perf_counter() - started


def main():
    with tempfile.TemporaryDirectory() as var:
        os.environ |= {"GUIJU_VAR": var, "DJANGO_SETTINGS_MODULE": "guiju.config.settings"}
        from guiju.cli.database import set_up

        set_up()
        fill()
        from guiju.apps.journal.selectors import verify_chain

        started = time.perf_counter()
        verdict = verify_chain()
        seconds = time.perf_counter() - started
        assert verdict.fault is None
        assert verdict.count == COUNT
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"entries {COUNT:,}: verified in {seconds:.2f} s ({COUNT / seconds:,.0f} a second)")
        print(f"bound, reading and one SHA-256 a row: {bound(var + '/guiju.sqlite3'):.2f} s")
        print(f"peak memory of the whole run, filling included: {peak:.0f} MiB")


main()

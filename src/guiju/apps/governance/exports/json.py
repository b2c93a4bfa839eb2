"""The ledger as JSON, the same values as the API gives, with their digests."""

import json

from guiju.apps.governance.exports.records import ledger_record
from guiju.apps.governance.selectors.values import Ledger

MIME = "application/json"


def values(ledger: Ledger) -> bytes:
    """The ledger as UTF-8 JSON."""
    return (json.dumps(ledger_record(ledger), ensure_ascii=False, indent=2) + "\n").encode()

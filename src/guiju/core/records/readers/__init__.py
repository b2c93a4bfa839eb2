"""Readers, one a source: each yields a `Record` or a `Refused` for every record of a file."""

from guiju.core.records.readers.base import (
    DEFAULT,
    BadRecord,
    Limits,
    Refused,
    Source,
    Unreadable,
)
from guiju.core.records.readers.formats import FORMATS, read, reader_for

__all__ = [
    "DEFAULT",
    "FORMATS",
    "BadRecord",
    "Limits",
    "Refused",
    "Source",
    "Unreadable",
    "read",
    "reader_for",
]

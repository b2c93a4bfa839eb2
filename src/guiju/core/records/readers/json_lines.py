"""Records that stand one a line as JSON (逐行 JSON)."""

from collections.abc import Callable, Iterator
from typing import Any

from guiju.core.records.model import Record
from guiju.core.records.readers.base import BadRecord, Limits, Refused, Source, name_of, opened
from guiju.core.records.readers.bearable import bearable
from guiju.core.records.readers.encoding import in_utf8
from guiju.core.records.readers.json_text import load_json
from guiju.core.records.readers.lines import excerpt, lines_of


def read_json_lines(
    source: Source, make: Callable[[Any], Record], *, skip: int, limits: Limits
) -> Iterator[Record | Refused]:
    """One item a line that is not empty, in order; the first `skip` of them are passed over."""
    with opened(source) as stream:
        for count, item in enumerate(lines_of(in_utf8(stream, name_of(source)), limits)):
            if count < skip:
                continue
            if isinstance(item, Refused):
                yield item
                continue
            number, line = item
            try:
                yield bearable(make(load_json(line)))
            except BadRecord as bad:
                yield Refused(number, bad.reason, excerpt(line))

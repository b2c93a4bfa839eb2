"""Words of others (引语): what stands in quotation marks or title marks is not said by the document."""

import re

_QUOTED = re.compile(r"[“\"「『][^“”\"「」『』]{0,400}[”\"」』]|《[^《》]{0,200}》")


def quoted(content: str) -> tuple[tuple[int, int], ...]:
    """Where quotations begin and end."""
    return tuple(found.span() for found in _QUOTED.finditer(content))


def is_quoted(content: str, at: int) -> bool:
    return any(start <= at < end for start, end in quoted(content))

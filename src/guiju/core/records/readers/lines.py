"""Lines of a stream in bounded memory (逐行读取), numbered from 1, empty ones left out."""

from collections.abc import Iterator

from guiju.core.errors import Bilingual
from guiju.core.records.readers.base import EXCERPT, Limits, Readable, Refused

_BLOCK = 1 << 20


def lines_of(stream: Readable, limits: Limits) -> Iterator[tuple[int, bytes] | Refused]:
    """Each line with its number; one that is longer than the limit is refused and passed over."""
    number, rest, too_long = 0, b"", False
    while True:
        block = stream.read(_BLOCK)
        if not block:
            break
        *whole, rest_of_block = block.split(b"\n")
        for piece in whole:
            number += 1
            line = rest + piece
            rest = b""
            if too_long or len(line) > limits.line:
                yield _refused(number, line, limits)
                too_long = False
            elif line.strip():
                yield number, line
        if too_long:
            continue
        rest += rest_of_block
        if len(rest) > limits.line:
            rest, too_long = rest[:EXCERPT], True
    if too_long or len(rest) > limits.line:
        yield _refused(number + 1, rest, limits)
    elif rest.strip():
        yield number + 1, rest


def _refused(number: int, line: bytes, limits: Limits) -> Refused:
    reason = Bilingual(
        f"一行超过 {limits.line} 字节", f"the line is longer than {limits.line} bytes"
    )
    return Refused(number, reason, excerpt(line))


def excerpt(line: bytes | str) -> str:
    """How a record begins, fit to be shown."""
    text = line[: 4 * EXCERPT].decode("utf-8", "replace") if isinstance(line, bytes) else line
    return "".join(one if one.isprintable() else " " for one in text[:EXCERPT])

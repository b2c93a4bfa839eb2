"""Is the index whole (索引完整性)? Each of its files ends in a check sum, which the engine does not look at.

A damaged file makes the engine panic, and a panic is no Exception: it would end the process.
"""

import json
import struct
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from guiju.search import place
from guiju.search.errors import IndexBroken, IndexMissing, IndexOutdated

P = ParamSpec("P")
Answer = TypeVar("Answer")


class HasIndex(Protocol):
    """What reads an index."""

    root: Path


Reader = TypeVar("Reader", bound=HasIndex)
_BLOCK = 1 << 20
_END = struct.Struct("<II")  # length of the JSON before it, and a mark
_MARK = 1337


@contextmanager
def told(root: Path) -> Iterator[None]:
    """A panic of the engine becomes IndexBroken, and the one who writes is asked to look."""
    try:
        yield
    except ValueError:
        place.suspect(root)
        raise
    except BaseException as fault:
        if type(fault).__module__ != "pyo3_runtime":
            raise
        place.suspect(root)
        raise IndexBroken(str(root)) from fault


def guarded(
    act: Callable[Concatenate[Reader, P], Answer],
) -> Callable[Concatenate[Reader, P], Answer]:
    """An act that asks the index of a reader, told as above."""

    @wraps(act)
    def asked(reader: Reader, /, *args: P.args, **kwargs: P.kwargs) -> Answer:
        with told(reader.root):
            return act(reader, *args, **kwargs)

    return asked


def is_whole(root: Path) -> bool:
    """Reads all files of the current index and compares their check sums."""
    try:
        files = [one for one in place.current(root).iterdir() if not _is_plain(one)]
        return all(_is_as_written(file) for file in files)
    except (OSError, ValueError, KeyError, TypeError, IndexMissing, IndexOutdated):
        return False


def _is_plain(file: Path) -> bool:
    return file.name.startswith(".") or file.suffix in (".json", ".lock")


def _is_as_written(path: Path) -> bool:
    with path.open("rb") as file:
        size = file.seek(0, 2)
        if size < _END.size:
            return False
        file.seek(size - _END.size)
        length, mark = _END.unpack(file.read())
        body = size - _END.size - length
        if mark != _MARK or body < 0:
            return False
        file.seek(body)
        wanted = json.loads(file.read(length))["crc"]
        file.seek(0)
        found, left = 0, body
        while left and (block := file.read(min(left, _BLOCK))):
            found = zlib.crc32(block, found)
            left -= len(block)
        return bool(found == wanted)

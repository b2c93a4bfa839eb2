"""What all readers share (读取器共用): refusals, limits, opened files."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol, cast

import zstandard

from guiju.core.errors import Bilingual, InputError

EXCERPT = 200
ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
Source = str | Path | IO[bytes]


class Unreadable(InputError):
    """The file as a whole cannot be read (文件无法读取)."""

    code = "records_unreadable"
    zh = "“{subject}”无法读取：{why_zh}。"
    en = "“{subject}” cannot be read: {why_en}."

    def __init__(self, subject: str, why: Bilingual) -> None:
        super().__init__(subject, why_zh=why.zh, why_en=why.en)


class BadRecord(InputError):
    """One record cannot be taken (著录无法使用); in a file it becomes a `Refused` with its place."""

    code = "record"
    zh = "这条记录无法使用：{why_zh}。"
    en = "This record cannot be used: {why_en}."

    def __init__(self, zh: str, en: str) -> None:
        super().__init__("", why_zh=zh, why_en=en)
        self.reason = Bilingual(zh, en)


@dataclass(frozen=True, slots=True)
class Refused:
    """A record that could not be taken (被拒记录): its line or number, why, and how it begins."""

    position: int
    reason: Bilingual
    excerpt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a reader bears (上限). All sizes in bytes."""

    line: int = 4 << 20
    file: int = 64 << 20  # of a file that has to be read whole
    unpacked: int = 128 << 20  # of a workbook, all its parts together
    records: int = 5_000_000
    columns: int = 200
    aliases: int = 200


DEFAULT = Limits()
_WINDOW = 1 << 27
_SMALL = 64 << 20  # bytes that anything may unpack to
_HIGHEST_RATIO = 200


def name_of(source: Source) -> str:
    if isinstance(source, str | Path):
        return Path(source).name
    return Path(str(getattr(source, "name", "") or "-")).name


@contextmanager
def opened(source: Source) -> Iterator["Readable"]:
    """The bytes of a file or stream, unpacked where it is packed with zstd.

    What was opened here is closed here; a stream that was handed in stays open.
    """
    if not isinstance(source, str | Path):
        yield _unpacked(source, name_of(source))
        return
    try:
        raw = Path(source).open("rb")  # noqa: SIM115 - failures to open have their own sentence
    except OSError as failure:
        why = Bilingual("文件打不开", "the file cannot be opened")
        raise Unreadable(name_of(source), why) from failure
    with raw:
        yield _unpacked(raw, name_of(source))


def _unpacked(raw: IO[bytes], name: str) -> "Readable":
    head = raw.read(4)
    joined = Headed(head, raw)
    if head != ZSTD_MAGIC:
        return joined
    # The window bounds the memory that a hostile file can ask for.
    unpack = zstandard.ZstdDecompressor(max_window_size=_WINDOW)
    packed = _Counted(joined)
    stream = unpack.stream_reader(cast("IO[bytes]", packed), read_across_frames=True)
    return _Unpacked(stream, packed, name)


class Readable(Protocol):
    """Something that hands out bytes."""

    def read(self, size: int = -1, /) -> bytes: ...


class Headed:
    """A stream of which the beginning was read already."""

    def __init__(self, head: bytes, rest: "Readable | IO[bytes]") -> None:
        self._head, self._rest = head, rest

    def read(self, size: int = -1, /) -> bytes:
        if not self._head:
            return self._rest.read(size)
        head, self._head = self._head, b""
        if 0 <= size < len(head):
            head, self._head = head[:size], head[size:]
        return head


class _Counted:
    """A stream that knows how much it handed out."""

    def __init__(self, stream: Readable) -> None:
        self._stream, self.count = stream, 0

    def read(self, size: int = -1, /) -> bytes:
        piece = self._stream.read(size)
        self.count += len(piece)
        return piece


class _Unpacked:
    """A zstd stream whose failures are sentences, and that does not swell without end."""

    def __init__(self, stream: IO[bytes], packed: _Counted, name: str) -> None:
        self._stream, self._packed, self._name, self._count = stream, packed, name, 0

    def read(self, size: int = -1, /) -> bytes:
        try:
            piece = self._stream.read(size)
        except zstandard.ZstdError as failure:
            why = Bilingual("zstd 压缩数据已损坏", "its zstd data is damaged")
            raise Unreadable(self._name, why) from failure
        self._count += len(piece)
        if self._count > max(_SMALL, _HIGHEST_RATIO * self._packed.count):
            why = Bilingual("解压后的大小超出安全上限", "it unpacks to more than is safe")
            raise Unreadable(self._name, why)
        return piece


def read_whole(source: Source, limit: int) -> bytes:
    """All bytes of a file that must be read whole, at most `limit` of them."""
    with opened(source) as stream:
        return rest_of(stream, limit, name_of(source))


def rest_of(stream: Readable, limit: int, name: str) -> bytes:
    """What is left of a stream, at most `limit` bytes."""
    pieces, size = [], 0
    while piece := stream.read(1 << 20):
        size += len(piece)
        if size > limit:
            why = Bilingual(
                f"超过 {limit} 字节的上限", f"it is larger than the limit of {limit} bytes"
            )
            raise Unreadable(name, why)
        pieces.append(piece)
    return b"".join(pieces)

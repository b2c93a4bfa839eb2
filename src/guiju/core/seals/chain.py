"""The hash chain (哈希链) under the journal: each entry is bound to all entries before it.

Two digests run side by side, SM3 (GB/T 32905) and SHA-256, so that neither
the national nor the international reader has to trust the other's algorithm.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from cryptography.hazmat.primitives import hashes

from guiju.core.errors import Bilingual

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class Digests:
    """The two digests of one content, 64 lower-case hexadecimal digits each."""

    sm3: str
    sha256: str


FIRST = Digests(GENESIS, GENESIS)


def sm3(data: bytes) -> str:
    """SM3 of `data` as 64 hexadecimal digits (GB/T 32905).

    >>> sm3(b"abc")
    '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'
    """
    running = hashes.Hash(hashes.SM3())
    running.update(data)
    return running.finalize().hex()


def digests(data: bytes) -> Digests:
    """Both digests of `data`."""
    return Digests(sm3(data), hashlib.sha256(data).hexdigest())


def _plain(value: Any) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return str(value)


def canonical(fields: Mapping[str, Any]) -> bytes:
    """The one byte form of `fields`: JSON, sorted keys, no spaces, UTF-8, instants in UTC.

    >>> canonical({"b": 1, "a": "规矩"}).decode()
    '{"a":"规矩","b":1}'
    """
    text = json.dumps(
        fields, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=_plain
    )
    return text.encode("utf-8", "surrogatepass")


def digest_of(fields: Mapping[str, Any]) -> str:
    """SM3 of the canonical form: the fingerprint of a record before or after an act."""
    return sm3(canonical(fields))


def link(previous: Digests, fields: Mapping[str, Any]) -> Digests:
    """The digests of an entry: each over the previous digest of its kind and the content."""
    content = canonical(fields)
    return Digests(
        sm3(previous.sm3.encode() + b"\n" + content),
        hashlib.sha256(previous.sha256.encode() + b"\n" + content).hexdigest(),
    )


@dataclass(frozen=True, slots=True)
class Entry:
    """One sealed entry as it is found in the store: its number, content and stated digests."""

    number: int
    fields: Mapping[str, Any]
    stated: Digests


@dataclass(frozen=True, slots=True)
class Fault:
    """The first place at which the chain is not whole. `number` 0 stands for the head record."""

    number: int
    reason: Bilingual


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many entries were read, the last digests, and the first fault if there is one."""

    count: int
    last: Digests
    fault: Fault | None


@dataclass(frozen=True, slots=True)
class Mark:
    """A point of the chain that somebody noted down (留存的链尾): it must still be there.

    A chain that was rewritten from some entry to the end, head and all, is whole in itself;
    only a mark noted outside the database shows that it is another chain.
    """

    number: int
    sm3: str


def rewritten(mark: Mark) -> Fault:
    """The entry of the mark is there with another digest."""
    reason = Bilingual(
        f"第 {mark.number} 条与留存的哈希不符：此前的日志被改写。",
        f"Entry {mark.number} does not match the noted digest: the journal was rewritten.",
    )
    return Fault(mark.number, reason)


def cut_off(mark: Mark, count: int) -> Fault:
    """The chain ends before the mark."""
    reason = Bilingual(
        f"留存的哈希指向第 {mark.number} 条，而日志只有 {count} 条。",
        f"The noted digest is of entry {mark.number}, but the journal has {count} entries.",
    )
    return Fault(count + 1, reason)


def verify(
    entries: Iterable[Entry], *, head_number: int, head: Digests, mark: Mark | None = None
) -> Verdict:
    """Read the chain once, in constant memory, and stop at the first entry that is not whole."""
    previous, expected = FIRST, 1
    for entry in entries:
        if entry.number != expected:
            reason = Bilingual(
                f"第 {expected} 条缺失或次序被改，此处是第 {entry.number} 条。",
                f"Entry {expected} is missing or out of order; entry {entry.number} stands here.",
            )
            return Verdict(expected - 1, previous, Fault(expected, reason))
        computed = link(previous, entry.fields)
        if computed != entry.stated:
            reason = Bilingual(
                f"第 {expected} 条的内容与其哈希不符。",
                f"The content of entry {expected} does not match its digests.",
            )
            return Verdict(expected - 1, previous, Fault(expected, reason))
        if mark is not None and mark.number == expected and mark.sm3 != computed.sm3:
            return Verdict(expected - 1, previous, rewritten(mark))
        previous, expected = computed, expected + 1
    count = expected - 1
    if (head_number, head) != (count, previous):
        reason = Bilingual(
            f"链尾应为第 {head_number} 条，实际止于第 {count} 条或链尾哈希不符：末尾被删除、添加或替换。",
            f"The chain should end with entry {head_number} but ends with entry {count}, or with"
            " other digests: its end was removed, added to or replaced.",
        )
        return Verdict(count, previous, Fault(min(count, head_number) + 1, reason))
    if mark is not None and mark.number > count:
        return Verdict(count, previous, cut_off(mark, count))
    return Verdict(count, previous, None)

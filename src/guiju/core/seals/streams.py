"""The digests of something that arrives in pieces (边读边算)."""

import hashlib
from collections.abc import Iterable

from cryptography.hazmat.primitives import hashes

from guiju.core.seals.chain import Digests


class Running:
    """Both digests of all pieces added so far."""

    def __init__(self) -> None:
        self._sm3 = hashes.Hash(hashes.SM3())
        self._sha256 = hashlib.sha256()
        self.size = 0

    def add(self, piece: bytes) -> None:
        self._sm3.update(piece)
        self._sha256.update(piece)
        self.size += len(piece)

    @property
    def digests(self) -> Digests:
        return Digests(self._sm3.copy().finalize().hex(), self._sha256.hexdigest())


def digests_of(pieces: Iterable[bytes]) -> Digests:
    """Both digests of the pieces, in constant memory.

    >>> digests_of([b"a", b"bc"]).sm3[:8]
    '66c7f0f4'
    """
    running = Running()
    for piece in pieces:
        running.add(piece)
    return running.digests

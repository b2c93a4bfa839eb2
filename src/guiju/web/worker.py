"""The worker beside the pages (后台任务): whoever holds the lock is the one of this data folder.

The lock is the operating system's: it ends with the process that holds it, however that ends.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings


@contextmanager
def _opened() -> Iterator[int]:
    file = os.open(Path(settings.VAR) / "worker.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        yield file
    finally:
        os.close(file)


def _locked(file: int) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextmanager
def the_only_one() -> Iterator[bool]:
    """Be the worker for a while; False if another one is."""
    with _opened() as file:
        yield _locked(file)


def is_running() -> bool:
    """Is there a worker? Asked by pages on which something waits for it."""
    with _opened() as file:
        return not _locked(file)

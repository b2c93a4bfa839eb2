"""Where the index lies (索引目录): one folder a generation, and a pointer file to the current one.

    root/current          {"folder": "g-…", "version": 1}; replaced in one rename
    root/g-…/             a whole index
    root/suspect          there when a reader found the current index damaged
    root/writer.lock      held by who changes the current index
    root/rebuild.lock     held by who builds the next one

A lock is the operating system's: it ends with the process that holds it, however that ends.
"""

import fcntl
import json
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from guiju.search.errors import IndexBroken, IndexBusy, IndexMissing, IndexOutdated
from guiju.search.schema import VERSION

_POINTER = "current"
_SUSPECT = "suspect"
_PREFIX = "g-"
_FIRST_WAIT, _LONGEST_WAIT = 0.005, 0.25


def current(root: Path) -> Path:
    """The folder of the current index."""
    folder, version = _pointed(root)
    if version != VERSION:
        raise IndexOutdated(str(root), found=version, wanted=VERSION)
    return root / folder


def _pointed(root: Path) -> tuple[str, object]:
    """The folder and the version that the pointer names."""
    try:
        said = json.loads((root / _POINTER).read_bytes())
        return str(said["folder"]), said["version"]
    except FileNotFoundError:
        raise IndexMissing(str(root)) from None
    except (ValueError, KeyError, TypeError):
        raise IndexBroken(str(root)) from None


def stamp(root: Path) -> tuple[int, int]:
    """Changes whenever the pointer does."""
    try:
        found = os.stat(f"{root}/{_POINTER}")  # noqa: PTH116 - asked by every search
    except FileNotFoundError:
        raise IndexMissing(str(root)) from None
    return found.st_mtime_ns, found.st_ino


def fresh(root: Path) -> Path:
    """A new empty folder, which nobody reads yet."""
    folder = root / f"{_PREFIX}{uuid4().hex}"
    folder.mkdir(parents=True)
    return folder


def point_to(root: Path, folder: Path) -> None:
    """From now on this folder is the current one."""
    beside = root / f"{_POINTER}.{uuid4().hex}.new"
    with beside.open("wb") as file:
        file.write(json.dumps({"folder": folder.name, "version": VERSION}).encode())
        file.flush()
        os.fsync(file.fileno())
    beside.replace(root / _POINTER)


def suspect(root: Path) -> None:
    """Ask the one who writes to look at the current index."""
    with suppress(OSError):
        (root / _SUSPECT).touch()


def is_suspect(root: Path) -> bool:
    return (root / _SUSPECT).exists()


def acquit(root: Path) -> None:
    """It has been looked at, or is another one now."""
    (root / _SUSPECT).unlink(missing_ok=True)


def sweep(root: Path) -> None:
    """Remove every folder but the current one. Only who holds the rebuild lock may."""
    try:
        kept, _ = _pointed(root)
    except IndexMissing:
        kept = ""
    for folder in root.glob(f"{_PREFIX}*"):
        if folder.name != kept:
            shutil.rmtree(folder, ignore_errors=True)
    for left in root.glob(f"{_POINTER}.*.new"):
        left.unlink(missing_ok=True)


@contextmanager
def lock(root: Path, name: str, patience: float) -> Iterator[None]:
    """Hold a lock; wait for it up to so many seconds, asking ever more rarely."""
    root.mkdir(parents=True, exist_ok=True)
    path = root / f"{name}.lock"
    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        _wait_for(file, path, patience)
        yield
    finally:
        os.close(file)


def _wait_for(file: int, path: Path, patience: float) -> None:
    until = time.monotonic() + patience
    wait = _FIRST_WAIT
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                raise IndexBusy(str(path), seconds=f"{patience:g}") from None
            time.sleep(wait)
            wait = min(wait * 2, _LONGEST_WAIT)
        else:
            return

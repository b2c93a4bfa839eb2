"""Stored files follow their act (文件随事务): what a failed act has stored is removed again."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

_of_the_act: ContextVar[list[Any] | None] = ContextVar("files of the act", default=None)


@contextmanager
def stored_files() -> Iterator[list[Any]]:
    """A list for the files that are stored; they are removed again if the act fails."""
    stored: list[Any] = []
    try:
        yield stored
    except BaseException:
        for one in stored:
            one.storage.delete(str(one.name))
        raise
    if (whole := _of_the_act.get()) is not None:
        whole.extend(stored)


@contextmanager
def files_of_one_act() -> Iterator[None]:
    """An act of several parts that fails, at whatever, leaves none of their files."""
    with stored_files() as stored:
        outside = _of_the_act.set(stored)
        try:
            yield
        finally:
            _of_the_act.reset(outside)

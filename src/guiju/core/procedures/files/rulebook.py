"""The procedures of the rulebook (程序库): which version a case that begins on a day follows."""

from datetime import date
from functools import cache
from importlib import resources

from guiju.core.errors import NotFoundError
from guiju.core.procedures.files.reading import read_procedure
from guiju.core.procedures.model import Procedure


class NoProcedure(NotFoundError):
    """There is no such procedure on that day (无此程序)."""

    code = "procedures.none"
    zh = "没有在 {on} 有效的程序“{subject}”。现有：{known}。"
    en = "There is no procedure “{subject}” in force on {on}. There are: {known}."


@cache
def procedures() -> tuple[Procedure, ...]:
    """Every version of every procedure, in the order of their files. Raises RuleFileError."""
    folder = resources.files("guiju.rulebook") / "procedures" / "files"
    files = (one for one in folder.iterdir() if one.name.endswith(".yaml"))
    ordered = sorted(files, key=lambda one: one.name)
    return tuple(read_procedure(one.read_text("utf-8"), one.name) for one in ordered)


def procedure(key: str, on: date) -> Procedure:
    """The version in force on a day. A running case asks with the day on which it began."""
    for one in procedures():
        if one.id == key and one.since <= on and (one.until is None or on < one.until):
            return one
    known = sorted({one.id for one in procedures()})
    raise NoProcedure(key, on=on.isoformat(), known="、".join(known))

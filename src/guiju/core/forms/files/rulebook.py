"""The forms of the rulebook (表单库): which version is in force on a day, and for which procedure."""

from datetime import date
from functools import cache
from importlib import resources

from guiju.core.errors import NotFoundError
from guiju.core.forms.files.reading import read_definition
from guiju.core.forms.model import Form


class NoForm(NotFoundError):
    """There is no such form on that day (无此表单)."""

    code = "forms.none"
    zh = "没有在 {on} 有效的表单“{subject}”。现有：{known}。"
    en = "There is no form “{subject}” in force on {on}. There are: {known}."


@cache
def forms() -> tuple[Form, ...]:
    """Every version of every form, in the order of their files. Raises RuleFileError."""
    folder = resources.files("guiju.rulebook") / "forms" / "files"
    files = (one for one in folder.iterdir() if one.name.endswith(".yaml"))
    ordered = sorted(files, key=lambda one: one.name)
    return tuple(read_definition(one.read_text("utf-8"), one.name) for one in ordered)


def form(key: str, on: date) -> Form:
    """The version in force on a day. Raises NoForm."""
    return _chosen(key, on, [one for one in forms() if one.id == key])


def form_for(family: str, procedure: str, on: date) -> Form:
    """The form of a family, such as proposal, that serves a procedure. Raises NoForm."""
    of_family = [one for one in forms() if one.family == family]
    named = [one for one in of_family if procedure in one.serves]
    return _chosen(family, on, named or [one for one in of_family if not one.serves])


def _chosen(key: str, on: date, versions: list[Form]) -> Form:
    for one in versions:
        if one.since <= on and (one.until is None or on < one.until):
            return one
    known = sorted({one.id for one in forms()})
    raise NoForm(key, on=on.isoformat(), known="、".join(known))

"""The page of a standard (版式) as the rulebook has it: drafting/layout.yaml."""

import re
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

import yaml

_COUNT = {sign: at for at, sign in enumerate("一二三四五六七八九", 1)}


class Role(NamedTuple):
    """What the name of a style says: level of a heading, or another role."""

    role: str = ""
    level: int = 0
    sure: bool = False  # a template's own style for titles, not a general one


@cache
def rows(name: str) -> Any:
    """A part of the file."""
    return _file()[name]


@cache
def _file() -> dict[str, Any]:
    file = resources.files("guiju.rulebook") / "drafting" / "layout.yaml"
    content: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    return content


def limit(name: str) -> int:
    """How much of something a file may hold."""
    return int(rows("limits")[name])


@cache
def role_of(style: str) -> Role:
    """The role of a style by its name, as templates call them."""
    for pattern, role, level, sure in _patterns():
        found = pattern.fullmatch(style.strip())
        if found:
            count = found[1] if found.groups() else ""
            own = int(count) if count.isdecimal() else _COUNT.get(count, 0)
            return Role(role, level + own, sure)
    return Role()


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str, int, bool], ...]:
    return tuple(
        (
            re.compile(str(row["name"]), re.IGNORECASE),
            str(row["role"]),
            int(row.get("level", 0)),
            bool(row.get("sure")),
        )
        for row in rows("read")["styles"]
    )

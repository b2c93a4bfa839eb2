"""Parameters of law (法定参数): every deadline, quorum, period and limit is dated data.

They stand in `rulebook/params/*.yaml`, each value with its unit, legal basis, article,
date of effect and confidence. Code asks for the value in force on a day; a procedure asks
with the day on which it started (domain rule R0-1).
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

import yaml

from guiju.core.errors import GuijuError


class ParamError(GuijuError):
    """A parameter is missing or has no value on that day (参数缺失)."""

    code = "param"
    zh = "规则库中没有参数“{subject}”在 {on} 的取值。请在 rulebook/params 中补上。"
    en = "The rulebook has no value of “{subject}” on {on}. Add it in rulebook/params."


@dataclass(frozen=True, slots=True)
class Param:
    """One dated value. `until` is exclusive; `confidence` is high, medium or low."""

    key: str
    value: Any
    unit: str
    basis: str
    since: date
    until: date | None
    confidence: str


def _params_in(name: str, content: str) -> list[Param]:
    document: dict[str, list[dict[str, Any]]] = yaml.safe_load(content)
    return [
        Param(
            key=f"{name}.{key}",
            value=row["value"],
            unit=row["unit"],
            basis=row["basis"],
            since=row["since"],
            until=row.get("until"),
            confidence=row["confidence"],
        )
        for key, rows in document.items()
        for row in rows
    ]


@cache
def all_params() -> tuple[Param, ...]:
    """Every parameter of the rulebook, file by file."""
    folder = resources.files("guiju.rulebook") / "params"
    found: list[Param] = []
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if file.name.endswith(".yaml"):
            found += _params_in(file.name.removesuffix(".yaml"), file.read_text("utf-8"))
    return tuple(found)


def param(key: str, on: date) -> Any:
    """The value of `key` in force on `on`. Raises ParamError when there is none."""
    for one in all_params():
        if one.key == key and one.since <= on and (one.until is None or on < one.until):
            return one.value
    raise ParamError(key, on=on.isoformat())

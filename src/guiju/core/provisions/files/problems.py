"""What is wrong with a rule file (规则文件的问题), each with its line and its mend."""

from dataclasses import dataclass
from typing import Literal

from guiju.core.errors import Bilingual
from guiju.core.provisions.files.nodes import Node, RuleFileError

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """An error keeps a file from being read, a warning does not. Line 0: it is not known."""

    line: int
    severity: Severity
    zh: str
    en: str
    mend: Bilingual
    path: str = ""


def problem(error: RuleFileError, severity: Severity = "error") -> Problem:
    """What an error says, without the name of its file."""
    said = error.values
    why, line, path = said["why"], said["line"], said["path"]
    mend = said["mend"]
    if not mend.zh:
        mend = Bilingual(f"请改第 {line} 行的“{path}”。", f"Mend “{path}” on line {line}.")
    return Problem(line, severity, why.zh, why.en, mend, path)


@dataclass(frozen=True, slots=True)
class Places:
    """Where everything is written in a file; without one, every line is 0."""

    node: Node

    def at(self, *keys: str | int) -> Node:
        """The value under these keys and rows, or the nearest that there is."""
        here = self.node
        for key in keys:
            found = _below(here, key)
            if found is None:
                return here
            here = found
        return here


def _below(node: Node, key: str | int) -> Node | None:
    if isinstance(key, str):
        return node.value.get(key) if isinstance(node.value, dict) else None
    inside = isinstance(node.value, tuple) and key < len(node.value)
    return node.rows[key] if inside else None


def nowhere(name: str) -> Places:
    """The places of a rule set that was not read from a file."""
    return Places(Node({}, name, 0))

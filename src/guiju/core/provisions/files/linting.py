"""All that is wrong with a rule file, at once (规则文件核对): for whoever is writing it.

The file is read again and again, each time without the part that was wrong, until it is right.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from guiju.core.provisions.files.checks import doubts, faults
from guiju.core.provisions.files.loading import built
from guiju.core.provisions.files.nodes import Node, RuleFileError, read_yaml
from guiju.core.provisions.files.problems import Places, Problem, nowhere, problem
from guiju.core.provisions.model import RuleSet

_MOST = 100
# What a head is read as where it is missing or wrong, so that the rest can be read.
_HEADS = {
    "standard": "GB 1-2000",
    "title": "—",
    "basis": "—",
    "certainty": "uncertain",
}


def lint(text: str, name: str) -> tuple[Problem, ...]:
    """Every error and warning in the order of lines; none: the file is right."""
    try:
        node = read_yaml(text, name)
    except RuleFileError as error:
        return (problem(error),)
    found: list[Problem] = []
    if node.is_map:
        node = _headed(node, found)
    rules, rest = _read(node, found)
    if rules is not None:
        places = Places(rest)
        found += (problem(error) for error in islice(faults(rules, places), _MOST))
        found += (problem(error, "warning") for error in islice(doubts(rules, places), _MOST))
    return tuple(sorted(dict.fromkeys(found), key=lambda one: (one.line, one.severity)))


def warnings(rules: RuleSet) -> tuple[Problem, ...]:
    """What is doubtful about rules that were read; their lines are 0."""
    return tuple(problem(error, "warning") for error in doubts(rules, nowhere(rules.standard)))


def _headed(node: Node, found: list[Problem]) -> Node:
    """The file with all its heads."""
    fields = dict(node.fields)
    for key, text in {**_HEADS, "in_force": "", "characteristics": ""}.items():
        try:
            node.need(key)
        except RuleFileError as error:
            found.append(problem(error))
            fields[key] = _stand_in(node, key, text)
    return replace(node, value=fields)


def _stand_in(node: Node, key: str, text: str) -> Node:
    """A value that can be read."""
    if key == "in_force":
        return replace(
            node, path=key, value={"from": replace(node, path="in_force.from", value="2000-01-01")}
        )
    return replace(node, path=key, value=text or {})


def _read(node: Node, found: list[Problem]) -> tuple[RuleSet | None, Node]:
    """The rules that can be read, and the file without what cannot."""
    lost: set[str] = set()
    for _ in range(_MOST):
        try:
            return built(node), node
        except RuleFileError as error:
            where = list(_way(node, error.values["path"]))
            cut = _cut(where)
            # What is wrong with the whole once a part is lost follows from that part.
            if not (lost & _named(where[-1:]) or (lost and not cut)):
                found.append(problem(error))
            if not cut:
                return None, node
            lost |= _named(where[: cut + 1][-1:])
            node = _without(node, where[1 : cut + 1])
    return None, node


def _way(node: Node, path: str) -> Iterator[Node]:
    """From the whole file down to what the path names."""
    yield node
    if node.path == path:
        return
    below = node.value.values() if isinstance(node.value, dict) else node.value
    inside = [
        one
        for one in below
        if isinstance(one, Node)
        and (one.path == path or path.startswith((f"{one.path}.", f"{one.path}[")))
    ]
    if inside:
        yield from _way(max(inside, key=lambda one: len(one.path)), path)


def _cut(way: list[Node]) -> int:
    """Where to cut: the smallest row or entry that the rest can do without; 0: nowhere."""
    rows = [at for at, one in enumerate(way) if at > 1 and one.is_map and one.path.endswith("]")]
    return rows[-1] if rows else min(len(way) - 1, 2 if _is_section(way) else 1)


def _is_section(way: list[Node]) -> bool:
    return len(way) > 1 and way[1].is_map and way[1].path != "in_force"


def _named(nodes: list[Node]) -> set[str]:
    """The names by which others speak of a part, and of which a part speaks."""
    found: set[str] = set()
    for node in nodes:
        found.add(node.path.rpartition(".")[2])
        if isinstance(node.value, str):
            found |= {node.value.strip()} - {""}  # nothing names nothing
        elif isinstance(node.value, dict):
            own = node.value.get("id")
            found |= {own.value} if own is not None and isinstance(own.value, str) else set()
    return found


def _without(node: Node, way: list[Node]) -> Node:
    """The file without the last of these, one inside the other; a head is read as another."""
    first, rest = way[0], way[1:]
    if isinstance(node.value, tuple):
        rows = tuple(
            _without(one, rest) if one is first and rest else one
            for one in node.value
            if rest or one is not first
        )
        return replace(node, value=rows)
    fields = {}
    for key, one in node.fields.items():
        if one is not first:
            fields[key] = one
        elif rest:
            fields[key] = _without(one, rest)
        elif node.path == "" and key in (*_HEADS, "in_force", "characteristics"):
            fields[key] = replace(_stand_in(node, key, _HEADS.get(key, "")), line=one.line)
    return replace(node, value=fields)

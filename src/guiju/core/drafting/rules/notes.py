"""X01: notes, examples and footnotes are numbered (注、示例、脚注的编号)."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from guiju.core.documents.model import Figure, Footnote, Note, Table, Term
from guiju.core.drafting.finding import Finding
from guiju.core.drafting.rules.context import Context
from guiju.core.drafting.rules.registry import checks, rule

_NUMBER = re.compile(r"\d+$")


@checks("X01")
def numbered(context: Context) -> Iterator[Finding]:
    """One is 注, several are 注1, 注2; footnotes count on, those of a table by letters."""
    for blocks in _groups(context):
        by_kind: dict[str, list[Note]] = defaultdict(list)
        for one in blocks:
            if isinstance(one, Note) and one.kind in ("note", "example"):
                by_kind[one.kind].append(one)
        for some in by_kind.values():
            yield from _notes(some, context)
    yield from _footnotes(context)


def _groups(context: Context) -> Iterator[tuple[Any, ...]]:
    """What is numbered together: the notes of a clause, a term entry, a table, a figure."""
    for path in context.paths:
        yield path[-1].blocks
    for _, one in context.blocks:
        if isinstance(one, Term):
            yield one.blocks
        elif isinstance(one, Table | Figure):
            yield one.notes


def _notes(some: list[Note], context: Context) -> Iterator[Finding]:
    for at, one in enumerate(some, 1):
        found = _NUMBER.search(one.label.rstrip("：: "))
        bare = _NUMBER.sub("", one.label.rstrip("：: ")).rstrip()
        blank = " " if context.language == "en" else ""
        if len(some) == 1 and found and found[0] == "1" and bare:
            yield _label(one, "single", bare)
        elif len(some) > 1 and (found is None or int(found[0]) != at):
            yield _label(one, "several", f"{bare}{blank}{at}")


def _label(one: Note, say: str, wanted: str) -> Finding:
    return rule("X01")(
        None, say, (0, len(one.label)), address=one.address, part="label", line=one.line,
        mend=wanted, label=one.label, wanted=wanted,
    )  # fmt: skip


def _footnotes(context: Context) -> Iterator[Finding]:
    for at, one in enumerate(context.document.footnotes, 1):
        if one.label and one.label.strip("（()） ") != str(at) and not set(one.label) <= {"*"}:
            yield _footnote(one, f"{at})")
    for _, block in context.blocks:
        if isinstance(block, Table | Figure):
            for at, one in enumerate(block.footnotes):
                if one.label and one.label.strip("（()） ") != chr(ord("a") + at):
                    yield _footnote(one, chr(ord("a") + at))


def _footnote(one: Footnote, wanted: str) -> Finding:
    return rule("X01")(
        None, "footnote", address=one.address, part="label", line=one.line, label=one.label,
        wanted=wanted,
    )  # fmt: skip

"""A rule file line by line (规则文件的行): with its problems, and beside another version."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain

from guiju.core.provisions.files.problems import Problem

AROUND = 2
_LINES_COMPARED = 6000


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its number and what is wrong with it; number 0 is a gap."""

    number: int
    text: str
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Changed:
    """A line of the older or the newer text: `sign` is "-", "+" or " "; "…" is a gap."""

    sign: str
    old: int
    new: int
    text: str


def lines_of(text: str, problems: Iterable[Problem]) -> list[Line]:
    """Every line, numbered, with its problems."""
    at: dict[int, list[Problem]] = defaultdict(list)
    written = text.rstrip("\n").split("\n")
    for one in problems:
        at[min(max(one.line, 1), len(written))].append(one)
    return [Line(number, line, tuple(at[number])) for number, line in enumerate(written, 1)]


def around_problems(lines: list[Line]) -> list[Line]:
    """Only the lines with problems and those beside them; a gap stands for what is left out."""
    shown = sorted(
        set(
            chain.from_iterable(
                range(max(1, one.number - AROUND), min(len(lines), one.number + AROUND) + 1)
                for one in lines
                if one.problems
            )
        )
    )
    found: list[Line] = []
    for before, number in zip([0, *shown], shown, strict=False):
        if number != before + 1:
            found.append(Line(0, ""))
        found.append(lines[number - 1])
    return found


def differences(old: str, new: str) -> list[Changed]:
    """What was changed, with three lines around it."""
    before, after = (text.rstrip("\n").split("\n")[:_LINES_COMPARED] for text in (old, new))
    found: list[Changed] = []
    for number, group in enumerate(
        SequenceMatcher(None, before, after, autojunk=False).get_grouped_opcodes()
    ):
        if number:
            found.append(Changed("…", 0, 0, ""))
        for kind, i1, i2, j1, j2 in group:
            if kind == "equal":
                found += [Changed(" ", i + 1, j1 + i - i1 + 1, before[i]) for i in range(i1, i2)]
                continue
            found += [Changed("-", i + 1, 0, before[i]) for i in range(i1, i2)]
            found += [Changed("+", 0, j + 1, after[j]) for j in range(j1, j2)]
    return found

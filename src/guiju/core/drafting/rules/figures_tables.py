"""G01–G04: figures and tables (图、表)."""

import re
from collections.abc import Iterator
from typing import Any

from guiju.core.documents.model import Cell, Figure, Table
from guiju.core.documents.walking import Path, cells, plain
from guiju.core.drafting.finding import Finding
from guiju.core.drafting.rulebook import words
from guiju.core.drafting.rules.context import Context
from guiju.core.drafting.rules.registry import checks, rule

Captioned = Table | Figure
_UNIT_BEHIND = re.compile(r"(?:/|[（(])\s*([A-Za-zμµ℃°%·/\d^²³]+)\s*[）)]?\s*$")


def captioned(context: Context, kind: type[Captioned]) -> list[tuple[Path, Captioned]]:
    """The tables or figures that stand on their own, not inside others."""
    inner = {id(part) for _, one in context.blocks if isinstance(one, Figure) for part in one.parts}
    nested = {
        id(one)
        for _, table in context.blocks
        if isinstance(table, Table)
        for one in _in_cells(table)
    }
    return [
        (path, one) for path, one in context.blocks
        if isinstance(one, kind) and id(one) not in inner and id(one) not in nested
    ]  # fmt: skip


def _in_cells(table: Table) -> Iterator[Captioned]:
    """Tables in cells, and pictures in cells, which are figures only if they are numbered."""
    for cell in cells(table):
        for one in cell.blocks:
            if isinstance(one, Table) or (isinstance(one, Figure) and not one.label):
                yield one


@checks("G01")
def numbers_and_captions(context: Context) -> Iterator[Finding]:
    """Numbered without gaps, mentioned, and captioned all or none."""
    for kind, word in ((Table, "table"), (Figure, "figure")):
        name = words("element_names")[word]
        values = {"zh": name["zh"][0], "en": name["en"][0]}
        found = [one for one in captioned(context, kind) if _is_counted(one[0])]
        yield from _numbered(found, values)
        titled = [one for _, one in found if one.title]
        for _, one in found:
            if one.label and not one.title and titled:
                yield _at(one, "untitled", label=one.label, **values)
            if one.label and not _is_mentioned(one, word, context):
                yield _at(one, "not_mentioned", label=one.label, **values)


def _is_counted(path: Path) -> bool:
    return bool(path) and path[0].kind in (
        "introduction",
        "scope",
        "terms",
        "symbols",
        "clause",
        "annex",
    )


def _numbered(found: list[tuple[Path, Captioned]], values: dict[str, str]) -> Iterator[Finding]:
    expected: dict[str, int] = {}
    for path, one in found:
        prefix = f"{path[0].label}." if path[0].kind == "annex" else ""
        if not one.label:
            yield _at(one, "unnumbered", **values)
            expected[prefix] = expected.get(prefix, 0) + 1
            continue
        number = re.fullmatch(re.escape(prefix) + r"(\d+)", one.label)
        if number is None:
            continue
        wanted = expected.get(prefix, 0) + 1
        if int(number[1]) != wanted:
            yield _at(one, "gap", label=one.label, expected=f"{prefix}{wanted}", **values)
        expected[prefix] = max(expected.get(prefix, 0), int(number[1]))


def _is_mentioned(one: Captioned, word: str, context: Context) -> bool:
    names = words("mentions")[context.language][word]
    label = re.escape(one.label)
    pattern = re.compile(
        rf"(?:{names})\s*(?:{label}(?![\d.]\d)(?!\d)|[A-Z\d.]+(?:\s*(?:、|和|及|与|或|至|~|～|—|-|,|，|and|to|or)\s*(?:{names})?\s*[A-Z\d.]+)*)"
    )
    return any(
        _covers(found[0], one.label)
        for place in context.places
        if place.role != "reference"
        and not (place.address == one.address and place.part == "title")
        for found in pattern.finditer(place.content)
    )


def _covers(written: str, label: str) -> bool:
    """`表2～表5` names table 3."""
    found = [one.strip(".") for one in re.findall(r"(?:[A-Z]\.)?\d+", written)]
    if label in found:
        return True
    ranged = re.search(r"~|～|至|—|-| to ", written)
    ends = [one.rpartition(".") for one in (*found, label)]
    if not ranged or len(found) != 2 or len({end[0] for end in ends}) != 1:
        return False
    return int(ends[0][2]) <= int(ends[2][2]) <= int(ends[1][2])


@checks("G02")
def inside_tables(context: Context) -> Iterator[Finding]:
    """No table in a table, no slash in the head, no empty cells."""
    for _, one in context.blocks:
        if not isinstance(one, Table):
            continue
        for inner in (each for each in _in_cells(one) if isinstance(each, Table)):
            yield rule("G02")(None, "nested", address=inner.address, line=inner.line, part="title")
        first = one.head[0][0] if one.head and one.head[0] else None
        if first and re.search(r"[\\\uff3c╲]", _text(first)):
            yield rule("G02")(None, "slash", address=_place(first), line=one.line)
        pictures = {
            cell.column for row in one.head for cell in row
            if re.search(words("picture_columns"), _text(cell))
        }  # fmt: skip
        for row in one.body:
            for cell in row:
                if cell.column in pictures:
                    continue
                if not _text(cell) and not any(True for _ in cell.blocks):
                    yield rule("G02")(
                        None, "empty", address=cell.address, part="cell", line=one.line,
                        mend=words("empty_cell"), label=one.label,
                    )  # fmt: skip


def _text(cell: Cell) -> str:
    return "\n".join(plain(one) for one in cell.blocks).strip()


def _place(cell: Cell) -> str:
    return cell.blocks[0].address if cell.blocks else cell.address


@checks("G03")
def subfigures(context: Context) -> Iterator[Finding]:
    """One level of parts, a) b) c)."""
    for _, one in captioned(context, Figure):
        if not isinstance(one, Figure):
            continue
        for at, part in enumerate(one.parts):
            wanted = f"{chr(ord('a') + at)})"
            if part.parts:
                yield _at(part, "deep")
            if part.label.strip("（）()") + ")" != wanted:
                yield _at(part, "label", label=part.label, wanted=wanted)


@checks("G04")
def common_units(context: Context) -> Iterator[Finding]:
    """A unit that all columns share stands once above the table, as 单位为……."""
    names = words("unit_names")
    for _, one in context.blocks:
        if not isinstance(one, Table):
            continue
        if not one.unit and one.head:
            units = [_unit(cell) for cell in one.head[-1]]
            measured = [unit for unit in units if unit]
            if len(measured) > 2 and len(set(measured)) == 1 and len(measured) >= len(units) - 1:
                yield _at(one, "common", unit=measured[0])
        unit = names.get(one.unit)
        if unit and context.language == "zh":
            yield rule("G04")(
                None, "form", (0, len(one.unit)), address=one.address, part="unit", line=one.line,
                mend=unit, unit=unit,
            )  # fmt: skip


def _unit(cell: Cell) -> str:
    found = _UNIT_BEHIND.search(_text(cell))
    return found[1] if found else ""


_SAYS = {"common": "G04", "deep": "G03", "label": "G03"}


def _at(one: Captioned, say: str, **values: Any) -> Finding:
    name = _SAYS.get(say, "G01")
    return rule(name)(None, say, address=one.address, part="title", line=one.line, **values)

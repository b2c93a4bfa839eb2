"""The sample catalogue and system of the rulebook (示例名录、示例体系) as plain values."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from importlib import resources
from typing import Any

from guiju.core import numbers
from guiju.core.codes.tables import read_table
from guiju.core.numbers.issuing import issuing_bodies
from guiju.core.records.model import Record, Relation, Role
from guiju.core.records.partial import parse

_FOLDER = "samples/catalogue"
_BY_NUMBER = "the kind of number, by rulebook/issuers"
_ENTRY = ("node", "number", "level", "title_zh", "title_en", "remark")
_RELATIONS = {
    "replaces": partial(Relation, type="replaces"),
    "replaces_in_part": partial(Relation, type="replaces", whole=False),
    "amends": partial(Relation, type="amends"),
    "converted_from": partial(Relation, type="converted_from"),
    "supports": partial(Relation, type="supports"),
    "cites": partial(Relation, type="cites_normatively"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleNode:
    """A box of the sample system; `parent` is empty at the top."""

    code: str
    parent: str
    title_zh: str
    title_en: str
    owner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleEntry:
    """A line of its detail table (明细表); without a number it is a gap (应有而未有)."""

    node: str
    number: str
    level: str
    title_zh: str = ""
    title_en: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleSystem:
    """The sample standards system (示例标准体系)."""

    slug: str
    title_zh: str
    title_en: str
    structure: str
    keeper_zh: str
    keeper_en: str
    explanation: str
    nodes: tuple[SampleNode, ...]
    entries: tuple[SampleEntry, ...]


def sample_records() -> Iterator[Record]:
    """The standards of the sample catalogue, file by file."""
    for name in sample_files():
        table = read_table(name, _FOLDER)
        for row in table["records"]:
            yield _record(row, table)


def sample_files() -> tuple[str, ...]:
    """The names of the sample catalogue's files, in order."""
    folder = resources.files("guiju.rulebook") / _FOLDER
    return tuple(sorted(file.name for file in folder.iterdir() if file.name.endswith(".yaml")))


def _record(row: dict[str, Any], table: dict[str, Any]) -> Record:
    others = [("old", one) for one in row.get("old_numbers", ())]
    others += [("joint", one) for one in row.get("joint_numbers", ())]
    relations = [
        make(target=target) for key, make in _RELATIONS.items() for target in row.get(key, ())
    ]
    relations += [_adoption(written) for written in row.get("adopts", ())]
    issuers = _issuers(row["number"], str(row.get("issued", "")))
    return Record(
        number=row["number"],
        other_numbers=tuple(others),
        titles={language: row[language] for language in ("zh", "en") if language in row},
        issued=str(row.get("issued", "")),
        effective=str(row.get("effective", "")),
        withdrawn=str(row.get("withdrawn", "")),
        ics=tuple(row.get("ics", ())),
        ccs=tuple(row.get("ccs", ())),
        committees=tuple(row.get("committees", ())),
        roles=issuers,
        relations=tuple(relations),
        extra={
            "basis": table["basis"],
            **({"basis_of_issuer": _BY_NUMBER} if issuers else {}),
            "confidence": row.get("confidence", table["confidence"]),
            "known": table["known"],
        },
    )


def _issuers(written: str, issued: str) -> tuple[Role, ...]:
    """Those whom the kind of number makes certain, under the names of the documents themselves."""
    number = numbers.parse(written)
    if not issued:
        return ()
    bodies = issuing_bodies(number, parse(issued).first)
    language = "en" if number.level == "international" else "zh"
    return tuple(Role(role="issuer", name=one.say(language)) for one in bodies)


def _adoption(written: str) -> Relation:
    degree, target = written.split(" ", 1)
    return Relation(type="adopts", target=target, degree=degree)


def sample_system() -> SampleSystem:
    """The sample standards system with its tree and detail table."""
    table = read_table("example.yaml", "samples/systems")
    codes = [code for code, *_ in table["nodes"]]
    return SampleSystem(
        **{key: value for key, value in table.items() if key not in ("nodes", "entries")}
        | {
            "nodes": tuple(
                SampleNode(
                    code=code,
                    parent=_parent(code, codes),
                    title_zh=title_zh,
                    title_en=title_en,
                    owner=owner,
                )
                for code, title_zh, title_en, owner in table["nodes"]
            ),
            "entries": tuple(
                SampleEntry(**dict(zip(_ENTRY, (node, *cells), strict=False)))
                for node, rows in table["entries"].items()
                for cells in rows
            ),
        }
    )


def _parent(code: str, codes: list[str]) -> str:
    """201.3 lies in 201, and 201 in 200."""
    above = code.rpartition(".")[0] or f"{code[0]}00"
    return above if above != code and above in codes else ""

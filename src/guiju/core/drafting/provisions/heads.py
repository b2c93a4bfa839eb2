"""What the columns of a table of limits are (列的角色), and what a head says of unit and operator."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

from guiju.core.codes.tables import read_table
from guiju.core.drafting.provisions.grids import Grid, Words, words
from guiju.core.drafting.provisions.model import Operator
from guiju.core.drafting.provisions.operators import table as operators
from guiju.core.drafting.provisions.quantities import read
from guiju.core.drafting.provisions.units import unit
from guiju.core.patterns import either

Role = Literal["number", "unit", "method", "note", "name", "class", "operator", "limit"]


@dataclass(frozen=True, slots=True)
class Name:
    """A head or the name of a row, taken apart: 抗滑值/(BPN, 20 ℃) ≥."""

    text: str
    unit: str = ""
    operator: Operator | None = None
    condition: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its role, what its heads say from the top, and what the lowest of them is."""

    role: Role
    heads: tuple[Name, ...]


@cache
def table_words() -> dict[str, Any]:
    """`rulebook/drafting/tables.yaml`."""
    return cast("dict[str, Any]", read_table("tables.yaml", "drafting"))


def name(said: Words) -> Name:
    """Name, unit and operator of a head or row: 灰分/%  ≤, 厚度（mm）, 长度 mm, 含水率，%."""
    text = re.sub(r"\s+", " ", said.text).strip()
    text, operator = _cut_operator(text)
    for pattern in _unit_patterns():
        found = pattern.fullmatch(text)
        if found:
            inner, _, rest = _unwrapped(found["unit"]).replace("，", ",").partition(",")
            own = found["name"].strip(" ,，/／")
            return Name(own, inner.strip(), operator, rest.strip(), said.notes)
    return Name(text, "", operator, "", said.notes)


def _unwrapped(written: str) -> str:
    """Without the brackets around it: (mg/kg), but not mg/(m2·h)."""
    wrapped = written[:1] in "（([［" and written[-1:] in "）)]］"
    return _unwrapped(written[1:-1].strip()) if wrapped else written


def _cut_operator(text: str) -> tuple[str, Operator | None]:
    found = _operator_at_end().search(text)
    if not found:
        return text, None
    return text[: found.start()].rstrip(" ,，/"), signs()[found["sign"].lower()]


@cache
def signs() -> dict[str, Operator]:
    """Each way of writing an operator in a table → what it means."""
    zh = operators("zh")["comparators"]
    found: dict[str, Operator] = {}
    for sign, group in zh.items():
        for word in group["words"]:
            found[word] = sign
            if "\u4e00" <= word[0] <= "\u9fff":
                for no in ("不", "应不", "不应", "不宜", "不得"):
                    found[no + word] = group["not"]
    found |= {"max": "≤", "max.": "≤", "min": "≥", "min.": "≥"}
    return found


@cache
def _operator_at_end() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?<=[\s/%％℃）)\u4e00-\u9fff])|(?<=[a-z]\d))[（(,，]?\s*(?P<sign>{either(signs())})[)）]?$",  # noqa: RUF001
        re.I,
    )


@cache
def _unit_patterns() -> tuple[re.Pattern[str], ...]:
    own = unit()
    return (
        re.compile(
            rf"(?P<name>.+?)\s?[/／]\s?(?P<unit>{own}|[（(](?:[^（()）]{{1,24}}|{own})[)）]|[\[［]{own}[\]］])"
        ),
        re.compile(rf"(?P<name>.+?)\s?(?P<unit>[（(](?:{own})(?:[,，][^（()）]{{1,20}})?[)）])"),
        re.compile(rf"(?P<name>.*[\u4e00-\u9fffa-z)）])\s?[,，]\s?(?P<unit>{own})"),
        re.compile(r"(?P<name>.+)\s(?P<unit>[%％‰])"),  # noqa: RUF001
        re.compile(rf"(?P<name>.*[\u4e00-\u9fff)）])\s(?P<unit>(?![\u4e00-\u9fff]){own})"),
    )


def columns(known: Grid, labels: frozenset[str]) -> tuple[Column, ...]:
    """The columns with their roles; without a column of names the first that holds words is it."""
    found = [_column(known, at, labels) for at in range(known.width)]
    candidates = [at for at, column in enumerate(found) if column.role == "limit"]
    roles = {column.role for column in found}
    if (
        "name" in roles
        or len(candidates) < 2
        or ("class" in roles and _have_units(found, candidates))
    ):
        return tuple(found)
    first = candidates[0]
    if _have_units(found, candidates[1:]) or _is_wordy(known, first):
        found[first] = Column("name", found[first].heads)
    return tuple(found)


def _have_units(found: list[Column], which: list[int]) -> bool:
    """Characteristics stand in the head, classes in the rows: 规格 | 厚度/mm | 宽度/mm."""
    heads = [found[at].heads[-1] for at in which if found[at].heads]
    return bool(heads) and 2 * sum(bool(one.unit) for one in heads) >= len(heads)


def _column(known: Grid, at: int, labels: frozenset[str]) -> Column:
    cells = list(dict.fromkeys(id(row[at]) for row in known.head))
    by_id = {id(row[at]): row[at] for row in known.head}
    heads = tuple(name(words(by_id[one], labels)) for one in cells if by_id[one] is not None)
    said = tuple(one for one in heads if one.text)
    if not said and heads:
        said = heads
    return Column(_role(said), said)


def _role(heads: tuple[Name, ...]) -> Role:
    for head in reversed(heads):
        role = roles().get(squeezed(head.text))
        if role:
            return role
    return "limit"


@cache
def roles() -> dict[str, Role]:
    """Each word of a head → what its column is."""
    listed = table_words()["roles"].items()
    return {squeezed(one): cast("Role", role) for role, own in reversed(listed) for one in own}


@cache
def only_limit() -> frozenset[str]:
    """Heads that say nothing but that limits stand below."""
    return frozenset(map(squeezed, table_words()["limit"]))


def squeezed(text: str) -> str:
    return "".join(text.split()).lower()


def _is_wordy(known: Grid, at: int) -> bool:
    texts = [words(row[at]).text.strip() for row in known.body]
    return sum(not read(text, 0) for text in texts if text) * 2 > len([t for t in texts if t])


def sense(heads: tuple[Name, ...], title: str) -> Operator | None:
    """The operator that heads or the title give to a bare number: 最大值, 限量."""
    for text in (*(head.text for head in reversed(heads)), title):
        bare = text.strip().lower()
        for sign, pattern in _senses():
            if pattern.search(bare):
                return sign
    return None


@cache
def _senses() -> tuple[tuple[Operator, re.Pattern[str]], ...]:
    """Chinese heads end with the word (铅的最大值), English ones are it or begin with it in full."""
    found = []
    for sign, listed in table_words()["sense"].items():
        zh = [word for word in listed if word[0] >= "\u4e00"]
        en = [word for word in listed if word[0] < "\u4e00"]
        first = [word for word in en if word in ("maximum", "minimum")]
        ways = rf"{either(zh)}\Z|\A{either(en)}\Z" + (rf"|\A{either(first)}" if first else "")
        found.append((cast("Operator", sign), re.compile(ways)))
    return tuple(found)


def says_only_limit(head: Name) -> bool:
    return squeezed(head.text) in only_limit()

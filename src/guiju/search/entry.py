"""What the index is told of one edition (检索条目): plain values, no model."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from guiju.core.records.facts import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One edition as it is searched, filtered, sorted and shown.

    `id`        its key in the database; an entry of the same id is replaced
    `number`    canonical; `display` as printed; `sort` a text whose order is number order
    `numbers`   every written form that finds it: canonical, joint, double, old
    `keys`      normalised look-up keys, dated and undated: what the reading of a query yields
    `titles`, `abstracts`  by language; `text` further words; `names` of its codes, committees, bodies
    `ics`, `ccs`  codes as given: their parents are found with them
    `span`      its life in days (core.records): the state on any day follows
    `newest`    the newest edition of its work; `supplement` an amendment or corrigendum
    `changed`   the ordinal of the day on which the record last changed
    """

    id: int
    number: str
    display: str
    sort: str = ""
    numbers: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    work: int = 0
    titles: Mapping[str, str] = field(default_factory=dict)
    abstracts: Mapping[str, str] = field(default_factory=dict)
    text: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    level: str = ""
    nature: str = ""
    kind: str = ""
    ics: tuple[str, ...] = ()
    ccs: tuple[str, ...] = ()
    committees: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    region: str = ""
    year: int | None = None
    span: Span | None = None
    newest: bool = True
    supplement: bool = False
    changed: int = 0

"""What a detail table that comes as a file would change in a system (明细表导入预览)."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guiju.apps.catalogue.models import Edition, StandardsSystem, SystemEntry, SystemNode
from guiju.apps.catalogue.selectors.systems.codes import read_code
from guiju.apps.catalogue.selectors.systems.words import LEVELS, level_of
from guiju.core.errors import Bilingual
from guiju.core.records.identity import identity
from guiju.core.seals.chain import digest_of

NEW, CHANGED, SAME, UNCLEAR = "new", "changed", "same", "unclear"
STATUSES = {
    NEW: Bilingual("新增", "New"),
    CHANGED: Bilingual("变更", "Changed"),
    SAME: Bilingual("不变", "Unchanged"),
    UNCLEAR: Bilingual("不明，不导入", "Unclear, left out"),
}
FIELDS = {
    "node": Bilingual("体系编号", "Node code"),
    "title_zh": Bilingual("标准名称", "Title (Chinese)"),
    "title_en": Bilingual("英文名称", "Title (English)"),
    "level": Bilingual("宜定级别", "Proposed level"),
    "remark": Bilingual("备注", "Remarks"),
}
NO_CODE = Bilingual("没有体系编号", "it has no node code")
BAD_CODE = Bilingual("体系编号写法不对", "its node code is badly written")
NO_BOX = Bilingual(
    "体系中没有这个编号的节点，表中也没有给出节点名称",
    "the system has no such box, and the table does not give its title",
)
NOTHING = Bilingual("既没有标准号也没有标准名称", "it has neither a standard number nor a title")
TWICE = Bilingual("与表中前面的一行重复", "an earlier row of the table says the same")
ODD_LEVEL = Bilingual("级别无法识别，留空", "the level cannot be read and stays empty")
ODD_NUMBER = Bilingual(
    "标准号无法识别，照原样列入", "the number cannot be read and stays as written"
)
TOO_LONG = Bilingual("文字太长", "a text is too long")
LIMITS = {"number": 240, "title_zh": 300, "title_en": 400, "remark": 300}


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A row of the file; `line` is where it stands. `level` is one of LEVELS, or as written.

    A row with a `problem` could not be read; nothing else is known of it.
    """

    line: int
    code: str = ""
    node_title: str = ""
    number: str = ""
    title_zh: str = ""
    title_en: str = ""
    level: str = ""
    remark: str = ""
    problem: Bilingual | None = None


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field with its old and its new value, in words and (`value`) as it will be kept."""

    key: str
    old: Bilingual
    new: Bilingual
    value: str

    @property
    def name(self) -> Bilingual:
        return FIELDS[self.key]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChange:
    """What becomes of a row: `reason` says why it is left out, `notes` what is doubtful in it."""

    status: str
    row: TableRow
    entry: SystemEntry | None = None
    fields: tuple[FieldChange, ...] = ()
    reason: Bilingual | None = None
    notes: tuple[Bilingual, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """The whole preview. `seen` stands for the state of the system that it compares with."""

    changes: tuple[RowChange, ...]
    new_nodes: Mapping[str, str]
    untouched: int
    seen: str

    @property
    def counts(self) -> dict[str, int]:
        found = Counter(one.status for one in self.changes)
        return {status: found[status] for status in STATUSES}


def incoming(system: StandardsSystem, rows: Sequence[TableRow]) -> Incoming:
    """Compare the rows with the lines that stand. Three queries.

    A row is the line of the same box with the same number (for a gap: the same title); else the
    line of the same number in another box, which then moves. An empty cell leaves what stands;
    lines that the table does not have stay.
    """
    nodes = {one.code: one for one in SystemNode.objects.filter(system=system)}
    entries = list(
        SystemEntry.objects.filter(node__system=system).select_related("node").order_by("pk")
    )
    standing, titles = _Standing(entries), _titles(entries)
    new_nodes: dict[str, str] = {}
    taken: set[tuple[str, str]] = set()
    changes = []
    exact = {id(row): standing.take(_name(row), row.code) for row in rows}
    for row in rows:
        if read_code(row.code) and row.code not in nodes and row.node_title:
            new_nodes.setdefault(row.code, row.node_title[:200])
        if row.node_title and not _name(row).strip("?"):
            continue  # a row of a heading: it names a box and no standard
        reason = _reason(row, {*nodes, *new_nodes})
        name = (row.code, _name(row))
        if reason is None and name in taken:
            reason = TWICE
        if reason:
            changes.append(RowChange(status=UNCLEAR, row=row, reason=reason))
            continue
        taken.add(name)
        changes.append(_change(row, exact[id(row)] or standing.take(_name(row)), titles))
    touched = {one.entry.pk for one in changes if one.entry}
    return Incoming(
        changes=tuple(changes),
        new_nodes=new_nodes,
        untouched=len(entries) - len(touched),
        seen=_digest(system, nodes, entries),
    )


class _Standing:
    """The lines that stand, each to be found once."""

    def __init__(self, entries: Sequence[SystemEntry]) -> None:
        self._by_name: defaultdict[str, list[SystemEntry]] = defaultdict(list)
        for one in entries:
            title = one.title_zh or one.title_en
            self._by_name[one.key or f"?{title}"].append(one)

    def take(self, name: str, code: str | None = None) -> SystemEntry | None:
        rows = self._by_name[name]
        found = next((one for one in rows if code is None or one.node.code == code), None)
        if found:
            rows.remove(found)
        return found


def _name(row: TableRow) -> str:
    """By what a row is recognised: its number, else its title."""
    return identity(row.number).key if row.number else f"?{row.title_zh or row.title_en}"


def _reason(row: TableRow, codes: set[str]) -> Bilingual | None:
    if row.problem:
        return row.problem
    if not row.code:
        return NO_CODE
    if read_code(row.code) != row.code:
        return BAD_CODE
    if row.code not in codes:
        return NO_BOX
    if not (row.number or row.title_zh or row.title_en):
        return NOTHING
    if any(len(getattr(row, name)) > most for name, most in LIMITS.items()):
        return TOO_LONG
    return None


Titles = Mapping[int, set[str]]


def _titles(entries: Sequence[SystemEntry]) -> Titles:
    """What the catalogue calls the standards: a table that repeats it changes nothing."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    rows = Edition.objects.filter(work__in={one.work_id for one in entries if one.work_id})
    for work, zh, en in rows.values_list("work_id", "title_zh", "title_en"):
        found[work] |= {zh, en}
    return found


def _change(row: TableRow, entry: SystemEntry | None, titles: Titles) -> RowChange:
    notes = []
    if row.level and row.level not in LEVELS:
        notes.append(ODD_LEVEL)
    if row.number and not identity(row.number).readable:
        notes.append(ODD_NUMBER)
    if entry is None:
        return RowChange(status=NEW, row=row, notes=tuple(notes))
    known = titles.get(entry.work_id, set()) if entry.work_id else set()
    fields = tuple(_differences(row, entry, known))
    status = CHANGED if fields else SAME
    return RowChange(status=status, row=row, entry=entry, fields=fields, notes=tuple(notes))


def _differences(row: TableRow, entry: SystemEntry, known: set[str]) -> list[FieldChange]:
    found = []
    if row.code != entry.node.code:
        found.append(_field("node", entry.node.code, row.code))
    own_level = level_of(identity(entry.number).level) if entry.number else ""
    implied = {"title_zh": known, "title_en": known, "level": {own_level}}
    for name in ("title_zh", "title_en", "level", "remark"):
        new, old = getattr(row, name), getattr(entry, name)
        if name == "level" and new not in LEVELS:
            continue
        if new and new != old and (old or new not in implied.get(name, ())):
            found.append(_field(name, old, new))
    return found


def _field(key: str, old: str, new: str) -> FieldChange:
    words = LEVELS if key == "level" else {}
    said = [words.get(one, Bilingual(one, one)) for one in (old, new)]
    return FieldChange(key, said[0], said[1], new)


def _digest(
    system: StandardsSystem, nodes: Mapping[str, SystemNode], entries: Sequence[SystemEntry]
) -> str:
    names = ("pk", "node_id", "number", "title_zh", "title_en", "level", "remark")
    return digest_of(
        {
            "system": system.pk,
            "nodes": sorted(nodes),
            "entries": [[str(getattr(one, name)) for name in names] for one in entries],
        }
    )

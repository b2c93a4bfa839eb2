"""The grammar of a responsibility note (责任分工标注): lists of bodies, each with its role."""

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any, cast

from guiju.core.plans.bodies import Listed, is_generic, read_bodies
from guiju.core.plans.deadlines import note_deadlines
from guiju.core.plans.model import Body, Deadline, DefaultKind, Doubt, Remark, Role
from guiju.core.plans.words import any_of, words

# A longer bracket is prose, whatever words it holds.
LONGEST_NOTE = 3000
# Cheap tests before the dear ones: most notes hold neither a default nor a deadline.
_MAYBE_DEFAULT = re.compile(r"不再|下同|第一|首")
_MAYBE_DEADLINE = re.compile(r"[\d年月]|持续|长期|推进|按期|按计划|按年度|实施")
_EDGES = "，,、；;。：: \t\n\u3000"


@dataclass(slots=True)
class NoteReading:
    """What the inside of a note says, before defaults of the document are applied."""

    bodies: list[Body] = field(default_factory=list)
    etc: bool = False
    all_departments: bool = False
    local_governments: bool = False
    deadlines: list[Deadline] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    defaults: list[tuple[DefaultKind, int, int]] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    said_role: bool = False
    likely: int = 0
    unlikely: list[tuple[int, int]] = field(default_factory=list)
    left_over: list[tuple[int, int]] = field(default_factory=list)
    without_role: int = 0


@cache
def _roles() -> tuple[re.Pattern[str], dict[str, Role]]:
    lists = words("notes")
    roles = {word: cast(Role, role) for role, entries in lists["roles"].items() for word in entries}
    free = any_of(lists["free"])
    boundary = r"(?=[，,；;。、：:）)\s]|$)"
    adverbs = any_of(lists["adverbs"])
    pattern = rf"(?:{adverbs}){{0,4}}(?:(?P<role>{any_of(list(roles))}){boundary}|(?P<free>{free}))"
    return re.compile(pattern), roles


@cache
def _labels() -> tuple[re.Pattern[str], dict[str, str]]:
    labels = {w: role for role, entries in words("notes")["labels"].items() for w in entries}
    # A deadline is cut out before labels are read: 完成时限 may stand alone at the end.
    alone = rf"(?P<alone>{any_of(words('notes')['labels']['time'])})$"
    return re.compile(rf"(?P<label>{any_of(list(labels))})\s*[：:]|{alone}"), labels


@cache
def _defaults() -> list[tuple[DefaultKind, re.Pattern[str]]]:
    lists: dict[str, list[str]] = words("notes")["defaults"]
    return [
        (cast(DefaultKind, kind), re.compile(pattern))
        for kind, patterns in lists.items()
        for pattern in patterns
    ]


@cache
def _connectives() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    lists = words("notes")
    return (
        re.compile(any_of(lists["jointly"])),
        re.compile(rf"(?:{any_of(lists['lead_ins'])})"),
        re.compile(r"[^、，,；;。]{1,12}?由"),
    )


@cache
def hint() -> re.Pattern[str]:
    """A cheap test: a bracket without any of these words is no note."""
    lists = words("notes")
    roles = [word for entries in lists["roles"].values() for word in entries]
    labels = [word for entries in lists["labels"].values() for word in entries]
    return re.compile(any_of([*roles, *labels]))


def read_note(text: str, start: int, end: int) -> NoteReading:
    """Read `text[start:end]`, the inside of a bracket or the part after a label, as a note."""
    reading = NoteReading()
    gaps = _take_defaults(reading, text, start, end)
    gaps += _take_deadlines(reading, text, start, end, gaps)
    role: Role | None = None
    for piece_start, piece_end in _pieces(text, start, end, sorted(gaps)):
        role = _read_piece(reading, text, piece_start, piece_end, role)
    return reading


def _take_defaults(reading: NoteReading, text: str, start: int, end: int) -> list[tuple[int, int]]:
    gaps: list[tuple[int, int]] = []
    if not _MAYBE_DEFAULT.search(text, start, end):
        return gaps
    for kind, pattern in _defaults():
        for found in pattern.finditer(text, start, end):
            if not any(s < found.end() and found.start() < e for s, e in gaps):
                reading.defaults.append((kind, found.start(), found.end()))
                gaps.append(found.span())
    return gaps


def _take_deadlines(
    reading: NoteReading, text: str, start: int, end: int, taken: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    gaps: list[tuple[int, int]] = []
    if not _MAYBE_DEADLINE.search(text, start, end):
        return gaps
    for deadline in note_deadlines(text, start, end):
        before = text[deadline.start - 1] if deadline.start > start else "，"
        after = text[deadline.end] if deadline.end < end else "，"
        inside = any(s <= deadline.start < e for s, e in taken)
        if before in _EDGES and (after in _EDGES or deadline.text.endswith("前")) and not inside:
            reading.deadlines.append(deadline)
            gaps.append((deadline.start, deadline.end))
    return gaps


def _pieces(text: str, start: int, end: int, gaps: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Cut at 。；, at gaps, but never inside an inner bracket."""
    pieces: list[tuple[int, int]] = []
    depth, at, position = 0, start, start
    skip = dict(gaps)
    while position < end:
        if position in skip:
            pieces.append((at, position))
            position = at = skip[position]
            continue
        sign = text[position]
        if sign in "（(〔[":
            depth += 1
        elif sign in "）)〕]":
            depth = max(0, depth - 1)
        elif sign in "。；;" and depth == 0:
            pieces.append((at, position))
            at = position + 1
        position += 1
    pieces.append((at, end))
    return [trimmed for s, e in pieces if (trimmed := _trim(text, s, e))[0] < trimmed[1]]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def _read_piece(
    reading: NoteReading, text: str, start: int, end: int, role: Role | None
) -> Role | None:
    """Read the part between two stops; a list without a label goes on with the last label's role."""
    pattern, labels = _labels()
    found = list(pattern.finditer(text, start, end))
    first = found[0].start() if found else end
    _read_groups(reading, text, start, first, role)
    for index, label in enumerate(found):
        stop = found[index + 1].start() if index + 1 < len(found) else end
        value = _trim(text, label.end(), stop)
        if label["alone"]:
            continue
        meaning = labels[label["label"]]
        if meaning == "other":
            reading.remarks.append(Remark(label["label"], text[slice(*value)], *value))
        elif meaning == "time":
            _read_time(reading, text, label["label"], value)
        else:
            reading.said_role = True
            role = cast(Role, meaning)
            _read_groups(reading, text, *value, role)
    return role


def _read_time(reading: NoteReading, text: str, label: str, value: tuple[int, int]) -> None:
    known = any(d.start < value[1] and value[0] < d.end for d in reading.deadlines)
    found = [] if known else note_deadlines(text, *value)
    if found:
        reading.deadlines.append(found[-1])
    elif not known and value[0] < value[1]:
        reading.remarks.append(Remark(label, text[slice(*value)], *value))


def _read_groups(
    reading: NoteReading, text: str, start: int, end: int, default: Role | None
) -> None:
    """Read 甲牵头，乙、丙参与: each role word takes the list since the one before it."""
    pattern, roles = _roles()
    at = start
    for found in pattern.finditer(text, start, end):
        if found.start() < at or _inside_name(text, at, found):
            continue
        role = roles[found["role"] or found["free"]]
        reading.said_role = True
        _read_list(reading, text, at, found.start(), role)
        at = found.end()
    rest = _trim(text, at, end)
    if rest[0] >= rest[1]:
        return
    if default:
        _read_list(reading, text, *rest, default)
    else:
        _keep_rest(reading, text, *rest)


def _inside_name(text: str, at: int, found: re.Match[str]) -> bool:
    """配合部门 or 参与、… inside a bracket of a name is no role word."""
    between = text[at : found.start()]
    opened = between.count("（") + between.count("(")
    return opened > between.count("）") + between.count(")")


def _read_list(reading: NoteReading, text: str, start: int, end: int, role: Role) -> None:
    jointly, lead_in, prefix = _connectives()
    start, end = _trim(text, start, end)
    opening = lead_in.match(text, start, end)
    if opening:
        start = opening.end()
    else:
        before = prefix.match(text, start, end)
        if before and before.end() < end:
            reading.left_over.append((start, before.end() - 1))
            start = before.end()
    joint = jointly.search(text, start, end)
    if joint and start < joint.start() and joint.end() < end and _is_joint(text, start, joint):
        _add(reading, text, start, joint.start(), "lead")
        start = joint.end()
    _add(reading, text, start, end, role)


def _is_joint(text: str, start: int, joint: re.Match[str]) -> bool:
    """商 also lives in 商务部 and 工商联: only 会同, or 商 after a whole name, joins."""
    if joint.group() == "会同":
        return True
    listed = read_bodies(text, start, joint.start()).entries
    following = read_bodies(text, joint.end(), joint.endpos).entries
    known = bool(listed and following and listed[-1].likely and following[0].likely)
    return known and not text.startswith(("商务", "商会"), joint.start())


def _add(reading: NoteReading, text: str, start: int, end: int, role: Role) -> None:
    listed = read_bodies(text, start, end)
    reading.etc = reading.etc or listed.etc
    for entry in listed.entries:
        _count(reading, text, entry)
        reading.bodies.append(
            Body(text[entry.start : entry.end], role, entry.kind, entry.start, entry.end)
        )
        reading.all_departments |= entry.kind == "departments"
        reading.local_governments |= entry.kind == "local"


def _count(reading: NoteReading, text: str, entry: Listed) -> None:
    if entry.likely:
        reading.likely += 1
    else:
        reading.unlikely.append((entry.start, entry.end))


def _keep_rest(reading: NoteReading, text: str, start: int, end: int) -> None:
    """What no role word took: bodies without a role, or something not understood."""
    listed = read_bodies(text, start, end).entries
    if listed and all(entry.likely for entry in listed):
        reading.without_role += len(listed)
    reading.left_over.append((start, end))


def take_as_shared(reading: NoteReading, text: str) -> bool:
    """Take bodies that stand without a role as responsible, if nothing but bodies stands there."""
    parts = reading.left_over
    if not all(one.likely for s, e in parts for one in read_bodies(text, s, e).entries):
        return False
    reading.left_over = []
    for start, end in parts:
        _add(reading, text, start, end, "shared")
    return True


def generic_only(reading: NoteReading, text: str) -> bool:
    """Whether the note speaks of everybody only (政府主导、社会参与)."""
    return bool(reading.unlikely) and all(is_generic(text[s:e]) for s, e in reading.unlikely)


def words_of(code: str) -> dict[str, Any]:
    """The two sentences of a doubt, {"zh": …, "en": …}."""
    found: dict[str, Any] = words("doubts")[code]
    return found

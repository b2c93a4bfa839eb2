"""Lists of bodies (责任主体名单): where each name starts and ends, and what it stands for."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from guiju.core.plans.model import BodyKind
from guiju.core.plans.words import any_of, words

_SPACE = r"[ \t\u3000\n]"
_SEPARATOR = re.compile(rf"(?:[、，,；;。/]|{_SPACE}|以及|及其|及(?!时)|和|与|并)+")
_LINK = re.compile(r"以及|及其?|和|与|并")
_STOP = re.compile(rf"[、，,；;。/]|{_SPACE}")
_TAIL_BRACKET = re.compile(r"[（(〔\[][^（(〔\[]*$")
_MAY_STOP = re.compile(r"[（(〔\[）)〕\]、，,；;。/ \t\u3000\n等和与及以并]")
_LONGEST = 30


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry of a list; `likely` says that it has the shape of a body's name."""

    start: int
    end: int
    kind: BodyKind
    likely: bool


@dataclass(frozen=True, slots=True)
class BodyList:
    """A list read: its entries, and whether it ends in 等."""

    entries: list[Listed]
    etc: bool


@cache
def _collective() -> re.Pattern[str]:
    """Collective bodies (各有关部门, 各市、县人民政府, 有关企业), up to a boundary."""
    lists: dict[str, Any] = words("notes")["collective"]
    departments, local, other = lists["departments"], lists["local"], lists["other"]
    which, unit = any_of(local["which"]), any_of(local["unit"])
    aside = r"(?:[（(〔][^（()）]{1,24}[)）〕])?"
    # Possessive: 市县区 could be cut in many ways, and one is enough.
    units = rf"(?>{unit}){aside}+(?:(?:[、和及与]|以及)?(?>{unit}){aside}+)*+"
    body = any_of(local["body"])
    scope, noun = any_of(departments["scope"]), any_of(departments["noun"])
    return re.compile(
        rf"(?:(?P<departments>(?:{scope})?(?:{any_of(departments['which'])}){{1,3}}"
        rf"(?:{scope})?(?:{any_of(departments['what'])}){{0,3}}(?:{noun})(?:[、和及](?:{noun}))?{aside}"
        rf"|(?:{any_of(departments['what'])}){{1,2}}部门)"
        rf"|(?P<local>(?:全[省市县区]|[省市])?(?:{which}){{1,3}}(?:{units}(?:{body})?|{body}){aside}"
        rf"|{any_of(local['whole'])})"
        rf"|(?P<other>(?:{any_of(other['which'])})[^、，,；;。和及与（(\s]{{0,10}}?"
        rf"(?:{any_of(other['noun'])})))(?={_boundary()})"
    )


def _boundary() -> str:
    """What may follow a collective body; 各地区各部门 needs no separator."""
    which = any_of(words("notes")["collective"]["departments"]["which"])
    return rf"{any_of(words('notes')['others'])}|{_SEPARATOR.pattern}|{which}|$"


@cache
def _others() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{any_of(words('notes')['others'])})"
        r"(?:\d+个|[一二三四五六七八九十]+个)?(?:(?P<tail>[^、，,；;。]{0,14}?"
        r"(?:部门和单位|部门及单位|部门单位|部门|单位|机构|方面|企业|地区|组织|院校|省份|省市|城市|地)))?"
        rf"(?={_SEPARATOR.pattern}|$)"
    )


@cache
def _name_shape() -> tuple[frozenset[str], re.Pattern[str], frozenset[str]]:
    lists = words("notes")
    return (
        frozenset(lists["body_ends"]),
        re.compile(any_of(lists["body_stop"])),
        frozenset(lists["generic"]),
    )


def looks_like_body(name: str) -> bool:
    """Whether `name` has the shape of one body's name: its ending, length, no verb inside."""
    ends, stop, generic = _name_shape()
    head = _TAIL_BRACKET.sub("", name) if name[-1:] in ")）〕]" else name
    head = head.strip()
    if not 2 <= len(head) <= _LONGEST or head in generic:
        return False
    return head[-1] in ends and not stop.search(head) and not head[0].isdigit()


def is_generic(name: str) -> bool:
    """Whether `name` means everybody (政府, 社会), as in 政府主导、社会参与."""
    generic = _name_shape()[2]
    return name in generic or (len(name) == 4 and name[:2] in generic)


def read_bodies(text: str, start: int, end: int) -> BodyList:
    """Read `text[start:end]` as a list of bodies, in time linear in its length."""
    entries: list[Listed] = []
    etc = False
    at = start
    while at < end:
        separator = _SEPARATOR.match(text, at, end)
        if separator:
            at = separator.end()
            continue
        others = _others().match(text, at, end)
        if others and entries:
            etc, at = True, others.end()
            continue
        collective = _collective_at(text, at, end)
        if collective:
            entries.append(collective)
            at = collective.end
            continue
        stop = _end_of_name(text, at, end)
        entries.append(_entry(text, at, stop))
        at = stop
    return BodyList(entries, etc)


def _collective_at(text: str, at: int, end: int) -> Listed | None:
    match = _collective().match(text, at, end)
    if match is None:
        return None
    kinds: tuple[BodyKind, ...] = ("departments", "local", "other")
    kind = next(kind for kind in kinds if match[kind])
    return Listed(at, match.end(), kind, likely=True)


def _end_of_name(text: str, at: int, end: int) -> int:
    """Where the name that begins at `at` ends: a separator, 等, or 和/及 between two bodies."""
    depth = 0
    for mark in _MAY_STOP.finditer(text, at + 1, end):
        sign = mark.group()
        if sign in "（(〔[":
            depth += 1
        elif sign in "）)〕]":
            depth = max(0, depth - 1)
        elif depth == 0 and _name_stops(text, at, mark.start(), end):
            return mark.start()
    return end


def _name_stops(text: str, at: int, position: int, end: int) -> bool:
    sign = text[position]
    if sign in "、，,；;。/ \t\u3000":
        return True
    if sign == "\n":
        return looks_like_body(text[at:position])
    if sign == "等":
        not_list = words("notes")["others_not"]
        if any(
            text[position - 1 : position + 1] == word or text.startswith(word, position)
            for word in not_list
        ):
            return False
        return bool(_others().match(text, position, end))
    if sign in "和与及以并":
        link = _LINK.match(text, position, end)
        return bool(link) and _joins_two(text, at, position, link.end() if link else end, end)
    return False


def _joins_two(text: str, at: int, position: int, after: int, end: int) -> bool:
    """和 separates only two bodies: 工业和信息化部 and 文化和旅游部 are one each."""
    if not looks_like_body(text[at:position]):
        return False
    if _collective_at(text, after, end):
        return True
    following = _STOP.search(text, after, end)
    rest = text[after : following.start() if following else end]
    others = rest.find("等")
    return looks_like_body(rest[:others] if others > 0 else rest)


def _entry(text: str, start: int, end: int) -> Listed:
    name = text[start:end]
    return Listed(start, end, "named", looks_like_body(re.sub(r"\s", "", name)))

"""Statistics of periods in a rule file (统计值): which values, of which period, valid from how many on."""

import re
from decimal import Decimal
from typing import get_args

from guiju.core.provisions.composed import UNITS, Censored, Statistic, Take, Unit
from guiju.core.provisions.files import parts
from guiju.core.provisions.files.nodes import Node
from guiju.core.provisions.model import Characteristic

_TAKES = tuple(one for one in get_args(Take) if one != "percentile")
_HOURS = re.compile(r"(\d{1,2})~(\d{1,2})")
_MOST = 100_000


def statistics(node: Node | None, known: dict[str, Characteristic]) -> tuple[Statistic, ...]:
    """All statistics of a file; one is made of characteristics, or of those above it."""
    found: dict[str, Statistic] = {}
    units: dict[str, Unit] = {}
    all_names = frozenset({} if node is None else node.fields)
    for name, one in ({} if node is None else node.fields).items():
        of = one.need("of")
        for asked, place in ((name, one), (of.text, of)):
            if asked not in known:
                raise place.wrong(
                    f"characteristics 中没有“{asked}”", f"characteristics have no “{asked}”"
                )
        if of.text in all_names and of.text not in found:
            raise of.wrong(f"“{of.text}”应当写在前面", f"“{of.text}” must stand above")
        found[name] = _statistic(name, one)
        units[name] = _unit(found[name], one, units)
    return tuple(found.values())


def _statistic(name: str, node: Node) -> Statistic:
    node.only(
        "of", "clause", "take", "percentile", "over", "last", "at_least", "each_month", "february",
        "hours", "or_above", "censored", "before", "decimals",
        "certainty",
    )  # fmt: skip
    share = node.get("percentile")
    take: Take = "percentile" if share else parts.choice(node.need("take"), _TAKES, "mean")
    last, over = node.get("last"), node.get("over")
    if (last is None) == (over is None):
        raise node.wrong("应当写 over 或 last 之一", "either over or last is expected")
    month = _count(node, "each_month", 0)
    above = node.get("or_above")
    if above is not None and take != "max":
        raise above.wrong("or_above 只用于最大值", "or_above is for a maximum only")
    if take == "energy" and node.get("decimals") is None:
        raise node.wrong("能量平均应当写明 decimals", "an energetic mean needs decimals")
    if last is not None and take in ("percentile", "energy"):
        raise node.wrong(
            "滑动窗口只取均值、和、最大、最小", "a running window has a mean, sum, max or min"
        )
    censored: Censored = parts.choice(node.get("censored"), get_args(Censored), "undetermined")
    period: Unit = parts.choice(over, UNITS[1:], "day")
    return Statistic(
        id=name,
        clause=node.need("clause").text,
        of=node.need("of").text,
        take=take,
        over=None if over is None else period,
        last=None if last is None else _count(node, "last", 1),
        at_least=_count(node, "at_least", 1),
        each_month=month,
        february=_count(node, "february", month),
        hours=_hours(node.get("hours")),
        or_above=None if above is None else parts.decimal(above),
        share=Decimal(0) if share is None else _share(share),
        censored=censored,
        before=_step(node.get("before")),
        step=_step(node.get("decimals")),
        sure=parts.certainty(node.get("certainty"), "certain") != "uncertain",
    )


def _unit(one: Statistic, node: Node, units: dict[str, Unit]) -> Unit:
    """Of what period its values are; a calendar period must be longer than that of its values."""
    source = units.get(one.of, "hour")
    if one.over is None:
        return source
    if UNITS.index(one.over) <= UNITS.index(source):
        raise node.wrong(
            f"“{one.of}”的时段不短于 {one.over}",
            f"the period of “{one.of}” is not shorter than {one.over}",
        )
    if one.each_month and one.over not in ("quarter", "year"):
        raise node.wrong("each_month 只用于季和年", "each_month is for quarters and years")
    if one.hours != (1, 24) and (one.over != "day" or source != "hour"):
        raise node.wrong("hours 只用于一日的小时值", "hours is for the hours of a day")
    return one.over


def _count(node: Node, key: str, default: int) -> int:
    found = node.get(key)
    if found is None:
        return default
    if not found.text.isdecimal() or not 1 <= int(found.text) <= _MOST:
        raise found.wrong("应当是正整数", "a whole number above zero is expected")
    return int(found.text)


def _hours(node: Node | None) -> tuple[int, int]:
    if node is None:
        return 1, 24
    found = _HOURS.fullmatch(node.text)
    first, last = (int(found[1]), int(found[2])) if found else (0, 0)
    if not 1 <= first <= last <= 24:
        raise node.wrong("应当写成 8~24（1 至 24 时）", "write 8~24 (hours 1 to 24)")
    return first, last


def _share(node: Node) -> Decimal:
    found = parts.decimal(node)
    if not 0 < found < 100:
        raise node.wrong("百分位数应当在 0 和 100 之间", "a percentile lies between 0 and 100")
    return found.scaleb(-2)


def _step(node: Node | None) -> Decimal | None:
    if node is None:
        return None
    if not re.fullmatch(r"-?\d", node.text):
        raise node.wrong("应当是小数位数", "a number of decimals is expected")
    return Decimal(1).scaleb(-int(node.text))

"""The yearly notices of the rulebook (放假安排文件)."""

from functools import cache
from importlib import resources

from guiju.core.procedures.calendar.days import Calendar, Holiday, Year, calendar_of
from guiju.core.procedures.files.parts import bilingual, day
from guiju.core.provisions.files.nodes import Node, read_yaml

_SATURDAY = 5


def read_year(data: str, name: str) -> Year:
    """One notice. Raises RuleFileError."""
    node = read_yaml(data, name)
    node.only("year", "basis", "off", "work")
    year = node.need("year")
    if not year.text.isdecimal():
        raise year.wrong("年份应当是四位数字", "a year of four digits is expected")
    found = Year(
        year=int(year.text),
        basis=node.need("basis").text,
        holidays=tuple(_holiday(one) for one in node.need("off").rows),
        work=frozenset(day(one) for one in node.need("work").rows),
    )
    off = calendar_of((found,)).off
    for one in node.need("work").rows:
        made_up = day(one)
        if made_up in off or made_up.weekday() < _SATURDAY:
            raise one.wrong(
                "调休上班日应当是周末，且不在放假日之内",
                "a make-up day is on a weekend, and no day off",
            )
    return found


def _holiday(node: Node) -> Holiday:
    node.only("name", "from", "to")
    first, last = day(node.need("from")), day(node.need("to"))
    if last < first:
        raise node.need("to").wrong("放假结束早于开始", "it ends before it begins")
    return Holiday(bilingual(node.need("name")), first, last)


@cache
def years() -> tuple[Year, ...]:
    """Every notice of the rulebook, in order."""
    folder = resources.files("guiju.rulebook") / "calendar"
    files = (one for one in folder.iterdir() if one.name.endswith(".yaml"))
    found = (read_year(one.read_text("utf-8"), one.name) for one in files)
    return tuple(sorted(found, key=lambda one: one.year))


@cache
def calendar() -> Calendar:
    """The calendar of the rulebook (工作日历)."""
    return calendar_of(years())

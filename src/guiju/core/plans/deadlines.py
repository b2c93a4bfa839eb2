"""Times by which something is due (时限), in notes and in sentences."""

import calendar
import re
from datetime import date
from functools import cache

from guiju.core.plans.model import Deadline
from guiju.core.plans.words import any_of, words

_YEAR = r"(?P<year>(?:19|20)\d{2})\s*年?"
_RANGE = r"(?:(?:19|20)\d{2}\s*年?(?:\d{1,2}月)?\s*[-—–－~～至到]+\s*)?"
_DAY = (
    r"(?:(?P<month>1[0-2]|0?[1-9])月(?:份)?(?:(?P<day>3[01]|[12]\d|0?[1-9])日)?"
    r"|(?P<half>上半年|下半年)|第?(?P<quarter>[一二三四1-4])季度)?"
)
_EDGE = r"(?P<edge>(?:年)?(?:底|末|中|初))?"
_BEFORE = r"(?P<before>\s*(?:之前|以前|前))?"
_DATE = rf"{_RANGE}(?:{_YEAR}{_DAY}|(?P<bare>1[0-2]|[1-9])月){_EDGE}{_BEFORE}"
_ISO = r"(?P<iso>(?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2})(?P<iso_before>前)?"
_LAST_MONTH = {"上半年": 6, "下半年": 12}
_QUARTER = {"一": 3, "1": 3, "二": 6, "2": 6, "三": 9, "3": 9, "四": 12, "4": 12}


@cache
def _note_pattern() -> re.Pattern[str]:
    lists = words("deadlines")
    done = any_of(lists["done_words"])
    relative = r"(?:每年|当年|本年|今年|明年)?(?:年底|年内|年末)(?:前|之前|以前)?"
    return re.compile(
        rf"(?:力争|确保|争取|到|于|在)?(?:{_ISO}|{_DATE}|{relative})"
        rf"(?:基本|全部|全面|力争|初步)?(?:{done})?|{any_of(lists['open_ended'])}"
    )


@cache
def _sentence_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?P<until>到|截至)?{_DATE}")


def note_deadlines(text: str, start: int, end: int) -> list[Deadline]:
    """Deadlines in `text[start:end]`, the inside of a note; 持续推进 counts, without a day."""
    return [
        Deadline(found.group(), found.start(), found.end(), _last_day(found))
        for found in _note_pattern().finditer(text, start, end)
    ]


def sentence_deadlines(text: str, start: int, end: int) -> list[Deadline]:
    """Deadlines in a sentence: only a date said to be one (2020年底前, 到2025年, 上半年)."""
    if "年" not in text[start:end] and "月" not in text[start:end]:
        return []
    found: list[Deadline] = []
    year: str | None = None
    for match in _sentence_pattern().finditer(text, start, end):
        if match["year"] and not _follows_a_year(text, match.end()):
            year = match["year"]
        if _is_due(text, match):
            day = _last_day(match, year)
            found.append(Deadline(match.group(), match.start(), match.end(), day))
    return found


def _follows_a_year(text: str, at: int) -> bool:
    return text[at : at + 1] in {"版", "度"}


def _is_due(text: str, match: re.Match[str]) -> bool:
    if _follows_a_year(text, match.end()) or text[max(0, match.start() - 1)] in "自从":
        return False
    if match["bare"] and text[max(0, match.start() - 1)].isdigit():
        return False
    return bool(match["before"] or match["until"] or match["edge"] or match["half"])


def _last_day(match: re.Match[str], year: str | None = None) -> date | None:
    """The last day that keeps the deadline; None where no year is certain."""
    groups = match.groupdict()
    if groups.get("iso"):
        numbers = [int(part) for part in re.split(r"[-./]", groups["iso"])]
        return _real_date(*numbers)
    if groups.get("bare"):
        return _real_date(int(year), int(groups["bare"]), None) if year else None
    if not groups.get("year"):
        return None
    month = int(groups["month"]) if groups["month"] else _month_of(groups)
    return _real_date(int(groups["year"]), month, int(groups["day"]) if groups["day"] else None)


def _month_of(groups: dict[str, str | None]) -> int:
    if groups["half"]:
        return _LAST_MONTH[groups["half"]]
    if groups["quarter"]:
        return _QUARTER[groups["quarter"]]
    edge = groups["edge"] or ""
    return 6 if edge.endswith("中") else 12


def _real_date(year: int, month: int, day: int | None) -> date | None:
    try:
        last = calendar.monthrange(year, month)[1]
        return date(year, month, day or last)
    except ValueError:
        return None

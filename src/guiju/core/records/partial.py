"""Dates known to the year, the month or the day (不完整日期): 2003, 2003-06, 2003-06-05."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from guiju.core.errors import Bilingual, InputError

FIRST_YEAR, LAST_YEAR = 1800, 2199
_DAY = len("2015-09-01")
_YEAR_OF_NUMBER = re.compile(r"-(\d{4})$")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class BadDate(InputError):
    """What was written is no date (日期有误)."""

    code = "date"
    zh = "“{subject}”不是日期：{why_zh}。请写成 2003、2003-06 或 2003-06-05。"
    en = "“{subject}” is not a date: {why_en}. Write 2003, 2003-06 or 2003-06-05."

    def __init__(self, subject: str, why: Bilingual) -> None:
        super().__init__(subject, why_zh=why.zh, why_en=why.en)


@dataclass(frozen=True, slots=True)
class Partial:
    """A day, or a month or year within which the day lies; 0 is what is not known.

    >>> Partial(2003, 6).last
    datetime.date(2003, 6, 30)
    """

    year: int
    month: int = 0
    day: int = 0

    @property
    def first(self) -> date:
        """The earliest day that is meant (最早)."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day that is meant (最晚)."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def is_day(self) -> bool:
        return self.day > 0

    def surely_before(self, other: "Partial") -> bool:
        """Whether every day meant here lies before every day meant there (必早于)."""
        return self.last < other.first

    def maybe_before(self, other: "Partial") -> bool:
        """Whether some day meant here lies before some day meant there (可能早于)."""
        return self.first < other.last

    def agrees_with(self, other: "Partial") -> bool:
        """Whether both may mean the same day: one lies within the other (相容)."""
        return self.first <= other.last and other.first <= self.last

    def __str__(self) -> str:
        return "-".join(
            f"{value:0{width}}"
            for value, width in ((self.year, 4), (self.month, 2), (self.day, 2))
            if value
        )

    def say(self) -> Bilingual:
        """2003年6月5日, 5 June 2003."""
        zh = f"{self.year}年"
        en = str(self.year)
        if self.month:
            zh += f"{self.month}月"
            en = f"{_MONTHS[self.month - 1]} {en}"
        if self.day:
            zh += f"{self.day}日"
            en = f"{self.day} {en}"
        return Bilingual(zh, en)


def make(year: int, month: int = 0, day: int = 0, *, written: str = "") -> Partial:
    """The partial date of these numbers; raises BadDate with the reason where there is none."""
    written = written or "-".join(str(one) for one in (year, month, day) if one)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadDate(
            written,
            Bilingual(
                f"年份应在 {FIRST_YEAR} 至 {LAST_YEAR} 之间",
                f"the year must lie between {FIRST_YEAR} and {LAST_YEAR}",
            ),
        )
    if not 0 <= month <= 12 or (day and not month):
        raise BadDate(written, Bilingual(f"没有 {month} 月", f"there is no month {month}"))
    if day and not 1 <= day <= monthrange(year, month)[1]:
        raise BadDate(
            written,
            Bilingual(f"该月没有 {day} 日", f"that month has no day {day}"),
        )
    return Partial(year, month, day)


def chinese_year(number: str) -> str:
    """A canonical number with the dash before its year as Chinese texts write it."""
    return _YEAR_OF_NUMBER.sub(r"—\1", number)


def english_when(text: str) -> str:
    """A written date behind an English verb: a day is "on", a month or a year "in".

    >>> english_when("2015-09-01"), english_when("2015-09")
    ('on 2015-09-01', 'in 2015-09')
    """
    return f"{'on' if len(text) == _DAY else 'in'} {text}"


@lru_cache(maxsize=1 << 16)
def parse(text: str) -> Partial:
    """Read ISO 8601 to the year, month or day; anything else raises BadDate."""
    parts = text.split("-")
    if not (
        len(parts) <= 3
        and [len(part) for part in parts] == [4, 2, 2][: len(parts)]
        and all(part.isascii() and part.isdigit() for part in parts)
    ):
        raise BadDate(text[:40], Bilingual("写法不对", "it is not written like one"))
    numbers = [int(part) for part in parts]
    if 0 in numbers:
        raise BadDate(text, Bilingual("年、月、日不能为零", "no year, month or day is zero"))
    return make(*numbers, written=text)


def parse_or_none(text: str) -> Partial | None:
    """Like `parse`, but None for nothing and for what is no date."""
    if not text:
        return None
    try:
        return parse(text)
    except BadDate:
        return None

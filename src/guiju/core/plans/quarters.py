"""Quarters as values (季度): the periods in which work is reported."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from guiju.core.errors import Bilingual, InputError

_WRITTEN = re.compile(r"([12][0-9]{3})Q([1-4])", re.IGNORECASE | re.ASCII)
_ORDINALS = "一二三四"


class NotAQuarter(InputError):
    """Something else stands where a quarter should (不是季度)."""

    code = "not_a_quarter"
    zh = "“{subject}”不是季度。请写成 2023Q1 的样子。"
    en = "“{subject}” is not a quarter. Write it like 2023Q1."


class ClosedQuarter(InputError):
    """A quarter in which nothing can be reported (季度未开放)."""

    code = "closed_quarter"
    zh = "{subject}不能报告：目前开放的是{open_zh}。请改选其中的季度。"
    en = "Nothing can be reported for {subject_en}: open are {open_en}. Choose one of these."


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A quarter of a year.

    >>> Quarter.of(date(2023, 3, 31)), Quarter.read("2023q2").previous
    (Quarter(year=2023, number=1), Quarter(year=2023, number=1))
    >>> str(Quarter(2023, 4).next), Quarter(2023, 4).last_day
    ('2024Q1', datetime.date(2023, 12, 31))
    """

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Quarter":
        return cls(day.year, (day.month + 2) // 3)

    @classmethod
    def read(cls, text: str) -> "Quarter":
        """The quarter that is written so. Raises NotAQuarter."""
        found = _WRITTEN.fullmatch(text.strip())
        if found is None:
            raise NotAQuarter(text.strip()[:40])
        return cls(int(found[1]), int(found[2]))

    def __str__(self) -> str:
        return f"{self.year}Q{self.number}"

    @property
    def label(self) -> Bilingual:
        return Bilingual(
            f"{self.year}年第{_ORDINALS[self.number - 1]}季度", f"Q{self.number} {self.year}"
        )

    @property
    def first_day(self) -> date:
        return date(self.year, self.number * 3 - 2, 1)

    @property
    def last_day(self) -> date:
        return self.next.first_day - timedelta(days=1)

    @property
    def next(self) -> "Quarter":
        return Quarter(self.year + self.number // 4, self.number % 4 + 1)

    @property
    def previous(self) -> "Quarter":
        return Quarter.of(self.first_day - timedelta(days=1))


@dataclass(frozen=True, slots=True)
class Window:
    """The quarters that are open for reports, from `first` to `last`, both counted."""

    first: Quarter
    last: Quarter

    @property
    def quarters(self) -> tuple[Quarter, ...]:
        """From the newest to the oldest; none if the plan has not begun."""
        found: list[Quarter] = []
        at = self.last
        while at >= self.first:
            found.append(at)
            at = at.previous
        return tuple(found)

    def check(self, quarter: Quarter) -> None:
        """Raise ClosedQuarter unless something may be reported for `quarter`."""
        if not self.first <= quarter <= self.last:
            first, last = self.first.label, self.last.label
            spans = (f"{first.zh}至{last.zh}", f"{first.en} to {last.en}")
            none = (f"（尚无，{first.zh}起）", f"none yet (from {first.en} on)")
            zh, en = spans if self.first <= self.last else none
            raise ClosedQuarter(
                quarter.label.zh, subject_en=quarter.label.en, open_zh=zh, open_en=en
            )


def window(*, starts: date | None, ends: date | None, today: date, unfinished: bool) -> Window:
    """The open quarters of a plan: to its end, further while work is unfinished, never ahead.

    >>> year = {"starts": date(2022, 7, 6), "ends": date(2023, 12, 31)}
    >>> str(window(**year, today=date(2023, 5, 1), unfinished=True).last)
    '2023Q2'
    >>> str(window(**year, today=date(2024, 5, 1), unfinished=False).last)
    '2023Q4'
    """
    now = Quarter.of(today)
    last = now if unfinished or ends is None else min(now, Quarter.of(ends))
    return Window(Quarter.of(starts) if starts else last, last)

"""Dates as people and spreadsheets write them (日期的各种写法), read into partial dates."""

import math
import re
import unicodedata
from datetime import date, datetime, timedelta

from guiju.core.errors import Bilingual
from guiju.core.records.partial import BadDate, Partial, make

_FORMS = (
    re.compile(r"(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?"),
    re.compile(r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})[日号]?)?)?"),
    re.compile(r"(\d{4})(\d{2})(\d{2})"),
    re.compile(r"(\d{4})(0[1-9]|1[0-2])"),
    re.compile(r"(\d{4})"),
)
_TIME_BEHIND = re.compile(r"[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$")
_DAY_FIRST = re.compile(r"\d{1,2}[-./]\d{1,2}[-./]\d{4}")
_SERIAL = re.compile(r"\d{5}(\.\d+)?")
# Spreadsheets count days from here; the serials accepted are the days of 1954 to 2119, so that
# neither a year nor a compact date can be taken for one.
_SERIAL_ZERO = date(1899, 12, 30)
_SERIALS = range(20_000, 80_000)
_LONGEST = 60


def read_date(value: object) -> Partial | None:
    """The partial date that a cell or field holds; None when it is empty, BadDate when it is none.

    >>> str(read_date("2003年6月5日")), str(read_date("2003.6")), str(read_date(37777))
    ('2003-06-05', '2003-06', '2003-06-05')
    """
    if value is None:
        return None
    if isinstance(value, date):  # a datetime is one too
        return make(value.year, value.month, value.day)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _read_number(value)
    if isinstance(value, str) and len(value) > _LONGEST:
        raise BadDate(value[:40], Bilingual("太长", "it is too long"))
    text = re.sub(r"(?<!\d) | (?!\d)", "", unicodedata.normalize("NFKC", str(value)).strip())
    if text in {"", "-", "--", "/", "—", "无", "null", "None"}:
        return None
    return _read_text(text, str(value).strip()[:40])


def _read_text(text: str, written: str) -> Partial:
    text = _TIME_BEHIND.sub("", text)
    for form in _FORMS:
        found = form.fullmatch(text)
        if found:
            year, month, day = (*(int(one or 0) for one in found.groups()), 0, 0)[:3]
            if 0 in [int(one) for one in found.groups() if one]:
                raise BadDate(
                    written, Bilingual("年、月、日不能为零", "no year, month or day is zero")
                )
            return make(year, month, day, written=written)
    if _SERIAL.fullmatch(text):
        return _read_number(float(text))
    if _DAY_FIRST.fullmatch(text):
        raise BadDate(
            written,
            Bilingual("看不出日和月的先后", "it does not say which is the day and which the month"),
        )
    raise BadDate(written, Bilingual("写法不对", "it is not written like one"))


def _read_number(value: float) -> Partial:
    if not math.isfinite(value):
        raise BadDate(str(value), Bilingual("不是数", "it is no number"))
    whole = int(value)
    if whole in _SERIALS:
        day = _SERIAL_ZERO + timedelta(days=whole)
        return make(day.year, day.month, day.day)
    if whole == value and 1000 <= whole < 10**8:
        return _read_text(str(whole), str(whole))
    raise BadDate(str(value)[:40], Bilingual("不是日期序号", "it is no serial of a day"))


def as_iso(value: datetime | date | str | float | None) -> str:
    """`read_date` as text, empty for nothing."""
    found = read_date(value)
    return "" if found is None else str(found)


def try_date(value: object) -> tuple[str, str]:
    """The date as ISO text, or else what could not be read as one."""
    try:
        found = read_date(value)
    except BadDate:
        return "", str(value)[:60]
    return ("" if found is None else str(found)), ""

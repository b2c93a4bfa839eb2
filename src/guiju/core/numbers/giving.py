"""Numbers that are given (编号): of standards and their parts, of amendments, of plans, of filings."""

import re
from datetime import date
from string import Formatter
from typing import Any

from guiju.core.errors import InputError
from guiju.core.numbers.issuers import issuer_table
from guiju.core.numbers.model import Number
from guiju.core.numbers.printing import key
from guiju.core.numbers.reading import parse
from guiju.core.numbers.sequences import TABLE

_LETTERS = {"recommended": "T", "mandatory": "Q", "guidance": "Z"}
_DEPARTMENT = re.compile(r"\d{3}", re.A)


class NoOwnerError(InputError):
    """A plan number without the code of who plans (缺主管部门代码)."""

    code = "no_plan_owner"
    zh = "计划号“{subject}”需要主管部门或行业、机构的代码；国家标准计划写三位数字，如 469。"
    en = "A plan number of the kind “{subject}” needs the code of who plans; a national one has three digits, such as 469."


class TooManyPlansError(InputError):
    """A year has more plans than its numbers can say (当年计划号用完)."""

    code = "too_many_plans"
    zh = "{year} 年“{subject}”的计划号已用到最后一个号 {most}。"
    en = "The plan numbers “{subject}” of {year} are used up to the last, {most}."


def standard_number(code: str, seq: str, part: str = "", *, on: date) -> str:
    """The number of an edition of that year, in its one form. Raises NumberError.

    >>> standard_number("GB/T", "1", "3", on=date(2026, 5, 1))
    'GB/T 1.3-2026'
    """
    dotted = f".{part}" if part else ""
    return key(parse(f"{code} {seq}{dotted}-{on.year}", on))


def supplement_number(base: str, kind: str, number: int, *, on: date) -> str:
    """The number of an amendment (XG) or corrigendum (Cor) to an edition.

    >>> supplement_number("GB 1-2020", "XG", 2, on=date(2026, 5, 1))
    'GB 1-2020/XG2-2026'
    """
    return key(parse(f"{base}/{kind}{number}-{on.year}"))


def double_number(number: str, adopted: str) -> str:
    """The number of an identical adoption as its cover bears it (双编号)."""
    return f"{number}/{key(parse(adopted))}"


def plan_number(kind: str, place: int, *, on: date, standard: Number | None, owner: str) -> str:
    """The number of a plan or filing: the n-th of its kind in the year.

    >>> plan_number("translation", 7, on=date(2026, 5, 1), standard=None, owner="")
    'W20260007'
    """
    row = plan_kind(kind)
    needs_owner = "{owner}" in row["written"]
    if needs_owner and not (_DEPARTMENT.fullmatch(owner) if kind == "national" else owner):
        raise NoOwnerError(kind)
    if place > row["most"]:
        raise TooManyPlansError(kind, year=on.year, most=row["most"])
    nature = _LETTERS.get(standard.nature if standard else "", "T")
    text: str = row["written"].format(year=on.year, seq=place, nature=nature, owner=owner)
    return text


def plan_series(kind: str, *, on: date, owner: str) -> str:
    """The key of the count on which plan numbers of a kind draw: of a year, of an owner where each has his own."""
    row = plan_kind(kind)
    of_owner = f":{owner}" if kind in ("industry", "own") else ""
    return f"plan:{kind}{of_owner}" + ("" if row.get("runs_on") else f":{on.year}")


def plan_place(kind: str, number: str) -> int | None:
    """The place in its count of a plan number as it is written, None for one of another kind."""
    pattern = _pattern(plan_kind(kind)["written"])
    found = re.fullmatch(pattern, number, re.A)
    return int(found["seq"]) if found else None


def plan_kind(kind: str) -> dict[str, Any]:
    """How numbers of a kind are written."""
    row: dict[str, Any] = issuer_table(TABLE)["plans"][kind]
    return row


def _pattern(written: str) -> str:
    holes = {"seq": r"(?P<seq>\d+)", "year": r"\d{4}", "nature": "[TQZ]", "owner": ".+"}
    parts = Formatter().parse(written)
    return "".join(re.escape(text) + (holes[hole] if hole else "") for text, hole, _, _ in parts)

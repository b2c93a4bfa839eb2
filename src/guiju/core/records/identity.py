"""From a written number to the identity of a document (文献标识): its keys, form and level."""

import re
from dataclasses import dataclass
from functools import lru_cache

from guiju.core import numbers
from guiju.core.numbers import Number, NumberError

_DIGITS = re.compile(r"\d+")
_LONGEST = 200
_FORMS = {"XG": "amendment", "AMD": "amendment", "COR": "corrigendum"}


@dataclass(frozen=True, slots=True)
class Identity:
    """What the catalogue needs to know of a number. `key` is one text for one number; unread ones are kept as written.

    `form` is edition, consolidated, amendment, corrigendum or supplement; `base` the key of the
    edition that a supplement belongs to; `work` the key without the year; `dated` says whether
    the number names one edition.
    """

    key: str
    display: str
    sort: str
    work: str
    series: str
    squash: str
    work_squash: str
    form: str = "edition"
    base: str = ""
    level: str = ""
    nature: str = ""
    code: str = ""
    area: str = ""
    year: int | None = None
    kind: str = "standard"
    readable: bool = True
    dated: bool = True
    adopts: tuple[str, ...] = ()
    joint: tuple[str, ...] = ()


@lru_cache(maxsize=200_000)
def identity(written: str) -> Identity:
    """The identity of a written number; one that cannot be read stands for itself."""
    try:
        number = numbers.parse(written)
    except NumberError:
        return _unread(written)
    return identity_of(number)


def identity_of(number: Number) -> Identity:
    key = numbers.key(number)
    last = number.supplements[-1] if number.supplements else None
    form = _FORMS.get(last.kind.upper(), "supplement") if last else "edition"
    if number.suffix and form == "edition" and number.publishers:
        form = "consolidated"
    work = numbers.work_key(number)
    return Identity(
        key=key,
        display=numbers.display(number),
        sort=sort_text(key),
        work=work,
        series=numbers.series_key(number),
        squash=numbers.squash(key),
        work_squash=numbers.squash(work),
        form=form,
        base=numbers.key(numbers.base_of(number)) if last else "",
        level=number.level,
        nature=number.nature,
        code=number.code,
        area=number.area,
        year=_year(last.year if last and last.year else number.year),
        kind=number.kind,
        dated=bool(number.year or number.stage),
        adopts=tuple(numbers.key(one) for one in number.adopts),
        joint=tuple(numbers.key(one) for one in number.joint),
    )


def _year(written: str) -> int | None:
    return int(written) if written.isdecimal() else None


def sort_text(key: str) -> str:
    """The key with its digits padded, so that plain text order is number order."""
    return _DIGITS.sub(lambda found: found[0].zfill(7), key)[:240]


def _unread(written: str) -> Identity:
    key = " ".join(written.split())[:_LONGEST]
    squashed = numbers.squash(key)[:_LONGEST] or key  # ligatures unfold to many letters
    return Identity(
        key=key,
        display=key,
        sort=sort_text(key),
        work=key,
        series=key,
        squash=squashed,
        work_squash=squashed,
        readable=False,
    )

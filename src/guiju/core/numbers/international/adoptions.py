"""European numbers and national ones that adopt them: EN ISO 9001:2015, BS EN ISO 9001:2015.

Such a chain is one number; `adopts` holds what is adopted, undated, since the year is that of
the adoption: BS EN ISO 9001 adopts EN ISO 9001, which adopts ISO 9001.
"""

import re

from guiju.core.numbers.international.behind import behind
from guiju.core.numbers.international.bodies import ADOPTERS, EUROPEAN, Body, any_of
from guiju.core.numbers.international.prefixes import prefix
from guiju.core.numbers.model import Number

_HEAD = re.compile(
    rf"(?:(?P<national>{any_of(ADOPTERS)})(?=[ /-])(?: ?(?!EN|HD)(?P<series>[A-Z]{{1,2}}) ?(?=ISO|IEC|\d))?[ /-]?)?"
    rf"(?:(?P<draft>Fpr|pr)?(?P<european>{any_of(EUROPEAN)})(?![A-Za-z]))?[ /-]?"
    r"(?P<inner>(?:ISO|IEC)(?:/(?:HL7|[A-Z]{2,6})){0,3}(?:[ /](?:TS|TR|PAS|Guide)\b)?)?[ -]?"
    r"(?P<seq>(?<=HD )\d{1,5}(?:\.\d{1,4}){0,2} S\d{1,2}|\d{1,6}[A-Z]?)(?P<parts>(?:[-.]\d{1,5}[A-Z]?){0,5})"
    r"(?::(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2]))?)?(?!\d)",
    re.IGNORECASE,
)
# Words that are codes only in capitals.
_CAPITALS = frozenset({"AS", "IS", "PAS", "TS", "MS", "NS", "NP", "SR", "DS", "SS", "SN", "PN"})
_YEARS = range(1901, 2100)


def read(cleaned: str, written: str) -> Number | None:
    """The number with what it adopts; None where it is no such number."""
    found = _HEAD.match(cleaned)
    if found is None or not (found["national"] or found["european"]):
        return None
    national, european = _bodies(found)
    inner = prefix(found["inner"] + " ") if found["inner"] else None
    if found["national"] and national is None:
        return None
    if found["series"] and not (national and national.series):
        return None
    own = not (european or inner)
    if found["inner"] and inner is None:
        return None
    if (own and national and not national.own) or (european and not european.own and not inner):
        return None
    tail = behind(cleaned, found.end())
    if tail is None:
        return None
    parts, year = _parts(found)
    names = _code(found, national, european, inner.code if inner else "")
    adopted = _adopted(found, parts, national, european)
    return Number(
        level=national.level if national else "regional",
        code=names,
        publishers=tuple(body.code for body in (national, european) if body)
        + (inner.publishers if inner else ()),
        type=inner.type if inner else "",
        stage=_draft(found),
        seq=found["seq"].upper(),
        parts=parts,
        year=year,
        year_written=year,
        month=found["month"] or "",
        adopts=adopted,
        written=written,
        **tail,
    )


def _bodies(found: re.Match[str]) -> tuple[Body | None, Body | None]:
    national = ADOPTERS.get((found["national"] or "").upper())
    if national and national.code in _CAPITALS and found["national"] != national.code:
        national = None
    return national, EUROPEAN.get((found["european"] or "").upper())


def _draft(found: re.Match[str]) -> str:
    draft = found["draft"] or ""
    return {"PR": "pr", "FPR": "Fpr"}.get(draft.upper(), "")


def _parts(found: re.Match[str]) -> tuple[tuple[str, ...], str]:
    """Parts and year: a last part that is a year is one (AS 1170.4-2007)."""
    parts = re.split(r"[-.]", found["parts"].upper())[1:] if found["parts"] else []
    year = found["year"] or ""
    if (
        parts
        and not year
        and len(parts[-1]) == 4
        and parts[-1].isdigit()
        and int(parts[-1]) in _YEARS
    ):
        year = parts.pop()
    return tuple(parts), year


def _code(found: re.Match[str], national: Body | None, european: Body | None, inner: str) -> str:
    words = european.code if european else ""
    if inner:
        words += (national.inner if national and words else " " if words else "") + inner
    if national:
        series = f" {found['series'].upper()}" if found["series"] else ""
        glue = " " if series else national.glue
        words = national.code + series + (glue + words if words else "")
    return words


def _adopted(
    found: re.Match[str], parts: tuple[str, ...], national: Body | None, european: Body | None
) -> tuple[Number, ...]:
    adopted: tuple[Number, ...] = ()
    inner = prefix(found["inner"] + " ") if found["inner"] else None
    if inner and (national or european):
        adopted = (
            Number(
                level="international",
                code=inner.code,
                publishers=inner.publishers,
                type=inner.type,
                seq=found["seq"].upper(),
                parts=parts,
            ),
        )
    if national and european:
        code = _code(found, None, european, inner.code if inner else "")
        publishers = (european.code, *(inner.publishers if inner else ()))
        adopted = (
            Number(
                level="regional",
                code=code,
                publishers=publishers,
                type=inner.type if inner else "",
                seq=found["seq"].upper(),
                parts=parts,
                adopts=adopted,
            ),
        )
    return adopted

"""Numbers of ISO, IEC and CISPR, alone and with partners (国际标准编号)."""

import re

from guiju.core.numbers.international import faults
from guiju.core.numbers.international.prefixes import Prefix, prefix
from guiju.core.numbers.international.tails import Tail, tail
from guiju.core.numbers.international.words import NAMED
from guiju.core.numbers.model import Number

_NUMBER = re.compile(
    r"(\D{2,60}(?:(?<=HL)7\D{1,30})?)"  # ISO/HL7 has a digit in its name
    r"(\d{1,6}[A-Za-z]?)(?![A-Za-z]{2})"
    r"((?:-[A-Za-z0-9]{1,12}){0,6})"
    r"(?:(-?)/(\d{1,3}|[IVX]{1,5})(?![A-Za-z0-9]))?"
    r"(?:\.(\d{1,2})(?!\d))?"
    r"(?::(\d{4}|\d{2})(?!\d))?"
)
_NAMED = re.compile(
    rf"(ISO|IEC|ISO/IEC)[ /]({'|'.join(NAMED)})(?::(\d{{4}})(?!\d))?", re.IGNORECASE
)
_SLOPPY_HYPHEN = re.compile(r"(?<=[A-Za-z0-9])\s?-\s(?=\d)|(?<=\d)\s-(?=\d)")
_SLOPPY_COLON = re.compile(r"(?<=[A-Za-z0-9])\s?:\s(?=\d)|(?<=[A-Za-z0-9])\s:(?=\d)")
_YEAR_TOO_LONG = re.compile(r":(\d{4})\d+$")
_COUNTED_STAGE = re.compile(
    r"(\D{2,60}?(?:CD|DIS|WD|DTR|DTS|DPAS|FDIS|AWI|NP))(\d{1,2}) (\d[^:(/+ ]*)(.*)"
)
_DASHED_YEAR = re.compile(r"-(\d{4})(?!\d)")
_ROMAN = {"I": 1, "V": 5, "X": 10}
_WITH_SHEETS = frozenset({"IEC", "CISPR"})
# ISO began in 1947 and IEC in 1906; a part of four digits in these years is a year after a hyphen.
_YEARS = range(1906, 2100)
# Two digits of a year: those before ISO began are of this century.
_FIRST_YEAR = "47"


def read(cleaned: str, written: str) -> Number | None:
    """The number, None where it is not one of theirs; refuses one of theirs that is wrong."""
    found = _NUMBER.match(cleaned)
    head = prefix(found[1]) if found else None
    if found is None or head is None:
        return _named(cleaned, written)
    rest = cleaned[found.end() :]
    if rest and rest[0] in " -:":
        straightened = _straighten(cleaned)
        if straightened != cleaned:
            return read(straightened, written)
    return _build(head, found, tail(rest) if rest else None, cleaned, written)


def _straighten(text: str) -> str:
    """Sloppy spaces around hyphens, and CD2 14065 for CD 14065.2."""
    counted = _COUNTED_STAGE.match(text)
    if counted:
        return f"{counted[1]} {counted[3]}.{counted[2]}{counted[4]}"
    return _SLOPPY_COLON.sub(":", _SLOPPY_HYPHEN.sub("-", text))


def _build(
    head: Prefix, found: re.Match[str], behind: Tail | None, cleaned: str, written: str
) -> Number:
    seq, iteration = found[2], found[6] or ""
    parts, year, behind = _parts_and_year(head, found, behind)
    style = head.style
    if behind is not None and behind.style:
        irregular = bool(iteration and not (head.stage or head.type))
        style = _style(style, behind.style, irregular=irregular)
    number = Number(
        level="international",
        code=head.code,
        publishers=head.publishers,
        type=head.type,
        stage=head.stage,
        seq=seq,
        parts=parts,
        iteration=iteration,
        year=year,
        year_written=found[7] or year,
        month=behind.month if behind else "",
        supplements=tuple(behind.supplements) if behind else (),
        edition=behind.edition if behind else "",
        suffix=behind.suffix if behind else "",
        all_parts=behind.all_parts if behind else False,
        languages=behind.languages if behind else (),
        style=style,
        written=written,
    )
    if behind is not None and behind.rest:
        raise faults.unread(written, behind.rest, _likely(cleaned, behind.rest))
    if iteration and not (head.stage or head.type or parts):
        slash = "/" if len(head.publishers) == 1 else " "
        raise faults.iteration_without_stage(written, f"{head.code}{slash}DIS {seq}.{iteration}")
    return number


def _parts_and_year(
    head: Prefix, found: re.Match[str], behind: Tail | None
) -> tuple[tuple[str, ...], str, Tail | None]:
    """The year stands after a colon, or sloppily after a hyphen, as if it were a part."""
    parts = tuple(found[3][1:].split("-")) if found[3] else ()
    year = found[7] or ""
    if len(year) == 2:
        year = ("19" if year >= _FIRST_YEAR else "20") + year
    if found[5]:
        parts = _with_sheet(head, parts, found[4], found[5])
        dashed = _DASHED_YEAR.match(behind.rest) if behind else None
        if dashed and behind and not year:
            return parts, dashed[1], tail(behind.rest[5:])
    elif parts and not year and len(parts[-1]) == 4 and _is_year(parts[-1]):
        return parts[:-1], parts[-1], behind
    return parts, year, behind


def _likely(cleaned: str, rest: str) -> str:
    """What was read, with the first four digits of a year that is too long."""
    overlong = _YEAR_TOO_LONG.match(rest)
    return cleaned[: len(cleaned) - len(rest)].strip() + (f":{overlong[1]}" if overlong else "")


def _style(style: str, marks: set[str], *, irregular: bool) -> str:
    """Marks that printing needs. A language letter stays only on a number that is irregular."""
    kept = marks - {"letters"} if not irregular else marks
    return " ".join(sorted({*style.split(), *kept}))


def _is_year(part: str) -> bool:
    return part.isdigit() and int(part) in _YEARS


def _with_sheet(head: Prefix, parts: tuple[str, ...], hyphen: str, sheet: str) -> tuple[str, ...]:
    """ISO 5843/6 and R 300/III are parts; IEC 60695-2-1/3 is a sheet of the part."""
    if head.publishers[0] in _WITH_SHEETS and (parts or hyphen):
        return (*parts[:-1], f"{parts[-1] if parts else ''}/{sheet}")
    return (*parts, sheet if sheet.isdigit() else str(_arabic(sheet)))


def _arabic(roman: str) -> int:
    values = [_ROMAN[letter] for letter in roman]
    return sum(
        -one if one < following else one
        for one, following in zip(values, [*values[1:], 0], strict=True)
    )


def _named(cleaned: str, written: str) -> Number | None:
    """ISO/IEC VIM:1993, IEC HANDB1:1983: the number is a word."""
    found = _NAMED.match(cleaned)
    if found is None:
        return None
    behind = tail(cleaned[found.end() :])
    if behind.rest:
        return None
    publishers = tuple(found[1].upper().split("/"))
    return Number(
        level="international",
        code="/".join(publishers),
        publishers=publishers,
        seq=found[2].upper(),
        year=found[3] or "",
        year_written=found[3] or "",
        supplements=tuple(behind.supplements),
        suffix=behind.suffix,
        edition=behind.edition,
        languages=behind.languages,
        written=written,
    )

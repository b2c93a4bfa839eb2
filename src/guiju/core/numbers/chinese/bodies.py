"""Sequence, parts and year (顺序号、部分、年代号), by the shape that a code writes them in."""

import re
from typing import NamedTuple

_PARTS = r"((?: ?\. ?\d{1,4}){0,2})"
_YEAR = r"(?: ?[-:]+ ?(\d{4}|\d{2})年?)?"
_DOTTED = r"(\d{1,8})"
_SHAPES = {
    shape: re.compile(rf"{seq}{_PARTS}{suffix}{_YEAR}", re.A)
    for shape, seq, suffix in (
        ("digits", _DOTTED, "()"),
        ("bracketed", _DOTTED, "()"),
        ("revised", _DOTTED, "([A-Z]?)"),
        ("lettered", r"((?:[A-Z]{1,2} ?)?\d{1,8})", "()"),
        ("highway", r"((?:[A-Z]{1,2} ?)?\d{1,6}(?:-\d{2}|/\d{1,2})?)", "()"),
        ("hyphened", r"(\d{1,4}(?:-\d{1,4}){0,2}?)", "()"),
        ("classed", r"([A-Z] ?\d{2} ?\d{3,5})", "()"),
        ("group", r"([A-Z]{0,4}:?[A-Z]?\d{1,8}(?:-\d{1,6}){0,3}?)", "()"),
        ("enterprise", r"([A-Z]{0,4}\d{1,8}(?:-\d{1,6}){0,3}?)", "( ?S|)"),
    )
}
# Samples have a class, a sequence and a batch; old ones a letter of the CCS: GSB A67002-86.
_SAMPLE = re.compile(r"(\d{2} ?- ?\d{3,5})()()(?: ?- ?(\d{1,2}))?(?: ?- ?(\d{4}))?", re.A)
_SAMPLE_OF_CLASS = re.compile(r"([A-Z] ?\d{5})()()()(?: ?- ?(\d{4}|\d{2}))?", re.A)
_CLASSED = re.compile(r"([A-Z]) ?(\d{2}) ?(\d{3,5})")
FIRST_YEAR = "1949"


class Body(NamedTuple):
    """What follows the code. `iteration` is the batch of a sample (复制批次号)."""

    seq: str
    parts: tuple[str, ...]
    suffix: str
    year: str
    year_written: str
    iteration: str = ""


def body_of(text: str, shape: str) -> Body | None:
    """The body when the whole text is one.

    >>> body_of("1.1-87", "digits")
    Body(seq='1', parts=('1',), suffix='', year='1987', year_written='87', iteration='')
    """
    if shape == "sample":
        found = _SAMPLE.fullmatch(text) or _SAMPLE_OF_CLASS.fullmatch(text)
        if found is None or (year := full_year(found[5])) is None:
            return None
        return Body(found[1].replace(" ", ""), (), "", year, found[5] or "", found[4] or "")
    found = _SHAPES[shape].fullmatch(text)
    if found is None:
        return None
    if (year := full_year(found[4])) is None:
        return _undated(text, shape) if len(found[4]) == 4 and "-" not in found[1] else None
    seq, dotted, suffix, written = found.groups()
    parts = tuple(dotted.replace(" ", "")[1:].split(".")) if dotted else ()
    if shape == "classed":
        seq = _CLASSED.sub(r"\1\2 \3", seq)
    return Body(
        seq if shape == "classed" else seq.replace(" ", ""),
        parts,
        suffix.strip(),
        year,
        written or "",
    )


def _undated(text: str, shape: str) -> Body | None:
    """DBJ 05-1426: what cannot be a year ends a sequence that has dashes.

    >>> _undated("05-1426", "hyphened")
    Body(seq='05-1426', parts=(), suffix='', year='', year_written='', iteration='')
    """
    if shape != "hyphened":
        return None
    body = body_of(f"{text}-{FIRST_YEAR}", shape)
    return body._replace(year="", year_written="") if body else None


def full_year(written: str | None) -> str | None:
    """Four digits for a year as written; "" for none, None for one that cannot be.

    >>> full_year("87"), full_year("2020"), full_year("05"), full_year("3020"), full_year(None)
    ('1987', '2020', None, None, '')
    """
    if not written:
        return ""
    year = written if len(written) == 4 else "19" + written
    return year if FIRST_YEAR <= year < "2100" else None

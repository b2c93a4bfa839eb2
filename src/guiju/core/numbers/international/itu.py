"""Numbers of the International Telecommunication Union (国际电信联盟): ITU-R BT.709-6, ITU-T G.711."""

import re

from guiju.core.numbers.model import Number, Supplement

_KINDS = {
    "REC": "", "RECOMMENDATION": "", "REP": "Report", "REPORT": "Report", "RES": "Resolution",
    "RESOLUTION": "Resolution", "QUESTION": "Question", "HANDBOOK": "Handbook",
    "OPINION": "Opinion", "DECISION": "Decision",
}  # fmt: skip
_KIND = rf"(?:(?P<kind{{0}}>{'|'.join(sorted(_KINDS, key=len, reverse=True))})\.? )?"
_SECTORS = {"CCIR": "ITU-R", "CCITT": "ITU-T", "UIT-R": "ITU-R", "UIT-T": "ITU-T"}
_SECTOR = re.compile(
    rf"{_KIND.format(1)}(?P<sector>ITU[- ]?[RTD]|CCIR|CCITT|UIT-[RT])(?: ?建议书)?(?: |(?<=书)|(?=[A-Z]{{1,3}}\.\d)){_KIND.format(2)}",
    re.IGNORECASE,
)
_DATE = r"(?: ?\((?:(?P<month>0[1-9]|1[0-2])/)?(?P<year>\d{4})\)|:(?P<colon>\d{4}))?"
_RADIO = re.compile(
    rf"(?:(?P<series>SG\d{{1,2}}|[A-Z]{{1,3}})[. ])?(?P<seq>\d{{1,5}})(?:-(?P<edition>\d{{1,3}}))?{_DATE}",
    re.IGNORECASE,
)
_TELECOM = re.compile(
    r"(?P<series>(?!SG\b)[A-Z]{1,3})"
    r"(?:(?:\.| )(?P<seq>\d{1,5})(?P<parts>(?:\.\d{1,4}){0,4})(?: ?(?P<suffix>bis|ter))?"
    r"(?:/(?P<joint>[A-Z]{1,2}\.\d{1,5}(?:\.\d{1,4}){0,4}))?)?" + _DATE,
    re.IGNORECASE,
)
_ADDED = re.compile(
    r"[ .,]{0,2}(?P<kind>Annex|Amd|Amendment|Cor|Corr|Corrigendum|Err|Erratum|Add|Addendum|Suppl|Sup|Supplement"
    r"|App|Appendix|Imp)\.? ?(?P<number>[A-Z]?\d{0,4}[A-Z]?)(?![A-Za-z0-9])" + _DATE,
    re.IGNORECASE,
)
_ADDED_KINDS = {
    "ANNEX": "Annex", "AMENDMENT": "Amd", "CORR": "Cor", "CORRIGENDUM": "Cor", "ERRATUM": "Err",
    "ADDENDUM": "Add", "SUP": "Suppl", "SUPPLEMENT": "Suppl", "APPENDIX": "App",
}  # fmt: skip


def read(cleaned: str, written: str) -> Number | None:
    """A recommendation, report, resolution or question, with its annexes and amendments."""
    head = _SECTOR.match(cleaned)
    if head is None:
        return None
    sector = head["sector"].upper().replace("ITU ", "ITU-")
    sector = _SECTORS.get(sector, sector if "-" in sector else f"ITU-{sector[-1]}")
    found = (_RADIO if sector == "ITU-R" else _TELECOM).match(cleaned, head.end())
    if found is None:
        return None
    supplements = _added(cleaned, found.end())
    if supplements is None or not (found["seq"] or supplements):
        return None
    names = found.groupdict()
    series = (names["series"] or "").upper()
    year = names["year"] or names["colon"] or ""
    code = f"{sector} {series}".strip()
    return Number(
        level="international",
        code=code,
        publishers=(sector,),
        type=_KINDS[(head["kind1"] or head["kind2"] or "REC").upper()],
        seq=names["seq"] or "",
        parts=tuple((names.get("parts") or "").split(".")[1:]),
        edition=names.get("edition") or "",
        suffix=(names.get("suffix") or "").lower(),
        year=year,
        year_written=year,
        month=names["month"] or "",
        supplements=supplements,
        joint=_joint(sector, names.get("joint")),
        written=written,
    )


def _joint(sector: str, name: str | None) -> tuple[Number, ...]:
    """The second name of a text of two series: G.780/Y.1351."""
    if not name:
        return ()
    series, seq, *parts = name.upper().split(".")
    return (
        Number(
            level="international",
            code=f"{sector} {series}",
            publishers=(sector,),
            seq=seq,
            parts=tuple(parts),
        ),
    )


def _added(text: str, at: int) -> tuple[Supplement, ...] | None:
    """What stands behind, None where it is not understood."""
    found: list[Supplement] = []
    while at < len(text):
        piece = _ADDED.match(text, at)
        if piece is None:
            return None
        kind = piece["kind"]
        found.append(
            Supplement(
                kind=_ADDED_KINDS.get(kind.upper(), kind.capitalize()),
                number=piece["number"].upper(),
                year=piece["year"] or piece["colon"] or "",
                month=piece["month"] or "",
            )
        )
        at = piece.end()
    return tuple(found)


def printed(number: Number) -> str:
    text = number.code
    if number.type:
        sector, _, series = number.code.partition(" ")
        text = f"{sector} {number.type}" + (f" {series}" if series else "")
    if number.seq:
        dot = "." if " " in number.code else " "
        text += dot + ".".join((number.seq, *number.parts)) + number.suffix
    if number.edition:
        text += f"-{number.edition}"
    for one in twins(number):
        text += "/" + ".".join((one.code.split(" ")[1], one.seq, *one.parts))
    text += _date(number.year, number.month)
    for added in number.supplements:
        text += f" {added.kind} {added.number}".rstrip() + _date(added.year, added.month)
    return text


def twins(number: Number) -> tuple[Number, ...]:
    """The other names that ITU-T writes behind a slash: G.780/Y.1351."""
    if number.publishers[:1] != ("ITU-T",):
        return ()
    return tuple(
        one for one in number.joint if one.publishers == number.publishers and not one.type
    )


def _date(year: str, month: str) -> str:
    return f" ({month}/{year})" if month else f" ({year})" if year else ""

"""Attributes of the head (文档属性): what Metanorma is told of the standard."""

from guiju.core.documents.model import Meta

_TITLES = ("title-intro", "title-main", "title-part")
_DEGREES = {"identical": "IDT", "modified": "MOD", "equivalent": "MOD", "nonequivalent": "NEQ"}


def meta(attributes: dict[str, str], language: str) -> Meta:
    """The facts that the attributes give; the number as it will be printed."""
    said = attributes.get
    number = _number(attributes)
    adopted = said("iso-standard", "")
    degree = _DEGREES.get(said("equivalence", ""), "")
    committee = " ".join(
        one
        for one in (said("technical-committee-number", ""), said("technical-committee", ""))
        if one
    )
    return Meta(
        number=number,
        numbers=(number,) if number else (),
        titles=tuple(_titles(attributes)),
        language=language,
        ics=_listed(said("library-ics", "")),
        ccs=_listed(said("library-ccs", "")),
        replaces=_listed(said("obsoletes", "")),
        issued=said("issued-date", ""),
        effective=said("implemented-date", ""),
        issuers=_listed(said("issuer", "")),
        committee=committee,
        adopts=((adopted, degree),) if adopted else (),
    )


def _number(attributes: dict[str, str]) -> str:
    prefix, number = attributes.get("prefix", ""), attributes.get("docnumber", "")
    if not prefix or not number:
        return ""
    part, year = attributes.get("partnumber", ""), attributes.get("copyright-year", "")
    return f"{prefix} {number}" + (f".{part}" if part else "") + (f"—{year}" if year else "")


def _titles(attributes: dict[str, str]) -> list[tuple[str, str]]:
    found = []
    for language, between in (("zh", "\u3000"), ("en", "—")):
        parts = [attributes.get(f"{name}-{language}", "") for name in _TITLES]
        title = between.join(part for part in parts if part)
        if title:
            found.append((language, title))
    return found


def _listed(words: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in words.replace(";", ",").split(",") if one.strip())

"""The front matter of Metanorma (bibdata)."""

from collections.abc import Iterator

from lxml import etree

from guiju.core.documents.metanorma.names import said, words
from guiju.core.documents.model import Meta
from guiju.core.documents.sts.names import child, local

_DEGREES = {"identical": "IDT", "modified": "MOD", "equivalent": "MOD", "nonequivalent": "NEQ"}
_ISSUED, _EFFECTIVE = ("published", "issued"), ("implemented",)


def read_meta(bibdata: etree._Element | None) -> Meta:
    """All that the file says of itself."""
    if bibdata is None:
        return Meta()
    numbers = tuple(_numbers(bibdata))
    ext = child(bibdata, "ext")
    return Meta(
        number=numbers[0] if numbers else "",
        numbers=numbers[:1],
        titles=tuple(_titles(bibdata)),
        language=language_of(bibdata),
        ics=tuple(_codes(ext, "ics")),
        ccs=tuple(_codes(ext, "ccs")),
        replaces=tuple(number for kind, number in _relations(bibdata) if kind == "obsoletes"),
        issued=_date(bibdata, _ISSUED),
        effective=_date(bibdata, _EFFECTIVE),
        issuers=tuple(dict.fromkeys(_issuers(bibdata))),
        committee=_committee(bibdata, ext),
        adopts=tuple(
            (number, _DEGREES[kind]) for kind, number in _relations(bibdata) if kind in _DEGREES
        ),
        stage=_stage(bibdata, ext),
    )


def language_of(bibdata: etree._Element | None) -> str:
    found = [] if bibdata is None else [one for one in bibdata if local(one) == "language"]
    current = [one for one in found if one.get("current") == "true"] or found
    return words(current[0]) if current else "en"


def _named(element: etree._Element | None, name: str) -> Iterator[etree._Element]:
    if element is not None:
        yield from (one for one in said(element) if local(one) == name)


def _numbers(bibdata: etree._Element) -> list[str]:
    """The primary number first."""
    every = list(_named(bibdata, "docidentifier"))
    every.sort(key=lambda one: one.get("primary") != "true")
    return [words(one) for one in every if words(one)]


def _titles(bibdata: etree._Element) -> Iterator[tuple[str, str]]:
    for one in _named(bibdata, "title"):
        if one.get("type") in ("main", None) and words(one):
            yield str(one.get("language", "")), words(one)


def _codes(ext: etree._Element | None, name: str) -> Iterator[str]:
    for one in _named(ext, name):
        code = words(child(one, "code")) or words(one)
        if code:
            yield code


def _date(bibdata: etree._Element, kinds: tuple[str, ...]) -> str:
    for one in _named(bibdata, "date"):
        if one.get("type") in kinds:
            return words(child(one, "on")) or words(child(one, "from"))
    return ""


def _issuers(bibdata: etree._Element) -> Iterator[str]:
    """Those who issue; where nobody does, who publishes."""
    named: dict[str, list[str]] = {}
    for one in _named(bibdata, "contributor"):
        organisation = child(one, "organization")
        role = child(one, "role")
        if organisation is not None and role is not None:
            name = words(child(organisation, "name"))
            named.setdefault(str(role.get("type")), []).append(name)
    yield from named.get("issuer") or named.get("publisher") or []


def _relations(bibdata: etree._Element) -> Iterator[tuple[str, str]]:
    for one in _named(bibdata, "relation"):
        item = child(one, "bibitem")
        number = "" if item is None else words(child(item, "docidentifier"))
        if number:
            yield str(one.get("type", "")), number


def _committee(bibdata: etree._Element, ext: etree._Element | None) -> str:
    """The committee's number, else its name."""
    group = None if ext is None else child(ext, "editorialgroup")
    if group is not None:
        parts = [one for one in said(group) if one.get("number")]
        numbers = [f"{one.get('type', '')} {one.get('number')}".strip() for one in parts]
        if numbers:
            return "/".join(filter(None, (words(child(group, "agency")), *numbers)))
    return words(None if ext is None else child(ext, "gbcommittee"))


def _stage(bibdata: etree._Element, ext: etree._Element | None) -> str:
    name = words(None if ext is None else child(ext, "stagename"))
    status = child(bibdata, "status")
    return name or words(None if status is None else child(status, "stage"))

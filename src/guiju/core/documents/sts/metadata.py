"""The front matter (元数据): std-meta, iso-meta, reg-meta and nat-meta, one inside another for adoptions."""

from collections.abc import Iterator

from lxml import etree

from guiju.core.documents.model import Meta
from guiju.core.documents.sts.names import LANG, child, local
from guiju.core.documents.sts.reader import label_of

# The nearest first: a national adoption says what its own number is.
_METAS = ("nat-meta", "reg-meta", "std-meta", "iso-meta", "std-doc-meta")
_TYPES = ("national", "regional", "international")
_FRONTS = ("front", "adoption-front")
REPLACES, ADOPTS = "replaces", "adopts"
CUSTOM = ("level", "stage", "registration")


def metas(root: etree._Element) -> list[etree._Element]:
    """All metadata of a file, the nearest adoption first."""
    found = [one for front in root.iter(*_FRONTS) for one in front if local(one) in _METAS]
    return sorted(dict.fromkeys(found), key=_order)


def _order(meta: etree._Element) -> tuple[int, int]:
    said = meta.get("std-meta-type", "")
    return (
        _METAS.index(local(meta)),
        _TYPES.index(said) if said in _TYPES else len(_TYPES),
    )


def language_of(root: etree._Element) -> str:
    """The language in which the text is written."""
    for meta in metas(root):
        language = _word(meta, "content-language") or _word(child(meta, "doc-ident"), "language")
        if language:
            return language
    titled = next(root.iter("title-wrap"), None)
    said = "" if titled is None else titled.get(LANG, "")
    return str(root.get(LANG) or said or "en")


def read_meta(root: etree._Element) -> Meta:
    """What the front says; what is adopted comes from the other metadata and from references."""
    every = metas(root)
    language = language_of(root)
    if not every:
        return Meta(language=language)
    first, others = every[0], every[1:]
    number = _number(first)
    named = list(_adopted(first))
    inside = [_number(one) for one in others]
    adopted = [(one, "") for one in inside if one and one not in dict(named)]
    custom = dict(_custom(first))
    return Meta(
        number=number,
        numbers=_untyped(first) or ((number,) if number else ()),
        titles=tuple(_titles(first)),
        language=language,
        ics=tuple(label_of(one) for one in first.iter("ics") if label_of(one)),
        ccs=tuple(
            label_of(one)
            for group in first.iterfind("subj-group")
            if group.get("subj-group-type") == "CCS"
            for one in group.iter("subject")
        ),
        replaces=tuple(
            label_of(one)
            for ref in first.iterfind("std-xref")
            if ref.get("type") == REPLACES
            for one in ref.iter("std-ref")
        ),
        issued=_date(first, "pub-date") or _date(first, "release-date"),
        effective=next(
            (
                _iso(one)
                for one in first.iterfind("meta-date")
                if one.get("date-type") == "effective"
            ),
            "",
        ),
        issuers=tuple(_issuers(first)),
        level=custom.get("level", ""),
        committee=_word(first, "comm-ref"),
        adopts=tuple(dict.fromkeys((*named, *adopted))),
        stage=custom.get("stage", ""),
        registration=custom.get("registration", ""),
    )


def _word(element: etree._Element | None, name: str) -> str:
    found = None if element is None else child(element, name)
    return "" if found is None else label_of(found)


def _number(meta: etree._Element) -> str:
    refs = meta.findall("std-ref")
    dated = [one for one in refs if one.get("type") == "dated"]
    for one in (*dated, *refs):
        if label_of(one):
            return label_of(one)
    return _word(meta, "doc-ref") or _word(meta, "proj-id")


def _untyped(meta: etree._Element) -> tuple[str, ...]:
    """The parts of a double number, which our writer puts without a type."""
    found = [label_of(one) for one in meta.findall("std-ref") if one.get("type") is None]
    return tuple(one for one in found if one)


def _titles(meta: etree._Element) -> Iterator[tuple[str, str]]:
    for wrap in meta.findall("title-wrap"):
        parts = [label_of(one) for one in wrap if local(one) in ("intro", "main", "compl")]
        language = str(wrap.get(LANG, ""))
        dash = "　" if language.startswith("zh") else " — "
        title = _word(wrap, "full") or dash.join(filter(None, parts))
        if title:
            yield language, title


def _date(meta: etree._Element, name: str) -> str:
    found = child(meta, name)
    return "" if found is None else _iso(found)


def _iso(date: etree._Element) -> str:
    return str(date.get("iso-8601-date") or label_of(date))


def _issuers(meta: etree._Element) -> Iterator[str]:
    orgs = meta.findall("std-org")
    for one in orgs:
        name = _word(one, "std-org-name") or _word(one, "std-org-abbrev")
        if name:
            yield name
    if not orgs:
        sdo = _word(child(meta, "doc-ident"), "sdo")
        if sdo:
            yield sdo


def _adopted(meta: etree._Element) -> Iterator[tuple[str, str]]:
    for ref in meta.iterfind("std-xref"):
        kind, _, degree = str(ref.get("type", "")).partition("-")
        if kind == ADOPTS:
            yield from ((label_of(one), degree) for one in ref.iter("std-ref"))


def _custom(meta: etree._Element) -> Iterator[tuple[str, str]]:
    for one in meta.iter("custom-meta"):
        name = _word(one, "meta-name")
        if name in CUSTOM:
            yield name, _word(one, "meta-value")

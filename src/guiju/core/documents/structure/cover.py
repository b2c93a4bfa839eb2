"""What the cover says (封面): numbers, titles, classes, dates, issuers, level."""

import re
from collections.abc import Sequence
from dataclasses import fields, replace

from guiju.core import numbers
from guiju.core.documents.model import Meta
from guiju.core.documents.structure.seen import Seen, unspaced
from guiju.core.documents.structure.words import folded, pattern, words

_ICS = re.compile(r"\bICS\s*:?\s*(\d[\d.]*(?:\s*[;,、]\s*\d[\d.]*)*)")
_CCS = re.compile(
    r"\b(?:CCS|中国标准文献分类号)\s*:?\s*([A-Z]\s?\d\d(?:/\d\d)?)|^\s*([A-Z]\s?\d\d(?:/\d\d)?)\s*$"
)
_DATE = (
    r"(\d{4}|20[X×]{2})\s*[-—－年.]\s*(\d{1,2}|[X×]{2})\s*[-—－月.]\s*(\d{1,2}|[X×]{2})\s*日?\s*"
)
_DATES = {
    name: (
        re.compile(pattern("cover", name) + r"\s*[:：]\s*" + _DATE, re.I),
        re.compile(_DATE + pattern("cover", name), re.I),
    )
    for name in ("issued", "effective")
}
_REPLACES = re.compile(rf"\s*{pattern('cover', 'replaces')}")
_REGISTRATION = re.compile(rf"{pattern('cover', 'registration')}\s*:?\s*(\S+)")
_ADOPTED = re.compile(rf"[(（]\s*(.{{4,40}}?)\s*[,，]\s*({pattern('cover', 'degrees')})\s*[)）]")
_STAGE = re.compile(rf"[(（]?\s*({pattern('cover', 'stages')})\s*[)）]?")
_ISSUED_BY = re.compile(rf"\s*{pattern('cover', 'issued')}\s*$")
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_BY = re.compile(r"^\s*issued\s+by\s*:?|\s+issued\s*$", re.I)
_LETTERS = re.compile(r"[A-Za-z]{3}")
_LOGO = re.compile(r"[A-Z]{1,3}\d{0,4}(?:/[A-Z]+)?")
_BRACKETED = re.compile(r"[(（].*[)）]")


def read(lines: Sequence[Seen]) -> Meta:
    """The facts of the cover, in the order in which a cover has them."""
    texts = [one.plain.strip() for one in lines if one.line.block is None and one.plain.strip()]
    meta, rest, behind = Meta(), [], len(texts)
    for text in texts:
        found = _fact(text, meta)
        if found is None:
            rest.append(text)
            continue
        if (found.issued, found.effective) != (meta.issued, meta.effective):
            behind = len(rest)  # below the dates stands who issues it
        meta = found
    return _named(meta, rest, behind)


def _fact(text: str, meta: Meta) -> Meta | None:
    """The meta with the fact of this line; None for a line that names something."""
    line, plain = folded(text), unspaced(text)
    ics, ccs = _ICS.search(line), _CCS.search(line)
    if ics or ccs:
        codes = tuple(re.split(r"\s*[;,、]\s*", ics[1].strip())) if ics else meta.ics
        classes = (re.sub(r"\s", "", ccs[1] or ccs[2]),) if ccs else meta.ccs
        return replace(meta, ics=codes, ccs=classes)
    dates = {
        name: _dated(found)
        for name, ways in _DATES.items()
        if (found := next((hit for one in ways if (hit := one.search(line))), None))
    }
    if dates:
        issued, effective = dates.get("issued"), dates.get("effective")
        return replace(meta, issued=issued or meta.issued, effective=effective or meta.effective)
    if _REPLACES.match(text):
        old = tuple(text[one.start : one.end] for one in numbers.find(text))
        return replace(meta, replaces=meta.replaces + old)
    registration = _REGISTRATION.search(line)
    if registration:
        return replace(meta, registration=registration[1])
    adopted = _ADOPTED.search(text)
    if adopted:
        return replace(meta, adopts=(*meta.adopts, (adopted[1], adopted[2])))
    return _number(text, plain, meta)


def _number(text: str, plain: str, meta: Meta) -> Meta | None:
    found = numbers.find(text)
    if found and found[0].start < 2 and found[0].end >= len(text) - 1 and not meta.number:
        parts = tuple(numbers.display(one) for one in found[0].number.adopts)
        return replace(meta, number=text, numbers=(text, *parts) if parts else (text,))
    if plain.upper().endswith(words("cover", "levels")) and not meta.level and len(plain) < 30:
        return replace(meta, level=plain)
    stage = _STAGE.fullmatch(plain)
    return replace(meta, stage=stage[1]) if stage else None


def _dated(found: re.Match[str]) -> str:
    year, month, day = found.groups()
    if not (year + month + day).isdigit():
        return f"{year}-{month}-{day}"
    return f"{year}-{int(month):02}-{int(day):02}"


def _named(meta: Meta, rest: Sequence[str], behind: int) -> Meta:
    """Titles stand first, who issues it last, from the line `behind` on."""
    chinese: list[str] = []
    english: list[str] = []
    issuers: list[str] = []
    for at, text in enumerate(rest):
        plain = unspaced(text)
        if at >= behind and english and not _CHINESE.search(plain):
            name = _BY.sub("", plain).strip()
            issuers += [name] if _LETTERS.search(name) and name.upper() != name.lower() else []
            continue
        if plain.endswith("。"):
            continue  # what readers of a draft are asked for
        ends = _ISSUED_BY.search(plain)
        if ends or english or _is_body(plain, chinese):
            name = plain[: ends.start()] if ends else plain
            if _CHINESE.search(name):
                issuers.append(name.strip())
            elif _LETTERS.search(name) and not issuers:
                english.append(name)
        elif _CHINESE.search(plain):
            chinese.append(text if plain == text or chinese else plain)
        elif _LETTERS.search(text) and not _LOGO.fullmatch(text):
            english.append(text)
    titles = []
    if chinese:
        titles.append(("zh", "\u3000".join(chinese)))
    if english:
        titles.append(("en", " ".join(english)))
    return replace(meta, titles=tuple(titles), issuers=tuple(issuers))


def _is_body(plain: str, chinese: Sequence[str]) -> bool:
    return bool(chinese) and plain.endswith(
        ("局", "委员会", "部", "协会", "学会", "公司", "联合会")
    )


def over(given: Meta, read_: Meta) -> Meta:
    """What is given wins over what was read; what is not given is taken from the cover."""
    empty = Meta()
    said = {
        one.name: value
        for one in fields(Meta)
        if (value := getattr(given, one.name)) != getattr(empty, one.name)
    }
    return replace(read_, **said)

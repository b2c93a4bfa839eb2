"""Pointers in running text (引用): to other standards, and to places of the document itself.

A pointer that follows the number of another standard (GB 36246—2018中附录I) is that standard's.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from guiju.core import numbers
from guiju.core.documents.mapping import mapped
from guiju.core.documents.model import (
    Document,
    Figure,
    Footnote,
    Formula,
    Items,
    Mark,
    MarkKind,
    Table,
    Term,
    Text,
)  # fmt: skip
from guiju.core.documents.structure.words import folded, is_unit, pattern
from guiju.core.documents.walking import blocks, sections

_LABEL = r"(?:[A-Z]\s?\.\s?\d{1,3}(?:\.\d{1,3}){0,6}|\d{1,3}(?:\.\d{1,3}){1,7})"
_NUMBER = r"(?:[A-Z]\s?\.\s?)?\d{1,3}(?:\.\d{1,3})?"
_NAMED = re.compile(
    rf"(?P<table>{pattern('blocks', 'table')}\s?{_NUMBER})"
    rf"|(?P<figure>{pattern('blocks', 'figure')}\s?{_NUMBER})"
    rf"|(?P<formula>{pattern('blocks', 'formula')}\s?[(]\s?{_NUMBER}\s?[)])"
    rf"|(?P<annex>{pattern('annex', 'word')}\s?[A-Z](?![A-Za-z.]))"
    r"|(?P<chapter>第\s?\d{1,2}\s?章|Clauses?\s\d{1,2}(?![\d.]))"
    rf"|(?P<clause>(?<![A-Za-z0-9_.,/×+\-~≥≤<>=±]){_LABEL}(?![A-Za-z0-9]|\.\d)(?:\s?(?P<item>[a-z])[)])?)"
)
_NUMBERS = re.compile(r"[A-Z]?\s?\.?\s?\d[\d.]*")
_OTHER = re.compile(
    r"\s*(?:[,，、]|中|的|和|及|与|and|or|of|in|规定|有关|所|给出|(?:第\s?\d+\s?(?:部分|章))|[（(]?所有部分[)）]?|\s){0,4}\s*"
)
_CHAIN = re.compile(r"\s*(?:[,，、]|和|与|及|或|至|and|or|to|～|~)?\s*")
_SEE = re.compile(
    r"(?:见|按照?|参照?|符合|依据|根据|满足|条件?|[和与及或至、中]|see|in|with|and|to)\s*$", re.I
)
_TAKEN = ("standard", "internal", "term", "link", "math")
_MEASURE = re.compile(r"\s?([A-Za-zμΩ°℃%‰]+)")


Known = Mapping[str, MarkKind]


def linked(document: Document) -> Document:
    """The same document with every pointer marked.

    Marks: `standard` with the number's canonical key, `internal` (to a term entry: `term`) with the address, "" when it leads nowhere. Marks that stand are kept.
    """
    known = _addresses(document)
    return mapped(document, lambda text, _: _linked(text, known))


def _addresses(document: Document) -> Known:
    found: dict[str, MarkKind] = {path[-1].address: "internal" for path in sections(document)}
    for _, block in blocks(document):
        if isinstance(block, Table | Figure | Formula | Footnote):
            found[block.address] = "internal"
        elif isinstance(block, Term):
            found[block.address] = "term"
        elif isinstance(block, Items):
            found.update((item.address, "internal") for item in block.items)
    return found


def _linked(text: Text, known: Known) -> Text:
    standards = [
        Mark(one.start, one.end, "standard", numbers.canonical(one.number))
        for one in numbers.find(text.content)
    ]
    marks = [
        one
        for one in (*standards, *_internal(text.content, standards, known))
        if _is_free(one, text)
    ]
    if not marks:
        return text
    every = sorted((*text.marks, *marks), key=lambda one: (one.start, -one.end))
    return Text(text.content, tuple(every))


def _is_free(mark: Mark, text: Text) -> bool:
    """Whether no reader has marked a pointer there already."""
    taken = [one for one in text.marks if one.kind in _TAKEN]
    return all(one.end <= mark.start or mark.end <= one.start for one in taken)


def _internal(content: str, standards: Sequence[Mark], known: Known) -> Iterator[Mark]:
    line = folded(content.replace("，", "、"))  # no decimal comma
    foreign = 0  # up to here, and on through a chain, places belong to another standard
    for found in _NAMED.finditer(line):
        inside = any(one.start < found.end() and found.start() < one.end for one in standards)
        if inside:
            continue
        before = max((one.end for one in standards if one.end <= found.start()), default=-1)
        follows = before >= 0 and _OTHER.fullmatch(line[before : found.start()])
        if follows or (foreign and _CHAIN.fullmatch(line[foreign : found.start()])):
            foreign = found.end()
            continue
        foreign = 0
        target = _target(found)
        explicit = not found["clause"]
        if explicit and not _points(line, found):
            continue
        if target in known:
            if explicit or _is_label(line, found):
                yield Mark(found.start(), found.end(), known[target], target)
        elif explicit:
            yield Mark(found.start(), found.end(), "internal", "")


def _target(found: re.Match[str]) -> str:
    kind = next(
        name for name in ("table", "figure", "formula", "annex", "chapter", "clause") if found[name]
    )
    words = found[kind]
    if kind == "annex":
        return words.rstrip()[-1]
    number = re.sub(r"\s", "", (re.findall(_NUMBERS, words) or [""])[-1]).strip(".")
    if kind == "clause":
        label = re.sub(r"\s", "", re.match(_LABEL, words)[0])  # type: ignore[index]
        return f"{label}/{found['item']}" if found["item"] else label
    return number if kind == "chapter" else f"{kind}-{number}"


def _is_label(line: str, found: re.Match[str]) -> bool:
    """A number with dots is a label where no unit follows and no quantity leads to it."""
    measure = _MEASURE.match(line, found.end())
    if measure and is_unit(measure[1]):
        return False
    before, after = line[: found.start()], line[found.end() :]
    if before.endswith("(") and not after.startswith(")"):
        return False
    is_listed = re.match(r"\s?[、和与及]", after) is not None
    if not is_listed and before.rstrip().endswith(
        ("为", "是", "于", "约", "达", "pH", "≥", "≤", "=")
    ):
        return False
    parts = found["clause"].count(".")
    return (
        parts > 1
        or found["clause"][:1].isalpha()
        or bool(_SEE.search(before))
        or not before.strip()
        or not after[:1].isdigit()
    )


def _points(line: str, found: re.Match[str]) -> bool:
    """Whether words such as 表3 stand alone, not inside a longer word (代表3)."""
    before = line[max(0, found.start() - 1) : found.start()]
    return before not in ("代", "发", "仪", "外", "地", "试", "方", "公", "格", "形", "模", "药")

"""Pointers in running text (引用、提及): to other standards and to places, of this document or of them.

The one recogniser: links of the reading page, references of provisions, the checker and the
comparison of editions all stand on it. It passes over the text once.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple, cast

from guiju.core import numbers
from guiju.core.documents.pointing_patterns import Patterns, line_of, patterns

Kind = Literal["standard", "document", "clause", "annex", "table", "figure", "formula"]
_LEAD_LENGTH = 24
_LONGEST = 60
_KINDS: dict[str, Kind] = {
    "plain_formula": "formula",
    "in_annex": "clause",
    "articles": "clause",
    "label": "clause",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """What is pointed to, as `text`, with the word that a list has but once (表2 of 表1和2).

    `label` is the number without spaces (5.2, A.1, A, 3) and `label_start` where it stands.
    `items` are the list items below a clause: ("c", "2") of 5.2 c) 2). `named` says that it bears
    its word (表1, 第5章, Clause 5); `sure` that it is a pointer whatever the document holds: a bare
    number is only where words lead to it (见5.2), otherwise where the document has such a clause.
    `of` is the other document whose place it is (GB/T 99999—2020的5.2), None for this one.
    """

    start: int
    end: int
    text: str
    kind: Kind
    label: str = ""
    label_start: int = 0
    label_end: int = 0
    items: tuple[str, ...] = ()
    named: bool = False
    sure: bool = True
    of: "Pointer | None" = None
    number: numbers.Number | None = None


class _Member(NamedTuple):
    """One member of a list of pointers, as found."""

    start: int
    end: int
    kind: Kind
    label: tuple[int, int]
    items: tuple[str, ...] = ()


def pointers(text: str) -> tuple[Pointer, ...]:
    """All pointers of a text in order, to standards and to places; none reaches into another.

    >>> [one.text for one in pointers("按5.2和GB/T 99999—2020的表3，厚度为5.2 mm。")]
    ['5.2', 'GB/T 99999—2020', '表3']
    """
    standards = [
        Pointer(
            start=one.start, end=one.end, text=text[one.start : one.end],
            kind="standard", number=one.number,
        )
        for one in numbers.find(text)
    ]  # fmt: skip
    line, own = line_of(text), patterns()
    if not own.hint.search(line):
        return tuple(standards)
    places = _Walk(text, line, own, _documents(standards, line, own)).places()
    return tuple(sorted((*standards, *places), key=_start))


def _start(one: Pointer) -> int:
    return one.start


def _documents(standards: Sequence[Pointer], line: str, own: Patterns) -> list[Pointer]:
    """Other documents: the standards, and what an edition or a title names."""
    found = [
        Pointer(start=match.start(), end=match.end(), text=match.group(), kind="document")
        for match in own.document.finditer(line)
    ]
    inside = [
        one
        for one in found
        if not any(one.start < standard.end and standard.start < one.end for standard in standards)
    ]
    return sorted((*standards, *inside), key=_start)


@dataclass(slots=True)
class _Walk:
    """Along the text: `last` is the pointer before, `chain` those of its list."""

    text: str
    line: str
    own: Patterns
    documents: Sequence[Pointer]

    def places(self) -> list[Pointer]:
        found: list[Pointer] = []
        chain = 0  # where in `found` the list begins that the last pointer is of
        at = 0
        while token := self._token(at):
            document = self._document_before(token.start())
            if document and token.start() < document.end:
                at = document.end
                continue
            members = self._members(token)
            start, end = members[0].start, members[-1].end
            last = found[-1] if found else None
            linked = last is not None and self._is_link(last.end, start)
            of = self._owner(document, start)
            if of is None and linked and last:
                of = last.of
            at = end
            led = of is not None or (linked and last is not None and last.sure)
            sure = None
            if linked or not self._goes_on(document, start, token["label"]):
                led = led or self._is_beside(document, start)
                sure = self._is_sure(token, members, led=led)
            if sure is None:
                continue
            chain = chain if linked else len(found)
            named = token.lastgroup != "label"
            around = self._around(token)
            found += [self._pointer(one, around, of, named=named, sure=sure) for one in members]
            behind = self._owner_behind(end)
            if behind and of is None:
                found[chain:] = [replace(one, of=one.of or behind) for one in found[chain:]]
        return found

    def _around(self, token: re.Match[str]) -> tuple[str, str]:
        """第 and 章 of 第4、5章."""
        first, last = token.span(f"{token.lastgroup}_no")
        return self.text[token.start() : first], self.text[last : token.end()]

    def _token(self, at: int) -> re.Match[str] | None:
        """The next place where a pointer may stand: only near a hint it is worth to look."""
        begun = at
        while hint := self.own.hint.search(self.line, at):
            first, last = max(begun, hint.start() - _LEAD_LENGTH), hint.end() + _LONGEST
            if token := self.own.token.search(self.line, first, last):
                return token
            at = hint.end()
        return None

    def _pointer(
        self, one: _Member, around: tuple[str, str], of: Pointer | None, *, named: bool, sure: bool
    ) -> Pointer:
        first, last = one.label
        behind = self.text[max(last, one.start) : one.end].removeprefix(around[1])
        space = " " if one.start >= last else ""
        written = f"{around[0]}{self.text[first:last]}{around[1]}{space}{behind}"
        return Pointer(
            start=one.start, end=one.end, text=written, kind=one.kind,
            label="".join(self.line[first:last].split()), label_start=first, label_end=last,
            items=one.items, named=named, sure=sure, of=of,
        )  # fmt: skip

    def _document_before(self, at: int) -> Pointer | None:
        """The last document that begins at or before a place."""
        which = bisect_right(self.documents, at, key=_start) - 1
        return self.documents[which] if which >= 0 else None

    def _is_link(self, start: int, end: int) -> bool:
        return end - start < _LEAD_LENGTH and bool(self.own.link.fullmatch(self.line, start, end))

    def _is_beside(self, document: Pointer | None, at: int) -> bool:
        """按GB/T 99999和5.2: what the text puts beside a standard is a pointer as well."""
        return document is not None and bool(document.number) and self._is_link(document.end, at)

    def _goes_on(self, document: Pointer | None, at: int, label: str | None) -> bool:
        """0.52 to 1.13, 0.5、1.5: behind a number that is no pointer comes none.

        GB/T 99999.1和99999.2 may be written GB/T 99999.1和.2 or, of short numbers, GB/T 1.1和1.2.
        """
        number = document.number if document and self._is_beside(document, at) else None
        if number and label and label.partition(".")[0] == number.seq:
            return True
        first = max(0, at - _LEAD_LENGTH, document.end if document else 0)
        return bool(self.own.number_before.search(self.line, first, at))

    def _owner(self, document: Pointer | None, at: int) -> Pointer | None:
        """The document that stands before a place, with nothing but 的, 中 … between."""
        if document is None or at - document.end > _LEAD_LENGTH:
            return None
        stands_before = self.own.of_document.fullmatch(self.line, document.end, at)
        return self._whose(document) if stands_before else None

    def _whose(self, document: Pointer) -> Pointer:
        """The number before a title: GB/T 99999—2020《示例》的5.2 is a place of the standard."""
        if document.kind == "document":
            before = self._document_before(document.start - 1)
            if before and before.kind == "standard" and not self._between(before, document):
                return before
        return document

    def _between(self, one: Pointer, other: Pointer) -> str:
        return self.line[one.end : other.start].strip(" 的")

    def _owner_behind(self, at: int) -> Pointer | None:
        """The document of `5.2 of ISO 99999`."""
        words = self.own.before_document.match(self.line, at)
        if not words:
            return None
        document = self._document_before(words.end())
        return document if document and document.start in (words.end("bare"), words.end()) else None

    def _members(self, token: re.Match[str]) -> list[_Member]:
        """The pointer and those that share its word: 表1和表2 are two, Tables 1 and 2 one list."""
        name = str(token.lastgroup)
        first, last = token.span(f"{name}_no")
        kind = _KINDS.get(name) or cast("Kind", name)
        if name == "articles":
            return list(_articles(token, self.own.article, first, last))
        members = [self._with_item(_Member(token.start(), token.end(), kind, (first, last)))]
        if name not in ("label", "plain_formula", "in_annex") and not self.own.plural.match(
            token.group()
        ):
            return members
        listed = "label" if name == "in_annex" else _KINDS.get(name, name)
        listed = "label" if name == "label" else listed
        while True:
            more = self._further(members[-1], listed)
            if more is None:
                return members
            members.append(more)

    def _further(self, last: _Member, listed: str) -> _Member | None:
        found = self.own.further[listed].match(self.line, last.end)
        if found:
            first = found.start("no") - (listed == "formula")
            return self._with_item(_Member(first, found.end(), last.kind, found.span("no")))
        found = self.own.further["item"].match(self.line, last.end) if last.items else None
        if not found:
            return None
        return _Member(found.start("no"), found.end(), last.kind, last.label, (found["no"],))

    def _with_item(self, one: _Member) -> _Member:
        found = self.own.item.match(self.line, one.end) if one.kind == "clause" else None
        if not found:
            return one
        return one._replace(end=found.end(), items=tuple(filter(None, found.groups())))

    def _is_sure(self, token: re.Match[str], members: list[_Member], *, led: bool) -> bool | None:
        """True, False for a bare number that nothing leads to, None for a quantity."""
        if not token["label"]:
            return True
        start, end = members[0].start, members[-1].end
        alone = len(members) == 1 or bool(self.own.ranged.match(self.line, members[0].end))
        is_number = re.fullmatch(r"\d+\.\d+", token["label"]) and not members[0].items
        is_plain = alone and bool(is_number)
        before = max(0, start - _LEAD_LENGTH)
        if not members[-1].items and self.own.measure.match(self.line, end):
            return None
        if is_plain and self.own.quantity_before.search(self.line, before, start):
            return None
        if led or self.own.lead.search(self.line, before, start):
            return True
        if self.own.follow.match(self.line, end):
            return True
        opened = self.line[start - 1 : start] == "(" and self.line[end : end + 1] != ")"
        word = self.line[before:start].rstrip()[-1:]
        is_named = is_plain and (opened or (word.isascii() and word.isalpha()))
        return None if is_named else False


def _articles(
    token: re.Match[str], article: re.Pattern[str], first: int, last: int
) -> Iterator[_Member]:
    """第5.2条, 第4、5章: the first with 第, the last with 章."""
    spans = [match.span() for match in article.finditer(token.string, first, last)]
    for at, span in enumerate(spans):
        start = token.start() if not at else span[0]
        end = token.end() if at == len(spans) - 1 else span[1]
        yield _Member(start, end, "clause", span)

"""What a tool ran together (粘连的行): headings with their text, terms with their definition, contents."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from guiju.core.documents.lines import Line
from guiju.core.documents.model import SectionKind
from guiju.core.documents.structure import labels
from guiju.core.documents.structure.cutting import cut
from guiju.core.documents.structure.starts import starts
from guiju.core.documents.structure.words import element, folded, pattern, words
from guiju.core.documents.texts.doubts import Told

_LONGEST = 20_000
_LEADER = re.compile(
    r"(?<![.…·．⋯])(?<![.…·．⋯]\s)(?:[.…·．⋯]\s?){3,}+\s*[(（]?(?:\d{1,4}|[IVX]{1,6}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]{1,4})[)）]?(?=\s|$)"
)
_TITLED = re.compile(
    r"([\u3400-\u9fff][^\s。；，：:;,?!]{1,19})[ \u3000]{1,4}(?!应|宜|可|不|按|为|是|在|将|由|用|与|和|或|的|至|及)(?=[\u3400-\u9fff])([^\n]{7,}[。：:；])$"
)
_VERB = re.compile(r"应|宜|可以|不得|不应|按|见图|见表")
_TERM = re.compile(
    r"([\u3400-\u9fff][^A-Za-z。；，：]{0,29}?)\s*([A-Za-z][A-Za-z,;/()'’-]{0,40}(?: [A-Za-z(][A-Za-z0-9,;/()'’-]{0,40}){0,11}?)[\s:：]*(?=[\u3400-\u9fff〈<\d])([^\n]{4,}。)$"
)
_TERM_ALONE = re.compile(
    r"([\u3400-\u9fff]{2,15}(?:\s?[(（][^()（）\n]{1,60}[)）])?)(?:[ \u3000]{1,4}|\s?[:：]\s?)([\u3400-\u9fff〈][^\n]{2,}。)$"
)
_SCOPES: tuple[SectionKind, ...] = ("scope", "normative-references", "terms")
_LEADS = re.compile(r"\s*(?:本(?:文件|标准|部分|规范|规程|指南)|下列|界定|[A-Z/]{2,8}\s?[\dl])")
_EMPTY = re.compile(r"\n\s*\n|\n[\u3000\xa0]{2}")
_ANNEX = re.compile(rf"\s*{pattern('annex', 'word')}\s*[A-Z](?![A-Za-z])")


def parted(lines: Sequence[Line], told: Told) -> list[Line]:
    """Every line as one thing: a heading, a paragraph, an entry of the contents."""
    return list(_Parter(told).lines(lines))


@dataclass(slots=True)
class _Parter:
    told: Told
    in_terms: bool = False
    is_numbered: bool = False  # the line before is a number alone

    def lines(self, lines: Sequence[Line]) -> Iterator[Line]:
        for one in lines:
            is_words = one.block is None and len(one.text.content) <= _LONGEST
            for part in self._parts(one) if is_words else (one,):
                self._follow(part)
                yield part

    def _follow(self, one: Line) -> None:
        label = labels.read(one.text.content) if one.block is None else None
        kind = element(one.text.content[label.end :] if label else one.text.content[:80])
        if kind or (label and len(label.path) == 1):
            self.in_terms = kind == "terms"
        self.is_numbered = label is not None and label.end >= len(one.text.content)

    def _parts(self, one: Line) -> Iterator[Line]:
        for piece in _at_breaks(one):
            entries = _entries(piece)
            if entries:
                yield from entries
                continue
            found = self._run_in(piece)
            if found is None:
                yield piece
                continue
            self.told.add(
                "run-in", piece.text.content[: found[1]].strip(), one.line, piece.text.content
            )
            yield replace(piece, text=cut(piece.text, 0, found[0]))
            yield Line(text=cut(piece.text, found[1]), line=piece.line)

    def _run_in(self, one: Line) -> tuple[int, int] | None:
        """Where a heading ends and its text begins."""
        label = labels.read(one.text.content)
        if label is None and self.in_terms and self.is_numbered:
            found = _TERM.match(one.text.content)
            return (found.end(2), found.start(3)) if found else None
        if label is None or label.end >= len(one.text.content):
            return None
        rest, start = one.text.content[label.end :], label.end
        if len(label.path) == 1:
            end = _element_end(rest)
            if end:
                return start + end, start + end
        if self.in_terms and len(label.path) > 1:
            return _term_end(rest, start)
        bold = next(
            (x for x in one.text.marks if x.kind == "bold" and x.start <= start < x.end), None
        )
        if bold and len(rest) > bold.end - start > 1 and rest.rstrip().endswith(("。", "：", "；")):
            return bold.end, bold.end
        found = _TITLED.match(rest)
        if found and not _VERB.search(found[1]) and not starts(found[2]):
            return start + found.end(1), start + found.start(2)
        return None


def _term_end(rest: str, start: int) -> tuple[int, int] | None:
    found = _TERM.match(rest)
    if found:
        return start + found.end(2), start + found.start(3)
    alone = _TERM_ALONE.match(rest)
    return (start + alone.end(1), start + alone.start(2)) if alone else None


def _element_end(rest: str) -> int:
    """范围本文件规定了…: where the element's name ends."""
    for kind in _SCOPES:
        for word in words("elements", kind):
            if rest.startswith(word) and len(rest) > len(word) and _LEADS.match(rest[len(word) :]):
                return len(word)
    return 0


def _at_breaks(one: Line) -> list[Line]:
    """A line break inside an annex's head, or before something that begins by itself, is a line's end."""
    places = [x.start for x in one.text.marks if x.kind == "break"]
    if not places:
        return [one]
    pieces = [cut(one.text, a, b) for a, b in zip((0, *places), (*places, None), strict=False)]
    pieces = [piece for piece in pieces if piece]
    is_head = bool(_ANNEX.match(folded(one.text.content)) or _EMPTY.search(one.text.content))
    if not is_head and not any(starts(piece.content) for piece in pieces[1:]):
        return [one]
    first = replace(one, text=pieces[0]) if pieces else one
    return [first, *(replace(one, text=piece, number="") for piece in pieces[1:])]


def _entries(one: Line) -> list[Line]:
    """Several entries of the contents that stand on one line."""
    ends = [found.end() for found in _LEADER.finditer(one.text.content)]
    if len(ends) < 2:
        return []
    pieces = [cut(one.text, a, b) for a, b in zip((0, *ends), (*ends, None), strict=False)]
    return [replace(one, text=piece) for piece in pieces if piece]

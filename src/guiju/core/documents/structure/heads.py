"""Which lines are headings (标题识别): elements, chapters, clauses, annexes, term numbers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from guiju.core.documents.model import Nature, SectionKind, Text
from guiju.core.documents.structure import labels
from guiju.core.documents.structure.contents import Contents
from guiju.core.documents.structure.cutting import cut, joined
from guiju.core.documents.structure.doubts import Doubts
from guiju.core.documents.structure.seen import Seen
from guiju.core.documents.structure.words import element, folded, nature_of, pattern, squashed

LONGEST_TITLE, LONGEST_ENGLISH_TITLE = 60, 160
_ANNEX = re.compile(rf"\s*{pattern('annex', 'word')}\s*([A-Z])(?![A-Za-z.])(?P<after>\s*)")
_NATURE = re.compile(r"\s*([(（][^()（）]{2,8}[)）]|\([A-Za-z]{9,11}\))\s*")
_TWICE = re.compile(r"([A-Z])\1")
_STOP = re.compile(r"[。；;：:，,！!？?]\s*$|[。；]|\.\s*$")
_UNNUMBERED: tuple[SectionKind, ...] = ("foreword", "introduction", "bibliography", "index")


@dataclass(slots=True)
class Head:
    """A heading and the lines under it. `path` () is an element without a number."""

    kind: SectionKind
    path: labels.Path
    title: Text
    line: int
    level: int
    nature: Nature = ""
    style: int = 0
    under: list[Seen] = field(default_factory=list)

    @property
    def label(self) -> str:
        return ".".join(self.path)


@dataclass(slots=True)
class Finder:
    """Goes through the lines once; `last` is the last label of the numbering that is open."""

    lines: Sequence[Seen]
    contents: Contents
    doubts: Doubts
    last: labels.Path = ()
    chapter: SectionKind = "other"
    at: int = 0
    deep: int = 0  # level of the heading that is open

    def heads(self) -> Iterator[Head]:
        """The headings in order; lines before the first one stand under a head of kind "other"."""
        open_head = Head("other", (), Text(), 0, 0)
        while self.at < len(self.lines):
            if self.contents.start <= self.at < self.contents.end:
                self.at = self.contents.end
                continue
            head = self._head(self.lines[self.at])
            self.at += 1
            if head is None:
                open_head.under.append(self.lines[self.at - 1])
                continue
            yield open_head
            open_head, self.deep = head, head.level
        yield open_head

    def _head(self, one: Seen) -> Head | None:
        if one.line.block is not None:
            return None
        return self._annex(one) or self._numbered(one) or self._unnumbered(one)

    def _unnumbered(self, one: Seen) -> Head | None:
        kind = element(one.plain)
        styled = one.line.heading > 0 and not _STOP.search(one.plain)
        if kind is None or (kind not in _UNNUMBERED and not styled):
            is_begun = bool(self.last) or self.chapter != "other"
            is_heading = styled and 0 < len(one.plain) <= LONGEST_TITLE and is_begun
            if not is_heading or _is_block(one.plain):
                return None
            self.doubts.add("heading-no-number", one.plain, one.line.line)
            deep = min(one.line.heading, (len(self.last) or self.deep) + 1)
            return Head("other", (), one.text, one.line.line, deep, style=one.line.heading)
        self.chapter = kind
        return Head(kind, (), one.text, one.line.line, 1)

    def _annex(self, one: Seen) -> Head | None:
        line = folded(one.plain)
        found = _ANNEX.match(line)
        if not found:
            return None
        rest = cut(one.text, found.end())
        bracket = _NATURE.match(folded(rest.content))
        nature = nature_of(bracket[1]) if bracket else ""
        following = self._next()
        below = nature_of(following.plain) if following and not rest else ""
        if nature and bracket:
            rest = cut(rest, bracket.end())
        elif below:
            nature = below
            self.at += 1
        elif rest and not (one.line.heading or one.line.bold or one.line.centred):
            return None
        if _ends(rest):
            return None
        letter = found[1]
        title = rest or self._title_below()
        self._check_annex(letter, nature, one)
        self.last, self.chapter = (letter,), "annex"
        return Head("annex", (letter,), title, one.line.line, 1, nature)

    def _check_annex(self, letter: str, nature: str, one: Seen) -> None:
        before = self.last[0] if self.last and self.last[0].isalpha() else "@"
        expected = {chr(ord(before) + 1)} | {chr(ord(before) + 2)} & set("JP")
        if letter not in expected:
            self.doubts.add("annex-order", letter, one.line.line)
        if not nature:
            self.doubts.add("annex-nature", letter, one.line.line)

    def _numbered(self, one: Seen) -> Head | None:
        label = labels.read(one.plain)
        if label is None:
            return None
        rest = cut(one.text, label.end)
        follows = labels.follows(label.path, self.last)
        if not follows or not self._is_likely(one, label, rest, follows == "gap"):
            if len(label.path) > 2 and follows == "" and label.end < len(one.plain):
                self.doubts.add("unread-label", label.text, one.line.line, one.plain)
            return None
        if follows == "gap":
            self.doubts.add("gap", label.text, one.line.line, one.plain)
        is_term = self.chapter == "terms" and len(label.path) > 1
        is_open = one.line.titled is None and (len(label.path) == 1 or not one.sure)
        if not rest and not is_term and is_open:
            rest = self._title_below()
        self.last = label.path
        kind: SectionKind = "clause"
        if len(label.path) == 1:
            kind = self.chapter = element(rest.content) or "clause"
        title = rest if len(label.path) == 1 or is_term or self._is_title(one, rest) else Text()
        head = Head(kind, label.path, title, one.line.line, len(label.path))
        if rest and not title:
            head.under.append(Seen(one.line, rest))
        return head

    def _is_likely(self, one: Seen, label: labels.Label, rest: Text, gap: bool) -> bool:
        """A lone digit needs more than its place in the order: a title that is one."""
        if one.line.titled is not None:
            return True
        if one.sure or one.line.heading:
            return not (len(label.path) == 1 and _ends(rest))
        listed = self.contents.title_of(label.text)
        if len(label.path) > 1:
            return not gap or listed is not None or label.end < len(one.plain)
        if label.path[0].isalpha():
            return False
        if listed is not None:
            return _alike(listed, (rest or self._below()).content)
        if self.contents.entries and not self._leads_to(label.path):
            return False
        if not rest:
            following = self._below().content
            return bool(element(following)) or (not gap and bool(following) and not _ends(rest))
        known = element(rest.content) is not None
        if gap or not self.last:
            return known
        return known or (len(rest.content) <= 40 and not _ends(rest))

    def _leads_to(self, path: labels.Path) -> bool:
        """Whether the next line has the first label under this one."""
        following = self._next()
        below = labels.read(following.plain) if following else None
        return below is not None and below.path == (*path, "1")

    def _is_title(self, one: Seen, rest: Text) -> bool:
        if one.line.titled is not None:
            return one.line.titled and bool(rest)
        is_chinese = any("\u3400" <= sign <= "\u9fff" for sign in rest.content)
        longest = LONGEST_TITLE if is_chinese else LONGEST_ENGLISH_TITLE
        return bool(rest) and len(rest.content) <= longest and not _ends(rest)

    def _next(self) -> Seen | None:
        at = self.at + 1
        return self.lines[at] if at < len(self.lines) else None

    def _below(self) -> Text:
        following = self._next()
        if following is None or following.line.block is not None or _ends(following.text):
            return Text()
        if labels.read(following.plain) or _is_block(following.plain):
            return Text()
        return following.text if len(following.plain) <= LONGEST_ENGLISH_TITLE else Text()

    def _title_below(self) -> Text:
        """The next line as title, when it can be one; two, when the title is broken."""
        title = self._below()
        if title:
            self.at += 1
            listed = self.contents.title_of(".".join(self.last)) or ""
            further = self._below()
            if listed and further and squashed(listed) == squashed(title.content + further.content):
                self.at += 1
                return joined([title, further])
        return title


def _alike(listed: str, title: str) -> bool:
    one, other = squashed(listed), squashed(title)
    return bool(other) and (one.startswith(other[:6]) or other.startswith(one[:6]))


def _ends(text: Text) -> bool:
    """Whether it is a sentence, or leads to something, rather than a title."""
    return bool(_STOP.search(text.content))


def is_annex_mark(text: str) -> bool:
    """AA before 附录A: hidden characters by which a template counts."""
    return bool(_TWICE.fullmatch(text.strip()))


_BLOCK = re.compile(
    r"\s*(?:"
    + "|".join(pattern("blocks", one) for one in ("note", "example", "where", "key", "unit"))
    + rf")\s*\d*\s*[:：]|\s*(?:{pattern('blocks', 'table')}|{pattern('blocks', 'figure')})\s?[A-Z\d]"
)


def _is_block(text: str) -> bool:
    return bool(_BLOCK.match(text))

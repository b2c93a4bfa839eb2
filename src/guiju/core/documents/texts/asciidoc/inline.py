"""Marks inside AsciiDoc text (行内标记): emphasis, formulas, footnotes, cross-references."""

import re
from dataclasses import dataclass, field
from html import unescape

from guiju.core import numbers
from guiju.core.documents.model import Footnote, Mark, MarkKind, Paragraph, Text
from guiju.core.documents.structure.cutting import cut, joined, sorted_marks
from guiju.core.documents.texts.asciidoc.targets import Target, shown
from guiju.core.documents.texts.nearest import Nearest

_MACRO = re.compile(r"(stem|asciimath|latexmath|footnote):([\w-]*)\[")
DEEPEST = 6
_POINTER = re.compile(r"<<\s*([^,<>]+?)\s*(?:,\s*([^<>]*?)\s*)?>>")
_ATTRIBUTE = re.compile(r"\{([\w-]+)\}")
_ROLE = re.compile(r"\[(\w+)\]#([^#\n]{1,2000})#")
_BRACKET = re.compile(r"[\[\]]")
_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("macro", _MACRO),
    ("pointer", _POINTER),
    ("role", _ROLE),
    ("code", re.compile(r"`([^`\n]{1,400})`")),
    ("bold", re.compile(r"(?<![\w*])\*(?=\S)([^*\n]{1,2000}?)\*(?![\w*])")),
    ("italic", re.compile(r"(?<![A-Za-z0-9_])_(?=\S)([^_\n]{1,2000}?)_(?![A-Za-z0-9_])")),
    ("sup", re.compile(r"\^([^\^\s]{1,100})\^")),
    ("sub", re.compile(r"(?<![~\d])~([^~\s]{1,100})~")),
    ("break", re.compile(r" \+\n")),
)  # fmt: skip
_ANY = re.compile(r"[\[<`*_^~+]")
_MACROS = {"stem": "math", "asciimath": "math", "latexmath": "math"}


@dataclass(slots=True)
class Inline:
    """Reads text; keeps the footnotes met, and the pointers that lead nowhere."""

    language: str
    targets: dict[str, Target]
    attributes: dict[str, str] = field(default_factory=dict)
    footnotes: list[Footnote] = field(default_factory=list)
    named: dict[str, str] = field(default_factory=dict)
    table: str | None = None  # the number of the table that is being read
    below: list[Footnote] = field(default_factory=list)  # footnotes of that table
    lost: list[str] = field(default_factory=list)
    is_first: bool = False  # only the targets are looked for: words are taken as they stand

    def text(self, source: str) -> Text:
        if self.is_first:
            return Text(source)
        read = self._read(_ATTRIBUTE.sub(self._attribute, source), 0)
        return cut(
            Text(read.content, sorted_marks([one for one in read.marks if one.end > one.start])), 0
        )

    def _attribute(self, found: re.Match[str]) -> str:
        return "" if found[1] == "blank" else self.attributes.get(found[1], found[0])

    def _read(self, source: str, depth: int) -> Text:
        if depth > DEEPEST:
            return Text(source)
        if not _ANY.search(source):
            return Text(_plain(source))
        nearest, parts, at = Nearest(_SIGNS, source), list[Text](), 0
        while (found := nearest.after(at)) is not None:
            name, match = found
            before = source[at : match.start()]
            is_note = name == "macro" and match[1] == "footnote"
            parts.append(Text(_plain(before.rstrip() if is_note else before)))
            at = match.end()
            if name == "macro":
                at = _closing(source, match.end())
                parts.append(self._macro(match, source[match.end() : at - 1], depth))
            else:
                parts.append(self._span(name, match, depth))
        parts.append(Text(_plain(source[at:])))
        return joined(parts)

    def _span(self, name: str, match: re.Match[str], depth: int) -> Text:
        if name == "pointer":
            return self._pointer(match)
        if name == "role":
            return self._read(match[2], depth + 1)
        if name == "break":
            return Text("\n", (Mark(0, 1, "break"),))
        inside = self._read(match[1], depth + 1) if name != "code" else Text(match[1])
        return _marked(inside, name)

    def _macro(self, match: re.Match[str], inside: str, depth: int) -> Text:
        if match[1] == "footnote":
            return self._footnote(match[2], inside, depth)
        return _marked(Text(linear(inside)), "math")

    def _footnote(self, name: str, inside: str, depth: int) -> Text:
        if name and name in self.named:
            return _marked(Text(self.named[name]), "footnote", self._id(self.named[name]))
        notes = self.footnotes if self.table is None else self.below
        at = len(notes)
        label = str(at + 1) if self.table is None else chr(ord("a") + at % 26)
        if name:
            self.named[name] = label
        notes.append(Footnote(id=self._id(label), label=label, blocks=()))
        words = Paragraph(text=cut(self._read(inside, depth + 1), 0))
        notes[at] = Footnote(id=self._id(label), label=label, blocks=(words,))
        return _marked(Text(label), "footnote", self._id(label))

    def _id(self, label: str) -> str:
        return f"footnote-{label}" if self.table is None else f"table-{self.table}-{label}"

    def _pointer(self, match: re.Match[str]) -> Text:
        name, more = match[1].strip(), re.sub(r"^(?:section|clause)\s+", "", match[2] or "")
        target = self.targets.get(name)
        if target is None:
            if self.targets:
                self.lost.append(name)
            return _marked(Text(more or name), "internal")
        words = shown(target, self.language)
        if target.kind == "standard":
            found = numbers.try_read(words)
            read = _marked(Text(words), "standard", numbers.canonical(found) if found else "")
        else:
            read = _marked(
                Text(words), "term" if target.kind == "term" else "internal", target.address
            )
        return joined([read, Text(f", {more}")]) if more and more != "fn" else read


def linear(source: str) -> str:
    """AsciiMath reads as it stands; only its words for signs are replaced."""
    for word, sign in (("xx", "×"), ("times", "×"), ("<=", "≤"), (">=", "≥"), ("+-", "±")):
        source = re.sub(rf"(?<![A-Za-z]){re.escape(word)}(?![A-Za-z])", sign, source)
    return " ".join(source.split())


def _plain(source: str) -> str:
    words = re.sub(r"(?<=[\u3000-\u9fff])\n(?=[\u3000-\u9fff])", "", source).replace("\n", " ")
    return unescape(re.sub(r"\s?(?<!-)--(?!-)\s?", "—", words))


def _closing(source: str, at: int) -> int:
    """Behind the bracket that closes the one before `at`; the end where there is none."""
    depth = 1
    for found in _BRACKET.finditer(source, at):
        depth += 1 if found[0] == "[" else -1
        if not depth:
            return found.end()
    return len(source) + 1


def _marked(inside: Text, kind: str, value: str = "") -> Text:
    known: MarkKind = kind  # type: ignore[assignment]
    return Text(inside.content, (Mark(0, len(inside.content), known, value), *inside.marks))

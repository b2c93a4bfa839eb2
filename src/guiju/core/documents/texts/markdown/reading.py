"""Markdown to lines (读取 Markdown): each row as heading, paragraph, item, or a block that is ready."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from guiju.core.documents.lines import Line
from guiju.core.documents.model import (
    Block,
    Figure,
    Formula,
    Item,
    Items,
    Paragraph,
    Quote,
    Reading,
    Table,
    Text,
)  # fmt: skip
from guiju.core.documents.structure import build, labels
from guiju.core.documents.structure.contents import is_entry
from guiju.core.documents.structure.cutting import cut, joined
from guiju.core.documents.structure.starts import starts
from guiju.core.documents.structure.words import element, squashed, words
from guiju.core.documents.texts import html_tables
from guiju.core.documents.texts.covers import told_with
from guiju.core.documents.texts.doubts import Told
from guiju.core.documents.texts.inline import Met, text_of
from guiju.core.documents.texts.markdown import (
    cleaning,
    footnotes,
    formulas,
    pictures,
    pieces,
    pipes,
)
from guiju.core.documents.texts.repairs import repaired
from guiju.core.documents.texts.slips import is_number
from guiju.core.documents.texts.source import Row, rows_of

_HEADING = re.compile(r"\s{0,3}(#{1,6})(?!#)")
_ANCHOR = re.compile(r"\s*\{#[\w.:-]{1,80}\}$")
_BULLET = re.compile(r"(\s*)[-*+]\s+(?=\S)")
_COUNTED = re.compile(r"\s{0,8}(\d{1,2})\.\s+(?=\S)")
_IMAGE = re.compile(r"\s*!\[([^\]]{0,300})\]\(\s*<?([^)\s>]{1,500})>?[^)]{0,200}\)\s*$")
_TAG_IMAGE = re.compile(
    r"\s*<img\s[^<>]*?\bsrc\s{0,3}=\s{0,3}[\"']?([^\"'\s>]{1,500})[^<>]*>\s*$", re.I
)
_RULE = re.compile(r"\s*(?:[-*_]\s*){3,}$|\s*<hr\s*/?>\s*$", re.I)
_GLUED = re.compile(r"(?:[A-Z]|\d{1,2})(?:\.\d{1,2}){1,6}(?=[\u3400-\u9fffA-Z])")
_UNDERLINE = re.compile(r"\s{0,3}(=+|-{2,})\s*$")
_ENDS = re.compile(r"[。；：！？）.:;!?)]\s*$")
_SENTENCE = re.compile(r"[。；：:;.]\s*$")
_CHINESE = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")
_NO_TITLE = frozenset(("", "image", "img", "figure", "picture", "alt", "alt text", "图片", "图像"))
_LEAST, _LEAST_ENGLISH, _LONGEST_HEAD = 20, 40, 80
MOST_TABLE_ROWS = 20_000


def read(data: bytes, *, name: str = "") -> Reading:
    """The tree of a Markdown file. Raises NotText and Undecodable."""
    told = Told()
    rows, images = pictures.taken_out(rows_of(data, name, told))
    rows, found = footnotes.taken_out(cleaning.cleaned(rows, told))
    met = Met(frozenset(one for _, one, _ in found), told)
    notes = footnotes.made(found, met)
    lines = repaired(_Reader(pieces.parted(rows), met).read(), told)
    footnotes.check(notes, [*lines, *notes], told)
    return told_with(build(lines, footnotes=notes, images=images), lines, told)


@dataclass(slots=True)
class _Reader:
    rows: Sequence[Row]
    met: Met
    at: int = 0
    out: list[Line] = field(default_factory=list)
    is_open: bool = False
    gap: bool = False
    begun: bool = False
    contents: bool = False
    kind: str = ""  # the element that is open
    cover: set[str] = field(default_factory=set)

    def read(self) -> list[Line]:
        while self.at < len(self.rows):
            number, row = self.rows[self.at]
            self.met.told.line = number
            if not row.strip():
                self.gap = True
                self.at += 1
                continue
            if not self._block(number, row):
                self.at += 1
                self._words(number, row)
            self.gap = False
        return self.out

    def _add(self, line: Line, is_open: bool = False) -> None:
        self.out.append(line)
        self.is_open = is_open
        if line.block is None:
            self.contents = squashed(line.text.content[:80]) in _contents()
            self._follow(line.text.content[:80])
            if not self.begun:
                self.cover.add(squashed(line.text.content[:200]))

    def _follow(self, words: str) -> None:
        label = labels.read(words)
        kind = element(words[label.end :] if label else words)
        if kind or (label and len(label.path) == 1):
            self.kind = kind or ""
        self.begun = self.begun or bool(kind)

    def _ready(self, block: Block, line: int) -> None:
        self._add(Line(block=block, line=line))

    def _block(self, number: int, row: str) -> bool:
        """Takes the rows of a block that begins here."""
        start = row.lstrip()
        if start.startswith(("```", "~~~")):
            return self._fence(number, start)
        if start.startswith("<") and "<table" in start.lower():
            self._tags(number)
            return True
        image = _IMAGE.match(row) or _TAG_IMAGE.match(row) if len(row) < 3_000 else None
        if image:
            self.at += 1
            name = image[image.lastindex or 1]
            alt = image[1] if image.lastindex == 2 else ""
            self._picture(name, alt, number)
            return True
        if "|" in row and (count := pipes.count(self.rows, self.at)):
            rows = self.rows[self.at : self.at + count]
            self.at += count
            self._table(pipes.table(rows, self.met, self.met.told), number)
            return True
        if start[:1] in "$\\" and (found := formulas.formula(self.rows, self.at, self.met.told)):
            made, count, behind = found
            self.at += count
            self._ready(made, number)
            if behind.strip():
                self._words(number, behind)
            return True
        return self._numbers_the_formula(row) or self._counted(number)

    def _numbers_the_formula(self, row: str) -> bool:
        above = self.out[-1].block if self.out else None
        if not isinstance(above, Formula) or above.label:
            return False
        label = formulas.number_alone(row)
        if label:
            self.out[-1] = replace(self.out[-1], block=replace(above, label=label))
            self.at += 1
        return bool(label)

    def _picture(self, name: str, alt: str, number: int) -> None:
        """The words for a picture are its title until a caption takes their place."""
        title = Text() if alt.strip().lower() in _NO_TITLE else cut(text_of(alt, self.met), 0)
        self._ready(Figure(label="", title=title, images=(name,), line=number), number)

    def _fence(self, number: int, start: str) -> bool:
        sign = start[:3]
        end = next(
            (
                at
                for at in range(self.at + 1, len(self.rows))
                if self.rows[at][1].strip().startswith(sign) and not self.rows[at][1].strip(" `~")
            ),
            None,
        )
        if end is None:
            self.met.told.add("fence-open", line=number)
            self.at += 1
            return True
        code = "\n".join(row for _, row in self.rows[self.at + 1 : end])
        words = start.strip("`~ ")
        if words in ("math", "latex", "tex"):
            made = formulas.formula([(number, f"$${code}$$".replace("\n", " "))], 0, self.met.told)
            if made is not None:
                self.at = end + 1
                self._ready(made[0], number)
                return True
        self.at = end + 1
        inside = (Paragraph(text=Text(code), line=number),)
        self._ready(Quote(blocks=inside, code=True, line=number), number)
        return True

    def _tags(self, number: int) -> None:
        """Rows up to the end of the table; one that has no end stops at an empty row or a heading."""
        taken, depth, first = list[str](), 0, self.at
        while self.at < len(self.rows) and len(taken) < MOST_TABLE_ROWS:
            row = self.rows[self.at][1]
            if self.at > first and row.lstrip().startswith("#") and depth == 0:
                break
            lower = row.lower()
            depth += lower.count("<table") - lower.count("</table")
            taken.append(row)
            self.at += 1
            if depth <= 0:
                break
        if depth > 0:
            self.met.told.add("table-open", line=number)
            taken = self._closed(taken, first)
        for line in html_tables.read("\n".join(taken), number, self.met):
            if isinstance(line.block, Table):
                self._table(line.block, number)
            else:
                self._add(line)

    def _closed(self, taken: Sequence[str], first: int) -> list[str]:
        end = next(
            (
                at
                for at, row in enumerate(taken)
                if at and (not row.strip() or row.lstrip().startswith("#"))
            ),
            len(taken),
        )
        self.at = first + end
        return list(taken[:end])

    def _table(self, table: Table, number: int) -> None:
        """Contents that were read as a table are lines again."""
        above = self.out[-1] if self.out else None
        if (
            above is not None
            and above.block is None
            and squashed(above.text.content[:80]) in _contents()
        ):
            for row in (*table.head, *table.body):
                parts = [
                    one.text for cell in row for one in cell.blocks if isinstance(one, Paragraph)
                ]
                if parts:
                    self._add(Line(text=joined(parts, "\t"), line=number))
            return
        while (sign := pipes.lead(table)) is not None:
            self._add(Line(text=sign, line=number))
            table = pipes.without_lead(table)
        self._ready(table, number)

    def _counted(self, number: int) -> bool:
        """1. 2. 3. on rows beside each other are a list, unless they name chapters."""
        rows: list[tuple[int, str, str]] = []
        for line, row in self.rows[self.at :]:
            found = _COUNTED.match(row)
            if not found or int(found[1]) != len(rows) + 1:
                break
            rows.append((line, f"{found[1]}.", row[found.end() :]))
        if (
            len(rows) < 2
            or self.contents
            or any(element(row.strip("*_ ")) or is_entry(row) for *_, row in rows)
        ):
            return False
        self.at += len(rows)
        if self.kind in ("bibliography", "normative-references"):
            for line, label, row in rows:
                entry = [Text(f"[{label[:-1]}]"), cut(text_of(row, self.met), 0)]
                self._add(Line(text=joined(entry, " "), line=line))
            return True
        items = tuple(
            Item(
                label=label, blocks=(Paragraph(text=text_of(row, self.met), line=line),), line=line
            )
            for line, label, row in rows
        )
        self._ready(Items(items=items, line=number), number)
        return True

    def _words(self, number: int, row: str) -> None:
        if _RULE.match(row) and not self._underlines(row):
            return
        heading = _HEADING.match(row)
        if heading:
            self._heading(number, row, heading)
            return
        quoted = row.lstrip()
        if quoted.startswith(">"):
            self._quoted(number, quoted)
            return
        bullet = _BULLET.match(row)
        if bullet and not quoted.startswith("**"):
            self._bullet(number, row, bullet)
            return
        self._running(number, row.strip())

    def _underlines(self, row: str) -> bool:
        """=== or --- below a line makes it a heading."""
        above = self.out[-1] if self.out and not self.gap else None
        if not _UNDERLINE.match(row) or above is None or above.block is not None or above.number:
            return False
        words = above.text.content
        if len(words) <= _LONGEST_HEAD and not _SENTENCE.search(words):
            self.out[-1] = replace(above, heading=above.heading or (1 if "=" in row else 2))
            self.is_open = False
        return True

    def _heading(self, number: int, row: str, heading: re.Match[str]) -> None:
        inside = _ANCHOR.sub("", row[heading.end() :].strip()).rstrip("#").strip()
        text = _spaced(_unbold(cut(text_of(inside, self.met), 0)))
        if not text:
            return
        if squashed(text.content) in self.cover:  # the title again, before clause 1
            self._add(Line(text=text, line=number, centred=True))
            return
        level = 0 if self._names_a_term(text) else len(heading[1])
        self._add(Line(text=text, line=number, heading=level, bold=not level))
        self.begun = self.begun or starts(text.content)

    def _bullet(self, number: int, row: str, bullet: re.Match[str]) -> None:
        label = "——" if len(bullet[1].expandtabs(4)) < 2 else "·"
        text = cut(text_of(row[bullet.end() :], self.met), 0)
        is_own = self.contents or is_entry(text.content) or starts(text.content)
        self._add(Line(text=text, line=number, number="" if is_own else label), is_open=not is_own)

    def _quoted(self, number: int, row: str) -> None:
        """Quoted rows are a quotation, unless they begin something of a standard's own."""
        rows = [(number, row)]
        while self.at < len(self.rows) and self.rows[self.at][1].lstrip().startswith(">"):
            rows.append((self.rows[self.at][0], self.rows[self.at][1].lstrip()))
            self.at += 1
        made = [
            Line(text=text, line=line)
            for line, one in rows
            if (text := cut(text_of(one.lstrip("> \t").lstrip("#"), self.met), 0))
        ]
        if any(starts(one.text.content) or element(one.text.content) for one in made):
            for one in made:
                self._add(one)
        elif made:
            inside = tuple(Paragraph(text=one.text, line=one.line) for one in made)
            self._ready(Quote(blocks=inside, line=number), number)

    def _running(self, number: int, row: str) -> None:
        if row.startswith("=") and _UNDERLINE.match(row) and self._underlines(row):
            return
        text = cut(text_of(row, self.met), 0)
        if not text:
            return
        is_bold = any(
            one.kind == "bold" and one[:2] == (0, len(text.content)) for one in text.marks
        )
        if not is_bold and self._goes_on(text.content):
            above = self.out[-1]
            between = "" if _is_chinese_seam(above.text, text) else " "
            self.out[-1] = replace(above, text=joined([above.text, text], between))
            return
        plain = _unbold(text)
        is_closed = is_bold or is_entry(plain.content) or self._names_a_term(plain)
        self._add(Line(text=plain, line=number, bold=is_bold), is_open=not is_closed)

    def _names_a_term(self, text: Text) -> bool:
        """A line under a number alone is a title, or the name of a term; in English below that too."""
        above = self.out[-1] if self.out else None
        if above is None or above.block is not None or starts(text.content):
            return False
        if above.bold and not above.heading and not _CHINESE.search(text.content):
            return True
        label = labels.read(above.text.content[:40])
        is_label = label is not None and label.end >= len(above.text.content)
        return is_label or is_number(above.text.content)

    def _goes_on(self, below: str) -> bool:
        """A paragraph that a page broke in mid-sentence goes on after the gap."""
        if not self.is_open or not below or not self.begun:
            return False
        if starts(below) or element(below) or is_entry(below):
            return False
        above = self.out[-1].text.content
        is_chinese = bool(_CHINESE.search(above))
        if not self.gap and not is_chinese:
            return len(above) >= _LEAST_ENGLISH and not _CHINESE.search(below)
        if len(above) < _LEAST or _ENDS.search(above):
            return False
        return not self.gap or bool(_CHINESE.match(above[-1:]))


def _contents() -> set[str]:
    return {squashed(word) for word in words("elements", "contents")}


def _unbold(text: Text) -> Text:
    """A line's own look: bold over all of it, or over its label."""
    kept = tuple(
        one for one in text.marks if one.kind != "bold" or not _is_look(one.start, one.end, text)
    )
    return Text(text.content, kept)


def _spaced(text: Text) -> Text:
    """A number that a heading runs on into its title: 8.1组批."""
    label = _GLUED.match(text.content)
    if not label:
        return text
    return joined([cut(text, 0, label.end()), cut(text, label.end())], " ")


def _is_look(start: int, end: int, text: Text) -> bool:
    inside = text.content[start:end].strip()
    is_label = (
        start == 0
        and bool(inside)
        and all(sign in "0123456789.．ABCDEFGHIJKLMN附录图表 " for sign in inside)
    )
    return (start, end) == (0, len(text.content)) or is_label


def _is_chinese_seam(above: Text, below: Text) -> bool:
    return bool(_CHINESE.match(above.content[-1:]) or _CHINESE.match(below.content[:1]))

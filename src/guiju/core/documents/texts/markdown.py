"""Markdown as OCR makes it (OCR 产生的 Markdown): wrong levels, bold headings, broken paragraphs.

The number of a heading decides where it stands, not the count of its #.
"""

import re
from dataclasses import dataclass, field, replace

from guiju.core.decoding import decode
from guiju.core.documents.lines import Line
from guiju.core.documents.model import (
    Block,
    Cell,
    Figure,
    Formula,
    Paragraph,
    Quote,
    Reading,
    Table,
    Text,
)
from guiju.core.documents.structure import build
from guiju.core.documents.structure.cutting import cut, joined
from guiju.core.documents.structure.starts import starts
from guiju.core.documents.structure.words import element
from guiju.core.documents.texts import html_tables, latex
from guiju.core.documents.texts.inline import text_of
from guiju.core.documents.texts.plain import without_running_heads

_HEADING = re.compile(r"\s{0,3}(#{1,6})\s*(.*?)\s*#*\s*$")
_BOLD = re.compile(r"\s*(?:\*\*|__)(?=\S)(.+?)(?:\*\*|__)\s*[:：]?\s*$")
_BULLET = re.compile(r"(\s*)[-*+]\s+(?=\S)")
_IMAGE = re.compile(r"\s*!\[([^\]]{0,300})\]\(\s*<?([^)\s>]{1,500})>?[^)]{0,200}\)\s*$")
_RULE = re.compile(r"\s*(?:[-*_]\s*){3,}$")
_PIPES = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_ENDS = re.compile(r"[。；：！？）.:;!?)]\s*$")
_CHINESE = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")
_LEAST = 20
MOST_TABLE_LINES = 5_000


def read(data: bytes, *, name: str = "") -> Reading:
    """The tree of a Markdown file. Raises NotText and Undecodable."""
    text, _ = decode(data, name=name)
    return build(lines(text))


def lines(text: str) -> list[Line]:
    """Paragraphs, headings and ready blocks of Markdown."""
    rows = list(enumerate(text.lstrip("\ufeff").splitlines(), 1))
    if rows and rows[0][1].strip() == "---":
        end = next((at for at in range(1, len(rows)) if rows[at][1].strip() == "---"), 0)
        rows = rows[end + 1 :]
    return _Reader(without_running_heads(rows)).read()


@dataclass(slots=True)
class _Reader:
    rows: list[tuple[int, str]]
    at: int = 0
    out: list[Line] = field(default_factory=list)
    is_open: bool = False
    gap: bool = False

    def read(self) -> list[Line]:
        while self.at < len(self.rows):
            number, row = self.rows[self.at]
            self.at += 1
            if not row.strip():
                self.gap = True
                continue
            block = self._block(number, row)
            if block is not None:
                self._add(Line(block=block, line=number))
            elif not _RULE.match(row):
                self._words(number, row)
            self.gap = False
        return self.out

    def _add(self, line: Line, is_open: bool = False) -> None:
        self.out.append(line)
        self.is_open = is_open

    def _block(self, number: int, row: str) -> Block | None:
        start = row.strip()
        if start.startswith(("```", "~~~")):
            code = "\n".join(self._until(start[:3]))
            return Quote(blocks=(Paragraph(text=Text(code), line=number),), code=True, line=number)
        for opening, closing in (("$$", "$$"), ("\\[", "\\]")):
            if start.startswith(opening):
                return self._formula(start[2:], closing, number)
        if "<table" in row.lower():
            self.at -= 1
            return html_tables.table("\n".join(self._until("</table>", keep=True)), number)
        image = _IMAGE.match(row)
        if image:
            return Figure(label="", title=Text(), images=(image[2],), line=number)
        if "|" in row and self.at < len(self.rows) and _PIPES.match(self.rows[self.at][1]):
            return self._pipes(number, row)
        return None

    def _until(self, closing: str, keep: bool = False) -> list[str]:
        taken: list[str] = []
        while self.at < len(self.rows) and len(taken) < MOST_TABLE_LINES:
            row = self.rows[self.at][1]
            self.at += 1
            if closing in row.lower():
                return [*taken, row] if keep else taken
            taken.append(row)
        return taken

    def _formula(self, first: str, closing: str, number: int) -> Formula:
        source = first
        while closing not in source and self.at < len(self.rows):
            source += "\n" + self.rows[self.at][1]
            self.at += 1
        inside, _, behind = source.partition(closing)
        label, line = latex.formula(inside + "  " + behind if behind.strip() else inside)
        return Formula(label=label, linear=line, line=number)

    def _pipes(self, number: int, row: str) -> Table:
        self.at += 1
        rows = [_cells(row)]
        while self.at < len(self.rows) and "|" in self.rows[self.at][1]:
            rows.append(_cells(self.rows[self.at][1]))
            self.at += 1
        made = [
            tuple(
                Cell(
                    blocks=(Paragraph(text=text, line=number),) if (text := text_of(word)) else (),
                    column=column,
                    head=not at,
                )
                for column, word in enumerate(words)
            )
            for at, words in enumerate(rows)
        ]
        has_head = any(cell.blocks for cell in made[0])
        head, body = (made[:1], made[1:]) if has_head else ([], made[1:])
        return Table(label="", title=Text(), head=tuple(head), body=tuple(body), line=number)

    def _words(self, number: int, row: str) -> None:
        heading, bold = _HEADING.match(row), _BOLD.match(row)
        if heading:
            text = text_of(heading[2].strip("*_ "))
            self._add(Line(text=text, line=number, heading=len(heading[1])))
            return
        bullet = _BULLET.match(row)
        if bullet and not bold:
            label = "——" if len(bullet[1].expandtabs(4)) < 2 else "·"
            text = text_of(row[bullet.end() :])
            own = Line(text=text, line=number) if starts(text.content) else None
            self._add(own or Line(text=text, line=number, number=label), is_open=True)
            return
        text = text_of(row.lstrip("> ").strip())
        if self._goes_on(text.content):
            above = self.out[-1]
            between = "" if _is_chinese_seam(above.text, text) else " "
            self.out[-1] = replace(above, text=joined([above.text, text], between))
            return
        is_bold = bool(bold) and any(one.kind == "bold" for one in text.marks)
        plain = Text(text.content) if is_bold else text
        self._add(Line(text=cut(plain, 0), line=number, bold=is_bold), is_open=not is_bold)

    def _goes_on(self, below: str) -> bool:
        """A paragraph that a page broke in mid-sentence goes on after the gap."""
        if not self.is_open or not below or starts(below) or element(below):
            return False
        above = self.out[-1].text.content
        if not self.gap:
            return (not _ENDS.search(above) and len(above) >= _LEAST) or not _CHINESE.search(above)
        return len(above) >= _LEAST and not _ENDS.search(above) and bool(_CHINESE.match(above[-1:]))


def _is_chinese_seam(above: Text, below: Text) -> bool:
    return bool(_CHINESE.match(above.content[-1:]) or _CHINESE.match(below.content[:1]))


def _cells(row: str) -> list[str]:
    plain = row.strip().removeprefix("|")
    plain = plain[:-1] if plain.endswith("|") and not plain.endswith("\\|") else plain
    return [one.strip().replace("\\|", "|") for one in re.split(r"(?<!\\)\|", plain)]

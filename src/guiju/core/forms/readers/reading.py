"""A form read back (表单读入): by the names of its fields, wherever they stand."""

from dataclasses import dataclass, field
from typing import NamedTuple

from guiju.core.errors import Bilingual
from guiju.core.forms.model import Field, Form, Problem, Row, Value
from guiju.core.forms.readers.heads import key_of, ways
from guiju.core.forms.readers.labels import Labels, row_pairs, value, value_of
from guiju.core.forms.readers.letters import letter_values
from guiju.core.forms.readers.opening import read_pieces
from guiju.core.forms.readers.pieces import Grid, Line, Words
from guiju.core.forms.writing.cells import CONTINUED

_KEPT_EMPTY = ("no",)  # the count of rows is made anew


class FormRead(NamedTuple):
    """What was read (读入结果): values by field, and what is doubtful."""

    values: dict[str, Value]
    problems: tuple[Problem, ...]


def read_form(form: Form, data: bytes, name: str) -> FormRead:
    """The values of a DOCX, XLSX or CSV. Raises UnreadableForm and the errors of DOCX."""
    pieces = read_pieces(data, name)
    found = _Reader(form)
    for item in pieces.items:
        if isinstance(item, Words):
            found.words(item.text)
        else:
            found.grid(item)
    for part in form.sections:
        if part.says:
            found.texts |= letter_values(part, found.paragraphs)
    return found.told(pieces.problems)


@dataclass(slots=True)
class _Reader:
    form: Form
    texts: dict[str, str] = field(default_factory=dict)
    tables: dict[str, list[Row]] = field(default_factory=dict)
    paragraphs: list[str] = field(default_factory=list)
    loose: list[Problem] = field(default_factory=list)
    here: str = ""  # the field under whose heading we are
    table: tuple[Field, list[str]] | None = None
    labels: Labels = field(init=False)  # of all fields but those that stand in sentences

    def __post_init__(self) -> None:
        parts = (one for one in self.form.sections if one.shows != "letter")
        self.labels = Labels(one for part in parts for one in part.fields if one.kind != "table")

    def words(self, text: str) -> None:
        """A heading, a labelled value, or a paragraph under a heading."""
        self.paragraphs.append(text)
        labels = self.labels
        name = labels.of(text)
        if name:
            self.here = name
            self.texts.setdefault(name, "")
            return
        inside, said = labels.inside(text)
        if inside and not (self.here and self.form.field(self.here).kind == "long"):
            self.texts[inside] = said
        elif self.here and not self._is_printed(text):
            before = self.texts[self.here]
            self.texts[self.here] = f"{before}\n{text}" if before else value(text)
        else:
            self.here = ""

    def grid(self, grid: Grid) -> None:
        for line in grid.lines:
            if any(line.cells):
                self._line(line)
        self.table = None

    def _line(self, line: Line) -> None:
        head = self._head(line)
        if head is not None:
            self.table, self.here = head, ""
            self.tables.setdefault(head[0].id, [])
        elif sum(map(bool, line.cells)) == 1 and line.cells[0]:
            if self.table is None or not self._goes_on(line):
                self.table = None
                self.words(line.cells[0])
        elif self.table is not None and not self._ends_table(line):
            self._row(line)
        else:
            self.table = None
            self._pairs(line)

    def _pairs(self, line: Line) -> None:
        filled = [text for text in line.cells if text]
        if self.here and all(text.startswith(CONTINUED) for text in filled):
            self.texts[self.here] += filled[-1].removeprefix(CONTINUED)
            return
        cells = (text for at, text in enumerate(line.cells) if at not in line.copied or text)
        for name, said in row_pairs(cells, self.labels).items():
            before = self.texts.get(name, "")
            again = bool(line.copied) and before and said and said not in before
            self.texts[name] = f"{before}\n{said}" if again else said or before
            self.here = name

    def _ends_table(self, line: Line) -> bool:
        """A labelled value below the rows of a table."""
        filled = [text for text in line.cells if text]
        return len(filled) <= 2 and bool(self.labels.of(filled[0]))

    def _head(self, line: Line) -> tuple[Field, list[str]] | None:
        """The table whose heads these are, and the columns by place."""
        for one in self.form.fields:
            if one.kind == "table":
                labels = Labels(one.columns)
                columns = [_column(text, labels) for text in line.cells]
                known = set(filter(None, columns))
                if len(known) >= min(2, len(one.columns)) and 2 * len(known) >= len(
                    list(filter(None, line.cells))
                ):
                    return one, columns
        return None

    def _row(self, line: Line) -> None:
        if self.table is None or self._goes_on(line):
            return
        one, columns = self.table
        row = dict.fromkeys((column.id for column in one.columns), "")
        by_id = {column.id: column for column in one.columns}
        left = []
        for at, text in enumerate(line.cells):
            column = columns[at] if at < len(columns) else ""
            if column:
                row[column] = value_of(by_id[column], text)
            elif text:
                left.append(text)
        if any(text for key, text in row.items() if key not in _KEPT_EMPTY):
            self.tables[one.id].append(row)
        if left:
            self._say_left(line.number, left)

    def _goes_on(self, line: Line) -> bool:
        """More of the cells above."""
        filled = [text for text in line.cells if text]
        if self.table is None or not all(text.startswith(CONTINUED) for text in filled):
            return False
        one, columns = self.table
        last = dict(self.tables[one.id].pop())
        for at, text in enumerate(line.cells[: len(columns)]):
            if text:
                last[columns[at]] += text.removeprefix(CONTINUED)
        self.tables[one.id].append(last)
        return True

    def _say_left(self, row: int, left: list[str]) -> None:
        text = "\n".join(left)
        says = Bilingual(
            f"第 {row} 行有表单中没有的栏：“{text[:80]}”。",
            f"Row {row} has a column that the form has not: “{text[:80]}”.",
        )
        self.loose.append(Problem("column", says, row=row, text=text))

    def _is_printed(self, text: str) -> bool:
        """A title that the form itself prints."""
        titles = [self.form.title, *(one.title for one in self.form.sections if one.title)]
        titles += [one.label for one in self.form.fields if one.kind == "table"]
        keys = {key_of(said) for title in titles for said in (*title, f"{title.zh} {title.en}")}
        return key_of(text) in keys

    def told(self, problems: list[Problem]) -> FormRead:
        found: dict[str, Value] = {}
        for one in self.form.fields:
            if one.kind == "table" and one.id in self.tables:
                found[one.id] = tuple(self.tables[one.id])
            elif one.id in self.texts:
                found[one.id] = value_of(one, self.texts[one.id])
        every = [*problems, *self.loose, *_absent(self.form, found)]
        return FormRead(found, tuple(every))


def _column(text: str, labels: Labels) -> str:
    return next((name for way in ways(text) if (name := labels.of(way))), "")


def _absent(form: Form, found: dict[str, Value]) -> list[Problem]:
    """Nothing of the form is in the file: it is another one."""
    if found:
        return []
    says = Bilingual(
        f"文件中没有找到《{form.title.zh}》的任何栏目，请核对是否选错了表单。",
        f"No field of “{form.title.en}” is in the file; check that it is the right form.",
    )
    return [Problem("other-form", says)]

"""What a form is (表单): sections and fields as its file declares them, and a form that was filled."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from guiju.core.errors import Bilingual

Kind = Literal["text", "long", "choice", "date", "number", "yesno", "table", "signature"]
Page = Literal["portrait", "landscape", "letter"]
Shows = Literal["grid", "lines", "text", "table", "letter", "signatures"]
Place = Literal["title", "left", "body", "right"]
Row = Mapping[str, str]
Value = str | tuple[Row, ...]
# All of them hold; a name with a dot is one of the data, one without is a field above.
When = tuple[tuple[str, tuple[str, ...]], ...]
ALWAYS: tuple[When, ...] = ((),)
YES_NO = {"yes": Bilingual("是", "yes"), "no": Bilingual("否", "no")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table (栏). `also` are other words for its head; a `number` counts the rows."""

    id: str
    label: Bilingual
    width: int
    kind: Literal["text", "choice", "number"]
    choices: Mapping[str, Bilingual]
    source: str
    also: tuple[str, ...]
    required: bool
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field (栏目). Of the conditions in `required`, one must hold; `source` is a dotted name."""

    id: str
    label: Bilingual
    kind: Kind
    required: tuple[When, ...]
    when: When
    source: str
    choices: Mapping[str, Bilingual]
    columns: tuple[Column, ...]
    also: tuple[str, ...]
    rows: int
    line: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a letter (公文语句) with fields in braces, and where on the page it stands."""

    text: Bilingual
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a form (部分), shown in one way. `says` are the sentences of a letter."""

    id: str
    title: Bilingual | None
    shows: Shows
    when: When
    says: tuple[Sentence, ...]
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One version of a form (表单), with the procedures that it serves; none named: all."""

    id: str
    family: str
    title: Bilingual
    page: Page
    since: date
    until: date | None
    basis: str
    confidence: str
    serves: tuple[str, ...]
    sections: tuple[Section, ...]
    file: str

    @property
    def fields(self) -> Iterator[Field]:
        return (one for part in self.sections for one in part.fields)

    def field(self, key: str) -> Field:
        return next(one for one in self.fields if one.id == key)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a form, its row or its file (问题): where, and the sentence. Row 0: none."""

    code: str
    says: Bilingual
    field: str = ""
    row: int = 0
    text: str = ""  # what was read there, whole


@dataclass(frozen=True, slots=True)
class Filled:
    """A form with its values (已填表单). `applies` are the fields that these facts ask for."""

    form: Form
    values: Mapping[str, Value]
    applies: frozenset[str]
    missing: tuple[Problem, ...] = ()
    data: Mapping[str, Any] = field(default_factory=dict)

    def text(self, key: str) -> str:
        found = self.values.get(key, "")
        return found if isinstance(found, str) else ""

    def rows(self, key: str) -> tuple[Row, ...]:
        found = self.values.get(key, ())
        return found if isinstance(found, tuple) else ()

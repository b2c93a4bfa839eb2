"""From a filled form to blocks (排版)."""

from collections.abc import Iterator

from guiju.core.forms.conditions import holds
from guiju.core.forms.files.reading import HOLE
from guiju.core.forms.layout.blocks import Block, Grid, Heading, Laid, Pair, Pairs, Signed, Words
from guiju.core.forms.model import Field, Filled, Section, Sentence
from guiju.core.forms.values import say, shown

BLANK = "____________"
EMPTY_ROWS = 5
_SMALL = 16  # a column as narrow as this holds short words
_COUNT = "一二三四五六七八九十"


def laid(filled: Filled, language: str) -> Laid:
    """The form in a language: zh, en or both."""
    blocks: list[Block] = []
    title = say(filled.form.title, language)
    if filled.form.page != "letter":
        blocks.append(Words(title, "title"))
    for part in filled.form.sections:
        if holds(part.when, filled.values, filled.data):
            blocks += _section(part, filled, language)
    return Laid(title, filled.form.page, language, tuple(blocks))


def _section(part: Section, filled: Filled, language: str) -> Iterator[Block]:
    fields = [one for one in part.fields if one.id in filled.applies]
    if part.title is not None:
        yield Heading(say(part.title, language))
    for sentence in part.says:
        yield Words(_said(sentence, filled, language), sentence.place)
    if part.shows == "letter":
        return
    if part.shows == "signatures":
        yield Signed(tuple(_signed(one, filled, language) for one in fields))
    elif part.shows == "text":
        yield from _chapters(fields, filled, language)
    else:
        pairs = [
            _pair(one, filled, language, boxes=part.shows == "grid")
            for one in fields
            if one.kind != "table"
        ]
        if pairs:
            yield Pairs(tuple(pairs), ruled=part.shows == "grid")
        for one in fields:
            if one.kind == "table":
                if filled.form.page == "portrait":  # elsewhere the table is the form itself
                    yield Heading(say(one.label, language))
                yield _grid(one, filled, language)


def _chapters(fields: list[Field], filled: Filled, language: str) -> Iterator[Block]:
    for at, one in enumerate(fields):
        number = f"{at + 1}. " if language == "en" else f"{counted(at + 1)}、"
        yield Heading(f"{number}{say(one.label, language)}")
        # Each line is a paragraph of its own, so that it is indented.
        for line in shown(one, filled.text(one.id), language).split("\n"):
            yield Words(line, "body")


def counted(number: int) -> str:
    """11 → 十一."""
    tens, ones = divmod(number, 10)
    return ("十" if tens else "") + (_COUNT[ones - 1] if ones else "")


def _pair(one: Field, filled: Filled, language: str, *, boxes: bool) -> Pair:
    value = shown(one, filled.text(one.id), language, boxes=boxes)
    is_wide = one.kind == "long" or (one.kind == "choice" and len(value) > 16)
    long_words = len(value) > 40
    return Pair(say(one.label, language), value, is_wide or long_words, one.kind == "long")


def _signed(one: Field, filled: Filled, language: str) -> tuple[str, str, bool]:
    is_name = one.kind == "signature"
    return say(one.label, language), shown(one, filled.text(one.id), language), is_name


def _grid(one: Field, filled: Filled, language: str) -> Grid:
    rows = [
        tuple(
            shown(column, row.get(column.id, "") or _count(column.id, at), language)
            for column in one.columns
        )
        for at, row in enumerate(filled.rows(one.id), 1)
    ]
    if not rows:
        rows = [("",) * len(one.columns)] * (one.rows or EMPTY_ROWS)
    return Grid(
        heads=tuple(say(column.label, language) for column in one.columns),
        widths=tuple(column.width for column in one.columns),
        small=tuple(column.width <= _SMALL and column.kind != "text" for column in one.columns),
        rows=rows,
    )


def _count(column: str, at: int) -> str:
    return str(at) if column == "no" else ""


def _said(sentence: Sentence, filled: Filled, language: str) -> str:
    """With its values. A letter is in one language: Chinese where both are asked for."""
    tongue = "en" if language == "en" else "zh"
    return HOLE.sub(
        lambda hole: shown(filled.form.field(hole[1]), filled.text(hole[1]), tongue) or BLANK,
        sentence.text.say(tongue),
    )

"""What is wrong with a filled form (表单检查): missing, or not what the field asks for."""

from collections.abc import Iterator

from guiju.core.errors import Bilingual
from guiju.core.forms.model import Column, Field, Filled, Problem
from guiju.core.forms.values import day_of, number_of


def check(filled: Filled) -> tuple[Problem, ...]:
    """Every problem, what is missing first. A row is counted from 1."""
    found = list(filled.missing)
    for one in filled.form.fields:
        if one.id in filled.applies:
            found += _table(one, filled) if one.kind == "table" else _one(one, filled.text(one.id))
    return tuple(found)


def _table(one: Field, filled: Filled) -> Iterator[Problem]:
    for at, row in enumerate(filled.rows(one.id), 1):
        for column in one.columns:
            text = row.get(column.id, "")
            if column.required and not text:
                says = Bilingual(
                    f"“{one.label.zh}”第 {at} 行的“{column.label.zh}”没有填写。",
                    f"Row {at} of “{one.label.en}”: “{column.label.en}” is not filled in.",
                )
                yield Problem("missing", says, one.id, at)
            yield from _one(column, text, one.id, at)


def _one(one: Field | Column, text: str, key: str = "", row: int = 0) -> Iterator[Problem]:
    if not text:
        return
    where = Bilingual(f"第 {row} 行的", f"Row {row}: ") if row else Bilingual("", "")
    if one.choices and text not in one.choices:
        known = Bilingual(
            "、".join(choice.zh for choice in one.choices.values()),
            ", ".join(choice.en for choice in one.choices.values()),
        )
        code, wanted = "choice", Bilingual(f"应为 {known.zh} 之一", f"one of {known.en}")
    elif one.kind == "date" and (day_of(text) is None or text != f"{day_of(text)}"):
        code, wanted = "date", Bilingual("应为日期（年-月-日）", "a date (year-month-day)")
    elif one.kind == "number" and not number_of(text):
        code, wanted = "number", Bilingual("应为数字", "a number")
    else:
        return
    said = text if len(text) <= 60 else f"{text[:60]}……"
    says = Bilingual(
        f"{where.zh}“{one.label.zh}”{wanted.zh}，现为“{said}”。",
        f"{where.en}“{one.label.en}” should be {wanted.en}; it is “{said}”.",
    )
    yield Problem(code, says, key or one.id, row, text)

"""docs/reference/forms.md: the forms of the rulebook with their fields and sources."""

from collections.abc import Callable

from guiju.core.forms.files.rulebook import forms
from guiju.core.forms.model import ALWAYS, Field, Form, When

Table = Callable[[list[str], list[list[object]]], str]


def forms_page(table: Table) -> str:
    every = forms()
    index: list[list[object]] = [
        [f"[`{one.id}`](#{one.id})", one.family, one.title.zh, one.title.en,
         " ".join(one.serves), one.since, one.basis, one.confidence]
        for one in every
    ]  # fmt: skip
    heads = [
        "Form 表单", "Family 类", "名称", "Title", "Procedures 程序", "Since 起", "Basis 依据",
        "Confidence 可信度",
    ]  # fmt: skip
    parts = "\n".join(_form(one, table) for one in every)
    return f"""# Forms of standards making 标准制修订表单

The forms are dated data in `src/guiju/rulebook/forms/files/`. `guiju form blank FORM OUT` gives one
out empty, `guiju form read FORM FILE` reads it back; `guiju form read comments FILE` reads any
table of comments. A condition such as `project.action = revision` says when a field must be
filled in (*required*) or is part of the form at all (*only if*); `from` is the name of the value in
the data that are handed in, with `[]` for each row of a table.

表单是带日期的数据。`guiju form blank` 给出空白表单，`guiju form read` 读回；`guiju form read comments`
读入各种写法的意见表。“必填”一栏的条件说明何时必须填写，“仅当”说明何时才有此栏，“取值”是从项目数据取值的名称。

{table(heads, index)}

{parts}"""


def _form(form: Form, table: Table) -> str:
    rows: list[list[object]] = []
    for part in form.sections:
        for one in part.fields:
            only = _all((*part.when, *one.when))
            rows.append([f"`{one.id}`", one.label.zh, one.label.en, one.kind, _required(one), only,
                         f"`{one.source}`" if one.source else ""])  # fmt: skip
            rows += [
                [f"`{one.id}[].{column.id}`", column.label.zh, column.label.en, column.kind,
                 "always 必填" if column.required else "", "",
                 f"`{one.source}[].{column.source}`" if one.source else ""]
                for column in one.columns
            ]  # fmt: skip
    heads = [
        "Field 栏目", "名称", "Label", "Kind 类型", "Required 必填", "Only if 仅当", "From 取值",
    ]  # fmt: skip
    return f"## {form.id}\n\n{form.title.zh} {form.title.en}\n\n{table(heads, rows)}\n"


def _required(one: Field) -> str:
    if one.required == ALWAYS:
        return "always 必填"
    return " or ".join(map(_all, one.required))


def _all(when: When) -> str:
    return ", ".join(f"{name} = {'/'.join(values)}" for name, values in when)

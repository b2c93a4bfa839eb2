"""`guiju form …`: the forms of the rulebook, shown, given out blank, and read back."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from guiju.core.forms.comments.model import CommentRow
    from guiju.core.forms.model import Form, Problem

_json = click.option("--json", "as_json", is_flag=True, help="JSON on standard output.")
_lang = click.option(
    "--lang", type=click.Choice(["zh", "en", "both"]), default="zh", show_default=True
)


@click.group()
def form() -> None:
    """Forms of standards making: proposals, tables of comments, minutes, ballots. 表单。"""


@form.command("list")
@_json
def list_(as_json: bool) -> None:
    """Every version of every form. 表单清单。"""
    from guiju.core.forms.files.rulebook import forms

    for one in forms():
        if as_json:
            row = {"id": one.id, "family": one.family, "title": one.title._asdict()}
            more = {"since": one.since.isoformat(), "basis": one.basis, "for": one.serves}
            click.echo(json.dumps(row | more, ensure_ascii=False))
        else:
            click.echo(f"{one.id}\t{one.since}\t{one.title.zh}\t{one.title.en}")


@form.command()
@click.argument("name", metavar="FORM")
@_lang
def show(name: str, lang: str) -> None:
    """The fields of a form: what must be filled in, and from where it is filled. 表单说明。"""
    from guiju.core.forms.values import say

    found = _found(name)
    click.echo(f"{say(found.title, lang)}\t{found.since}\t{found.basis}")
    for one in found.fields:
        needed = "*" if one.required == ((),) else "?" if one.required else ""
        click.echo(f"{one.id}{needed}\t{one.kind}\t{say(one.label, lang)}\t{one.source}")


@form.command()
@click.argument("name", metavar="FORM")
@click.argument("out", type=click.Path(path_type=Path, dir_okay=False))
@_lang
def blank(name: str, out: Path, lang: Any) -> None:
    """The form without values, as .docx, .xlsx or .csv. 空白表单。"""
    from guiju.core.forms.filling import fill
    from guiju.core.forms.writing.writing import MIME, write_form

    kind: Any = out.suffix.lower().removeprefix(".")
    if kind not in MIME:
        raise click.BadParameter(f"{' '.join(f'.{one}' for one in MIME)}", param_hint="OUT")
    out.write_bytes(write_form(fill(_found(name), {}), kind, lang))


@form.command()
@click.argument("name", metavar="FORM|comments")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@_json
def read(name: str, file: Path, as_json: bool) -> None:
    """A form that came back, or any table of comments; exit status 1 where something is doubtful. 读入表单。"""
    if name == "comments":
        from guiju.core.forms.comments.reading import read_comments

        comments, problems, around = read_comments(file.read_bytes(), file.name)
        values: dict[str, Any] = {"around": around, "comments": [_comment(one) for one in comments]}
    else:
        from guiju.core.forms.readers.reading import read_form

        read_values, problems = read_form(_found(name), file.read_bytes(), file.name)
        values = {"values": read_values}
    if as_json:
        told = values | {"problems": [_problem(one) for one in problems]}
        click.echo(json.dumps(told, ensure_ascii=False))
    else:
        click.echo(json.dumps(values, ensure_ascii=False, indent=2))
        for one in problems:
            click.echo(f"{one.says.zh} {one.says.en}", err=True)
    if problems:
        raise SystemExit(1)


def _found(name: str) -> "Form":
    """The newest version."""
    from datetime import date

    from guiju.core.forms.files.rulebook import NoForm, forms

    versions = [one for one in forms() if one.id == name]
    if not versions:
        known = "、".join(sorted({one.id for one in forms()}))
        raise NoForm(name, on=date.max.isoformat(), known=known)
    return max(versions, key=lambda one: one.since)


def _comment(one: "CommentRow") -> dict[str, Any]:
    from dataclasses import asdict

    return asdict(one)


def _problem(one: "Problem") -> dict[str, Any]:
    return {
        "code": one.code, "row": one.row, "field": one.field, "says": one.says._asdict(),
        "text": one.text,
    }  # fmt: skip

"""`guiju procedure …`: the procedures of the rulebook, checked, told and drawn."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from guiju.core.errors import NotFoundError

if TYPE_CHECKING:
    from guiju.core.procedures.checking.checking import Report
    from guiju.core.procedures.matrix import Row
    from guiju.core.procedures.model import Procedure

_json = click.option("--json", "as_json", is_flag=True, help="JSON on standard output.")
_lang = click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True)


class NoSuchProcedure(NotFoundError):
    """Neither a file nor a procedure of the rulebook (无此程序)."""

    code = "procedures.not-found"
    zh = "“{subject}”既不是文件，也不是规则库中的程序。现有：{known}。"
    en = "“{subject}” is neither a file nor a procedure of the rulebook. There are: {known}."


@click.group()
def procedure() -> None:
    """Procedures: the making of standards as dated files. 标准制修订程序。"""


@procedure.command("list")
@_json
def list_(as_json: bool) -> None:
    """Every version of every procedure. 程序清单。"""
    from guiju.core.procedures.files.rulebook import procedures

    for one in procedures():
        if as_json:
            row = {"id": one.id, "title": one.title._asdict(), "since": one.since.isoformat()}
            click.echo(json.dumps(row | {"basis": one.basis}, ensure_ascii=False))
        else:
            click.echo(f"{one.id}\t{one.since}\t{one.title.zh}\t{one.title.en}")


@procedure.command()
@click.argument("names", nargs=-1, metavar="[NAME|FILE]…")
@_json
def check(names: tuple[str, ...], as_json: bool) -> None:
    """Walk every course of a procedure and prove its invariants; all of them without a name. 程序检查。"""
    from guiju.core.procedures.checking.checking import check as walk_and_prove
    from guiju.core.procedures.files.rulebook import procedures

    chosen = [_found(name) for name in names] or list(procedures())
    reports = [walk_and_prove(one) for one in chosen]
    for one in reports:
        click.echo(json.dumps(_report(one), ensure_ascii=False) if as_json else _told(one))
    if not all(one.sound for one in reports):
        raise SystemExit(1)


@procedure.command()
@click.argument("name", metavar="NAME|FILE")
@_lang
def show(name: str, lang: str) -> None:
    """The steps of a procedure: who, from where to where, under what law. 程序说明。"""
    one = _found(name)
    click.echo(f"{one.title.say(lang)}\t{one.since}\t{one.basis}")
    for step in one.transitions.values():
        roles = "、".join(one.roles[role].title.say(lang) for role in step.by)
        sources = "、".join(one.states[key].title.say(lang) for key in step.sources)
        target = one.states[step.target].title.say(lang) if step.target else "="
        click.echo(f"{step.title.say(lang)}\t{roles}\t{sources} → {target}\t{step.basis}")


@procedure.command()
@click.argument("name", metavar="NAME|FILE")
@_lang
@click.option("--svg", "as_svg", is_flag=True, help="SVG instead of Mermaid text.")
def draw(name: str, lang: str, as_svg: bool) -> None:
    """The diagram of a procedure, as Mermaid text or SVG. 程序图。"""
    from guiju.core.procedures.drawing import mermaid
    from guiju.core.procedures.picture import svg

    click.echo((svg if as_svg else mermaid)(_found(name), lang), nl=False)


@procedure.command()
@click.argument("name", metavar="NAME|FILE")
@_lang
@_json
def matrix(name: str, lang: str, as_json: bool) -> None:
    """What each role may do in each state of a procedure. 角色矩阵。"""
    from guiju.core.procedures.matrix import matrix as rows_of

    one = _found(name)
    for row in rows_of(one):
        if as_json:
            click.echo(json.dumps(asdict(row), ensure_ascii=False))
        elif any(getattr(row, key) for key in _GIVEN):
            click.echo(_told_row(one, row, lang))


@procedure.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_lang
def recount(file: Path, lang: str) -> None:
    """Count the papers of a ballot anew, from the CSV of its page alone. 重新计票。"""
    from guiju.core.decoding import decode
    from guiju.core.procedures.ballots.counting import tally
    from guiju.core.procedures.ballots.recounting import read_papers, told

    text, _ = decode(file.read_bytes(), name=file.name)
    ballot = read_papers(text)
    click.echo(f"{ballot.rule.title.say(lang)}\t{ballot.opened}\t{ballot.rule.basis}")
    click.echo(told(tally(ballot)).say(lang))


def _found(name: str) -> "Procedure":
    """A file that is read, or the newest version of that name in the rulebook."""
    from guiju.core.decoding import decode
    from guiju.core.procedures.files.reading import read_procedure
    from guiju.core.procedures.files.rulebook import procedures

    path = Path(name)
    if path.is_file():
        text, _ = decode(path.read_bytes(), name=path.name)
        return read_procedure(text, path.name)
    versions = [one for one in procedures() if one.id == name]
    if not versions:
        known = "、".join(sorted({one.id for one in procedures()}))
        raise NoSuchProcedure(name, known=known)
    return max(versions, key=lambda one: one.since)


def _report(one: "Report") -> dict[str, Any]:
    return {
        "procedure": one.procedure.id,
        "since": one.procedure.since.isoformat(),
        "sound": one.sound,
        "states": one.reached,
        "steps": one.steps,
        "proved": [each.id for each in one.proved],
        "broken": [
            {"invariant": each.invariant.id, "says": each.invariant.says._asdict(), "by": each.path}
            for each in one.breaches
        ],
        "faults": [
            {"code": each.code, "line": each.line, "says": each.says._asdict()}
            for each in one.faults
        ],
    }


# What a row of the matrix gives, with the section of the file that has its titles, and the word for it.
_GIVEN = {
    "transitions": ("transitions", "办理", "steps"),
    "materials": ("materials", "提交", "hands in"),
    "comments": ("consultations", "提出意见", "comments"),
    "answers": ("consultations", "答复", "answers"),
    "votes": ("ballots", "投票", "votes"),
    "extensions": ("duties", "申请延期", "extends"),
}


def _told_row(one: "Procedure", row: "Row", lang: str) -> str:
    cells = [one.states[row.state].title.say(lang), one.roles[row.role].title.say(lang)]
    for key, (section, zh, en) in _GIVEN.items():
        titles = [getattr(one, section)[name].title.say(lang) for name in getattr(row, key)]
        if titles:
            mark = "：" if lang == "zh" else ": "
            between = "、" if lang == "zh" else ", "
            cells.append(f"{zh if lang == 'zh' else en}{mark}{between.join(titles)}")
    return "\t".join(cells)


def _told(one: "Report") -> str:
    verdict = "通过 sound" if one.sound else "不通过 NOT sound"
    lines = [
        f"{one.procedure.id} {one.procedure.since}\t{verdict}\t"
        f"{one.reached} 个状态 states\t{one.steps} 步 steps\t{len(one.proved)} 条不变式 invariants"
    ]
    for breach in one.breaches:
        said = breach.invariant.says
        lines.append(f"  {said.zh} {said.en}: {' → '.join(breach.path)}")
    lines += [f"  {each.file}:{each.line} {each.says.zh} {each.says.en}" for each in one.faults]
    return "\n".join(lines)

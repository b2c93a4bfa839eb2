"""The pages of the procedures: each with its diagram, steps, materials, periods and roles, from its file."""

from collections.abc import Callable, Iterable

from guiju.core.errors import Bilingual
from guiju.core.procedures.drawing import mermaid
from guiju.core.procedures.files.rulebook import procedures
from guiju.core.procedures.matrix import Row, matrix
from guiju.core.procedures.model import Procedure

Table = Callable[[list[str], list[list[object]]], str]


def procedure_pages(table: Table) -> dict[str, Callable[[], str]]:
    """The name of every page in docs/reference, and what makes it."""
    pages = {"procedures/README.md": lambda: _index(table)}
    return pages | {
        f"procedures/{_name(one)}.md": lambda one=one: _page(one, table) for one in procedures()
    }


def _name(one: Procedure) -> str:
    return one.file.removesuffix(".yaml")


def _both(title: Bilingual) -> str:
    return f"{title.zh} {title.en}"


def _said(titles: Iterable[Bilingual]) -> str:
    return "<br>".join(_both(one) for one in titles)


def _index(table: Table) -> str:
    rows: list[list[object]] = [
        [f"[{one.title.zh}]({_name(one)}.md)", one.title.en, one.kind, one.since, one.basis]
        for one in procedures()
    ]
    return f"""# The procedures of the rulebook 程序库

Made from `src/guiju/rulebook/procedures/files/`; how they are written: [Procedure files](../procedures.md).

{table(["程序", "Procedure", "Kind 类别", "Since 起", "Basis 依据"], rows)}
"""


def _page(one: Procedure, table: Table) -> str:
    parts = [
        f"# {one.title.zh} {one.title.en}",
        f"`{one.id}`, since {one.since}. {one.basis}",
        f"```mermaid\n{mermaid(one, 'zh')}```",
        "## Steps 步骤",
        _steps(one, table),
        "## Materials 材料",
        _materials(one, table),
        *_periods(one, table),
        "## Roles and states 角色与状态",
        "Steps that a role may take in a state, and whether it may comment, answer, vote or extend there.",
        _roles(one, table),
    ]
    return "\n\n".join(parts) + "\n"


def _steps(one: Procedure, table: Table) -> str:
    rows: list[list[object]] = [
        [
            f"`{step.id}`",
            _both(step.title),
            _said(one.roles[role].title for role in step.by),
            "、".join(one.states[key].title.zh for key in step.sources)
            + " → "
            + (one.states[step.target].title.zh if step.target else "="),
            step.basis,
        ]
        for step in one.transitions.values()
    ]
    return table(["Name 名称", "Step 步骤", "By 办理", "From and to 起止", "Basis 依据"], rows)


def _materials(one: Procedure, table: Table) -> str:
    rows: list[list[object]] = [
        [
            f"`{key}`",
            _both(each.title),
            _said(one.roles[role].title for role in each.by),
            f"`{each.form}`" if each.form else "",
        ]
        for key, each in one.materials.items()
    ]
    return table(["Name 名称", "Material 材料", "By 提交", "Form 表单"], rows)


def _periods(one: Procedure, table: Table) -> list[str]:
    """Consultations and duties, with the parameters that set their length."""
    rows: list[list[object]] = [
        [_both(each.title), "、".join(f"`{length.key}`" for length in each.lengths), each.basis]
        for each in (*one.consultations.values(), *one.duties.values())
    ]
    if not rows:
        return []
    return ["## Periods 期限", table(["What 事项", "Parameter 参数", "Basis 依据"], rows)]


def _roles(one: Procedure, table: Table) -> str:
    rows = {(row.state, row.role): row for row in matrix(one)}
    lines: list[list[object]] = [
        [state.title.zh, *(_cell(one, rows[state.id, role]) for role in one.roles)]
        for state in one.states.values()
        if not state.ends
    ]
    return table(["State 状态", *(_both(role.title) for role in one.roles.values())], lines)


def _cell(one: Procedure, row: Row) -> str:
    acts = (
        (row.comments, "提出意见"),
        (row.answers, "答复意见"),
        (row.votes, "投票"),
        (row.extensions, "申请延期"),
    )
    steps = [one.transitions[key].title.zh for key in row.transitions]
    return "<br>".join([*steps, *(f"*{word}*" for given, word in acts if given)])

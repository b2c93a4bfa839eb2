"""The docs say what the code says: references are generated, links lead somewhere.

`python tools/check_docs.py` fails if a reference page is not what the code would write or a link
is broken; `--write` writes the reference pages.
"""

import re
import sys
from pathlib import Path

import click
from api_page import api_page
from documents_page import documents_page
from forms_page import forms_page
from numbers_page import numbers_page
from procedures_pages import procedure_pages
from records_page import records_page

from guiju.cli.main import guiju
from guiju.config.environment import SETTINGS
from guiju.core.params import all_params

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "docs" / "reference"


def cell(value: object) -> str:
    return str(value).replace("|", "\\|").replace("\n", " ")


def table(heads: list[str], rows: list[list[object]]) -> str:
    lines = [" | ".join(heads), " | ".join("---" for _ in heads)]
    lines += [" | ".join(cell(value) for value in row) for row in rows]
    return "\n".join(f"| {line} |" for line in lines)


def settings_page() -> str:
    rows = [
        [f"`{one.name}`", f"`{one.default}`" if one.default else "", one.meaning.zh, one.meaning.en]
        for one in SETTINGS
    ]
    return f"""# Settings 设置

All settings come from the environment; every one has a default. A wrong value stops the start with
its name, the cause and the mend; so does a misspelt name that begins with `GUIJU_`.

全部设置取自环境变量，均有缺省值。取值有误或 `GUIJU_` 名称拼写有误时不启动，并说明名称、原因和改法。

{table(["Name 名称", "Default 缺省", "含义", "Meaning"], rows)}
"""


def commands(command: click.Command, path: str, parent: click.Context | None) -> list[list[object]]:
    context = click.Context(command, info_name=path.split()[-1], parent=parent)
    if isinstance(command, click.Group):
        names = command.list_commands(context)
        found = [(name, command.get_command(context, name)) for name in names]
        return [
            row for name, one in found if one for row in commands(one, f"{path} {name}", context)
        ]
    usage = " ".join([path, *command.collect_usage_pieces(context)])
    options = [
        f"`{' '.join(one.opts)}` {one.help or ''}".strip()
        for one in command.params
        if isinstance(one, click.Option)
    ]
    says = (command.help or "").split("\n\n")[0].replace("\n", " ")
    return [[f"`{usage}`", says, "<br>".join(options)]]


def command_line_page() -> str:
    rows = commands(guiju, "guiju", None)
    return f"""# The command line 命令行

`./run guiju …` in a checkout, `guiju …` where it is installed. `--json` prints one JSON value on
standard output; messages go to standard error. Exit status: 0 done, 1 findings or failures,
2 wrong use. Bad input gives a sentence in both languages, never a traceback.

{table(["Command 命令", "What it does 用途", "Options 选项"], rows)}
"""


def params_page() -> str:
    rows: list[list[object]] = [
        [f"`{one.key}`", one.value, one.unit, one.basis, one.since, one.until or "", one.confidence]
        for one in all_params()
    ]
    heads = [
        "Key 参数",
        "Value 值",
        "Unit 单位",
        "Basis 依据",
        "Since 起",
        "Until 止",
        "Confidence 可信度",
    ]
    return f"""# Parameters of the rulebook 规则库参数

Deadlines, limits and periods are dated data in `src/guiju/rulebook/params/`, never constants in
code. To change one, end its row with `until` and add a row with `since`.

{table(heads, rows)}
"""


PAGES = {
    "settings.md": settings_page,
    "command-line.md": command_line_page,
    "params.md": params_page,
    "api.md": lambda: api_page(table),
    "numbers.md": lambda: numbers_page(table),
    "record-format.md": lambda: records_page(table),
    "forms.md": lambda: forms_page(table),
    "document-json.md": lambda: documents_page(table),
    **procedure_pages(table),
}


def broken_links() -> list[str]:
    faults = []
    pages = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("src/**/README.md")]
    for page in pages:
        text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
        faults += [
            f"{page.relative_to(ROOT)}: link to {target} leads nowhere"
            for target in re.findall(r"\]\(([^)#\s]+)", text)
            if "://" not in target and not (page.parent / target).exists()
        ]
    return faults


def main(write: bool) -> int:
    faults = broken_links()
    for name, make in PAGES.items():
        page, text = REFERENCE / name, make()
        if write:
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(text, "utf-8")
        elif not page.exists() or page.read_text("utf-8") != text:
            faults.append(f"docs/reference/{name} is not current: run tools/check_docs.py --write")
    faults += [
        f"{page.relative_to(ROOT)} has no procedure: remove it"
        for page in REFERENCE.glob("procedures/*.md")
        if f"procedures/{page.name}" not in PAGES
    ]
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main("--write" in sys.argv[1:]))

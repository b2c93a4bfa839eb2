"""`guiju …`: each group is loaded only when it is called, so that `plan parse` starts without Django."""

import sys
from importlib import import_module

import click

from guiju import __version__
from guiju.core.errors import GuijuError, InputError, NotFoundError, RefusedError

GROUPS = {
    "catalogue": "guiju.cli.catalogue:catalogue",
    "committee": "guiju.cli.committee:committee",
    "demo": "guiju.cli.serve:demo",
    "document": "guiju.cli.document:document",
    "evaluate": "guiju.cli.evaluate:evaluate",
    "form": "guiju.cli.form:form",
    "journal": "guiju.cli.journal:journal",
    "ledger": "guiju.cli.ledger:ledger",
    "library": "guiju.cli.library:library",
    "migrate": "guiju.cli.database:migrate",
    "number": "guiju.cli.number:number",
    "organisations": "guiju.cli.organisations:organisations",
    "plan": "guiju.cli.plan:plan",
    "project": "guiju.cli.project:project",
    "procedure": "guiju.cli.procedure:procedure",
    "rules": "guiju.cli.rules:rules",
    "sampling": "guiju.cli.sampling:sampling",
    "search": "guiju.cli.search:search",
    "serve": "guiju.cli.serve:serve",
    "work": "guiju.cli.work:work",
    "user": "guiju.cli.users:user",
}
FINDINGS, WRONG_USE = 1, 2


class LazyGroup(click.Group):
    """Finds its commands by name and imports only the one that is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(GROUPS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in GROUPS:
            return None
        module, _, name = GROUPS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="guiju")
def guiju() -> None:
    """Guiju 规矩: plans become work, work becomes standards. 政策变成任务，任务变成标准。"""


def main() -> None:
    """Run the command line; a known error is a sentence in both languages and an exit status."""
    try:
        guiju()
    except GuijuError as error:
        click.echo(error.sentence.zh, err=True)
        click.echo(error.sentence.en, err=True)
        wrong_use = isinstance(error, InputError | NotFoundError | RefusedError)
        sys.exit(WRONG_USE if wrong_use else FINDINGS)
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        sys.stderr.close()
        sys.exit(FINDINGS)

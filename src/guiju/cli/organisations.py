"""`guiju organisations …`: the register of organisations."""

import click

from guiju.cli.database import set_up


@click.group()
def organisations() -> None:
    """The register of organisations. 组织机构名录。"""


@organisations.command()
def load() -> None:
    """Load the central bodies and provinces of the rulebook; again changes nothing. 载入机构名录。"""
    set_up()
    from django.utils import timezone

    from guiju.apps.accounts.services.registry import load_register
    from guiju.web.viewer import Viewer

    counts = load_register(by=Viewer(today=timezone.localdate(), name="cli"))
    click.echo(counts)

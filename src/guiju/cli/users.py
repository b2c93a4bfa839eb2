"""`guiju user …`: the first people of an installation; the others are made on the pages."""

import click

from guiju.cli.database import set_up

ROLES = (
    "office",
    "liaison",
    "reader",
    "cataloguer",
    "system_admin",
    "security_admin",
    "audit_admin",
)


@click.group()
def user() -> None:
    """Accounts. 用户。"""


@user.command()
@click.argument("username")
@click.option("--name", required=True, help="The person's name.")
@click.option("--role", required=True, type=click.Choice(ROLES))
@click.option("--organisation", required=True, metavar="SLUG", help="Where the role is held.")
def create(username: str, name: str, role: str, organisation: str) -> None:
    """Make an account with one role; its password is printed once. 建立用户并授予一个角色。

    An installation begins with a system, a security and an audit administrator, three people.
    """
    set_up()
    from django.db import transaction
    from django.utils import timezone

    from guiju.apps.accounts.models import Organisation
    from guiju.apps.accounts.selectors.viewers import operator
    from guiju.apps.accounts.services.people import create_user
    from guiju.apps.accounts.services.seats import grant_seat
    from guiju.core.errors import NotFoundError

    clerk = operator(timezone.localdate())
    with transaction.atomic():
        found = Organisation.objects.filter(slug=organisation).first()
        if found is None:
            raise NotFoundError(organisation)
        made, password = create_user(username=username, name=name, by=clerk)
        grant_seat(user=made, role=role, organisation=found, reason="guiju user create", by=clerk)
    click.echo(f"{made.username}  {password}")
    click.echo(
        "此口令只显示一次，首次登录须修改。 Shown once; to be changed at the first sign-in.",
        err=True,
    )

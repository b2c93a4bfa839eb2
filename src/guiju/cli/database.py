"""Django and the database, set up only for the commands that need them."""

import os

import click

from guiju.core.errors import StateError


class NotMigratedError(StateError):
    """The database is older than the program (数据库未升级)."""

    code = "not_migrated"
    zh = "数据库尚未升级到本版本。请先备份，再运行 guiju migrate。"
    en = "The database is older than this version. Back it up, then run guiju migrate."


def set_up() -> None:
    """Load Django. The embedded database is brought up to date; a server's is only checked."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "guiju.config.settings")
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return
    if connection.vendor != "sqlite":
        raise NotMigratedError
    call_command("migrate", verbosity=0, interactive=False)


@click.command()
def migrate() -> None:
    """Bring the database up to this version. 升级数据库结构。"""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "guiju.config.settings")
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=1, interactive=False)

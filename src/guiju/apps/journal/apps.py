"""How Django finds this app."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """The append-only log of official acts (日志)."""

    name = "guiju.apps.journal"
    label = "journal"

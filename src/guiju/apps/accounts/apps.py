"""How Django finds this app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Organisations, people, users and what they may do (账户)."""

    name = "guiju.apps.accounts"
    label = "accounts"

"""How Django finds this app."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """Exchange with other platforms and programs (互通)."""

    name = "guiju.apps.exchange"
    label = "exchange"

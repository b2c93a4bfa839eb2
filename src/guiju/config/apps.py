"""The checks at start are registered as an app, since only an app is told when all is loaded."""

from django.apps import AppConfig


class GuijuConfig(AppConfig):
    """The whole: the only place that sees every app."""

    name = "guiju.config"
    label = "config"

    def ready(self) -> None:
        from guiju.config import checks  # noqa: F401

"""How Django finds this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """Organisations, people, users and what they may do (账户)."""

    name = "guiju.apps.accounts"
    label = "accounts"

    def ready(self) -> None:
        from guiju.apps.accounts.finding import organisations_found
        from guiju.apps.accounts.rules import READ_USERS
        from guiju.apps.accounts.words import ACTS
        from guiju.apps.journal import words
        from guiju.web import searching
        from guiju.web.navigation import Entry, entries

        entries += [
            Entry("accounts:organisations", _("Organisations"), thing="register"),
            Entry("accounts:users", _("Users"), thing="register", rule=READ_USERS),
        ]
        words.NAMES |= ACTS
        searching.sources.append(organisations_found)

"""How Django finds this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class JournalConfig(AppConfig):
    """The append-only log of official acts (日志)."""

    name = "guiju.apps.journal"
    label = "journal"

    def ready(self) -> None:
        from guiju.apps.journal.rules import READ_JOURNAL
        from guiju.web.navigation import Entry, entries

        entries += [
            Entry("journal:journal", _("Journal"), thing="journal", rule=READ_JOURNAL),
            Entry("journal:verify", _("Verify the journal"), thing="journal", in_header=False),
        ]

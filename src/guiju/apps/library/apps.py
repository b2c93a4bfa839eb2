"""How Django finds this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LibraryConfig(AppConfig):
    """The texts of standards, to be read, checked and compared (标准文本)."""

    name = "guiju.apps.library"
    label = "library"

    def ready(self) -> None:
        from guiju.apps.catalogue.panels import STANDARD_PANELS
        from guiju.apps.catalogue.services.indexing import followers
        from guiju.apps.journal import words
        from guiju.apps.library.finding import clauses_found, text_panel
        from guiju.apps.library.selectors.acts import ACT_NAMES
        from guiju.apps.library.services.index_tasks import editions_changed
        from guiju.web import searching
        from guiju.web.navigation import Entry, entries

        entries.append(Entry("library:texts", _("Texts of standards"), thing="document"))
        entries.append(Entry("library:terms", _("Terms"), thing="document", in_header=False))
        words.NAMES |= ACT_NAMES
        STANDARD_PANELS.append(text_panel)
        followers.append(editions_changed)
        searching.sources.append(clauses_found)

"""How Django finds this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CatalogueConfig(AppConfig):
    """Standards, editions, relations, classification, search, watch lists (标准名录)."""

    name = "guiju.apps.catalogue"
    label = "catalogue"

    def ready(self) -> None:
        from guiju.apps.accounts.panels import ORGANISATION_PANELS
        from guiju.apps.catalogue import finding
        from guiju.apps.catalogue.rules import IMPORT_RECORDS, OWN_LIST
        from guiju.apps.catalogue.selectors import acts
        from guiju.apps.catalogue.selectors.standard.acts import EDITING
        from guiju.apps.catalogue.selectors.systems.changes import ACT_NAMES as system_acts
        from guiju.apps.journal import words
        from guiju.web import panels, searching
        from guiju.web.navigation import Entry, entries

        entries.insert(0, Entry("catalogue:search", _("Standards"), thing="register"))
        panels.sources.append(finding.catalogue_panel)
        searching.sources.insert(0, finding.standards_found)
        ORGANISATION_PANELS.append(finding.organisation_panel)
        entries.append(
            Entry(
                "catalogue:watching",
                _("Watch lists"),
                thing="register",
                rule=OWN_LIST,
                in_header=False,
            )
        )
        entries.append(
            Entry(
                "catalogue:imports",
                _("Imports of records"),
                thing="register",
                rule=IMPORT_RECORDS,
                in_header=False,
            )
        )
        words.NAMES |= acts.WATCHING | acts.IMPORTING | EDITING
        entries.append(
            Entry("catalogue:browse", _("Browse standards"), thing="register", in_header=False)
        )
        entries.append(Entry("catalogue:systems", _("Standards systems"), thing="register"))
        words.NAMES |= system_acts

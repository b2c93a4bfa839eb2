"""How Django finds this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConformityConfig(AppConfig):
    """What standards ask, set down for a machine, and what it says of data (合格评定)."""

    name = "guiju.apps.conformity"
    label = "conformity"

    def ready(self) -> None:
        from guiju.apps.catalogue.panels import STANDARD_PANELS
        from guiju.apps.conformity.finding import rules_panel
        from guiju.apps.conformity.selectors.acts import ACT_NAMES
        from guiju.apps.journal import words
        from guiju.web.navigation import Entry, entries

        entries.append(Entry("conformity:judge", _("Judge data"), thing="provision"))
        entries.append(Entry("conformity:rules", _("Rule sets"), thing="provision"))
        for name, title in (
            ("conformity:against", _("Compare limits")),
            ("conformity:sampling", _("Sampling plans")),
        ):
            entries.append(Entry(name, title, thing="provision", in_header=False))
        words.NAMES |= ACT_NAMES
        STANDARD_PANELS.append(rules_panel)

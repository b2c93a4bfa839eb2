"""How Django finds this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DevelopmentConfig(AppConfig):
    """How standards are made, reviewed and withdrawn: projects on the engine of procedures (制修订)."""

    name = "guiju.apps.development"
    label = "development"

    def ready(self) -> None:
        from guiju.apps.catalogue.panels import COMMITTEE_PANELS, STANDARD_PANELS
        from guiju.apps.development.desk_panel import desk_panel
        from guiju.apps.development.finding import (
            committee_panel,
            project_panels,
            projects_found,
            projects_panel,
            responsible_panel,
        )
        from guiju.apps.development.selectors.acts import ACT_NAMES
        from guiju.apps.development.services.attempts import journal_refusal
        from guiju.apps.journal import words
        from guiju.web import panels, searching
        from guiju.web.access import SIGNED_IN, refusals
        from guiju.web.navigation import Entry, entries

        words.NAMES |= ACT_NAMES
        refusals.append(journal_refusal)
        entries.append(Entry("development:projects", _("Projects"), thing="procedure"))
        entries.append(
            Entry(
                "development:consultations", _("Consultations"), thing="procedure", in_header=False
            )
        )
        entries.append(
            Entry("development:committees", _("Committees"), thing="register", in_header=False)
        )
        for name, title in (
            ("development:desk", _("To do in projects")),
            ("development:ballots", _("Ballots")),
            ("development:dashboard", _("Dashboard")),
        ):
            entries.append(Entry(name, title, thing="procedure", rule=SIGNED_IN, in_header=False))
        STANDARD_PANELS.extend((projects_panel, responsible_panel))
        COMMITTEE_PANELS.append(committee_panel)
        searching.sources.append(projects_found)
        panels.sources.append(project_panels)
        panels.sources.append(desk_panel)

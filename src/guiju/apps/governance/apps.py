"""How Django finds this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GovernanceConfig(AppConfig):
    """Plans, measures and the ledger of their work (统筹与督查)."""

    name = "guiju.apps.governance"
    label = "governance"

    def ready(self) -> None:
        from guiju.apps.accounts.panels import ORGANISATION_PANELS
        from guiju.apps.governance import desk, finding
        from guiju.apps.governance.rules.reports import WORK
        from guiju.apps.governance.selectors.words import ACT_NAMES
        from guiju.apps.journal import words
        from guiju.web import panels, searching
        from guiju.web.navigation import Entry, entries

        entries.append(Entry("governance:plans", _("Plans"), thing="register"))
        entries.append(Entry("governance:work", _("My work"), thing="procedure", rule=WORK))
        panels.sources += [desk.work_panels, finding.plan_panels]
        searching.sources += [
            finding.plans_found,
            finding.measures_found,
            finding.actions_found,
            finding.outputs_found,
        ]
        words.NAMES |= ACT_NAMES
        ORGANISATION_PANELS.append(finding.organisation_panel)

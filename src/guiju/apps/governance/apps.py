"""How Django finds this app."""

from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    """Plans, measures and the ledger of their work (统筹与督查)."""

    name = "guiju.apps.governance"
    label = "governance"

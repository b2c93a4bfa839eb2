"""What conformity adds to a standard's page: the rule sets that judge by it (规则集栏目)."""

from guiju.apps.accounts.panels import Panel
from guiju.apps.catalogue.models import Edition
from guiju.apps.conformity.selectors.rule_files import sets_of_edition
from guiju.web.viewer import Viewer


def rules_panel(viewer: Viewer, edition: Edition) -> Panel | None:
    """The rule sets of the edition that this viewer may see, those that judge first."""
    found = sets_of_edition(viewer, edition.key)
    if not found:
        return None
    return Panel("conformity/rules/standard_panel.html", {"edition": edition, "sets": found})

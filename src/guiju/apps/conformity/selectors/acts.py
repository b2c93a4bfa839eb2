"""What the journal calls the acts on rule sets and verdicts."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ACT_NAMES: dict[str, str | Promise] = {
    "conformity.add_rule_file": _("Rule set begun"),
    "conformity.change_rule_file": _("Rule set changed"),
    "conformity.submit_rule_file": _("Rule set submitted for review"),
    "conformity.return_rule_file": _("Rule set returned"),
    "conformity.accept_rule_file": _("Rule set reviewed and accepted"),
    "conformity.judge": _("Data judged"),
    "conformity.withdraw_rule_file": _("Rule set withdrawn"),
}

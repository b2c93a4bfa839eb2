"""What the journal calls the acts of the library."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ACT_NAMES: dict[str, str | Promise] = {
    "library.add_text": _("Text of a standard added"),
    "library.ask_rule_again": _("Rule of drafting on again for a text"),
    "library.leave_out_rule": _("Rule of drafting left out for a text"),
    "library.mend_text": _("Findings of a text mended"),
    "library.publish_text": _("Text of a standard published"),
    "library.withdraw_text": _("Text of a standard withdrawn"),
}

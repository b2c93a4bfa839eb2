"""What the journal calls the acts of editing."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

EDITING: dict[str, str | Promise] = {
    "catalogue.edit_record": _("Record corrected by a cataloguer"),
    "catalogue.withdraw_edit": _("Correction of a record taken back"),
    "catalogue.strike_relation": _("Relation struck by a cataloguer"),
    "catalogue.restore_relation": _("Struck relation put back"),
}

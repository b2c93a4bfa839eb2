"""What the journal calls the acts of accounts."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ACTS: dict[str, str | Promise] = {
    "accounts.sign_in": _("Signed in"),
    "accounts.sign_out": _("Signed out"),
    "accounts.refuse_sign_in": _("Sign-in refused"),
    "accounts.lock_out": _("Sign-in locked"),
    "accounts.change_password": _("Password changed"),
    "accounts.reset_password": _("Password reset"),
    "accounts.turn_on_totp": _("Second step turned on"),
    "accounts.turn_off_totp": _("Second step turned off"),
    "accounts.remove_totp": _("Second step removed"),
    "accounts.create_token": _("Token made"),
    "accounts.revoke_token": _("Token revoked"),
    "accounts.create_user": _("User created"),
    "accounts.edit_person": _("Personal details corrected"),
    "accounts.activate_user": _("Account opened again"),
    "accounts.deactivate_user": _("Account closed"),
    "accounts.grant_seat": _("Seat granted"),
    "accounts.end_seat": _("Seat ended"),
    "accounts.delegate": _("Seat lent to a deputy"),
    "accounts.end_delegation": _("Delegation ended"),
    "accounts.load_register": _("Register of organisations loaded"),
    "accounts.create_organisation": _("Organisation added"),
    "accounts.edit_organisation": _("Facts of an organisation corrected"),
    "accounts.rename_organisation": _("Organisation renamed"),
    "accounts.add_alias": _("Alias added"),
    "accounts.remove_alias": _("Alias removed"),
    "accounts.record_succession": _("Succession recorded"),
}

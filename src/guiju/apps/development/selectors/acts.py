"""What the journal calls the acts in projects."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ACT_NAMES: dict[str, str | Promise] = {
    "development.start_project": _("Project begun"),
    "development.take_step": _("Step of a project"),
    "development.hand_in": _("Material handed in"),
    "development.add_remark": _("Comment made"),
    "development.import_remarks": _("Comments imported"),
    "development.answer_remark": _("Comment answered"),
    "development.hide_remark": _("Comment not counted"),
    "development.vote": _("Vote cast"),
    "development.enter_papers": _("Votes of a meeting entered"),
    "development.stand_aside": _("Elector stands aside"),
    "development.extend_duty": _("Deadline extended"),
    "development.add_party": _("Participant added"),
    "development.end_party": _("Participant left"),
    "development.renew_calendar": _("New address of a calendar"),
    "development.revoke_calendar": _("Address of a calendar revoked"),
    "development.remind": _("Reminders sent"),
    "development.refused": _("Act refused"),
    "development.appoint": _("Body appointed to a role"),
    "development.propose_committee": _("Committee proposed"),
    "development.register_committee": _("Committee registered"),
    "development.change_committee": _("Committee changed"),
    "development.change_committee_state": _("State of a committee recorded"),
    "development.add_liaison": _("Liaison of committees recorded"),
    "development.end_liaison": _("Liaison of committees ended"),
    "development.add_seat": _("Seat in a committee recorded"),
    "development.add_seats": _("Members of a committee recorded"),
    "development.end_seat": _("Seat in a committee ended"),
    "development.renew_members": _("Committee re-elected"),
}

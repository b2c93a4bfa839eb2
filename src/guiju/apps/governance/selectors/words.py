"""The words for states, roles and risks, in the language of the page."""

from django.utils import translation
from django.utils.translation import gettext_lazy, pgettext_lazy

from guiju.apps.governance.models import Action, Assignment, Measure
from guiju.core.errors import Bilingual

ROLE_WORDS = dict(Assignment.Role.choices)
RISK_WORDS = dict(Measure.Risk.choices)
STATE_WORDS = dict(Action.State.choices) | {
    "overdue": gettext_lazy("Overdue"),
    "open": gettext_lazy("Not finished"),
    "all": gettext_lazy("All"),
    "unassigned": gettext_lazy("Nobody responsible"),
}
STATE_KINDS = {"not_started": "plain", "in_progress": "info", "done": "good", "stopped": "warn"}
STATUS_WORDS = {
    "new": gettext_lazy("New in this text"),
    "changed": gettext_lazy("Changed by this text"),
    "withdrawn": gettext_lazy("No longer in this text"),
}
ROLE_SIGNS = {
    "lead": pgettext_lazy("sign of the role", "L"),
    "shared": pgettext_lazy("sign of the role", "S"),
    "cooperating": pgettext_lazy("sign of the role", "C"),
    "guiding": pgettext_lazy("sign of the role", "G"),
}


def in_language(value: Bilingual) -> tuple[str, bool]:
    """The words for the page's language, and whether they are Chinese for want of English."""
    if (translation.get_language() or "zh").startswith("en"):
        return (value.en, False) if value.en else (value.zh, True)
    return value.zh, False


# What the journal's acts are called. The first are told to everybody.
PUBLIC_ACTS = {
    "governance.import_plan": gettext_lazy(
        "Text %(text)s was imported; measures: %(new)s new, %(changed)s changed,"
        " %(withdrawn)s withdrawn."
    ),
    "governance.load_facts": gettext_lazy("The ledger was set down from the plan's facts."),
    "governance.publish_plan": gettext_lazy("The plan was published."),
    "governance.assign": gettext_lazy("A duty was assigned."),
    "governance.end_assignment": gettext_lazy("A duty was ended."),
    "governance.set_due": gettext_lazy("The last day of a task was set to %(due)s."),
    "governance.accept_report": gettext_lazy(
        "The report of %(body)s for %(quarter)s was accepted; tasks with a new state: %(states)s."
    ),
}
ACT_WORDS = PUBLIC_ACTS | {
    "governance.unpublish_plan": gettext_lazy("The plan was withdrawn from the public."),
    "governance.edit_plan": gettext_lazy("The facts of the plan were edited."),
    "governance.name_measures": gettext_lazy("English titles of measures were set."),
    "governance.resolve_name": gettext_lazy(
        "The name “%(name)s” was recognised; duties that received their organisation: %(count)s."
    ),
    "governance.add_comment": gettext_lazy("A comment was added."),
    "governance.submit_report": gettext_lazy(
        "The report of %(body)s for %(quarter)s was submitted."
    ),
    "governance.withdraw_report": gettext_lazy(
        "The report of %(body)s for %(quarter)s was taken back."
    ),
    "governance.return_report": gettext_lazy(
        "The report of %(body)s for %(quarter)s was returned for revision."
    ),
    "governance.reopen_report": gettext_lazy(
        "The accepted report of %(body)s for %(quarter)s was reopened."
    ),
    "governance.publish_report": gettext_lazy(
        "Whether the public may read the report of %(body)s for %(quarter)s was decided."
    ),
}

# The same acts, and those that are no news of a plan, as the journal's names.
ACT_NAMES = {
    "governance.import_plan": gettext_lazy("Text imported"),
    "governance.load_facts": gettext_lazy("Facts of a plan set down"),
    "governance.publish_plan": gettext_lazy("Plan published"),
    "governance.unpublish_plan": gettext_lazy("Plan withdrawn from the public"),
    "governance.edit_plan": gettext_lazy("Plan edited"),
    "governance.name_measures": gettext_lazy("English titles set"),
    "governance.resolve_name": gettext_lazy("Name recognised"),
    "governance.assign": gettext_lazy("Duty assigned"),
    "governance.end_assignment": gettext_lazy("Duty ended"),
    "governance.set_due": gettext_lazy("Last day set"),
    "governance.take_snapshot": gettext_lazy("Quarter frozen"),
    "governance.send_reminders": gettext_lazy("Reminders sent"),
    "governance.add_comment": gettext_lazy("Comment added"),
    "governance.edit_report": gettext_lazy("Report edited"),
    "governance.submit_report": gettext_lazy("Report handed in"),
    "governance.withdraw_report": gettext_lazy("Report taken back"),
    "governance.accept_report": gettext_lazy("Report accepted"),
    "governance.return_report": gettext_lazy("Report returned"),
    "governance.reopen_report": gettext_lazy("Report reopened"),
    "governance.publish_report": gettext_lazy("Publication of a report decided"),
}

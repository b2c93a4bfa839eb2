"""The charts of a ledger; each is drawn from the same values as its table."""

from django.utils.translation import gettext as _

from guiju.apps.governance.selectors.views_of_work import ROLES, STATES, DueDay, Load
from guiju.apps.governance.selectors.words import ROLE_WORDS, STATE_WORDS, in_language
from guiju.web.charts import Chart, stacked_bars

MOST_DAYS = 40
MOST_BODIES = 15


def workload_chart(loads: list[Load]) -> Chart:
    """The duties of the busiest bodies by role."""
    names = [str(ROLE_WORDS[role]) for role in ROLES]
    rows = [
        (in_language(load.body.short)[0], name, count)
        for load in loads[:MOST_BODIES]
        for name, count in zip(names, load.roles, strict=True)
    ]
    return stacked_bars(
        rows,
        label=_("Organisation"),
        series=names,
        value=_("Duties"),
        title=_("The organisations with the most duties, by role"),
    )


def due_chart(days: list[DueDay]) -> Chart:
    """The tasks that fall due on each last day by state."""
    names = [str(STATE_WORDS[state]) for state in STATES]
    rows = [
        (day.day.isoformat(), name, count)
        for day in days[:MOST_DAYS]
        if day.day is not None
        for name, count in zip(names, day.states, strict=True)
    ]
    return stacked_bars(
        rows,
        label=_("Last day"),
        series=names,
        value=_("Tasks"),
        title=_("Tasks by last day and state"),
    )

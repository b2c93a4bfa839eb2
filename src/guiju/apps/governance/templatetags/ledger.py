"""Names, roles and states of a ledger, each as words and never by colour alone."""

from typing import Any, NamedTuple

from django import template
from django.urls import reverse
from django.utils import translation
from django.utils.html import format_html, format_html_join
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from guiju.apps.governance.selectors.filters import (
    ActionFilter,
    DutyFilter,
    Filter,
    MeasureFilter,
    OutputFilter,
    as_query,
)
from guiju.apps.governance.selectors.plans import PlanFacts
from guiju.apps.governance.selectors.values import Body, MeasureLine, NoteLine
from guiju.apps.governance.selectors.views_of_work import DueDay, Matrix, MatrixRow
from guiju.apps.governance.selectors.words import (
    RISK_WORDS,
    ROLE_SIGNS,
    ROLE_WORDS,
    STATE_KINDS,
    STATE_WORDS,
    STATUS_WORDS,
    in_language,
)
from guiju.core.errors import Bilingual
from guiju.core.plans.quarters import Quarter

register = template.Library()

LISTS: dict[type[Any], str] = {
    ActionFilter: "governance:actions",
    MeasureFilter: "governance:measures",
    DutyFilter: "governance:duties",
    OutputFilter: "governance:outputs",
}
VIEWS = (
    ("governance:plan", gettext_lazy("Overview")),
    ("governance:plan_text", gettext_lazy("Source text")),
    ("governance:measures", gettext_lazy("Measures")),
    ("governance:actions", gettext_lazy("Tasks")),
    ("governance:outputs", gettext_lazy("Named outputs")),
    ("governance:plan_matrix", gettext_lazy("Matrix")),
    ("governance:plan_workload", gettext_lazy("Workload")),
    ("governance:plan_timeline", gettext_lazy("Timeline")),
    ("governance:plan_changes", gettext_lazy("Changes")),
)
INSIDE_VIEW = ("governance:snapshots", gettext_lazy("Snapshots"))


class View(NamedTuple):
    """One way of looking at a plan."""

    url: str
    title: Any
    current: str


@register.simple_tag
def plan_views(plan: PlanFacts, path: str) -> list[View]:
    """The views of a plan, for its tabs; the frozen ones are for those who work on it."""
    overview = reverse("governance:plan", args=[plan.slug])
    found = []
    for name, title in [*VIEWS, INSIDE_VIEW] if plan.inside else VIEWS:
        url = reverse(name, args=[plan.slug])
        within = url != overview and path.startswith(url)
        found.append(View(url, title, "page" if path == url else "true" if within else ""))
    return found


@register.filter
def words(text: str) -> list[str]:
    """The words of a literal, to loop over."""
    return text.split()


@register.filter
def plainly(value: Bilingual) -> str:
    """A name as text, where no element can stand: titles, options, attributes."""
    return in_language(value)[0]


@register.filter
def named(value: Bilingual) -> SafeString:
    """A name; Chinese on an English page is marked as Chinese."""
    words, is_chinese = in_language(value)
    return format_html('<span lang="zh-Hans">{}</span>' if is_chinese else "{}", words)


@register.filter
def chinese(text: str) -> SafeString:
    """Words of the plan itself: always Chinese."""
    return format_html('<span lang="zh-Hans">{}</span>', text)


@register.filter
def state_words(state: str) -> str:
    return str(STATE_WORDS[state])


@register.filter
def role_words(role: str) -> str:
    return str(ROLE_WORDS[role])


@register.filter
def role_sign(role: str) -> str:
    """One character for a role: 牵, 分, 配, 指."""
    return str(ROLE_SIGNS[role])


@register.filter
def risk_words(risk: str) -> str:
    return str(RISK_WORDS[risk])


@register.filter
def quarter_words(period: str) -> str:
    """2023Q1 as 2023年第一季度."""
    return Quarter.read(period).label.say(translation.get_language() or "zh")


@register.filter
def figure_words(name: str) -> str:
    """What a figure counts: a state or a risk."""
    return str(STATE_WORDS.get(name) or RISK_WORDS[name])


@register.filter
def report_kind(state: str) -> str:
    """The shape of a report's state."""
    return {"accepted": "good", "submitted": "info", "returned": "warn"}.get(state, "plain")


@register.filter
def status_words(status: str) -> str:
    """What a text did to a measure."""
    return str(STATUS_WORDS[status])


@register.simple_tag
def state(value: str, overdue: Any = False) -> SafeString:
    """A state as words with a shape; a late one says so besides."""
    badge = '<span class="gj-state gj-state-{}">{}</span>'
    words = format_html(badge, STATE_KINDS[value], STATE_WORDS[value])
    return words + format_html(" " + badge, "bad", STATE_WORDS["overdue"]) if overdue else words


@register.simple_tag
def risk(value: str) -> SafeString:
    """A risk as words with a shape."""
    kind = {"none": "plain", "watch": "warn", "high": "bad"}[value]
    return format_html('<span class="gj-state gj-state-{}">{}</span>', kind, risk_words(value))


@register.simple_tag
def records(plan: PlanFacts, filter_: Filter) -> str:
    """The address of the list that a filter describes."""
    return address(plan, filter_)


def address(plan: PlanFacts, filter_: Filter) -> str:
    """The address of the list that a filter describes."""
    query = urlencode(as_query(filter_))
    return reverse(LISTS[type(filter_)], args=[plan.slug]) + (f"?{query}" if query else "")


@register.simple_tag
def body(plan: PlanFacts, value: Body, full: bool = False) -> SafeString:
    """A body as a link to all that it answers for in this plan."""
    name = named(value.name if full else value.short)
    if value.is_organisation:
        url = reverse("governance:plan_organisation", args=[plan.slug, value.key])
        return format_html('<a href="{}">{}</a>', url, name)
    unclear = _("not yet recognised")
    if value.is_unresolved:
        return format_html('{} <span class="gl-unclear">{}</span>', name, unclear)
    return format_html(
        '<a href="{}">{}</a>', address(plan, DutyFilter(organisation=value.key)), name
    )


@register.simple_tag
def bodies(plan: PlanFacts, holder: MeasureLine | NoteLine | None, role: str) -> SafeString:
    """The bodies in one role of a measure or a note, each a link; empty if there are none."""
    found = holder.bodies(role) if holder else ()
    separator = pgettext("between names", ", ")
    named = [body(plan, one) for one in found if not one.is_collective]
    rest = [body(plan, one) for one in found if one.is_collective]
    if named and role == "shared" and isinstance(holder, NoteLine) and holder.others:
        named[-1] = format_html(_("%(names)s and others") % {"names": "{}"}, named[-1])
    return format_html_join(separator, "{}", ((one,) for one in [*named, *rest]))


@register.simple_tag
def answering(plan: PlanFacts, holder: MeasureLine | NoteLine | None) -> SafeString:
    """Who leads, else who shares the responsibility, with the sign of the role."""
    for role in ("lead", "shared"):
        names = bodies(plan, holder, role)
        if names:
            sign = '<span class="gl-role gl-role-{}" title="{}">{}</span> {}'
            return format_html(sign, role, role_words(role), role_sign(role), names)
    return format_html("{}", "—")


@register.simple_tag
def matrix_cells(plan: PlanFacts, matrix: Matrix, row: MatrixRow) -> SafeString:
    """The cells of one measure: a sign for each role, with its words for who cannot see it."""
    url = reverse("governance:measure", args=[plan.slug, row.measure.pk]) + "#duties"
    sign = '<a class="gl-role gl-role-{0}" href="{1}" title="{2}" aria-label="{2}">{3}</a>'

    def signs(body: Body, roles: tuple[str, ...]) -> SafeString:
        name = plainly(body.short)
        return format_html_join(
            " ",
            sign,
            ((role, url, f"{name} {role_words(role)}", role_sign(role)) for role in roles),
        )

    pairs = zip(matrix.bodies, row.cells, strict=True)
    return format_html_join("", "<td>{}</td>", ((signs(*pair),) for pair in pairs))


@register.simple_tag
def due_query(day: DueDay) -> str:
    """The part of an address that asks for the tasks of one last day."""
    if day.day is None:
        return urlencode(as_query(ActionFilter(undated="yes")))
    return urlencode(as_query(ActionFilter(due_from=day.day, due_to=day.day)))

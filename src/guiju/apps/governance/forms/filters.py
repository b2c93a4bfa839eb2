"""Forms that narrow the lists of a plan; they are sent by GET and change nothing."""

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from guiju.apps.governance.models import Action, Assignment, Measure
from guiju.apps.governance.selectors.filters import (
    ActionFilter,
    DutyFilter,
    MeasureFilter,
    OutputFilter,
)
from guiju.apps.governance.selectors.values import NOBODY, Body, Ledger
from guiju.apps.governance.selectors.views_of_work import bodies_of
from guiju.apps.governance.selectors.words import STATE_WORDS, in_language

ANY = ("", pgettext_lazy("no filter", "Any"))
SORTS: dict[str, Any] = {
    "": _("Order of the plan"),
    "due": _("Earliest last day first"),
    "-due": _("Latest last day first"),
    "state": _("State"),
}


def _day(label: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=False, widget=widget)


def _choice(label: Any, choices: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=False, choices=[ANY, *choices])


def body_choices(bodies: tuple[Body, ...]) -> list[tuple[str, str]]:
    return [(body.key, in_language(body.name)[0]) for body in bodies]


def kind_choices(ledger: Ledger) -> list[tuple[str, str]]:
    """The kinds of output that occur, each once."""
    return [(kind, kind) for kind in sorted({output.kind for _, output in ledger.outputs})]


class ListForm(forms.Form):
    """A list's filter: what is wrong is said at its field and left out of the filter."""

    makes: ClassVar[type[Any]]

    def filter(self) -> Any:
        """The filter of what was filled in rightly."""
        self.is_valid()
        names = self.makes.__dataclass_fields__
        given = {name: value for name, value in self.cleaned_data.items() if name in names}
        return self.makes(**{name: value for name, value in given.items() if value})


class ActionsForm(ListForm):
    """Which tasks of the plan, and in which order."""

    makes = ActionFilter

    q = forms.CharField(label=_("Words"), required=False, max_length=100)
    state = _choice(_("State"), ())
    organisation = _choice(_("Organisation"), ())
    role = _choice(_("Role"), Assignment.Role.choices)
    kind = _choice(_("Kind of output"), ())
    due_from = _day(_("Due from"))
    due_to = _day(_("Due by"))
    undated = forms.CharField(required=False, widget=forms.HiddenInput)
    measure = forms.TypedChoiceField(
        label=_("Measure"), required=False, coerce=int, empty_value=None
    )
    sort = forms.ChoiceField(label=_("Order"), required=False, choices=list(SORTS.items()))

    def __init__(self, ledger: Ledger, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        states = [*Action.State.choices, *((one, STATE_WORDS[one]) for one in ("open", "overdue"))]
        self.fields["state"].choices = [ANY, *states]  # type: ignore[attr-defined]
        nobody = (NOBODY, STATE_WORDS["unassigned"])
        bodies = [ANY, *body_choices(bodies_of(ledger)), nobody]
        self.fields["organisation"].choices = bodies  # type: ignore[attr-defined]
        self.fields["kind"].choices = [ANY, *kind_choices(ledger)]  # type: ignore[attr-defined]
        self.fields["measure"].choices = [  # type: ignore[attr-defined]
            ANY,
            *((one.pk, in_language(one.heading)[0]) for one in ledger.measures),
        ]


class MeasuresForm(ListForm):
    """Which measures; the risk can be asked for by those who work on the plan."""

    makes = MeasureFilter

    state = _choice(_("State"), [*Action.State.choices, ("overdue", STATE_WORDS["overdue"])])
    risk = _choice(_("Risk"), Measure.Risk.choices)

    def __init__(self, ledger: Ledger, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not ledger.plan.inside:
            del self.fields["risk"]


class DutiesForm(ListForm):
    """Which duties, by body, role and measure."""

    makes = DutyFilter

    organisation = _choice(_("Organisation"), ())
    role = _choice(_("Role"), Assignment.Role.choices)
    measure = forms.TypedChoiceField(
        label=_("Measure"), required=False, coerce=int, empty_value=None
    )

    def __init__(self, ledger: Ledger, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bodies = [ANY, *body_choices(bodies_of(ledger))]
        self.fields["organisation"].choices = bodies  # type: ignore[attr-defined]
        self.fields["measure"].choices = [  # type: ignore[attr-defined]
            ANY,
            *((one.pk, in_language(one.heading)[0]) for one in ledger.measures),
        ]


class OutputsForm(ListForm):
    """Which named outputs."""

    makes = OutputFilter

    q = forms.CharField(label=_("Words"), required=False, max_length=100)
    kind = _choice(_("Kind of output"), ())

    def __init__(self, ledger: Ledger, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [ANY, *kind_choices(ledger)]  # type: ignore[attr-defined]


class SinceForm(forms.Form):
    """From which day on changes are shown."""

    since = _day(_("Since"))

    def since_day(self, otherwise: date) -> date:
        """The day that was filled in rightly, else `otherwise`."""
        if self.is_bound and self.is_valid() and self.cleaned_data["since"]:
            day: date = self.cleaned_data["since"]
            return day
        return otherwise

"""Forms that ask for a day or narrow the detail table; they are sent by GET and change nothing."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from guiju.apps.catalogue.selectors.systems.filters import NONE, LineFilter
from guiju.apps.catalogue.selectors.systems.statistics import NO_LEVEL
from guiju.apps.catalogue.selectors.systems.values import Box, SystemView
from guiju.apps.catalogue.selectors.systems.words import CHECKS, LEVELS, LINE_STATES
from guiju.core.errors import Bilingual

ANY = ("", pgettext_lazy("no filter", "Any"))
EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)


def said(value: Bilingual) -> str:
    """In the language of the page, or in Chinese where there is no other."""
    return value.say(get_language() or "zh") or value.zh


def box_label(box: Box) -> str:
    """A box in a list of choices: indented as it stands in the tree."""
    return f"{'　' * (box.depth - 1)}{box.code} {said(box.title)}"


class DayForm(forms.Form):
    """The day for which the system is shown."""

    on = forms.DateField(
        label=_("On the day"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def clean_on(self) -> date | None:
        day: date | None = self.cleaned_data["on"]
        if day and not EARLIEST <= day <= LATEST:
            raise forms.ValidationError(_("Choose a day between 1900 and 2199."))
        return day

    @property
    def day(self) -> date | None:
        """The day that was filled in rightly."""
        self.is_valid()
        return self.cleaned_data.get("on") if self.is_bound else None


class LinesForm(DayForm):
    """Which lines of the detail table."""

    node = forms.TypedChoiceField(label=_("Node"), required=False, coerce=int, empty_value=None)
    level = forms.ChoiceField(label=_("Proposed level"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False)
    gap = forms.ChoiceField(
        label=_("Gaps"),
        required=False,
        choices=[ANY, ("yes", _("Only gaps")), ("no", _("Without gaps"))],
    )

    def __init__(self, view: SystemView, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["node"].choices = [  # type: ignore[attr-defined]
            ANY,
            *((box.pk, box_label(box)) for box in view.boxes),
        ]
        levels = [(code, said(name)) for code, name in LEVELS.items()]
        self.fields["level"].choices = [ANY, *levels, (NONE, said(NO_LEVEL))]  # type: ignore[attr-defined]
        states = [(code, said(name)) for code, name in LINE_STATES.items()]
        self.fields["state"].choices = [ANY, *states]  # type: ignore[attr-defined]

    def filter(self) -> LineFilter:
        """The filter of what was filled in rightly."""
        self.is_valid()
        names = ("node", "level", "state", "gap")
        given = {name: self.cleaned_data.get(name) for name in names}
        return LineFilter(**{name: value for name, value in given.items() if value})


class ChecksForm(DayForm):
    """Which kind of findings."""

    check = forms.ChoiceField(label=_("Check"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(code, said(name)) for code, name in CHECKS.items()]
        self.fields["check"].choices = [ANY, *kinds]  # type: ignore[attr-defined]

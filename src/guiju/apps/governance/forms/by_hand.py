"""Forms of what the office changes by hand; each asks for the reason."""

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from guiju.apps.accounts.models import Organisation
from guiju.apps.accounts.selectors.organisations import display_names, resolve
from guiju.apps.governance.models import Action, Assignment, Measure, Plan
from guiju.apps.governance.selectors.previews import Choice
from guiju.web.viewer import Viewer

DAY = {"type": "date"}


def _day(label: Any, **options: Any) -> forms.DateField:
    widget = forms.DateInput(attrs=DAY, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, **options)


class ReasonForm(forms.Form):
    """Any act by hand says why."""

    reason = forms.CharField(
        label=_("Reason"), max_length=500, help_text=_("It goes into the journal.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [name for name in self.fields if name != "reason"]
        self.order_fields([*names, "reason"])


class OrganisationForm(ReasonForm):
    """Names an organisation as the register knows it."""

    organisation = forms.CharField(
        label=_("Organisation"),
        max_length=120,
        help_text=_("Its name as the register of organisations knows it."),
    )

    def __init__(self, viewer: Viewer, *args: Any, **kwargs: Any) -> None:
        self.viewer = viewer
        super().__init__(*args, **kwargs)

    def clean_organisation(self) -> Organisation:
        written = self.cleaned_data["organisation"]
        found = resolve([written], self.viewer.today)[written]
        found = found or Organisation.objects.filter(slug=written).first()
        if found is None:
            raise forms.ValidationError(
                _("The register has no organisation of this name. Check it.")
            )
        return found


class PlanForm(OrganisationForm):
    """What the text of a plan does not say."""

    title_en = forms.CharField(label=_("English title"), max_length=300, required=False)
    starts = _day(_("First day of the period"), required=False)
    ends = _day(_("Last day of the period"), required=False)

    def __init__(self, plan: Plan, viewer: Viewer, *args: Any, **kwargs: Any) -> None:
        names = display_names([plan.office_id], viewer.today, "zh-hans")
        initial = {
            "title_en": plan.title_en,
            "starts": plan.starts,
            "ends": plan.ends,
            "organisation": names[plan.office_id].full,
        }
        super().__init__(viewer, *args, initial=initial, **kwargs)
        self.fields["organisation"].label = _("Office that keeps the ledger")


class PublishForm(ReasonForm):
    """Why the plan is published or withdrawn from the public."""


class AssignForm(OrganisationForm):
    """A duty that the text does not give."""

    role = forms.ChoiceField(label=_("Role"), choices=Assignment.Role.choices)
    since = _day(_("From"), required=False)


class EndForm(ReasonForm):
    """The day on which a duty ends."""

    until = _day(_("Ends on"), help_text=_("From this day on the duty no longer holds."))

    def __init__(self, today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, initial={"until": today}, **kwargs)


class DueForm(ReasonForm):
    """By when a task is due."""

    due = _day(_("Last day"), required=False, help_text=_("Empty means the last day of the plan."))

    def __init__(self, action: Action, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, initial={"due": action.due}, **kwargs)


class ResolveForm(OrganisationForm):
    """Which organisation a written name means: one of those suggested, or another."""

    choice = forms.ChoiceField(label=_("Organisation"), required=False, widget=forms.RadioSelect)

    def __init__(
        self, choices: Sequence[Choice], viewer: Viewer, *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(viewer, *args, **kwargs)
        self.fields["organisation"].required = False
        self.fields["organisation"].label = _("Another organisation")
        offered = cast(forms.ChoiceField, self.fields["choice"])
        offered.choices = [(one.slug, one.name.full) for one in choices]
        if not choices:
            del self.fields["choice"]
        self.order_fields(["choice", "organisation", "reason"])

    def clean_organisation(self) -> Any:
        return super().clean_organisation() if self.cleaned_data["organisation"] else None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        slug = cleaned.get("choice")
        found = cleaned.get("organisation") or Organisation.objects.filter(slug=slug or "").first()
        if found is None and not self.errors:
            raise forms.ValidationError(_("Choose an organisation or write its name."))
        cleaned["organisation"] = found
        return cleaned


class TitlesForm(ReasonForm):
    """The English headings of all measures of a plan."""

    def __init__(self, measures: Sequence[Measure], *args: Any, **kwargs: Any) -> None:
        self.keys = {f"measure-{measure.pk}": measure.pk for measure in measures}
        super().__init__(*args, **kwargs)
        for measure in measures:
            self.fields[f"measure-{measure.pk}"] = forms.CharField(
                label=format_html(
                    '<span lang="zh-Hans">{}{}</span>', measure.label, measure.title_zh
                ),
                initial=measure.title_en,
                max_length=400,
                required=False,
            )
        self.order_fields([*self.keys, "reason"])

    @property
    def titles(self) -> dict[int, str]:
        return {pk: self.cleaned_data[name] for name, pk in self.keys.items()}

"""The filter of the dashboard."""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from guiju.apps.development.models import Committee
from guiju.apps.development.selectors.dashboard import Asked
from guiju.core.procedures.files.rulebook import procedures
from guiju.core.procedures.files.stages import stages as all_stages
from guiju.web.viewer import Viewer


class DashboardForm(forms.Form):
    """Narrows the numbers; every field may be left empty."""

    on = forms.DateField(
        label=_("As of"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    procedure = forms.ChoiceField(label=_("Procedure"), required=False)
    stage = forms.ChoiceField(label=_("Stage"), required=False)
    committee = forms.ModelChoiceField(
        label=_("Committee"), queryset=Committee.objects.none(), required=False
    )
    state = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)
    person = forms.IntegerField(required=False, widget=forms.HiddenInput)
    left = forms.CharField(required=False, max_length=2, widget=forms.HiddenInput)
    which = forms.ChoiceField(
        required=False, choices=[("", ""), ("running", ""), ("ended", "")], widget=forms.HiddenInput
    )
    overdue = forms.BooleanField(label=_("Only overdue"), required=False)

    def __init__(self, data: object) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        said = get_language() or "zh"
        titles = {one.id: one.title.say(said) for one in procedures()}
        every = ("", _("all"))
        fields = self.fields
        fields["procedure"].choices = [every, *sorted(titles.items())]  # type: ignore[attr-defined]
        stages = [(key, f"{key} {one.title.say(said)}") for key, one in all_stages().items()]
        fields["stage"].choices = [every, *sorted(stages)]  # type: ignore[attr-defined]
        fields["committee"].queryset = Committee.objects.all()  # type: ignore[attr-defined]

    def asked(self, viewer: Viewer) -> Asked:
        """What was asked; a field that is wrong counts as empty and is said at the field."""
        self.is_valid()
        given = self.cleaned_data
        committee = given.get("committee")
        return Asked(
            on=min(given.get("on") or viewer.today, viewer.today),
            procedure=given.get("procedure") or "",
            stage=given.get("stage") or "",
            state=given.get("state") or "",
            committee=committee.pk if committee else None,
            person=given.get("person"),
            is_overdue=bool(given.get("overdue")),
            left=given.get("left") or "",
            which=given.get("which") or "",
        )

"""Forms of ballots: a vote, standing aside, and the sheet of a meeting with everybody on it."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from django import forms
from django.utils.translation import gettext_lazy as _

from guiju.apps.accounts.forms.base import ServiceForm
from guiju.apps.development.models import Elector

CHOICES = (("for", _("In favour")), ("against", _("Against")), ("abstain", _("Abstaining")))


class VoteForm(ServiceForm):
    """One's own vote."""

    mark = forms.ChoiceField(label=_("Vote"), choices=CHOICES, widget=forms.RadioSelect)
    reasons = forms.CharField(
        label=_("Reasons"),
        help_text=_("Needed for a vote against: what would have to change."),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        if found.get("mark") == "against" and not found.get("reasons", "").strip():
            self.add_error("reasons", _("Give the reasons of a vote against."))
        return found


class AsideForm(ServiceForm):
    """Standing aside; cannot be taken back."""

    reason = forms.CharField(label=_("Reason for standing aside"), max_length=500)


class Line(NamedTuple):
    """One elector's row of the sheet."""

    elector: Elector
    mark: forms.BoundField
    reasons: forms.BoundField


class SheetForm(ServiceForm):
    """All electors on one sheet; rows without a choice are left as they are."""

    def __init__(self, *args: Any, electors: Iterable[Elector], **named: Any) -> None:
        super().__init__(*args, **named)
        self.electors = list(electors)
        choices = [
            ("", _("no paper")),
            *CHOICES,
            ("none", _("spoilt: no mark")),
            ("several", _("spoilt: several marks")),
            ("aside", _("stands aside")),
        ]
        for one in self.electors:
            label = {"name": one.name}
            self.fields[f"mark-{one.pk}"] = forms.ChoiceField(
                label=_("Paper of %(name)s") % label, choices=choices, required=False
            )
            self.fields[f"reasons-{one.pk}"] = forms.CharField(
                label=_("Reasons of %(name)s") % label, required=False, max_length=5000
            )

    def lines(self) -> Iterator[Line]:
        for one in self.electors:
            yield Line(one, self[f"mark-{one.pk}"], self[f"reasons-{one.pk}"])

    def papers(self) -> Iterator[tuple[Elector, str, str]]:
        """What was chosen: the elector, the mark, the reasons."""
        for one in self.electors:
            if mark := self.cleaned_data.get(f"mark-{one.pk}", ""):
                yield one, mark, self.cleaned_data.get(f"reasons-{one.pk}", "").strip()

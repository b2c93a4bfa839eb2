"""The filter of what a standard touches, and of stale references."""

from django import forms
from django.utils.translation import gettext_lazy as _

from guiju.apps.accounts.forms.base import DateInput
from guiju.apps.catalogue.selectors.touches import Narrowing

KINDS = (
    ("", _("All kinds")),
    ("cites", _("Cite it")),
    ("adopts", _("Adopt it")),
    ("amends", _("Amend or correct it")),
    ("builds", _("Build on it")),
    ("translates", _("Translate it")),
    ("law", _("Laws that cite it")),
    ("conflicts", _("Conflict with it")),
)
WAYS = (("", _("All")), ("direct", _("Direct")), ("through", _("Through an adoption")))
DATINGS = (
    ("", _("All")),
    ("this", _("This edition")),
    ("other", _("Another edition")),
    ("undated", _("Undated")),
)
STATES = (("", _("All")), ("living", _("Not ended")), ("rotten", _("Cite an ended edition")))


class TouchesForm(forms.Form):
    """Which of the touched documents to show."""

    use_required_attribute = False
    kind = forms.ChoiceField(label=_("How"), choices=KINDS, required=False)
    way = forms.ChoiceField(label=_("Way"), choices=WAYS, required=False)
    dating = forms.ChoiceField(label=_("Edition that they name"), choices=DATINGS, required=False)
    state = forms.ChoiceField(label=_("Documents"), choices=STATES, required=False)
    on = forms.DateField(label=_("On the day"), widget=DateInput(), required=False)

    def narrowing(self) -> Narrowing:
        """What was chosen; a wrong choice narrows nothing."""
        chosen = self.cleaned_data
        return Narrowing(
            kind=chosen.get("kind", ""),
            way=chosen.get("way", ""),
            dating=chosen.get("dating", ""),
            living=chosen.get("state") == "living",
            rotten=chosen.get("state") == "rotten",
        )


LEVELS = (
    ("", _("All levels")),
    ("national", _("National")),
    ("industry", _("Industry")),
    ("local_province", _("Local (province)")),
    ("local_city", _("Local (city)")),
    ("group", _("Association")),
    ("enterprise", _("Enterprise")),
    ("international", _("International")),
    ("regional", _("Regional")),
    ("foreign", _("Foreign")),
)


class RotForm(forms.Form):
    """Which documents with stale references to show."""

    use_required_attribute = False
    level = forms.ChoiceField(label=_("Level"), choices=LEVELS, required=False)
    on = forms.DateField(label=_("On the day"), widget=DateInput(), required=False)

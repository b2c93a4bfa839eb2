"""Forms of consultations: a comment, an answer, the filter of the working list, a file."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from guiju.apps.accounts.forms.base import ServiceForm
from guiju.apps.development.models import Remark
from guiju.apps.development.selectors.remarks import ORDERS, Asked
from guiju.core.consultations import Draft, order_key, place_of
from guiju.core.procedures.case import DISPOSITIONS

LONGEST = 4000
_AREA = forms.Textarea(attrs={"rows": 4})


def dispositions() -> list[tuple[str, str]]:
    return [(key, says.say(get_language() or "zh")) for key, says in DISPOSITIONS.items()]


class RemarkForm(ServiceForm):
    """A comment on a clause (提出意见)."""

    place = forms.CharField(
        label=_("Clause"),
        required=False,
        max_length=200,
        help_text=_("Such as 4.2, 表1, 附录A; empty for the whole draft."),
    )
    kind = forms.ChoiceField(label=_("Type of comment"), choices=Remark.Kind.choices)
    text = forms.CharField(label=_("Comment"), max_length=LONGEST, widget=_AREA)
    proposed = forms.CharField(
        label=_("Proposed text"), max_length=LONGEST, required=False, widget=_AREA
    )
    reason = forms.CharField(
        label=_("Reason for the change"), max_length=LONGEST, required=False, widget=_AREA
    )

    def __init__(self, *args: Any, draft: Draft | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.draft = draft

    def remark_values(self) -> dict[str, Any]:
        """The fields of Remark; a place that nobody can read is kept as it was written."""
        given = self.cleaned_data
        fields = ("place", "kind", "text", "proposed", "reason")
        return {name: given[name] for name in fields} | placed(given["place"], self.draft)


def placed(written: str, draft: Draft | None) -> dict[str, str]:
    """Address and order of a place as it was written."""
    place = place_of(written, draft)
    return {"clause": (place or "")[:120], "sort": order_key(place, draft)[:200]}


class MemberRemarkForm(RemarkForm):
    """Of somebody who is signed in, for himself or for an organisation in which he has a seat."""

    organisation = forms.ChoiceField(label=_("On behalf of"), required=False)
    is_named = forms.BooleanField(
        label=_("My name and unit may be published with the comment"), required=False
    )

    def __init__(self, *args: Any, organisations: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["organisation"]
        field.choices = [("", _("myself")), *organisations]


class GuestRemarkForm(RemarkForm):
    """Of a guest: his mail address is verified before the comment counts."""

    name = forms.CharField(label=_("Your name"), max_length=80)
    unit = forms.CharField(label=_("Unit"), max_length=200, required=False)
    email = forms.EmailField(
        label=_("E-mail"),
        help_text=_("You get a link there to confirm the comment. The address is never published."),
    )
    is_named = forms.BooleanField(
        label=_("My name and unit may be published with the comment"), required=False
    )

    def remark_values(self) -> dict[str, Any]:
        given = self.cleaned_data
        who = ("name", "unit", "email", "is_named")
        return super().remark_values() | {name: given[name] for name in who}


class RemarksFilter(forms.Form):
    """What the working list is narrowed to (筛选)."""

    clause = forms.CharField(label=_("Clause"), required=False, max_length=60)
    kind = forms.ChoiceField(label=_("Type of comment"), required=False)
    unit = forms.CharField(label=_("Unit"), required=False, max_length=60)
    standing = forms.ChoiceField(label=_("Answer"), required=False)
    text = forms.CharField(label=_("Words"), required=False, max_length=60)
    order = forms.ChoiceField(label=_("Order"), required=False)
    group = forms.IntegerField(
        required=False, min_value=1, max_value=9_999_999, widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, draft: Draft | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.draft = draft
        choices: dict[str, list[tuple[str, Any]]] = {
            "kind": [("", _("all")), *Remark.Kind.choices],
            "standing": [
                ("", _("all")), ("none", _("not answered")), ("any", _("answered")), *dispositions(),
            ],
            "order": [("clause", _("by clause")), ("number", _("by number"))],
        }  # fmt: skip
        for name, own in choices.items():
            field: Any = self.fields[name]
            field.choices = own

    def asked(self, only: tuple[int, ...] = ()) -> Asked:
        given = self.cleaned_data if self.is_valid() else {}
        written = given.get("clause") or ""
        place = place_of(written, self.draft) if written else ""
        clause = "-" if written and not place else (place or "")
        order = given.get("order") or "clause"
        return Asked(
            clause=clause,
            kind=given.get("kind") or "",
            unit=given.get("unit") or "",
            standing=given.get("standing") or "",
            text=given.get("text") or "",
            order=order if order in ORDERS else "clause",
            only=only,
        )


class AnswerForm(ServiceForm):
    """How one or several comments are dealt with (处理意见)."""

    disposition = forms.ChoiceField(label=_("Disposition"))
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Needed unless the comment is adopted whole."),
    )
    changed_text = forms.CharField(
        label=_("What the draft says now"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["disposition"]
        field.choices = dispositions()


class HideForm(ServiceForm):
    """A comment that is none (不作为意见): why."""

    reason = forms.CharField(label=_("Reason"), max_length=300)


class RemarksFileForm(ServiceForm):
    """A table of comments (意见表): DOCX, XLSX or CSV."""

    file = forms.FileField(
        label=_("Table of comments"),
        help_text=_("DOCX, XLSX or CSV: 意见汇总处理表, the ISO template, or a table like them."),
    )

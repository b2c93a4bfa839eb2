"""The forms of projects: the list's filter, and the beginning of a project."""

from typing import Any, cast

from django import forms
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from guiju.apps.accounts.forms.base import ServiceForm
from guiju.apps.accounts.models import Organisation
from guiju.apps.catalogue.models import Edition
from guiju.apps.catalogue.selectors.standard import asked_for
from guiju.apps.development.forms.steps import fact_field, fact_values
from guiju.apps.development.models import Committee, Project
from guiju.apps.development.rules.actors import COMMITTEE
from guiju.apps.development.selectors.projects import (
    SORTS,
    Asked,
    appointed,
    committee_name,
    organisations_known,
    project_of,
    titles_of_procedures,
)
from guiju.apps.development.selectors.standards import ForeignCodeError
from guiju.apps.development.selectors.workspace import asked
from guiju.apps.development.services.errors import NoCommitteeError, NoTitleError
from guiju.apps.development.services.publishing.errors import NotItsToReplaceError
from guiju.apps.development.services.starting import roles_to_fill
from guiju.core.errors import GuijuError
from guiju.core.procedures.files.stages import stages
from guiju.core.procedures.model import Procedure
from guiju.web.viewer import Viewer

_ANY = ("", pgettext_lazy("no filter", "Any"))
_SORTS = {
    "changed": _("last changed"),
    "due": _("nearest deadline"),
    "title": _("title"),
    "stage": _("stage"),
    "began": _("begun"),
}
DEGREES = (("IDT", "IDT"), ("MOD", "MOD"), ("NEQ", "NEQ"))
# What acts on an edition that is there; a procedure with one of them and no new edition needs it.
_ON_EDITION = {
    "edition_confirmed", "edition_withdrawn", "amendment_published", "corrigendum_published",
    "interpretation_published", "translation_published",
}  # fmt: skip


def words() -> str:
    return get_language() or "zh-hans"


class FilterForm(forms.Form):
    """Which projects are listed; what cannot be read does not narrow."""

    use_required_attribute = False

    q = forms.CharField(label=_("Title, number or plan number"), max_length=200, required=False)
    procedure = forms.ChoiceField(label=_("Procedure"), required=False)
    stage = forms.ChoiceField(label=_("Stage"), required=False)
    committee = forms.CharField(label=_("Committee"), max_length=200, required=False)
    organisation = forms.CharField(label=_("Organisation"), max_length=200, required=False)
    state = forms.ChoiceField(
        label=_("State"),
        choices=[_ANY, ("running", _("running")), ("ended", _("ended"))],
        required=False,
    )
    sort = forms.ChoiceField(
        label=_("Sorted by"), choices=[(one, _SORTS[one]) for one in SORTS], required=False
    )
    overdue = forms.BooleanField(label=_("Only overdue"), required=False)
    mine = forms.BooleanField(label=_("Only those I take part in"), required=False)

    def __init__(self, *args: Any, signed_in: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        known = titles_of_procedures().items()
        self.choose("procedure", [(key, title.say(words())) for key, title in known])
        self.choose(
            "stage", [(key, f"{key} {one.title.say(words())}") for key, one in stages().items()]
        )
        if not signed_in:
            del self.fields["mine"]

    def choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = cast(forms.ChoiceField, self.fields[name])
        field.choices = [_ANY, *choices]

    @property
    def asked(self) -> Asked:
        self.is_valid()
        said = {key: one for key, one in self.cleaned_data.items() if one}
        return Asked(**said)


def needs_edition(procedure: Procedure) -> bool:
    """Whether it acts on an edition that is there, such as a review or an amendment."""
    kinds = {one.kind for step in procedure.transitions.values() for one in step.effects}
    return bool(kinds & _ON_EDITION) and "edition_published" not in kinds


class StartForm(ServiceForm):
    """What must be known to begin a project under one procedure; nothing typed is lost."""

    at = {
        NoCommitteeError: "committee",
        NoTitleError: "title_zh",
        ForeignCodeError: "code",
        NotItsToReplaceError: "replaces",
    }

    title_zh = forms.CharField(label=_("Title in Chinese"), max_length=300)
    title_en = forms.CharField(label=_("Title in English"), max_length=400, required=False)
    edition = forms.CharField(
        label=_("Standard concerned"),
        help_text=_("Its number, such as GB/T 1354-2018."),
        max_length=120,
        required=False,
    )
    replaces = forms.CharField(
        label=_("Standards that it will replace"),
        help_text=_("Their numbers, one a line."),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
        required=False,
    )
    adopts = forms.CharField(
        label=_("International standard adopted"),
        help_text=_("Its number, such as ISO 712-1:2024."),
        max_length=120,
        required=False,
    )
    degree = forms.ChoiceField(
        label=_("Degree of correspondence"), choices=[("", "—"), *DEGREES], required=False
    )
    code = forms.CharField(
        label=_("Code of the standard"),
        help_text=_("Such as GB/T, JB/T, DB11/T; empty where the procedure settles it."),
        max_length=40,
        required=False,
    )
    ics = forms.CharField(label=_("ICS"), max_length=200, required=False)
    ccs = forms.CharField(label=_("CCS"), max_length=200, required=False)
    follows = forms.IntegerField(
        label=_("Number of the project that it follows"), min_value=1, required=False
    )

    def __init__(self, *args: Any, procedure: Procedure, viewer: Viewer, **more: Any) -> None:
        super().__init__(*args, **more)
        self.procedure, self.viewer = procedure, viewer
        self.fields["edition"].required = needs_edition(procedure)
        if procedure.kind == "committee":
            for name in ("edition", "replaces", "adopts", "degree", "code"):
                del self.fields[name]
        self._facts()
        self._bodies()
        self._committee()

    def _facts(self) -> None:
        for key in self.procedure.asks:
            self.fields[f"fact_{key}"] = fact_field(
                asked(self.procedure, key, (), self.viewer.today)
            )

    def _bodies(self) -> None:
        known = appointed(self.procedure, self.viewer.today)
        pks = {one.pk for found in known.values() for one in found}
        names = organisations_known(pks, self.viewer.today, words())
        self.known: dict[str, dict[str, Organisation]] = {}
        self.missing = []
        for role in roles_to_fill(self.procedure):
            found = {str(one.pk): one for one in known.get(role.id, [])}
            if not found:
                self.missing.append(role.title)
            if len(found) > 1:
                self.known[role.id] = found
                self.fields[f"body_{role.id}"] = forms.ChoiceField(
                    label=role.title.say(words()),
                    choices=[("", "—"), *((key, names[one.pk]) for key, one in found.items())],
                )

    def _committee(self) -> None:
        rows = Committee.objects.filter(ended=None).order_by("key")
        self.committees = {str(one.pk): one for one in rows}
        self.fields["committee"] = forms.ChoiceField(
            label=_("Committee"),
            choices=[
                ("", "—"),
                *((key, committee_name(one, words())) for key, one in self.committees.items()),
            ],
            required=COMMITTEE in self.procedure.roles,
        )
        self.order_fields(["title_zh", "title_en", "committee"])

    def clean_edition(self) -> Edition | None:
        return self._edition("edition", self.cleaned_data["edition"])

    def clean_replaces(self) -> list[Edition]:
        lines = [one.strip() for one in self.cleaned_data["replaces"].splitlines()]
        found = [self._edition("replaces", one) for one in lines if one]
        return [one for one in found if one is not None]

    def clean_follows(self) -> Project | None:
        number = self.cleaned_data["follows"]
        if number is None:
            return None
        if not Project.objects.filter(pk=number).exists():
            raise forms.ValidationError(_("There is no project with this number."))
        try:
            return project_of(self.viewer, number)
        except GuijuError as error:
            raise forms.ValidationError(error.sentence.say(words())) from error

    def _edition(self, name: str, written: str) -> Edition | None:
        if not written.strip():
            return None
        try:
            return asked_for(self.viewer, written, self.viewer.today).edition
        except GuijuError as error:
            self.add_error(name, error.sentence.say(words()))
            return None

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if said.get("adopts") and not said.get("degree"):
            self.add_error("degree", _("Say how it corresponds: IDT, MOD or NEQ."))
        return said

    @property
    def values(self) -> dict[str, Any]:
        """What `services.starting.start_project` takes."""
        said = self.cleaned_data
        form = {
            key: said[key] for key in ("code", "adopts", "degree", "ics", "ccs") if said.get(key)
        }
        return {
            "procedure_id": self.procedure.id,
            "title_zh": said["title_zh"],
            "title_en": said["title_en"],
            "committee": self.committees.get(said["committee"]),
            "bodies": {key: found[said[f"body_{key}"]] for key, found in self.known.items()},
            "facts": fact_values(self.procedure.asks, said),
            "form": form,
            "edition": said.get("edition"),
            "replaces": said.get("replaces") or (),
            "follows": said["follows"],
        }

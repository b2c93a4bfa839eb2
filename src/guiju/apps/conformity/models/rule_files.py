"""Files of rules that people write (规则文件). Doors: `services.rule_files`, `services.reviewing`."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guiju.apps.accounts.models import Organisation, User
from guiju.apps.catalogue.models import Edition


class RuleFile(models.Model):
    """A rule set of an edition on its way from draft to use (规则集).

    `standard`, titles, dates and certainty are those of its newest version, as far as that can be
    read; `key` and `work` find it by its number with and without the year. The text stands in
    `RuleFileVersion`; once submitted it does not change, only a returned file is written on.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        SUBMITTED = "submitted", _("submitted for review")
        RETURNED = "returned", _("returned")
        REVIEWED = "reviewed", _("reviewed")
        REPLACED = "replaced", _("replaced by a newer rule set")
        WITHDRAWN = "withdrawn", _("withdrawn")

    standard = models.CharField(max_length=200)
    key = models.CharField(max_length=240, db_index=True)
    work = models.CharField(max_length=240, db_index=True)
    edition = models.ForeignKey(
        Edition, null=True, on_delete=models.SET_NULL, related_name="rule_files"
    )
    title_zh = models.CharField(max_length=300, blank=True)
    title_en = models.CharField(max_length=300, blank=True)
    since = models.DateField(null=True, help_text="in force from this day")
    until = models.DateField(null=True, help_text="exclusive")
    certainty = models.CharField(max_length=10, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    version = models.PositiveIntegerField(default=1, help_text="of its newest text")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    origin = models.CharField(max_length=120, blank=True, help_text="what it was copied from")
    created = models.DateTimeField()
    changed = models.DateTimeField()
    submitted = models.DateTimeField(null=True)
    submitted_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    reviewed = models.DateTimeField(null=True, help_text="it has judged officially since")
    reviewed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    replaces = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="replacements"
    )
    replaces_platform = models.BooleanField(
        default=False, help_text="it takes the place of the rulebook's own set"
    )

    class Meta:
        ordering = ("-changed", "-pk")

    def __str__(self) -> str:
        return f"{self.standard} {self.state} {self.version}"


class RuleFileVersion(models.Model):
    """The text of a rule file at one time (规则文件版本). The database refuses to change it."""

    file = models.ForeignKey(RuleFile, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    text = models.TextField()
    digest = models.CharField(max_length=64, help_text="SHA-256 of the text")
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(fields=("file", "number"), name="conformity_version_once"),
        )

    def __str__(self) -> str:
        return f"{self.file_id} {self.number}"


class RuleFileStep(models.Model):
    """Who did what with a rule file, and why (办理记录). The database refuses to change it."""

    class Act(models.TextChoices):
        SUBMIT = "submit", _("handed in for review")
        RETURN = "return", _("returned")
        ACCEPT = "accept", _("reviewed and accepted")
        REPLACE = "replace", _("replaced by a newer rule set")
        WITHDRAW = "withdraw", _("withdrawn")

    file = models.ForeignKey(RuleFile, on_delete=models.PROTECT, related_name="steps")
    act = models.CharField(max_length=10, choices=Act.choices)
    version = models.PositiveIntegerField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    words = models.TextField(blank=True, help_text="the note or the reason")

    class Meta:
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"{self.file_id} {self.act}"

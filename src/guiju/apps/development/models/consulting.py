"""Consultations and their comments (征求意见). Doors: `services.commenting`, `services.stepping`."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guiju.apps.accounts.models import Organisation, User
from guiju.apps.development.models.projects import Project


class Round(models.Model):
    """One round of a consultation (一次征求意见), its length fixed on the day of opening."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="rounds")
    number = models.PositiveIntegerField(help_text="within the project, from 0")
    kind = models.CharField(max_length=60)
    opened = models.DateField()
    length = models.JSONField(help_text="key, count, unit, basis")
    last = models.DateField(help_text="the last day for comments, as known when it opened")
    closed = models.DateField(null=True)
    current = models.BooleanField(default=True)

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("project", "number"), name="development_round_once"),
        )
        indexes = (models.Index(fields=("closed", "last"), name="development_open_rounds"),)

    def __str__(self) -> str:
        return f"{self.project_id} {self.kind} {self.number}"


class Remark(models.Model):
    """A comment (意见) on a clause of what is out for comments, numbered within its project.

    Kept as it came in; who hides one says why, and it is no longer counted. `standing` is that of
    its newest reply, none while it waits. A guest's comment counts once the mail address is
    verified. `alike` names the first of those that say nearly the same, itself alone. `name`, `unit` are as its author wrote them; `is_named` allows to show the name.
    """

    class Kind(models.TextChoices):
        GENERAL = "ge", _("general")
        TECHNICAL = "te", _("technical")
        EDITORIAL = "ed", _("editorial")

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="remarks")
    number = models.PositiveIntegerField()
    clause = models.CharField(max_length=120, blank=True, help_text="address; empty: the whole")
    sort = models.CharField(max_length=200, help_text="orders clauses as the text does")
    place = models.CharField(max_length=200, blank=True, help_text="clause as its author wrote it")
    kind = models.CharField(max_length=2, choices=Kind.choices, default=Kind.GENERAL)
    text = models.TextField()
    proposed = models.TextField(blank=True, help_text="text proposed instead")
    reason = models.TextField(blank=True)
    user = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(
        Organisation, null=True, on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(max_length=80, blank=True)
    unit = models.CharField(max_length=200, blank=True)
    email = models.EmailField(blank=True)
    is_named = models.BooleanField(default=False)
    on = models.DateField()
    received = models.DateTimeField()
    origin = models.CharField(max_length=200, blank=True, help_text="file and row it came from")
    digest = models.CharField(max_length=64, db_index=True, help_text="of clause and words")
    saying = models.CharField(
        max_length=32, blank=True, help_text="digest of clause and folded words"
    )
    extent = models.PositiveIntegerField(default=0, help_text="how many pairs of words it has")
    alike = models.PositiveIntegerField(null=True, help_text="number of the first of its group")
    likeness = models.FloatField(default=1, help_text="to the first of its group")
    hidden = models.DateTimeField(null=True)
    hidden_because = models.CharField(max_length=300, blank=True)
    standing = models.CharField(max_length=12, blank=True, help_text="disposition of its reply")

    class Meta:
        ordering = ("number",)
        indexes = (
            models.Index(fields=("round", "sort", "number"), name="development_by_clause"),
            models.Index(fields=("round", "standing"), name="development_by_standing"),
            models.Index(fields=("round", "alike"), name="development_by_group"),
            models.Index(fields=("round", "saying"), name="development_by_saying"),
        )
        constraints = (
            models.UniqueConstraint(fields=("round", "number"), name="development_remark_once"),
        )

    def __str__(self) -> str:
        return f"{self.round_id} {self.number}"


class Reply(models.Model):
    """How a comment was dealt with (处理意见); the newest counts, the older ones stay."""

    remark = models.ForeignKey(Remark, on_delete=models.PROTECT, related_name="replies")
    disposition = models.CharField(max_length=12)
    reason = models.TextField(blank=True)
    changed_text = models.TextField(blank=True, help_text="what the draft says now")
    by = models.CharField(max_length=60)
    user = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    at = models.DateTimeField()

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.remark_id} {self.disposition}"


class Unverified(models.Model):
    """A guest's comment that waits for its mail address to be verified (待验证意见). Then a Remark."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="unverified")
    key = models.CharField(max_length=64, unique=True)
    values = models.JSONField()
    email = models.EmailField()
    address = models.CharField(max_length=64, help_text="digest of the network address")
    at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.key

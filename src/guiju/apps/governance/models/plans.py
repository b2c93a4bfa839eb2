"""Plans and their texts (行动计划). Doors: `services.plans`, `services.imports`."""

from django.conf import settings
from django.db import models

from guiju.apps.accounts.models import Organisation


class Plan(models.Model):
    """A policy text that orders work, and the ledger that follows it (行动计划、工作台账)."""

    slug = models.SlugField(max_length=60, unique=True)
    title_zh = models.CharField(max_length=200)
    title_en = models.CharField(max_length=300, blank=True)
    document_number = models.CharField(max_length=80, blank=True)
    issued = models.DateField(null=True, blank=True)
    starts = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True, help_text="last day of the plan's period")
    office = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="plans",
        help_text="the organisation that keeps the ledger",
    )
    is_public = models.BooleanField(default=False)
    is_example = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=0, help_text="number of the text in force")

    class Meta:
        ordering = ("-issued", "slug")

    def __str__(self) -> str:
        return self.title_zh


class PlanText(models.Model):
    """One imported text of a plan, kept as it was decoded. Offsets of the ledger count in it."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="texts")
    number = models.PositiveIntegerField()
    text = models.TextField()
    file_name = models.CharField(max_length=200)
    encoding = models.CharField(max_length=40)
    sm3 = models.CharField(max_length=64, help_text="of the decoded text in UTF-8")
    parsed = models.JSONField(help_text="what the parser answered, with its doubts")
    changes = models.JSONField(default=list, help_text="what it changed in the ledger, by measure")
    imported_at = models.DateTimeField()
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("plan", "number")
        constraints = (
            models.UniqueConstraint(fields=("plan", "number"), name="governance_plantext_once"),
        )

    def __str__(self) -> str:
        return f"{self.plan} v{self.number}"


class ImportDraft(models.Model):
    """A parsed text that waits in the preview for a person's confirmation (导入预览).

    `decisions` holds what the person chose: `{"names": {written name: organisation slug},
    "title": the title of a text that bears none, "office": pk of the office of a new plan}`.
    A draft is working material, not a record: it is removed when confirmed or discarded.
    """

    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="import_drafts"
    )
    plan = models.ForeignKey(Plan, null=True, on_delete=models.CASCADE, related_name="+")
    file_name = models.CharField(max_length=200)
    encoding = models.CharField(max_length=40)
    text = models.TextField()
    parsed = models.JSONField()
    decisions = models.JSONField(default=dict)
    created = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.file_name

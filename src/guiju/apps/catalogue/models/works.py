"""Works and editions (标准与版本). Doors: `services.taking`, `services.settling`."""

from django.db import models


class Work(models.Model):
    """A standard through all its editions (标准): its number without the year.

    `squash` is the key folded to letters and digits, by which sloppy numbers find it; `series` is
    the key without parts. `newest` is the edition to show when no year is asked for.
    """

    key = models.CharField(max_length=200, unique=True)
    squash = models.CharField(max_length=200, db_index=True)
    series = models.CharField(max_length=200, db_index=True)
    newest = models.ForeignKey(
        "Edition", null=True, on_delete=models.SET_NULL, related_name="+", db_constraint=False
    )

    def __str__(self) -> str:
        return self.key


class Edition(models.Model):
    """One edition, amendment or corrigendum of a work (版本、修改单、勘误), merged from statements.

    It holds what is looked up, sorted and filtered; everything else is merged from the statements
    when it is asked for. Days are ordinals (`date.toordinal`), from which the state on any day
    follows by comparison (`core.records.span`); null is unknown.
    """

    class Form(models.TextChoices):
        EDITION = "edition"
        CONSOLIDATED = "consolidated"
        AMENDMENT = "amendment"
        CORRIGENDUM = "corrigendum"
        SUPPLEMENT = "supplement"

    work = models.ForeignKey(Work, on_delete=models.PROTECT, related_name="editions")
    key = models.CharField(max_length=220, unique=True, help_text="canonical number")
    display = models.CharField(max_length=240)
    sort = models.CharField(max_length=240, db_index=True, help_text="orders numbers as text")
    form = models.CharField(max_length=12, choices=Form.choices, default=Form.EDITION)
    base_key = models.CharField(max_length=220, blank=True, db_index=True)
    readable = models.BooleanField(default=True, help_text="the number could be read")
    title_zh = models.TextField(blank=True)
    title_en = models.TextField(blank=True)
    level = models.CharField(max_length=20, blank=True)
    nature = models.CharField(max_length=20, blank=True)
    kind = models.CharField(max_length=40, blank=True)
    code = models.CharField(max_length=60, blank=True, db_index=True)
    region = models.CharField(max_length=6, blank=True, db_index=True)
    year = models.PositiveSmallIntegerField(null=True)
    issued = models.CharField(max_length=10, blank=True, help_text="ISO 8601, possibly partial")
    effective = models.CharField(max_length=10, blank=True)
    draft = models.BooleanField(default=False, help_text="still being made, or given up")
    facts = models.JSONField(default=dict, help_text="withdrawn, stage, claims: own words only")
    span = models.JSONField(default=list, help_text="core.records.facts.Span as a list")
    newest = models.BooleanField(default=False)
    changed = models.DateTimeField()

    class Meta:
        ordering = ("sort",)
        indexes = (models.Index(fields=("work", "sort"), name="catalogue_edition_of_work"),)

    def __str__(self) -> str:
        return self.key


class NumberKey(models.Model):
    """A folded form under which an edition is looked up (编号检索键): joint, double, old, URN."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="number_keys")
    key = models.CharField(max_length=240, db_index=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("edition", "key"), name="catalogue_numberkey_once"),
        )

    def __str__(self) -> str:
        return self.key

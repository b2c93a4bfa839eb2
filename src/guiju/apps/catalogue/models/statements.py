"""Sources and what each says (来源与著录). Doors: `services.taking`, `services.imports`."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from guiju.apps.catalogue.models.works import Edition


class Source(models.Model):
    """Somebody who says something about standards (数据来源). Of two words the lower rank wins."""

    slug = models.SlugField(max_length=60, unique=True)
    name_zh = models.CharField(max_length=120)
    name_en = models.CharField(max_length=160)
    url = models.URLField(blank=True)
    rank = models.PositiveSmallIntegerField(default=100)
    is_example = models.BooleanField(default=False)

    class Meta:
        ordering = ("rank", "slug")

    def __str__(self) -> str:
        return self.slug


class Statement(models.Model):
    """What one source says of one document, as it was read (著录). Never merged, never mixed.

    `content` is the record as JSON (`core.records`), `digest` its SHA-256, by which the same again
    is recognised. `state` and `as_of` are the claim, for the conflict list.
    """

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="statements")
    key = models.CharField(max_length=240, help_text="the source's own identifier")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="statements")
    content = models.TextField()
    digest = models.CharField(max_length=64)
    state = models.CharField(max_length=12, blank=True)
    as_of = models.CharField(max_length=10, blank=True)
    imported = models.ForeignKey(
        "Import", null=True, on_delete=models.SET_NULL, related_name="statements"
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("source", "key"), name="catalogue_statement_once"),
        )

    def __str__(self) -> str:
        return f"{self.source_id}:{self.key}"


class Conflict(models.Model):
    """Sources that disagree about a field (来源冲突): both stay, side by side.

    `settled`: the cataloguers have said which it is; nobody has to look into it any more.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="conflicts")
    field = models.CharField(max_length=40, db_index=True)
    values = models.JSONField(help_text="[[source slug, value], …]")
    settled = models.BooleanField(default=False)
    reason_zh = models.TextField(blank=True)
    reason_en = models.TextField(blank=True)

    class Meta:
        ordering = ("edition__sort", "field", "pk")

    def __str__(self) -> str:
        return f"{self.edition_id} {self.field}"


class Finding(models.Model):
    """Something about a record that cannot be right (疑点), found by the machine."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="findings")
    code = models.CharField(max_length=40, db_index=True)
    sentence_zh = models.TextField()
    sentence_en = models.TextField()

    class Meta:
        ordering = ("edition__sort", "code", "pk")

    def __str__(self) -> str:
        return f"{self.edition_id} {self.code}"


class Import(models.Model):
    """A file that is read in, in steps that are each whole (导入). It stops and goes on.

    One that came by the web is `stored`, looked at first and then run by the worker.
    `position` counts the records consumed; `counts` are new, changed, unchanged, refused. `finished`
    is when it was done, stopped or failed.
    """

    class State(models.TextChoices):
        PREPARED = "prepared", _("to be confirmed")
        WAITING = "waiting", _("waiting")
        RUNNING = "running", _("running")
        STOPPED = "stopped", _("stopped")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="imports")
    file_name = models.CharField(max_length=200)
    stored = models.FileField(upload_to="catalogue/imports", blank=True)
    format = models.CharField(max_length=20)
    mapping = models.JSONField(default=dict, help_text="column → field, confirmed by the user")
    as_of = models.CharField(max_length=10, blank=True, help_text="the day that the file speaks of")
    digest = models.CharField(max_length=64, help_text="SHA-256 of the file")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    position = models.PositiveIntegerField(default=0)
    counts = models.JSONField(default=dict)
    message_zh = models.TextField(blank=True)
    message_en = models.TextField(blank=True)
    started = models.DateTimeField(auto_now_add=True)
    finished = models.DateTimeField(null=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("-started", "-pk")

    def __str__(self) -> str:
        return self.file_name


class RefusedRecord(models.Model):
    """A record that could not be taken, and why (被拒记录)."""

    run = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="refused")
    position = models.PositiveIntegerField()
    excerpt = models.CharField(max_length=400)
    reason_zh = models.TextField()
    reason_en = models.TextField()

    class Meta:
        ordering = ("run", "position")

    def __str__(self) -> str:
        return f"{self.run_id}:{self.position}"

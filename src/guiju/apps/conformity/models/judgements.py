"""Data judged by a rule set (判定). Doors: `services.judgements`, `services.judging`."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guiju.apps.accounts.models import User


class Judgement(models.Model):
    """A table and what a rule set says of it (判定).

    Whoever has the address, that is the `key`, sees it, until it expires and the worker deletes it.
    `rules` is the rule file as it judged, so that it can be judged again with the same result.
    """

    class State(models.TextChoices):
        PREPARED = "prepared", _("not judged yet")
        WAITING = "waiting", _("waiting")
        RUNNING = "running", _("being judged")
        DONE = "done", _("judged")
        FAILED = "failed", _("could not be judged")

    key = models.CharField(max_length=43, unique=True)
    by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="judgements")
    made = models.DateTimeField()
    expires = models.DateField(db_index=True, help_text="deleted from this day on")
    state = models.CharField(max_length=10, choices=State.choices, default=State.PREPARED)
    is_example = models.BooleanField(default=False)

    name = models.CharField(max_length=200, help_text="of the file, as it was uploaded")
    form = models.CharField(max_length=10)
    size = models.PositiveBigIntegerField(help_text="of the file and of its result, in bytes")
    sha256 = models.CharField(max_length=64)
    sm3 = models.CharField(max_length=64)
    stored = models.FileField(upload_to="judgements")

    standard = models.CharField(max_length=200)
    title_zh = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300)
    on = models.DateField(help_text="the day that chose the edition and the limits in force")
    rules = models.TextField()
    rules_origin = models.CharField(max_length=120, help_text="which rule file, and its version")
    rules_sha256 = models.CharField(max_length=64)

    editions = models.JSONField(default=list, help_text="all rule files, where days choose one")
    dating = models.JSONField(default=dict, help_text="by which days, or as which series")

    layout = models.JSONField(default=dict, help_text="where the heads stand")
    columns = models.JSONField(default=dict, help_text="what was chosen: column to meaning, unit")
    settings = models.JSONField(default=dict, help_text="attributes for all rows, and the target")

    rows = models.PositiveIntegerField(default=0)
    summary = models.JSONField(default=dict)
    result = models.FileField(upload_to="judgements", blank=True)
    finished = models.DateTimeField(null=True)
    message_zh = models.TextField(blank=True)
    message_en = models.TextField(blank=True)

    class Meta:
        ordering = ("-made", "-pk")

    def __str__(self) -> str:
        return f"{self.standard} {self.state} {self.pk}"

"""The append-only log. The one door is `services.record`; triggers refuse update and delete."""

from django.db import models

# What the digests of an event go over: everything but the digests.
SEALED = (
    "number",
    "at",
    "actor",
    "organisation",
    "action",
    "subject",
    "before",
    "after",
    "reason",
    "details",
)


class Event(models.Model):
    """One official act (事件). Nothing here is a foreign key: an event outlives what it names."""

    number = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField(db_index=True)
    actor = models.CharField(max_length=150, help_text="user name, or 'system'")
    organisation = models.CharField(
        max_length=100, blank=True, help_text="'accounts.organisation:7'"
    )
    action = models.CharField(max_length=80, db_index=True, help_text="'governance.import_plan'")
    subject = models.CharField(max_length=120, db_index=True, help_text="'governance.task:12'")
    before = models.CharField(max_length=64, blank=True, help_text="SM3 of the record before")
    after = models.CharField(max_length=64, blank=True, help_text="SM3 of the record after")
    reason = models.TextField(blank=True)
    details = models.JSONField(default=dict)
    sm3 = models.CharField(max_length=64)
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ("number",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(number__gte=1), name="journal_event_number_from_one"
            ),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.action} {self.subject}"


class Head(models.Model):
    """The end of the chain (链尾), one row: a removed last event is found by it."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.BigIntegerField(default=0)
    sm3 = models.CharField(max_length=64)
    sha256 = models.CharField(max_length=64)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(id=1), name="journal_head_is_one_row"),
        )

    def __str__(self) -> str:
        return f"head {self.number}"

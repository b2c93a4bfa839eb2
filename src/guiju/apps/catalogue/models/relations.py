"""Relations between standards (标准间关系). Doors: `services.taking`, `services.settling`."""

from django.db import models

from guiju.apps.catalogue.models.statements import Statement
from guiju.apps.catalogue.models.works import Edition, Work


class Relation(models.Model):
    """A typed arrow, as one statement gives it: `subject` replaces (adopts, cites …) `target`.

    Keys stand as soon as the statement is read; the editions follow when they are known. A dated
    target is an edition, an undated one a work, which means the edition in force on the day asked.
    `kept_out` names the finding for which an arrow is no part of the graph. It is STRUCK while a
    more trusted source denies the arrow; the word that denies it is a row too, and DENIED.
    """

    DENIED, STRUCK = "denied", "struck"

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="relations")
    type = models.CharField(max_length=24)
    subject_key = models.CharField(max_length=220, db_index=True)
    target_key = models.CharField(max_length=220, db_index=True)
    written = models.CharField(max_length=240, help_text="the other number as it was written")
    subject = models.ForeignKey(
        Edition, null=True, on_delete=models.SET_NULL, related_name="relations_out"
    )
    target = models.ForeignKey(
        Edition, null=True, on_delete=models.SET_NULL, related_name="relations_in"
    )
    target_work = models.ForeignKey(
        Work, null=True, on_delete=models.SET_NULL, related_name="relations_in"
    )
    whole = models.BooleanField(default=True)
    degree = models.CharField(max_length=4, blank=True, help_text="IDT, MOD, NEQ")
    date = models.CharField(max_length=10, blank=True)
    note = models.CharField(max_length=400, blank=True)
    kept_out = models.CharField(max_length=40, blank=True)

    class Meta:
        indexes = (
            models.Index(fields=("subject", "type"), name="catalogue_relation_out"),
            models.Index(fields=("target", "type"), name="catalogue_relation_in"),
        )

    def __str__(self) -> str:
        return f"{self.subject_key} {self.type} {self.target_key}"

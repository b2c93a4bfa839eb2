"""Counts of numbers, and the numbers given (编号). Door: `services.numbering`."""

from django.db import models

from guiju.apps.development.models.projects import Project


class NumberSeries(models.Model):
    """One count (顺序号序列). `highest` is the last number given, as wide as it is written.

    Its row is locked in the transaction of the step that takes a number: a step that fails gives
    its number back, and of two at once the second waits.
    """

    key = models.CharField(max_length=120, unique=True)
    highest = models.CharField(max_length=20, blank=True)

    def __str__(self) -> str:
        return f"{self.key} {self.highest}"


class NumberGiven(models.Model):
    """A number that was given to a project, or is kept for one by hand (已编号、预留号).

    A kept number has no year yet; `given` is the day on which a project took it.
    """

    series = models.ForeignKey(NumberSeries, on_delete=models.PROTECT, related_name="numbers")
    place = models.PositiveIntegerField(help_text="in the count")
    number = models.CharField(max_length=240, unique=True)
    project = models.ForeignKey(
        Project, null=True, on_delete=models.PROTECT, related_name="numbers"
    )
    given = models.DateField(null=True)
    reason = models.CharField(max_length=300, blank=True, help_text="why it is kept")

    class Meta:
        ordering = ("series", "place", "pk")
        indexes = (models.Index(fields=("series", "place"), name="development_by_place"),)

    def __str__(self) -> str:
        return self.number

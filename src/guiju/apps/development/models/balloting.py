"""Ballots, electors and ballot papers (表决). Doors: `services.voting`, `services.stepping`."""

from django.db import models

from guiju.apps.accounts.models import Organisation, User
from guiju.apps.development.models.projects import Project


class BallotRound(models.Model):
    """One round of a ballot (一次表决); the rule is kept as it was when it opened."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="ballots")
    number = models.PositiveIntegerField(help_text="within the project, from 0")
    kind = models.CharField(max_length=60)
    rule = models.CharField(max_length=60)
    opened = models.DateField()
    last = models.DateField(null=True)
    closed = models.DateField(null=True)
    current = models.BooleanField(default=True)
    passed = models.BooleanField(null=True, help_text="once closed")

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("project", "number"), name="development_ballot_once"),
        )
        indexes = (models.Index(fields=("closed", "last"), name="development_open_ballots"),)

    def __str__(self) -> str:
        return f"{self.project_id} {self.kind} {self.number}"


class Elector(models.Model):
    """Who may vote in a round (有表决权者), frozen when it opened, with the unit and side of then."""

    ballot = models.ForeignKey(BallotRound, on_delete=models.PROTECT, related_name="electors")
    actor = models.CharField(max_length=60, help_text="the actor as the engine knows it")
    user = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    organisation = models.ForeignKey(
        Organisation, null=True, on_delete=models.PROTECT, related_name="+"
    )
    unit = models.CharField(max_length=200, blank=True)
    side = models.CharField(max_length=10, blank=True)
    seat = models.CharField(max_length=20, default="member")
    roles = models.JSONField(default=list)
    aside = models.TextField(blank=True, help_text="why the elector stands aside")

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("ballot", "actor"), name="development_elector_once"),
        )

    def __str__(self) -> str:
        return f"{self.ballot_id} {self.actor}"


class Paper(models.Model):
    """A ballot paper (投票单) as it came in; the newest of an elector counts. Never changed."""

    elector = models.ForeignKey(Elector, on_delete=models.PROTECT, related_name="papers")
    marks = models.JSONField()
    reasons = models.TextField(blank=True)
    on = models.DateField()
    at = models.DateTimeField()
    entered_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.elector_id} {self.marks}"

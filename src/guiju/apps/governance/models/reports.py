"""Progress reports, evidence, comments and frozen snapshots. Doors: `services.reports`, `.snapshots`."""

from django.conf import settings
from django.db import models

from guiju.apps.accounts.models import Organisation
from guiju.apps.governance.models.ledger import Action, Assignment, Measure
from guiju.apps.governance.models.plans import Plan


class Report(models.Model):
    """What one organisation reports on one measure for one quarter (进展报告).

    The one door for `state` is `services.reports`; the table of its changes is
    `guiju.core.plans.reporting`. `version` counts the changes: who writes over a version that
    they have not seen is told so.
    """

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="reports")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="progress_reports"
    )
    period = models.CharField(max_length=6, help_text="a quarter, such as 2023Q1")
    state = models.CharField(max_length=12, default="draft")
    version = models.PositiveIntegerField(default=0)
    role = models.CharField(
        max_length=12,
        choices=Assignment.Role.choices,
        default=Assignment.Role.SHARED,
        help_text="lead or shared: what the organisation's duty was when this was written",
    )
    text = models.TextField(blank=True)
    risk = models.CharField(max_length=10, choices=Measure.Risk.choices, default="none")
    risk_note = models.CharField(max_length=500, blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="progress_reports"
    )
    created = models.DateTimeField(auto_now_add=True)
    submitted = models.DateTimeField(null=True, blank=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    decided = models.DateTimeField(null=True, blank=True)
    decision_note = models.TextField(blank=True, help_text="why it was returned, or the remark")
    is_public = models.BooleanField(default=False, help_text="the public may read it once accepted")
    is_example = models.BooleanField(default=False)

    class Meta:
        ordering = ("-period", "measure", "organisation")
        constraints = (
            models.UniqueConstraint(
                fields=("measure", "organisation", "period"), name="governance_report_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.organisation} {self.measure} {self.period}"


class ReportLine(models.Model):
    """What the report says of one action; a lead may propose its state."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="lines")
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="report_lines")
    text = models.TextField(blank=True)
    proposed_state = models.CharField(max_length=12, choices=Action.State.choices, blank=True)

    class Meta:
        ordering = ("report", "action__order")
        constraints = (
            models.UniqueConstraint(fields=("report", "action"), name="governance_line_once"),
        )

    def __str__(self) -> str:
        return f"{self.report_id} {self.action_id}"


class Evidence(models.Model):
    """A file that shows what is reported (佐证材料), with its digests."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="evidence")
    file = models.FileField(upload_to="evidence/%Y/%m")
    name = models.CharField(max_length=200)
    size = models.PositiveBigIntegerField()
    sm3 = models.CharField(max_length=64)
    sha256 = models.CharField(max_length=64)
    uploaded = models.DateTimeField(auto_now_add=True)
    withdrawn = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class Comment(models.Model):
    """A remark on a measure by someone who works on it (意见)."""

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="comments")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="plan_comments"
    )
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("at",)

    def __str__(self) -> str:
        return self.text[:40]


class Snapshot(models.Model):
    """The ledger frozen at the end of a quarter (季度快照). The database refuses to change it."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="snapshots")
    period = models.CharField(max_length=6)
    taken = models.DateTimeField()
    content = models.JSONField(help_text="the whole ledger as JSON")
    sm3 = models.CharField(max_length=64)
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ("plan", "-period")
        constraints = (
            models.UniqueConstraint(fields=("plan", "period"), name="governance_snapshot_once"),
        )

    def __str__(self) -> str:
        return f"{self.plan} {self.period}"

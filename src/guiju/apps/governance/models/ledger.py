"""Measures, actions and who answers for them (措施、任务、责任). Door: `services.ledger`.

Nothing is deleted: what a corrected text no longer holds is withdrawn with the number of
that text, and keeps its reports and history.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from guiju.apps.accounts.models import Organisation
from guiju.apps.governance.models.plans import Plan


class Measure(models.Model):
    """A numbered item of the plan (措施). `key` is its path in the text, such as `二/（一）/1`."""

    class Risk(models.TextChoices):
        NONE = "none", _("No risk")
        WATCH = "watch", _("To be watched")
        HIGH = "high", _("High risk")

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="measures")
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    key = models.CharField(max_length=120)
    order = models.PositiveIntegerField()
    level = models.PositiveSmallIntegerField(default=1)
    no = models.PositiveIntegerField()
    label = models.CharField(max_length=20)
    title_zh = models.TextField()
    title_en = models.CharField(max_length=400, blank=True)
    text = models.TextField(blank=True)
    start = models.PositiveIntegerField(null=True, help_text="character offset in the plan's text")
    end = models.PositiveIntegerField(null=True)
    risk = models.CharField(max_length=10, choices=Risk.choices, default=Risk.NONE)
    risk_note = models.CharField(max_length=500, blank=True)
    withdrawn = models.PositiveIntegerField(null=True, help_text="number of the text without it")

    class Meta:
        ordering = ("plan", "order")
        constraints = (
            models.UniqueConstraint(
                fields=("plan", "key"), condition=Q(withdrawn=None), name="governance_measure_key"
            ),
        )

    def __str__(self) -> str:
        return f"{self.label}{self.title_zh}"


class Note(models.Model):
    """A responsibility note of a measure (责任分工括注), with what it says beyond named bodies."""

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="notes")
    order = models.PositiveIntegerField()
    raw = models.TextField(blank=True)
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    all_departments = models.BooleanField(default=False, help_text="各有关部门")
    local_governments = models.BooleanField(default=False, help_text="地方人民政府")
    others = models.BooleanField(default=False, help_text="等: the list is not closed")
    withdrawn = models.PositiveIntegerField(null=True)

    class Meta:
        ordering = ("measure", "order")

    def __str__(self) -> str:
        return self.raw or f"note {self.pk}"


class Assignment(models.Model):
    """An organisation's duty under a note, dated (牵头、分工负责、参与配合、指导).

    While `organisation` is empty the name as written is not yet recognised: nothing is lost,
    and the office decides.
    """

    class Role(models.TextChoices):
        LEAD = "lead", _("Lead")  # 牵头
        SHARED = "shared", _("Shared responsibility")  # 按职责分工负责
        COOPERATING = "cooperating", _("Cooperating")  # 参与、配合
        GUIDING = "guiding", _("Guiding")  # 指导

    note = models.ForeignKey(Note, on_delete=models.PROTECT, related_name="assignments")
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="assignments"
    )
    as_written = models.TextField()
    role = models.CharField(max_length=12, choices=Role.choices)
    order = models.PositiveIntegerField()
    by_hand = models.BooleanField(default=False, help_text="assigned by the office, not the text")
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True, help_text="exclusive")

    class Meta:
        ordering = ("note", "order")

    def __str__(self) -> str:
        return f"{self.as_written} ({self.role})"


class Action(models.Model):
    """A sentence that orders something (任务). Its note says who answers for it."""

    class State(models.TextChoices):
        NOT_STARTED = "not_started", _("Not started")
        IN_PROGRESS = "in_progress", _("In progress")
        DONE = "done", _("Done")
        STOPPED = "stopped", _("Stopped")

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="actions")
    note = models.ForeignKey(
        Note, null=True, blank=True, on_delete=models.PROTECT, related_name="actions"
    )
    order = models.PositiveIntegerField()
    text = models.TextField()
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    due = models.DateField(null=True, blank=True)
    due_as_written = models.CharField(max_length=60, blank=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.NOT_STARTED)
    withdrawn = models.PositiveIntegerField(null=True)

    class Meta:
        ordering = ("measure", "order")

    def __str__(self) -> str:
        return self.text[:60]


class Output(models.Model):
    """A named deliverable (成果): 工程, 行动, 平台, 制度, 机制, 体系, 试点, 规划, 标准 …"""

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="outputs")
    action = models.ForeignKey(
        Action, null=True, blank=True, on_delete=models.PROTECT, related_name="outputs"
    )
    order = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, help_text="the kind word, such as 平台")
    name = models.TextField()
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    withdrawn = models.PositiveIntegerField(null=True)

    class Meta:
        ordering = ("measure", "order")

    def __str__(self) -> str:
        return self.name

"""The clocks of duties (时限). Doors: `services.stepping`, `services.duties`."""

from django.db import models

from guiju.apps.development.models.projects import Project


class RunningClock(models.Model):
    """The clock of one duty of a project. `due` is its last day as known now, for lists."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="clocks")
    number = models.PositiveIntegerField(help_text="within the project, from 0")
    duty = models.CharField(max_length=60)
    started = models.DateField()
    length = models.JSONField(help_text="key, count, unit, basis")
    extensions = models.JSONField(default=list)
    pauses = models.JSONField(default=list)
    due = models.DateField(null=True, help_text="none while suspended")
    done = models.DateField(null=True)

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("project", "number"), name="development_clock_once"),
        )
        indexes = (models.Index(fields=("done", "due"), name="development_by_due"),)

    def __str__(self) -> str:
        return f"{self.project_id} {self.duty}"

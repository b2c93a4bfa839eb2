"""What is handed in to a project (材料). Door: `services.materials`."""

from django.db import models

from guiju.apps.accounts.models import User
from guiju.apps.development.models.projects import Project


class Material(models.Model):
    """One version of a material (材料的一个版本); the last one of its kind counts.

    A draft of the standard that could be read is kept as STS beside the file as handed in.
    """

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="materials")
    number = models.PositiveIntegerField(help_text="within the project")
    material = models.CharField(max_length=60)
    by = models.CharField(max_length=60, help_text="the actor as the engine knows it")
    on = models.DateField()
    name = models.CharField(max_length=200, blank=True, help_text="of the file")
    file = models.FileField(upload_to="projects/%Y/%m", blank=True)
    digest = models.CharField(max_length=64, blank=True, help_text="SHA-256 of the file")
    size = models.PositiveBigIntegerField(default=0, help_text="bytes")
    format = models.CharField(max_length=20, blank=True)
    sts = models.FileField(upload_to="projects/%Y/%m", blank=True)
    values = models.JSONField(default=dict, help_text="of a form that was filled in here")
    note = models.CharField(max_length=300, blank=True)
    added = models.DateTimeField()
    added_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("project", "number"), name="development_material_once"),
        )

    def __str__(self) -> str:
        return f"{self.project_id} {self.material} {self.number}"

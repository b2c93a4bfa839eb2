"""What has to be told on (变更): to the search index, and to those who read feeds."""

from django.db import models

from guiju.apps.catalogue.models.works import Edition


class IndexTask(models.Model):
    """An edition that the search index has to take again (索引待办). Removed when it has."""

    edition = models.BigIntegerField(help_text="no foreign key: the edition may be gone")

    def __str__(self) -> str:
        return str(self.edition)


class Change(models.Model):
    """A change that readers of a standard want to hear of (标准动态), for feeds and notices."""

    class Kind(models.TextChoices):
        NEW = "new"
        STATE = "state"
        RELATION = "relation"
        EDITED = "edited"

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="changes")
    at = models.DateTimeField(db_index=True)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    text_zh = models.TextField()
    text_en = models.TextField()

    class Meta:
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.edition_id} {self.kind}"

"""By what a clause is found among those of other texts (条款特征值)."""

from django.db import models

from guiju.apps.library.models.parts import Passage
from guiju.apps.library.models.texts import Text


class Mark(models.Model):
    """One of the marks of a passage, as `core.compare.documents.marks_of` makes them.

    The text stands here too, so that looking up who shares a mark reads nothing but the index.
    """

    pk = models.CompositePrimaryKey("passage", "value")
    passage = models.ForeignKey(Passage, on_delete=models.CASCADE, related_name="+", db_index=False)
    value = models.BigIntegerField()
    text = models.ForeignKey(Text, on_delete=models.CASCADE, related_name="+", db_index=False)

    class Meta:
        indexes = (models.Index(fields=("value", "passage", "text"), name="library_mark_holders"),)

    def __str__(self) -> str:
        return f"{self.passage_id} {self.value}"

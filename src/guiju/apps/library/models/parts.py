"""What a text is made of, as rows: for addresses, search and the register of terms."""

from django.db import models

from guiju.apps.library.models.texts import Text


class Passage(models.Model):
    """A clause, term, table, figure or formula with its address (条款地址)."""

    text = models.ForeignKey(Text, on_delete=models.CASCADE, related_name="passages")
    order = models.PositiveIntegerField()
    address = models.CharField(max_length=200)
    kind = models.CharField(max_length=24)
    label = models.CharField(max_length=60, blank=True)
    title = models.TextField(blank=True)
    plain = models.TextField(blank=True, help_text="what a person reads in it, without its parts")

    class Meta:
        ordering = ("order",)
        constraints = (
            models.UniqueConstraint(fields=("text", "address"), name="library_passage_address"),
        )

    def __str__(self) -> str:
        return self.address


class Doubt(models.Model):
    """What the reader was unsure of (存疑)."""

    text = models.ForeignKey(Text, on_delete=models.CASCADE, related_name="doubts")
    order = models.PositiveIntegerField()
    code = models.CharField(max_length=40)
    zh = models.TextField()
    en = models.TextField()
    line = models.PositiveIntegerField(default=0)
    words = models.TextField(blank=True)

    class Meta:
        ordering = ("order",)

    def __str__(self) -> str:
        return self.code


class TermEntry(models.Model):
    """A designation of a term entry with its definition (术语), for the register of terms.

    `term_key` and `definition_key` are folded: case, width and white space do not count.
    """

    text = models.ForeignKey(Text, on_delete=models.CASCADE, related_name="terms")
    order = models.PositiveIntegerField()
    address = models.CharField(max_length=200)
    language = models.CharField(max_length=12)
    status = models.CharField(max_length=10)
    term = models.CharField(max_length=300)
    term_key = models.CharField(max_length=300, db_index=True)
    definition = models.TextField(blank=True)
    definition_key = models.CharField(max_length=64, blank=True, db_index=True)
    sources = models.JSONField(default=list)

    class Meta:
        ordering = ("term_key", "text__edition__sort", "order")

    def __str__(self) -> str:
        return self.term

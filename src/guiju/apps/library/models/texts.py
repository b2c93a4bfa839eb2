"""Texts of standards (标准文本). Door: `services.texts`."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from guiju.apps.accounts.models import User
from guiju.apps.catalogue.models import Edition


class Text(models.Model):
    """One version of an edition's text in one language (标准文本), kept as NISO STS.

    A version is never changed or deleted: a new one supersedes it. `digest` is that of the file it
    was read from, which is kept. `is_open` says whether the public reads all of it, or only scope,
    references and terms.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        PUBLISHED = "published", _("published")
        SUPERSEDED = "superseded", _("superseded by a newer version")
        WITHDRAWN = "withdrawn", _("withdrawn")

    class Language(models.TextChoices):
        ZH = "zh", _("Chinese")
        EN = "en", _("English")

    class Places(models.TextChoices):
        LINE = "line", _("line")
        PAGE = "page", _("page")
        PARAGRAPH = "paragraph", _("paragraph")

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="texts")
    language = models.CharField(max_length=2, choices=Language.choices)
    version = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    is_open = models.BooleanField(default=False)
    title = models.TextField(blank=True)
    name = models.CharField(max_length=200, help_text="of the file that was handed in")
    format = models.CharField(max_length=20)
    places = models.CharField(
        max_length=9,
        choices=Places.choices,
        default=Places.LINE,
        help_text="what the numbers of its doubts count",
    )
    digest = models.CharField(max_length=64, help_text="SHA-256 of the file as handed in")
    original = models.FileField(upload_to="texts/%Y/%m")
    sts = models.FileField(upload_to="texts/%Y/%m")
    sts_digest = models.CharField(max_length=64)
    added = models.DateTimeField()
    added_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    published = models.DateTimeField(null=True)
    mended_from = models.ForeignKey(
        "self",
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="the version whose findings were mended in it",
    )

    class Meta:
        ordering = ("edition__sort", "-language", "-version")
        constraints = (
            models.UniqueConstraint(
                fields=("edition", "language", "version"), name="library_text_version"
            ),
            models.UniqueConstraint(
                fields=("edition", "language"),
                condition=Q(state="published"),
                name="library_text_one_published",
            ),
        )

    def __str__(self) -> str:
        return f"{self.edition_id} {self.language} {self.version}"


class Image(models.Model):
    """A picture of a text (图片), under the name by which its figures call it."""

    text = models.ForeignKey(Text, on_delete=models.CASCADE, related_name="images")
    name = models.CharField(max_length=300)
    file = models.FileField(upload_to="texts/%Y/%m")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("text", "name"), name="library_image_once"),)

    def __str__(self) -> str:
        return self.name


class PassageTask(models.Model):
    """A text whose passages the search index has to take again (条款索引待办). Removed when it has."""

    text = models.BigIntegerField(help_text="no foreign key: nothing else depends on it")

    def __str__(self) -> str:
        return str(self.text)

"""Rules of drafting that a text need not follow (停用的规则). Door: `services.rule_offs`."""

from django.db import models
from django.db.models import Q

from guiju.apps.accounts.models import User
from guiju.apps.catalogue.models import Edition
from guiju.apps.library.models.texts import Text


class RuleOff(models.Model):
    """A rule that is not asked of an edition's text in one language, and why (停用规则).

    It belongs to the text, not to a version: later versions honour it until it is asked again.
    Nothing is deleted; `ended` says until when it was left out.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="rule_offs")
    language = models.CharField(max_length=2, choices=Text.Language.choices)
    rule = models.CharField(max_length=12)
    reason = models.CharField(max_length=500)
    since = models.DateTimeField()
    by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    ended = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("rule", "since")
        constraints = (
            models.UniqueConstraint(
                fields=("edition", "language", "rule"),
                condition=Q(ended=None),
                name="library_rule_off_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.edition_id} {self.language} {self.rule}"

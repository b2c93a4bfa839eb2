"""Organisations (组织机构) with dated names and successors. Doors: `services.organisations`."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from guiju.core.codes.names import fold_name


class Organisation(models.Model):
    """An identity that outlives its names: a ministry, a province, an association, a firm."""

    class Kind(models.TextChoices):
        STATE_COUNCIL = "state_council", _("State Council body")  # 国务院部门、机构
        PARTY = "party", _("Party body")  # 党中央部门
        LOCAL_GOVERNMENT = "local_government", _("Local government")  # 地方人民政府
        LOCAL_DEPARTMENT = "local_department", _("Local department")  # 地方部门
        ASSOCIATION = "association", _("Association")  # 社会团体
        ENTERPRISE = "enterprise", _("Enterprise")  # 企业
        INSTITUTION = "institution", _("Public institution")  # 事业单位
        OTHER = "other", _("Other")

    slug = models.SlugField(max_length=60, unique=True)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    uscc = models.CharField("unified social credit code", max_length=18, blank=True)
    region = models.CharField(max_length=6, blank=True, help_text="GB/T 2260 code")
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    is_example = models.BooleanField(default=False, help_text="示例: not a real body")
    order = models.PositiveIntegerField(default=1000, help_text="official order of precedence")

    class Meta:
        ordering = ("order", "slug")
        constraints = (
            models.UniqueConstraint(
                fields=("uscc",), condition=~Q(uscc=""), name="accounts_organisation_uscc_unique"
            ),
        )

    def __str__(self) -> str:
        return self.slug


class OrganisationName(models.Model):
    """A name from one day to another (曾用名、现名). `until` is exclusive; null means still.

    `key` and `short_key` are the names folded, by which a written name is looked up.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="names")
    zh = models.CharField(max_length=120)
    short_zh = models.CharField(max_length=60, help_text="规范简称")
    key = models.CharField(max_length=480, default="", editable=False, db_index=True)
    short_key = models.CharField(max_length=240, default="", editable=False, db_index=True)
    en = models.CharField(max_length=200, blank=True)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        # Databases disagree on where an unknown start sorts: it comes first.
        ordering = (models.F("since").asc(nulls_first=True), "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(since=None) | Q(until=None) | Q(since__lt=models.F("until")),
                name="accounts_name_dates_in_order",
            ),
        )

    def __str__(self) -> str:
        return self.short_zh

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.key, self.short_key = fold_name(self.zh), fold_name(self.short_zh)
        super().save(*args, **kwargs)


class Alias(models.Model):
    """Another way of writing an organisation; one alias means one organisation (别名)."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="aliases")
    text = models.CharField(max_length=120)
    key = models.CharField(max_length=480, unique=True, editable=False, help_text="text, folded")

    def __str__(self) -> str:
        return self.text

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.key = fold_name(self.text)
        super().save(*args, **kwargs)


class Succession(models.Model):
    """One organisation's duties passed to another on a day (职能承接), wholly or in part."""

    predecessor = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="successions"
    )
    successor = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="origins")
    on = models.DateField()
    is_whole = models.BooleanField(default=True)
    basis = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~Q(predecessor=models.F("successor")), name="accounts_no_self_succession"
            ),
            models.UniqueConstraint(
                fields=("predecessor", "successor", "on"), name="accounts_succession_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"

"""Classification, committees and roles (分类、委员会、责任者). Doors: `services.taking`, `services.codes`."""

from django.db import models

from guiju.apps.accounts.models import Organisation
from guiju.apps.catalogue.models.works import Edition


class ClassCode(models.Model):
    """A code of ICS or CCS with its names (国际、中国标准分类号)."""

    scheme = models.CharField(max_length=4)
    code = models.CharField(max_length=12)
    parent = models.CharField(max_length=12, blank=True)
    name_zh = models.CharField(max_length=300, blank=True)
    name_en = models.CharField(max_length=300, blank=True)
    notes = models.TextField(blank=True)

    class Meta:
        ordering = ("scheme", "code")
        constraints = (
            models.UniqueConstraint(fields=("scheme", "code"), name="catalogue_classcode_once"),
        )

    def __str__(self) -> str:
        return self.code


class EditionCode(models.Model):
    """An edition stands under a code (版本的分类号)."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="codes")
    scheme = models.CharField(max_length=4)
    code = models.CharField(max_length=12)

    class Meta:
        indexes = (models.Index(fields=("scheme", "code"), name="catalogue_by_code"),)

    def __str__(self) -> str:
        return f"{self.edition_id} {self.code}"


class Committee(models.Model):
    """A committee by its number (技术委员会): SAC/TC 28, ISO/TC 34/SC 4."""

    key = models.CharField(max_length=80, unique=True)
    sort = models.CharField(max_length=120, db_index=True)
    body = models.CharField(max_length=20, db_index=True)
    parent = models.CharField(max_length=80, blank=True)
    name_zh = models.CharField(max_length=200, blank=True)
    name_en = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("sort",)

    def __str__(self) -> str:
        return self.key


class EditionCommittee(models.Model):
    """An edition is in a committee's care (归口)."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="committees")
    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="editions")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("edition", "committee"), name="catalogue_editioncommittee_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.edition_id} {self.committee_id}"


class Issuer(models.Model):
    """A body as sources write it (发布机构名称); `organisation` once it is known who that is."""

    name = models.CharField(max_length=240, unique=True)
    organisation = models.ForeignKey(
        Organisation, null=True, on_delete=models.SET_NULL, related_name="issuer_names"
    )

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class EditionRole(models.Model):
    """A body in a role for an edition, from and until a day (责任关系)."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="roles")
    role = models.CharField(max_length=12)
    issuer = models.ForeignKey(Issuer, on_delete=models.PROTECT, related_name="editions")
    order = models.PositiveSmallIntegerField(default=0)
    since = models.CharField(max_length=10, blank=True)
    until = models.CharField(max_length=10, blank=True)

    class Meta:
        ordering = ("edition", "role", "order")
        indexes = (models.Index(fields=("issuer", "role"), name="catalogue_by_issuer"),)

    def __str__(self) -> str:
        return f"{self.edition_id} {self.role}"

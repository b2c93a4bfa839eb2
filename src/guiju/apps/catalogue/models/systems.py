"""Standards systems (标准体系): tree, detail table, statistics (GB/T 13016). Door: `services.systems`."""

from django.db import models

from guiju.apps.accounts.models import Organisation
from guiju.apps.catalogue.models.works import Work


class StandardsSystem(models.Model):
    """A system of standards that belong together (标准体系表)."""

    class Structure(models.TextChoices):
        LAYERED = "layered"
        SEQUENCE = "sequence"

    slug = models.SlugField(max_length=60, unique=True)
    title_zh = models.CharField(max_length=200)
    title_en = models.CharField(max_length=300, blank=True)
    structure = models.CharField(
        max_length=10, choices=Structure.choices, default=Structure.LAYERED
    )
    keeper = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="standards_systems"
    )
    explanation = models.TextField(blank=True, help_text="编制说明")
    is_public = models.BooleanField(default=False)
    is_example = models.BooleanField(default=False)

    class Meta:
        ordering = ("slug",)

    def __str__(self) -> str:
        return self.slug


class SystemNode(models.Model):
    """A box of the tree (体系节点); `code` is its dotted path: 201.3.2."""

    system = models.ForeignKey(StandardsSystem, on_delete=models.CASCADE, related_name="nodes")
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="children"
    )
    code = models.CharField(max_length=40)
    sort = models.CharField(max_length=120)
    title_zh = models.CharField(max_length=200)
    title_en = models.CharField(max_length=300, blank=True)
    owner = models.CharField(max_length=120, blank=True, help_text="who answers for the box")

    class Meta:
        ordering = ("system", "sort")
        constraints = (
            models.UniqueConstraint(fields=("system", "code"), name="catalogue_systemnode_once"),
        )

    def __str__(self) -> str:
        return self.code


class SystemEntry(models.Model):
    """A line of the detail table (明细表): a standard, or a gap where one should be.

    `number` is as written and may be empty: then the standard is wanted but not there.
    """

    node = models.ForeignKey(SystemNode, on_delete=models.CASCADE, related_name="entries")
    order = models.PositiveIntegerField()
    number = models.CharField(max_length=240, blank=True)
    key = models.CharField(max_length=220, blank=True, db_index=True)
    work = models.ForeignKey(Work, null=True, on_delete=models.SET_NULL, related_name="in_systems")
    title_zh = models.CharField(max_length=300, blank=True)
    title_en = models.CharField(max_length=400, blank=True)
    level = models.CharField(max_length=20, blank=True, help_text="宜定级别")
    remark = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("node__sort", "order", "pk")

    def __str__(self) -> str:
        return self.number or self.title_zh

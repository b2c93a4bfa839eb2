"""Committees and their seats (标准化技术委员会). Doors: `services.committees`."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from guiju.apps.accounts.models import Organisation, Person, User


class Committee(models.Model):
    """A committee that drafts and reviews standards (技术委员会), by its number.

    `key` is the number as the catalogue writes it, such as SAC/TC 286/SC 1.
    """

    class Kind(models.TextChoices):
        TC = "tc", _("technical committee")  # 技术委员会
        SC = "sc", _("subcommittee")  # 分技术委员会
        SWG = "swg", _("standardization working group")  # 标准化工作组
        WG = "wg", _("working group")  # 工作组
        EXPERTS = "experts", _("expert group")  # 专家组

    class State(models.TextChoices):
        PROPOSED = "proposed", _("proposed")
        PREPARING = "preparing", _("being set up")
        ESTABLISHED = "established", _("established")
        RENEWING = "renewing", _("being re-elected")
        RECTIFYING = "rectifying", _("rectifying")
        REVOKED = "revoked", _("revoked")
        CANCELLED = "cancelled", _("cancelled")

    key = models.CharField(max_length=80, unique=True)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    state = models.CharField(max_length=12, choices=State.choices, default=State.ESTABLISHED)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    name_zh = models.CharField(max_length=200)
    name_en = models.CharField(max_length=300, blank=True)
    scope_zh = models.TextField(blank=True)
    scope_en = models.TextField(blank=True)
    ics = models.JSONField(default=list, help_text="codes that its scope covers")
    ccs = models.JSONField(default=list)
    secretariat = models.ForeignKey(
        Organisation, null=True, on_delete=models.PROTECT, related_name="+"
    )
    authority = models.ForeignKey(
        Organisation,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="业务指导单位",
    )
    established = models.DateField(null=True)
    term_ends = models.DateField(null=True, help_text="the last day of the members' term")
    ended = models.DateField(null=True)
    is_example = models.BooleanField(default=False)

    class Meta:
        ordering = ("key",)

    def __str__(self) -> str:
        return self.key


class CommitteeSeat(models.Model):
    """A seat in a committee from one day to another (委员任职): person, unit, side and office."""

    class Office(models.TextChoices):
        CHAIR = "chair", _("chair")  # 主任委员
        VICE_CHAIR = "vice_chair", _("vice-chair")  # 副主任委员
        SECRETARY = "secretary", _("secretary-general")  # 秘书长
        DEPUTY_SECRETARY = "deputy_secretary", _("deputy secretary-general")  # 副秘书长
        MEMBER = "member", _("member")  # 委员
        STAFF = "staff", _("secretariat staff")  # 秘书处工作人员
        ADVISER = "adviser", _("adviser")  # 顾问
        OBSERVER = "observer", _("observer")  # 观察员
        LIAISON = "liaison", _("liaison officer")  # 联络员

    class Side(models.TextChoices):
        PRODUCER = "producer", _("producers")  # 生产者
        OPERATOR = "operator", _("operators")  # 经营者
        USER = "user", _("users")  # 使用者
        CONSUMER = "consumer", _("consumers")  # 消费者
        PUBLIC = "public", _("public interest")  # 公共利益方

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="seats")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="committee_seats")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    office = models.CharField(max_length=20, choices=Office.choices, default=Office.MEMBER)
    side = models.CharField(max_length=10, choices=Side.choices, blank=True)
    title = models.CharField(max_length=80, blank=True, help_text="专业技术职称")
    is_small_firm = models.BooleanField(default=False, help_text="speaks for small firms")
    since = models.DateField()
    until = models.DateField(null=True, blank=True, help_text="exclusive")
    ended_because = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("committee", "since", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(until=None) | Q(since__lte=F("until")),
                name="development_seat_dates_in_order",
            ),
        )

    def __str__(self) -> str:
        return f"{self.committee_id} {self.person_id} {self.office}"


class CommitteeLiaison(models.Model):
    """Two committees that keep each other informed (联络): by officers, observers, a joint group."""

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="liaisons")
    other = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="+")
    matter = models.CharField(max_length=300)
    since = models.DateField()
    until = models.DateField(null=True, blank=True, help_text="exclusive")
    recorded_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~Q(committee=F("other")), name="development_no_liaison_with_itself"
            ),
        )

    def __str__(self) -> str:
        return f"{self.committee_id} ↔ {self.other_id}"

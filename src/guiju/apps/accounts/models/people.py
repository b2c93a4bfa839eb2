"""People, their accounts and their dated seats. Doors: `services.people`, `services.sign_in`."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from guiju.apps.accounts.models.organisations import Organisation


class Person(models.Model):
    """A human being. Each field has a class of personal data in `rulebook/personal_data.yaml`."""

    name = models.CharField(max_length=80)
    title = models.CharField(max_length=80, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    is_example = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.name


class UserManager(BaseUserManager["User"]):
    """Users are found by name as it was typed, letter case ignored."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(username__iexact=username)


class User(AbstractBaseUser):
    """An account of one person. Rights come from seats only: there are no superusers."""

    username = models.CharField(max_length=60, unique=True)
    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="user")
    is_active = models.BooleanField(default=True)
    password_changed = models.DateTimeField(null=True, blank=True)
    totp_secret = models.CharField(max_length=64, blank=True)
    totp_last_step = models.BigIntegerField(default=0, help_text="a code is accepted once")

    objects: ClassVar[UserManager] = UserManager()
    USERNAME_FIELD = "username"

    def __str__(self) -> str:
        return self.username


class Seat(models.Model):
    """A role that a person holds in an organisation from one day to another (任职)."""

    class Role(models.TextChoices):
        OFFICE = "office", _("Plan office")  # 联席会议办公室
        LIAISON = "liaison", _("Liaison officer")  # 联络员
        READER = "reader", _("Internal reader")  # 内部查阅
        CATALOGUER = "cataloguer", _("Cataloguer")  # 编目员
        SYSTEM_ADMIN = "system_admin", _("System administrator")  # 系统管理员
        SECURITY_ADMIN = "security_admin", _("Security administrator")  # 安全管理员
        AUDIT_ADMIN = "audit_admin", _("Audit administrator")  # 审计管理员

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="seats")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="seats")
    role = models.CharField(max_length=20, choices=Role.choices)
    since = models.DateField()
    until = models.DateField(null=True, blank=True, help_text="exclusive")

    class Meta:
        ordering = ("user", "role", "since")
        constraints = (
            models.CheckConstraint(
                condition=Q(until=None) | Q(since__lte=models.F("until")),
                name="accounts_seat_dates_in_order",
            ),
        )

    def __str__(self) -> str:
        return f"{self.user} {self.role} {self.organisation}"


class Delegation(models.Model):
    """A seat lent to another user until a day (代理)."""

    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="delegations")
    to = models.ForeignKey(User, on_delete=models.PROTECT, related_name="delegations")
    since = models.DateField()
    until = models.DateField(help_text="exclusive; a delegation always ends")
    reason = models.CharField(max_length=200)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(since__lte=models.F("until")), name="accounts_delegation_dates_in_order"
            ),
        )

    def __str__(self) -> str:
        return f"{self.seat} → {self.to}"


class ApiToken(models.Model):
    """A program's way in (接口令牌): acts as its user. Only the digest of the token is kept."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="tokens")
    name = models.CharField(max_length=80)
    digest = models.CharField(max_length=64, unique=True)
    created = models.DateTimeField()
    until = models.DateField(help_text="exclusive")
    revoked = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name

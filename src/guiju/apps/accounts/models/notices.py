"""Messages to a user, shown in the app and sent by mail (通知、提醒). Door: `services.notices`."""

from django.db import models

from guiju.apps.accounts.models.people import User


class Notice(models.Model):
    """One message. `key` keeps the same reminder from being sent twice."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="notices")
    key = models.CharField(max_length=160)
    text_zh = models.TextField()
    text_en = models.TextField()
    link = models.CharField(max_length=200, blank=True)
    created = models.DateTimeField(auto_now_add=True)
    read = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-created", "-id")
        constraints = (
            models.UniqueConstraint(fields=("user", "key"), name="accounts_notice_once"),
        )

    def __str__(self) -> str:
        return self.key

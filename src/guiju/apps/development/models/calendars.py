"""The secret address of a person's calendar (日历订阅). Door: `services.calendars`."""

from django.db import models

from guiju.apps.accounts.models import User


class CalendarFeed(models.Model):
    """Who knows the token reads the person's deadlines and ballots; a new one ends the old one."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="calendar_feed")
    token = models.CharField(max_length=64, unique=True)
    created = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.user_id)

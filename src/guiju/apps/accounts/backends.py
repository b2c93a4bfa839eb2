"""Sign-in by user name and password; rights come from seats, never from Django's permissions."""

from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest

from guiju.apps.accounts.models import User


class SeatBackend(BaseBackend):
    """Checks the password. An unknown name or a closed account costs the same time."""

    def authenticate(
        self, request: HttpRequest | None, username: str = "", password: str = "", **_: object
    ) -> User | None:
        user = User.objects.filter(username__iexact=username).first()
        if user is None:
            User().set_password(password)
            return None
        return user if user.check_password(password) and user.is_active else None

    def get_user(self, user_id: int) -> User | None:
        return User.objects.filter(pk=user_id, is_active=True).first()

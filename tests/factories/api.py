"""Programs that call the API with a token of a user."""

from datetime import timedelta

from django.utils import timezone

from guiju.apps.accounts.models import ApiToken
from guiju.apps.accounts.selectors.viewers import token_digest


def bearer(user):
    """The header of a program that acts as a user; without a user none."""
    if user is None:
        return {}
    token = f"token-of-{user.username}"
    ApiToken.objects.get_or_create(
        digest=token_digest(token),
        defaults={
            "user": user,
            "name": "示例",
            "created": timezone.now(),
            "until": timezone.localdate() + timedelta(days=1),
        },
    )
    return {"Authorization": f"Bearer {token}"}


def caller(client):
    """`call("get", "/plans", user)` gives the status and what the JSON says (None if nothing)."""

    def call(method, path, user=None, body=None, **more):
        options = {"data": body, "content_type": "application/json"} if body is not None else more
        answer = getattr(client, method)(f"/api/v1{path}", headers=bearer(user), **options)
        is_json = answer.get("Content-Type", "").startswith("application/json")
        return answer.status_code, answer.json() if is_json and answer.content else None

    return call

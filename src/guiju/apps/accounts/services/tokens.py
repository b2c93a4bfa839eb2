"""Tokens with which programs use the API as their user (接口令牌). Shown once; a digest is kept."""

import secrets
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from guiju.apps.accounts.errors import EndDateError, EndedError
from guiju.apps.accounts.models import ApiToken, User
from guiju.apps.accounts.rules import OWN
from guiju.apps.accounts.selectors.viewers import token_digest
from guiju.apps.journal.services import record
from guiju.core.params import param
from guiju.web.viewer import Viewer


def create_token(*, name: str, until: date, by: Viewer) -> tuple[ApiToken, str]:
    """A token of the viewer that works until a day (exclusive); returns it and its text."""
    OWN.check(by)
    latest = by.today + timedelta(days=param("security.token_max_days", by.today))
    if not by.today < until <= latest:
        raise EndDateError(earliest=by.today + timedelta(days=1), latest=latest)
    text = f"guiju_{secrets.token_urlsafe(32)}"
    with transaction.atomic():
        token = ApiToken.objects.create(
            user=User.objects.get(username=by.name),
            name=name,
            digest=token_digest(text),
            created=timezone.now(),
            until=until,
        )
        record(
            by=by,
            action="accounts.create_token",
            subject=f"accounts.apitoken:{token.pk}",
            after={"until": until},
        )
    return token, text


def revoke_token(*, token: ApiToken, by: Viewer) -> None:
    """The token works no more, at once."""
    OWN.check(by, token)
    with transaction.atomic():
        token.refresh_from_db(from_queryset=ApiToken.objects.select_for_update())
        if token.revoked:
            raise EndedError(str(token.pk))
        token.revoked = timezone.now()
        token.save(update_fields=["revoked"])
        record(by=by, action="accounts.revoke_token", subject=f"accounts.apitoken:{token.pk}")

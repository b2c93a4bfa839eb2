"""Comments of guests (未登录者的意见): counted once the mail address is verified."""

from datetime import date, timedelta
from hashlib import sha256
from secrets import token_urlsafe
from typing import Any

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from guiju.apps.development.models import Remark, Round, Unverified
from guiju.apps.development.services.commenting import add_remark
from guiju.apps.development.services.consulting_errors import (
    LinkUnusableError,
    NotOpenError,
    TooManyError,
)
from guiju.core.params import param
from guiju.web.viewer import Viewer

SALT = "development.remark"


def digest_of(address: str) -> str:
    """A network address, told again and not told: nobody reads it back."""
    return sha256(f"{settings.SECRET_KEY}:{address}".encode()).hexdigest()


def check_rate(*, round: Round, address: str, by: Viewer) -> None:
    """Raises TooManyError for an address that sent too much in an hour or a day."""
    sent = Unverified.objects.filter(round=round, address=digest_of(address))
    for key, hours in (("most_an_hour", 1), ("most_a_day", 24)):
        most = int(param(f"consultations.{key}", by.today))
        if sent.filter(at__gt=timezone.now() - timedelta(hours=hours)).count() >= most:
            raise TooManyError(most=most, hours=hours)


def ask_guest(*, round: Round, values: dict[str, Any], address: str, by: Viewer) -> Unverified:
    """Keep a guest's comment and send the link that verifies it. Nothing of it is shown before."""
    with transaction.atomic():
        locked = Round.objects.select_for_update().get(pk=round.pk)
        if locked.closed is not None:
            raise NotOpenError(locked.closed.isoformat())
        check_rate(round=locked, address=address, by=by)
        row = Unverified.objects.create(
            round=locked,
            key=token_urlsafe(24),
            values=values,
            email=values["email"],
            address=digest_of(address),
            at=timezone.now(),
        )
        hours = int(param("consultations.link_hours", by.today))
        transaction.on_commit(lambda: _send(row, hours), robust=True)
    return row


def clear_unverified(*, on: date) -> int:
    """What nobody confirmed goes after some days, and with it the last of who wrote it; how many rows."""
    days = int(param("consultations.keep_unverified_days", on))
    before = timezone.now() - timedelta(days=days)
    return Unverified.objects.filter(at__lt=before).delete()[0]


def _send(row: Unverified, hours: int) -> None:
    path = reverse("development:verify", args=[signing.dumps(row.key, salt=SALT)])
    title = row.round.project.title_zh
    body = (
        f"您对“{title}”提出了意见。请在 {hours} 小时内打开下面的地址确认，意见才会提交。如果不是您提出的，请忽略。\n\n"
        f"You commented on “{row.round.project.title_en or title}”. Open this address within {hours} hours"
        " to confirm it; only then it is handed in. If it was not you, do nothing.\n\n"
        f"{settings.SITE_URL}{path}"
    )
    subject = "[规矩 Guiju] 请确认您的意见 Please confirm your comment"
    EmailMessage(subject=subject, body=body, to=[row.email]).send()


def unverified(token: str, by: Viewer) -> Unverified:
    """The comment that a link is about. Raises LinkUnusableError."""
    hours = int(param("consultations.link_hours", by.today))
    try:
        key = signing.loads(token, salt=SALT, max_age=timedelta(hours=hours))
    except signing.BadSignature as error:
        raise LinkUnusableError() from error
    row = Unverified.objects.select_related("round__project").filter(key=key).first()
    if row is None:
        raise LinkUnusableError()
    return row


def verify_guest(*, token: str, by: Viewer) -> Remark:
    """The guest has the mail: his comment counts from now on. A second time says the link was used."""
    with transaction.atomic():
        row = Unverified.objects.select_for_update().get(pk=unverified(token, by).pk)
        if row.values.get("done"):
            raise LinkUnusableError()
        remark = add_remark(
            project=row.round.project, kind=row.round.kind, values=row.values, by=by
        )
        # The row stays, without its content, so that its network address still counts.
        row.values, row.email = {"done": remark.pk}, ""
        row.save(update_fields=["values", "email"])
    return remark

"""Notices to users, in the app and by mail (通知、提醒). A key is sent to a user once."""

from collections.abc import Iterable

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.utils import timezone

from guiju.apps.accounts.models import Notice, User
from guiju.apps.accounts.rules import OWN
from guiju.core.errors import Bilingual
from guiju.web.viewer import Viewer

SUBJECT_LENGTH = 60


def notify(*, users: Iterable[User], key: str, text: Bilingual, link: str = "") -> int:
    """Tell each user once per key; mail follows when the act is committed. Returns how many.

    Calling it again with the same key reaches only users who were not told yet.
    """
    wanted = {user.pk: user for user in users if user.is_active}
    with transaction.atomic():
        told = Notice.objects.filter(user__in=wanted, key=key).values_list("user_id", flat=True)
        new = sorted(set(wanted) - set(told))
        Notice.objects.bulk_create(
            [
                Notice(user_id=pk, key=key, text_zh=text.zh, text_en=text.en, link=link)
                for pk in new
            ],
            ignore_conflicts=True,
        )
        addresses = User.objects.filter(pk__in=new).exclude(person__email="")
        mails = list(addresses.order_by("pk").values_list("person__email", flat=True))
        if mails:
            # A mail server that is down must not undo the act: the notice in the app stands.
            transaction.on_commit(lambda: _send(mails, text, link), robust=True)
    return len(new)


def _send(addresses: list[str], text: Bilingual, link: str) -> None:
    address = settings.SITE_URL + link if link else ""
    body = "\n\n".join(part for part in (text.zh, text.en, address) if part)
    first_line = text.zh.partition("\n")[0]
    subject = f"[规矩 Guiju] {first_line[:SUBJECT_LENGTH]}"
    get_connection().send_messages(
        [EmailMessage(subject=subject, body=body, to=[address]) for address in addresses]
    )


def mark_read(*, notices: Iterable[int] | None = None, by: Viewer) -> int:
    """The viewer has read these of his notices, or all of them."""
    OWN.check(by)
    unread = Notice.objects.filter(user=by.user, read=None)
    if notices is not None:
        unread = unread.filter(pk__in=notices)
    return unread.update(read=timezone.now())

"""The author of a comment is told (告知意见提出者) that it is not counted, and why."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse

from guiju.apps.accounts.services.notices import notify
from guiju.apps.development.models import Remark
from guiju.core.errors import Bilingual


def tell_hidden(remark: Remark) -> None:
    """A notice to a user, a mail to a guest."""
    project, why = remark.round.project, remark.hidden_because
    text = Bilingual(
        f"您对“{project.title_zh}”提出的第 {remark.number} 条意见不作为意见处理。原因：{why}",
        f"Your comment {remark.number} on “{project.title_en or project.title_zh}” is not counted as a comment. Reason: {why}",
    )
    link = reverse("development:remark", args=[remark.pk])
    if remark.user is not None:
        notify(users=[remark.user], key=f"remark-hidden:{remark.pk}", text=text, link=link)
    elif remark.email:
        # A mail server that is down must not undo the act.
        transaction.on_commit(lambda: _send(remark.email, text), robust=True)


def _send(address: str, text: Bilingual) -> None:
    subject = "[规矩 Guiju] 您的意见 Your comment"
    body = f"{text.zh}\n\n{text.en}\n\n{settings.SITE_URL}"
    EmailMessage(subject=subject, body=body, to=[address]).send()

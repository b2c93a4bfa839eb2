"""Comments on a measure: by the office and whoever has a duty in it; one event each."""

import pytest

from guiju.apps.governance.models import Comment
from guiju.apps.governance.services.comments import BadComment, add_comment
from guiju.apps.journal.models import Event
from guiju.core.errors import NotFoundError, RefusedError
from tests.factories import reports

pytestmark = pytest.mark.django_db


@pytest.fixture
def ledger():
    return reports.small_ledger()


@pytest.mark.parametrize("who", ["lead", "shared", "helper", "guide", "office"])
def test_who_works_on_a_measure_may_comment(ledger, who):
    by = getattr(ledger, who)
    comment = add_comment(measure=ledger.measure.pk, text=" 示例意见。\r\n第二行。 ", by=by)
    body = getattr(ledger, f"{who}_body")
    assert (comment.text, comment.author_id) == ("示例意见。\n第二行。", by.user)
    assert comment.organisation == body
    event = Event.objects.get()
    assert (event.action, event.subject, event.organisation, event.details) == (
        "governance.add_comment",
        f"governance.measure:{ledger.measure.pk}",
        f"accounts.organisation:{body.pk}",
        {"comment": comment.pk},
    )


@pytest.mark.parametrize("who", ["stranger", "reader", "public"])
def test_others_may_not(ledger, who):
    with pytest.raises(RefusedError):
        add_comment(measure=ledger.measure.pk, text="示例", by=getattr(ledger, who))
    assert (Comment.objects.count(), Event.objects.count()) == (0, 0)


@pytest.mark.parametrize("text", ["", " \n", "长" * 5001, "示\x00例"])
def test_what_cannot_be_stored_is_refused(ledger, text):
    with pytest.raises(BadComment):
        add_comment(measure=ledger.measure.pk, text=text, by=ledger.lead)


def test_a_withdrawn_measure_takes_no_comment(ledger):
    ledger.measure.withdrawn = 2
    ledger.measure.save()
    with pytest.raises(NotFoundError):
        add_comment(measure=ledger.measure.pk, text="示例", by=ledger.lead)

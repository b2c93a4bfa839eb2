"""What the database refuses to the later of two is told in words; a guard's refusal is a fault."""

import json

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.test import RequestFactory

from guiju.apps.accounts.forms.base import ServiceForm
from guiju.apps.accounts.models import Alias
from guiju.apps.exchange.api import api
from guiju.apps.journal.models import Event
from guiju.apps.journal.services import record
from guiju.web.clashes import ClashError, clash_of
from guiju.web.middleware import AccessMiddleware
from guiju.web.viewer import Viewer
from tests.factories import accounts

pytestmark = pytest.mark.django_db


def same_alias_twice():
    at = accounts.organisation()
    Alias.objects.create(organisation=at, text="示例别名")
    with pytest.raises(IntegrityError) as raised, transaction.atomic():
        Alias.objects.create(organisation=at, text="示例别名")
    return raised.value


def changed_event():
    with transaction.atomic():
        event = record(by=Viewer(today=None), action="test.act", subject="test.thing:1")
    with pytest.raises(IntegrityError) as raised, transaction.atomic():
        Event.objects.filter(pk=event.pk).update(reason="")
    return raised.value


def request():
    made = RequestFactory().post("/")
    made.viewer = Viewer(today=None)
    return made


def test_a_page_a_form_and_the_api_say_it():
    error = same_alias_twice()
    page = AccessMiddleware(lambda _: None).process_exception(request(), error)
    answer = api.on_exception(request(), error)
    assert (page.status_code, answer.status_code) == (409, 409)
    assert ClashError.zh in page.content.decode()
    assert json.loads(answer.content)["error"]["code"] == "clash"

    def act():
        raise error

    form = ServiceForm({})
    assert not form.carried_out(act)
    assert form.non_field_errors() == [ClashError.zh]


def test_a_guard_of_the_journal_is_no_clash():
    error = changed_event()
    assert clash_of(error) is None
    assert AccessMiddleware(lambda _: None).process_exception(request(), error) is None
    with pytest.raises(DatabaseError):
        api.on_exception(request(), error)

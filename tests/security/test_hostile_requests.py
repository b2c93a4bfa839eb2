"""What programs and forms send: odd text, numbers and bodies are answered in words."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from guiju.apps.accounts.services.tokens import create_token
from tests.factories import accounts
from tests.factories import reports as make

pytestmark = pytest.mark.django_db
BACKEND = "guiju.apps.accounts.backends.SeatBackend"


@pytest.fixture
def ledger():
    return make.small_ledger()


def sent(user, address, body, method="POST"):
    viewer = accounts.viewer(user)
    _, text = create_token(name="示例", until=viewer.today + timedelta(days=1), by=viewer)
    client = Client(raise_request_exception=False)
    return client.generic(
        method,
        f"/api/v1{address}",
        body,
        content_type="application/json",
        headers={"authorization": f"Bearer {text}"},
    ).status_code


@pytest.mark.parametrize("text", [r"\ud800", r"a\udfff", r"\u0000"])
def test_text_that_cannot_be_stored_is_refused(ledger, text):
    where = f"/plans/{ledger.plan.slug}/measures/{ledger.measure.pk}"
    comment = sent(ledger.lead_user, f"{where}/comments", f'{{"text": "{text}"}}')
    report = sent(
        ledger.lead_user, f"{where}/reports/2023Q1", f'{{"text": "{text}", "version": 0}}', "PUT"
    )
    assert (comment in {400, 422}, report in {400, 422}) == (True, True)


@pytest.mark.parametrize("version", ["9" * 5000, "9" * 30, "-1", "x", "٣", ""])
def test_a_version_that_is_no_number_withdraws_nothing(ledger, version):
    handed_in = make.submitted(ledger)
    client = Client(raise_request_exception=False)
    client.force_login(ledger.lead_user, backend=BACKEND)
    address = reverse("governance:report_withdraw", args=[handed_in.pk])
    assert client.post(address, {"version": version}).status_code == 409
    handed_in.refresh_from_db()
    assert handed_in.state == "submitted"


@pytest.mark.parametrize("seen", ["9" * 5000, "-1", "x", "٣", ""])
def test_a_confirmation_that_saw_no_number_imports_nothing(ledger, seen):
    client = Client(raise_request_exception=False)
    client.force_login(ledger.office_user, backend=BACKEND)
    address = reverse("governance:import_confirm", args=[1])
    assert client.post(address, {"seen": seen}).status_code == 400


def test_who_sends_without_end_is_not_waited_for(rf, settings):
    from guiju.web.uploads import READ_ON, LimitHandler, TooLargeError

    settings.MAX_UPLOAD_BYTES = 1024 * 1024

    class Endless:
        given = 0

        def read(self, size):
            self.given += size
            return b"x" * size

    handler, stream = LimitHandler(rf.post("/")), Endless()
    handler.handle_raw_input(stream)
    with pytest.raises(TooLargeError):
        handler.receive_data_chunk(b"x" * (1024 * 1024 + 1), 0)
    assert stream.given == READ_ON * 1024 * 1024

"""Consultations for programs and for feed readers: open ones, comments, answers, tables; who may."""

from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from guiju.apps.development.models import Project, Remark, Round, Unverified
from guiju.apps.development.services.answering import answer_remarks
from guiju.apps.development.services.commenting import hide_remark
from guiju.apps.development.services.guests import ask_guest, clear_unverified
from tests.apps.development.test_consulting import GUEST, TABLE, open_round
from tests.factories import accounts
from tests.factories.api import bearer, caller
from tests.factories.development import consulting

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def made(time_machine):
    time_machine.move_to("2024-05-10 10:00 +0800", tick=False)
    return consulting()


@pytest.fixture
def call(client):
    return caller(client)


def test_what_is_open_and_what_is_asked(call, made):
    row = open_round(made)
    status, found = call("get", "/consultations")
    assert (status, found["total"], found["items"][0]) == (
        200,
        1,
        {
            "id": row.pk, "project": made.project.pk, "title_zh": "示例大米",
            "title_en": "Example rice", "opened": "2024-05-06", "last": "2024-07-05",
            "closed": None, "days_left": 56,
            "kind": {"zh": "公开征求意见", "en": "public consultation"},
            "procedure": {"zh": made.found.title.zh, "en": made.found.title.en},
        },
    )  # fmt: skip
    status, one = call("get", f"/consultations/{row.pk}")
    assert (status, [at["address"] for at in one["places"]]) == (
        200,
        ["1", "2", "3", "4", "4.1", "4.2"],
    )
    assert (one["places"][-1], bool(one["basis"]), len(one["published"])) == (
        {"address": "4.2", "says": "4.2", "title": "杂质"},
        True,
        2,
    )
    notice = made.project.rounds.exclude(pk=row.pk).get()
    Round.objects.filter(pk=row.pk).update(closed=date(2024, 5, 9))
    status, closed = call("get", "/consultations?closed=true")
    assert [(at["id"], at["days_left"]) for at in closed["items"]] == [
        (row.pk, None),
        (notice.pk, None),
    ]
    assert call("get", "/consultations")[1]["total"] == 0
    assert call("get", "/consultations/999999")[0] == 404


def test_a_comment_from_its_making_to_its_answer(call, made):
    row, secretary = open_round(made), made.people["proposer"]
    path = f"/consultations/{row.pk}"
    body = secretary.seats.get().organisation
    given = {"clause": "第4.1条", "kind": "te", "text": "示例意见", "organisation": body.slug}
    status, one = call("post", f"{path}/comments", secretary, given)
    assert (status, one["number"], one["clause"], one["place"], one["unit"] != "") == (
        201, 1, "4.1", "第4.1条", True,
    )  # fmt: skip
    strange = given | {"organisation": accounts.organisation().slug}
    status, error = call("post", f"{path}/comments", secretary, strange)
    assert (status, error["error"]["code"]) == (400, "development.not_your_organisation")
    call("post", f"{path}/comments", secretary, {"text": "示例意见", "clause": "4.1"})
    call("post", f"{path}/comments", secretary, {"text": "另一条示例", "clause": "见下"})
    drafter = made.people["drafters"]
    numbers = {
        query: [at["number"] for at in call("get", f"{path}/comments?{query}", drafter)[1]["items"]]
        for query in ("clause=4", "kind=te", "text=另一条", "clause=-", "group=2", "order=number&limit=1&offset=1")
    }  # fmt: skip
    assert numbers == {
        "clause=4": [1, 2], "kind=te": [1], "text=另一条": [3], "clause=-": [3], "group=2": [1, 2],
        "order=number&limit=1&offset=1": [2],
    }  # fmt: skip
    answers = {"numbers": [1, 2], "disposition": "partly"}
    assert call("post", f"{path}/answers", drafter, answers)[0] == 409
    done = call("post", f"{path}/answers", drafter, answers | {"reason": "示例理由"})
    assert done == (200, {"count": 2})
    first = call("get", f"{path}/comments?standing=partly", drafter)[1]["items"][0]["answer"]
    assert (first["disposition"], first["reason"]) == ("partly", "示例理由")
    hidden = Remark.objects.get(number=3)
    assert call("post", f"/comments/{hidden.pk}/hide", drafter, {"reason": "示例"})[0] == 200
    assert call("get", f"{path}/comments", drafter)[1]["total"] == 2


def test_tables_in_and_out(call, client, made):
    path, drafter = f"/consultations/{open_round(made).pk}/comments", made.people["drafters"]

    def sent(query=""):
        file = SimpleUploadedFile("意见.csv", TABLE.encode())
        answer = client.post(
            f"/api/v1{path}/import{query}", {"file": file}, headers=bearer(drafter)
        )
        return answer.status_code, answer.json()

    counts = {"new": 3, "there": 0, "unclear": 1}
    assert sent("?preview=true") == (200, {"is_preview": True, "counts": counts, "numbers": []})
    assert sent() == (200, {"is_preview": False, "counts": counts, "numbers": [1, 2, 3, 4]})
    assert sent()[1]["numbers"] == []
    for file in ("docx", "xlsx", "csv"):
        answer = client.get(f"/api/v1{path}.{file}?table=iso", headers=bearer(drafter))
        assert (file, answer.status_code, len(answer.content) > 100) == (file, 200, True)
    assert call("get", f"{path}.exe", drafter)[0] == 422


def test_who_may(call, made):
    row, one = open_round(made), made.remark()
    path = f"/consultations/{row.pk}"
    who = (None, accounts.user(), made.people["drafters"], made.people["committee"])
    asked = {
        ("get", path): None,
        ("get", f"{path}/comments"): None,
        ("get", f"{path}/published-comments"): None,
        ("get", f"{path}/comments.csv"): None,
        ("post", f"{path}/comments"): {"text": "示例"},
        ("post", f"{path}/answers"): {"numbers": [1], "disposition": "adopted"},
        ("post", f"/comments/{one.pk}/hide"): {"reason": "示例"},
    }
    found = [[call(*act, user, body)[0] for user in who] for act, body in asked.items()]
    assert found == [
        [200, 200, 200, 200], [403, 403, 200, 200], [403, 403, 403, 403], [403, 403, 200, 200],
        [403, 201, 201, 201], [403, 403, 200, 200], [403, 403, 200, 200],
    ]  # fmt: skip


def test_comments_are_published_where_the_file_says_so_and_names_where_allowed(
    call, client, made, django_assert_num_queries
):
    row = open_round(made)
    for number in range(30):
        made.remark(text=f"示例意见{number}", is_named=number == 0, unit="示例厂")
    hide_remark(remark=made.remark(text="示例广告"), reason="示例", by=made.by("drafters"))
    answer_remarks(round=row, numbers=range(1, 31), disposition="adopted", by=made.by("drafters"))
    path = f"/consultations/{row.pk}/published-comments"
    page = reverse("development:published", args=[row.pk])
    mandatory = {"procedure": "national-mandatory", "state": "published", "stage": "60.60"}
    for closed, values in ((None, mandatory), (made.on, {"procedure": "national-recommended"})):
        Round.objects.filter(pk=row.pk).update(closed=closed)
        Project.objects.filter(pk=made.project.pk).update(**values)
        assert (call("get", path)[0], client.get(page).status_code) == (403, 403)
    Project.objects.filter(pk=made.project.pk).update(**mandatory)
    status, found = call("get", path)
    author = made.people["public"].person.name
    assert (status, found["total"]) == (200, 30)
    assert [(one["by"], one["unit"]) for one in found["items"]] == [
        (author, "示例厂"),
        *[("", "")] * 29,
    ]
    with django_assert_num_queries(4):
        shown = client.get(page).content.decode()
    assert (shown.count(author), shown.count("示例意见"), "示例广告" in shown) == (1, 30, False)


def test_the_feed_names_what_is_open(client, made):
    address = reverse("development:consultations_feed")
    answer = client.get(address)
    feed = ElementTree.fromstring(answer.content)
    assert (answer["Content-Type"], answer.content) == (
        "application/atom+xml; charset=utf-8",
        client.get(address).content,
    )
    assert [one.findtext(f"{ATOM}title") for one in feed.iter(f"{ATOM}entry")] == [
        "示例大米 · 公开征求意见"
    ]
    assert "2024-07-05" in feed.findtext(f"{ATOM}entry/{ATOM}summary")
    assert address in client.get(reverse("development:consultations")).content.decode()
    Round.objects.update(closed=made.on)
    empty = ElementTree.fromstring(client.get(address).content)
    assert list(empty.iter(f"{ATOM}entry")) == []


def test_what_a_guest_does_not_confirm_is_not_kept(made, client, settings):
    settings.PROXIES = 1
    address = reverse("development:comment", args=[open_round(made).pk])
    given = {"place": "", "kind": "te", "text": "示例", "name": "示例人", "email": "g@example.org"}
    for sender in ("192.0.2.1", "192.0.2.2"):
        client.post(address, given, headers={"X-Forwarded-For": f"203.0.113.9, {sender}"})
    assert len(set(Unverified.objects.values_list("address", flat=True))) == 2
    guest = accounts.viewer(None, made.on)
    old = ask_guest(round=open_round(made), values=GUEST, address="192.0.2.3", by=guest)
    Unverified.objects.filter(pk=old.pk).update(at=timezone.now() - timedelta(days=8))
    assert (clear_unverified(on=made.on), clear_unverified(on=made.on)) == (1, 0)
    assert Unverified.objects.filter(pk=old.pk).exists() is False

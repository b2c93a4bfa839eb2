"""Pages of consultations: the public list and draft, a comment, the working list, files."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from guiju.apps.development.models import Remark, Round
from tests.apps.development.test_consulting import TABLE, open_round, token_in
from tests.factories.development import consulting

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(time_machine):
    time_machine.move_to("2024-05-10 10:00 +0800", tick=False)
    return consulting()


def page(client, name, *args, **query):
    answer = client.get(reverse(f"development:{name}", args=args), query)
    assert answer.status_code == 200, answer.content.decode()[:2000]
    return answer.content.decode()


def test_everybody_reads_and_comments(client, made, mailoutbox, django_capture_on_commit_callbacks):
    row = open_round(made)
    assert "示例大米" in page(client, "consultations")
    draft = page(client, "consultation", row.pk)
    assert f"/consultations/{row.pk}/comment/?clause=4.1" in draft
    form = page(client, "comment", row.pk, clause="4.1")
    assert "水分应不大于 15.5%。" in form
    address = reverse("development:comment", args=[row.pk])
    wrong = client.post(address, {"place": "4.1", "kind": "te", "text": "示例"})
    assert (wrong.status_code, Remark.objects.count()) == (200, 0)
    given = {
        "place": "第4.1条",
        "kind": "te",
        "text": "示例意见",
        "name": "示例人",
        "email": "guest@example.org",
    }
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(address, given).status_code == 302
    link = reverse("development:verify", args=[token_in(mailoutbox[0])])
    assert "示例意见" in client.get(link).content.decode()
    assert Remark.objects.count() == 0
    assert client.post(link).status_code == 302
    assert list(Remark.objects.values_list("clause", "text", "name", "is_named")) == [
        ("4.1", "示例意见", "示例人", False)
    ]
    assert "guest@example.org" not in page(client, "consultation", row.pk)


def test_a_member_comments_for_his_organisation(client, made):
    user = made.people["proposer"]
    client.force_login(user)
    seat = user.seats.get()
    given = {"place": "见下", "kind": "ge", "text": "示例", "organisation": seat.organisation_id}
    assert (
        client.post(reverse("development:comment", args=[open_round(made).pk]), given).status_code
        == 302
    )
    one = Remark.objects.get()
    assert (one.organisation_id, one.user_id, one.clause, one.place) == (
        seat.organisation_id, user.pk, "", "见下",
    )  # fmt: skip
    assert one.unit != ""
    assert "见下" in page(client, "remark", one.pk)


def test_the_closed_consultation_takes_nothing(client, made):
    row = open_round(made)
    Round.objects.filter(pk=row.pk).update(closed=made.on)
    assert client.get(reverse("development:comment", args=[row.pk])).status_code == 409
    assert "?clause=" not in page(client, "consultation", row.pk)


def test_the_list_has_the_same_number_of_queries(client, made, django_assert_num_queries):
    client.force_login(made.people["drafters"])
    address = reverse("development:remarks", args=[open_round(made).pk])
    for wanted in (1, 30):
        while Remark.objects.count() < wanted:
            made.remark(text=f"示例意见{Remark.objects.count()}")
        client.get(address)
        with django_assert_num_queries(17):
            assert client.get(address).content.count(b'id="remark-') == wanted


def test_answers_from_the_list_and_the_group(client, made):
    row = open_round(made)
    for text in (
        "建议把水分的限值改为百分之十四点五",
        "建议把水分的限值改为百分之十四点五",
        "另一条示例意见",
    ):
        made.remark(text=text)
    client.force_login(made.people["drafters"])
    assert "?group=1" in page(client, "alike", row.pk)
    assert page(client, "remarks", row.pk, group=2).count('type="hidden" name="numbers"') == 4
    address = reverse("development:remarks", args=[row.pk])
    refused = client.post(address, {"numbers": ["1"], "disposition": "partly"})
    assert "部分采纳或不采纳应当说明理由" in refused.content.decode()
    assert client.post(address, {"disposition": "adopted"}).status_code == 200
    assert (
        client.post(
            address,
            {"numbers": ["1", "2"], "disposition": "adopted", "changed_text": "不大于 14.5%"},
        ).status_code
        == 302
    )
    assert list(row.remarks.values_list("standing", flat=True)) == ["adopted", "adopted", ""]
    assert "不大于 14.5%" in page(client, "remark", row.remarks.get(number=1).pk)
    hidden = row.remarks.get(number=3)
    client.post(reverse("development:hide_remark", args=[hidden.pk]), {"reason": "示例原因"})
    assert "示例原因" in page(client, "remark", hidden.pk)


def test_tables_in_and_out(client, made):
    row = open_round(made)
    client.force_login(made.people["drafters"])
    address = reverse("development:import_remarks", args=[row.pk])

    def file():
        return SimpleUploadedFile("意见.csv", TABLE.encode(), "text/csv")

    looked = client.post(address, {"file": file(), "do": "look"}).content.decode()
    assert ("杂质的测定方法不明确" in looked, row.remarks.count()) == (True, 0)
    assert client.post(address, {"file": file(), "do": "import"}).status_code == 302
    assert row.remarks.count() == 4
    answer = client.get(reverse("development:export_remarks", args=[row.pk, "csv"]))
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [one[1:4] for one in rows if one and one[0].isdigit()] == [
        ["4.1", "水分的限值建议改为 14.5%", "示例厂"], ["4.1", "水分的限值建议改为 14.5%", "示例厂"],
        ["4.2", "杂质的测定方法不明确", "示例所"], ["见下", "请统一用词", "示例会"],
    ]  # fmt: skip
    for kind in ("docx", "xlsx"):
        for table in ("table", "iso"):
            found = client.get(
                reverse("development:export_remarks", args=[row.pk, kind]), {"table": table}
            )
            assert (found.status_code, found.content[:2]) == (200, b"PK")
    assert (
        client.get(reverse("development:export_remarks", args=[row.pk, "exe"])).status_code == 404
    )

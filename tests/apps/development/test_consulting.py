"""Comments of guests and in numbers: verified, counted, moderated, answered together, imported once."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from guiju.apps.accounts.models import Notice
from guiju.apps.development.exports.comments import TABLES, comments_file
from guiju.apps.development.models import Remark, Unverified
from guiju.apps.development.selectors.cases import load
from guiju.apps.development.selectors.remarks import (
    Asked,
    alike,
    counts_of,
    members_of,
    remarks,
    way_of,
)
from guiju.apps.development.services.answering import answer_remarks
from guiju.apps.development.services.commenting import hide_remark
from guiju.apps.development.services.consulting_errors import LinkUnusableError, TooManyError
from guiju.apps.development.services.errors import NotOfProjectError
from guiju.apps.development.services.guests import ask_guest, verify_guest
from guiju.apps.development.services.materials import hand_in
from guiju.apps.development.services.remark_imports import import_remarks, preview
from guiju.apps.journal.models import Event
from guiju.core.errors import RefusedError
from guiju.core.procedures.engine import NotAllowed
from tests.factories import accounts
from tests.factories.development import DRAFT, consulting

pytestmark = pytest.mark.django_db
GUEST = {"clause": "4.1", "sort": "1", "place": "4.1", "kind": "te", "text": "示例意见：水分过高", "proposed": "",
         "reason": "", "name": "示例人", "unit": "示例厂", "email": "guest@example.org", "is_named": False}  # fmt: skip
TABLE = """序号,标准章条编号,意见内容,提出单位,处理意见,备注
1,第4.1条,水分的限值建议改为 14.5%,示例厂,,
2,4.2 杂质,杂质的测定方法不明确,示例所,,
3,见下,请统一用词,示例会,,
4,第4.1条,水分的限值建议改为 14.5%,示例厂,,
"""


def open_round(made):
    return made.project.rounds.get(kind="main")


def token_in(mail):
    return re.search(r"confirm/([^/]+)/", mail.body)[1]


def test_a_guest_counts_once_the_mail_is_verified(mailoutbox, django_capture_on_commit_callbacks):
    made = consulting()
    row, guest = open_round(made), accounts.viewer(None, made.on)
    with django_capture_on_commit_callbacks(execute=True):
        ask_guest(round=row, values=GUEST, address="192.0.2.1", by=guest)
    assert (counts_of(row).received, [mail.to for mail in mailoutbox]) == (
        0,
        [["guest@example.org"]],
    )
    token = token_in(mailoutbox[0])
    for wrong in (token[:-2], "x"):
        with pytest.raises(LinkUnusableError):
            verify_guest(token=wrong, by=guest)
    remark = verify_guest(token=token, by=guest)
    assert (remark.number, remark.email, remark.user_id) == (1, "guest@example.org", None)
    with pytest.raises(LinkUnusableError):
        verify_guest(token=token, by=guest)
    assert counts_of(row).received == 1
    kept = Unverified.objects.get()
    assert (kept.email, kept.values) == ("", {"done": remark.pk})
    assert "guest@example.org" not in str(list(Event.objects.values_list("details", flat=True)))


def test_one_address_cannot_flood_a_consultation():
    made = consulting()
    row, guest = open_round(made), accounts.viewer(None, made.on)
    for _ in range(20):
        ask_guest(round=row, values=GUEST, address="192.0.2.1", by=guest)
    with pytest.raises(TooManyError) as told:
        ask_guest(round=row, values=GUEST, address="192.0.2.1", by=guest)
    assert told.value.sentence.en == (
        "In 1 hour(s) 20 comments came from your network address. Try later, or sign in."
    )
    ask_guest(round=row, values=GUEST, address="192.0.2.2", by=guest)
    Unverified.objects.update(at=timezone.now() - timedelta(hours=2))
    ask_guest(round=row, values=GUEST, address="192.0.2.1", by=guest)
    assert "192.0.2.1" not in str(list(Unverified.objects.values_list("address", flat=True)))


def test_what_is_no_comment_is_kept_and_its_author_told(
    mailoutbox, django_capture_on_commit_callbacks
):
    made = consulting()
    own, guests = made.remark(text="示例辱骂"), made.remark(text="示例广告")
    Remark.objects.filter(pk=guests.pk).update(user=None, email="guest@example.org")
    with django_capture_on_commit_callbacks(execute=True):
        for one in (own, guests):
            hide_remark(remark=one, reason="与标准无关", by=made.by("drafters"))
    assert Notice.objects.get(user=made.people["public"]).text_en == (
        "Your comment 1 on “Example rice” is not counted as a comment. Reason: 与标准无关"
    )
    address = made.people["public"].person.email
    assert [mail.to for mail in mailoutbox] == [[address], ["guest@example.org"]]
    assert (Remark.objects.count(), counts_of(open_round(made)).received) == (2, 0)


def test_one_answer_to_several_and_all_or_none():
    made = consulting()
    row = open_round(made)
    for text in ("甲", "乙", "丙"):
        made.remark(text=text)
    events = Event.objects.filter(action="development.answer_remark")
    wrong = {"round": row, "disposition": "adopted", "by": made.by("drafters")}
    with pytest.raises(NotOfProjectError):
        answer_remarks(numbers=[1, 2, 9], **wrong)
    with pytest.raises(NotAllowed):
        answer_remarks(numbers=[1, 2], **wrong | {"disposition": "not_adopted"})
    with pytest.raises(RefusedError):
        answer_remarks(numbers=[1], **wrong | {"by": made.by("public")})
    assert (counts_of(row).answered, events.count()) == (0, 0)
    answer_remarks(numbers=[1, 2], **wrong)
    answer_remarks(numbers=[2, 3], reason="示例理由", **wrong | {"disposition": "partly"})
    assert counts_of(row) == (3, 3, {"adopted": 1, "partly": 2})
    assert [one.replies.count() for one in row.remarks.all()] == [1, 2, 1]
    assert (load(made.project).unanswered("main"), events.count()) == (0, 2)


def test_a_table_is_taken_in_once():
    """The same words twice in a file are two comments; the same file again adds none."""
    made = consulting()
    row, by = open_round(made), made.by("drafters")
    given = {"round": row, "data": TABLE.encode(), "name": "意见.csv", "by": by}
    assert preview(**given).counts == {"new": 3, "there": 0, "unclear": 1}
    assert [one.number for one in import_remarks(**given)] == [1, 2, 3, 4]
    assert (preview(**given).counts, import_remarks(**given)) == (
        {"new": 0, "there": 4, "unclear": 0},
        [],
    )
    stored = row.remarks.order_by("sort", "number").values_list("number", "clause", "place", "unit")
    assert list(stored) == [
        (1, "4.1", "4.1", "示例厂"), (4, "4.1", "4.1", "示例厂"), (2, "4.2", "4.2 杂质", "示例所"),
        (3, "", "见下", "示例会"),
    ]  # fmt: skip
    assert load(made.project).unanswered("main") == 4
    with pytest.raises(RefusedError):
        preview(**given | {"by": made.by("public")})


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        ({}, [3, 1, 2, 4]),
        ({"order": "number"}, [1, 2, 3, 4]),
        ({"clause": "4"}, [1, 2, 4]),
        ({"clause": "4.1"}, [1]),
        ({"clause": "-"}, [3]),
        ({"kind": "ed"}, [2]),
        ({"unit": "示例厂"}, [2]),
        ({"standing": "none"}, [3, 2, 4]),
        ({"standing": "any"}, [1]),
        ({"standing": "adopted"}, [1]),
        ({"text": "杂质"}, [2]),
        ({"only": (1, 2), "text": "杂"}, [2]),
        ({"hidden": True}, [5]),
    ],
)
def test_the_working_list_is_narrowed(asked, numbers):
    made = consulting()
    made.remark(sort="1000010")
    made.remark(clause="4.2", sort="1000011", text="示例：杂质", unit="示例厂")
    Remark.objects.filter(number=2).update(kind="ed")
    made.remark(clause="", sort="00")
    made.remark(clause="4.10/b", sort="1000012")
    answer_remarks(
        round=open_round(made), numbers=[1], disposition="adopted", by=made.by("drafters")
    )
    hide_remark(remark=made.remark(), reason="示例", by=made.by("drafters"))
    found = remarks(made.by("drafters"), open_round(made), Asked(**asked))
    assert [one.number for one in found] == numbers


def test_a_comment_follows_its_clause_and_like_ones_are_grouped():
    made = consulting()
    first = made.remark(text="建议把水分的限值改为百分之十四点五，与现行标准一致")
    made.remark(text="建议把水分的限值改为百分之十四点五，与现行标准一致。谢谢")
    made.remark(text="请补充试验方法")
    by = made.by("drafters")
    assert [one.size for one in alike(by, open_round(made))] == [2]
    assert [members_of(by, open_round(made), number) for number in (1, 2, 3, 9)] == [
        (1, 2), (1, 2), (3,), (9,),
    ]  # fmt: skip
    changed = DRAFT.replace("## 4 要求", "## 4 总则\n\n示例总则的内容在此说明。\n\n## 5 要求")
    changed = changed.replace("### 4.", "### 5.").replace("15.5%", "14.5%")
    hand_in(
        project=made.project, material="review_draft", data=changed.encode(), name="送审稿.md",
        by=made.by("drafters"),
    )  # fmt: skip
    assert [
        (one.title.zh, one.followed.place, one.followed.change, one.followed.after)
        for one in way_of(first)
    ] == [("送审稿", "5.1", "changed", "水分\n水分应不大于 14.5%。")]


def test_strangers_see_no_comments(client):
    made = consulting()
    one = made.remark()
    stranger = accounts.user()
    for user, statuses in ((None, 403), (stranger, 403), (made.people["drafters"], 200)):
        client.logout()
        if user:
            client.force_login(user)
        for name, args in (
            ("remarks", [one.round_id]), ("alike", [one.round_id]), ("remark", [one.pk]),
            ("export_remarks", [one.round_id, "csv"]),
        ):  # fmt: skip
            status = client.get(reverse(f"development:{name}", args=args)).status_code
            assert (name, status in (302, 403), status) == (name, statuses == 403, status)


@pytest.mark.parametrize("kind", TABLES)
@pytest.mark.parametrize("file", ["docx", "xlsx", "csv"])
def test_the_own_table_read_back_adds_nothing(kind, file):
    """A drafter takes the table home, works on it, and brings it back."""
    made = consulting()
    row, by = open_round(made), made.by("drafters")
    for clause, place in (("4.1", "4.1"), ("4.2", "4.2 杂质"), ("", "见下"), ("", "")):
        made.remark(clause=clause, place=place, text=f"示例意见 {place}", unit="示例厂")
    made.remark(clause="4.1", place="4.1", text="示例建议", proposed="水分应不大于 14%。")
    data = comments_file(row, remarks(by, row, Asked()), kind, file, made.on)
    found = preview(round=row, data=data, name=f"意见.{file}", by=by)
    assert (found.counts["there"], import_remarks(round=row, data=data, name="x", by=by)) == (5, [])

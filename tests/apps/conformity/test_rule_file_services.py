"""The doors of rule files: who may, what is refused, what is kept, which set judges."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from guiju.apps.accounts.models import Notice
from guiju.apps.conformity.models import RuleFile, RuleFileVersion
from guiju.apps.conformity.selectors.rule_files import NoRuleFileError, rule_file, rule_files
from guiju.apps.conformity.selectors.rule_sets import official, official_file, official_sets
from guiju.apps.conformity.services.reviewing import accept_rule_file, return_rule_file
from guiju.apps.conformity.services.rule_file_errors import (
    BrokenFileError,
    EmptyFileError,
    FixedFileError,
    NoReasonError,
    NothingReplacedError,
    NotSubmittedError,
    NotWithdrawableError,
    OverlapError,
    StaleFileError,
    TooLargeError,
)
from guiju.apps.conformity.services.rule_files import (
    add_rule_file,
    change_rule_file,
    submit_rule_file,
    withdraw_rule_file,
)
from guiju.apps.journal.models import Event
from guiju.core.errors import RefusedError
from guiju.core.params import param
from guiju.core.provisions.files.rulebook import NoRuleSetError
from tests.factories import accounts
from tests.factories import conformity as make
from tests.factories import library as texts

pytestmark = pytest.mark.django_db
DAY = date(2027, 1, 1)


def acts():
    return [
        one.action.removeprefix("conformity.")
        for one in Event.objects.filter(action__startswith="conformity.").order_by("number")
    ]


def test_from_a_draft_to_a_judging_rule_set():
    author = make.author()
    edition = texts.edition(make.NUMBER)
    file = make.draft(make.BROKEN, by=author)
    assert (file.standard, file.key, file.title_zh, file.since) == (
        "T/EXAMPLE 1—2026", make.NUMBER, "", None,
    )  # fmt: skip
    with pytest.raises(BrokenFileError) as error:
        submit_rule_file(file=file, seen=1, by=author)
    assert error.value.subject == "1"
    file = change_rule_file(file=file, text=make.LIMITS, seen=1, by=author)
    assert (file.version, file.edition, file.title_en) == (2, edition, "Example of a bottle")
    assert change_rule_file(file=file, text=make.LIMITS, seen=1, by=author).version == 2
    with pytest.raises(NoRuleSetError):
        official(make.NUMBER, DAY)
    submit_rule_file(file=file, seen=2, note="核对过", by=author)
    with pytest.raises(FixedFileError):
        change_rule_file(file=file, text=make.BROKEN, seen=2, by=author)
    with pytest.raises(NoRuleSetError):
        official(make.NUMBER, DAY)
    accept_rule_file(file=file, seen=2, by=make.reviewer())
    found = official_file("T/EXAMPLE 1", DAY)
    assert (found.rules.rules[0].written, found.origin, found.text) == (
        "≥60", f"conformity.rulefile:{file.pk}:2", make.LIMITS,
    )  # fmt: skip
    assert make.NUMBER in [one.standard for one in official_sets()]
    with pytest.raises(NotSubmittedError):
        accept_rule_file(file=file, seen=2, by=make.reviewer())
    withdraw_rule_file(file=file, reason="示例", by=author)
    with pytest.raises(NoRuleSetError):
        official(make.NUMBER, DAY)
    with pytest.raises(NotWithdrawableError):
        withdraw_rule_file(file=file, reason="示例", by=author)
    assert acts() == [
        "add_rule_file", "change_rule_file", "submit_rule_file", "accept_rule_file",
        "withdraw_rule_file",
    ]  # fmt: skip
    assert [(one.act, one.version, one.words) for one in file.steps.all()] == [
        ("submit", 2, "核对过"), ("accept", 2, ""), ("withdraw", 2, "示例"),
    ]  # fmt: skip
    assert [one.text for one in file.versions.all()] == [make.LIMITS, make.BROKEN]


def test_a_returned_file_is_written_on():
    author, reviewer = make.author(), make.reviewer()
    file = make.submitted(by=author)
    with pytest.raises(NoReasonError):
        return_rule_file(file=file, seen=1, reason=" ", by=reviewer)
    assert return_rule_file(file=file, seen=1, reason="条款不符", by=reviewer).state == "returned"
    told = Notice.objects.get(user=author.user)
    assert (told.text_zh, told.link) == (
        "规则集 T/EXAMPLE 1—2026 已退回修改。意见：条款不符", f"/conformity/rules/{file.pk}/",
    )  # fmt: skip
    again = change_rule_file(file=file, text=make.LIMITS.replace("≥60", "≥65"), seen=1, by=author)
    assert (again.state, again.version) == ("draft", 2)


def test_who_looked_at_an_older_version_is_told():
    author = make.author()
    file = make.draft(by=author)
    changed = make.LIMITS.replace("≥60", "≥61")
    change_rule_file(file=file, text=changed, seen=1, by=author)
    with pytest.raises(StaleFileError):
        change_rule_file(file=file, text=make.LIMITS.replace("≥60", "≥62"), seen=1, by=author)
    with pytest.raises(StaleFileError):
        submit_rule_file(file=file, seen=1, by=author)
    submit_rule_file(file=file, seen=2, by=author)
    with pytest.raises(StaleFileError):
        accept_rule_file(file=file, seen=1, by=make.reviewer())


def test_nobody_reviews_what_he_wrote():
    author = make.reviewer()
    file = make.submitted(by=author)
    with pytest.raises(RefusedError):
        accept_rule_file(file=file, seen=1, by=author)
    helper = accounts.viewer(accounts.seated("cataloguer", file.organisation))
    other = make.draft(make.LIMITS, by=author)
    change_rule_file(file=other, text=make.LIMITS.replace("60", "61"), seen=1, by=helper)
    submit_rule_file(file=other, seen=2, by=author)
    for one in (author, helper):
        with pytest.raises(RefusedError):
            return_rule_file(file=other, seen=2, reason="示例", by=one)
    assert accept_rule_file(file=other, seen=2, by=make.reviewer()).state == "reviewed"


@pytest.mark.parametrize("role", ["reader", "system_admin", "security_admin", "audit_admin"])
def test_other_roles_write_nothing(role):
    file, viewer = make.draft(), accounts.viewer(accounts.seated(role))
    for act in (
        lambda: add_rule_file(text=make.LIMITS, by=viewer),
        lambda: change_rule_file(file=file, text="x", seen=1, by=viewer),
        lambda: submit_rule_file(file=file, seen=1, by=viewer),
        lambda: withdraw_rule_file(file=file, reason="示例", by=viewer),
        lambda: accept_rule_file(file=file, seen=1, by=viewer),
    ):
        with pytest.raises(RefusedError):
            act()


def test_other_organisations_write_nothing_of_it():
    file, stranger = make.draft(), make.author()
    with pytest.raises(RefusedError):
        change_rule_file(file=file, text="x", seen=1, by=stranger)
    with pytest.raises(RefusedError):
        withdraw_rule_file(file=file, reason="示例", by=stranger)
    with pytest.raises(RefusedError):
        rule_file(stranger, str(file.pk))


def test_who_sees_what():
    author, stranger, reviewer = make.author(), make.author(), make.reviewer()
    public = accounts.viewer(accounts.user())
    draft = make.draft(by=author)
    sent = make.submitted(by=author)
    judging = make.reviewed(make.LIMITS.replace("1-2026", "2-2026"))
    seen = {
        name: {one.pk for one in rule_files(viewer)}
        for name, viewer in {
            "author": author, "stranger": stranger, "reviewer": reviewer, "public": public,
        }.items()
    }  # fmt: skip
    assert seen == {
        "author": {draft.pk, sent.pk, judging.pk},
        "stranger": {judging.pk},
        "reviewer": {sent.pk, judging.pk},
        "public": {judging.pk},
    }
    for ref in ("0", "x", "9" * 30, "²", "GB_9999"):
        with pytest.raises(NoRuleFileError):
            rule_file(author, ref)


def test_overlapping_sets_are_refused_unless_one_replaces_the_other():
    older = make.reviewed()
    newer = make.submitted(make.LIMITS.replace("≥60", "≥65"))
    with pytest.raises(OverlapError) as error:
        accept_rule_file(file=newer, seen=1, by=make.reviewer())
    assert error.value.subject == f"#{older.pk}"
    author = make.author()
    third = make.submitted(make.LIMITS.replace("≥60", "≥70"), by=author, replaces=str(older.pk))
    accept_rule_file(file=third, seen=1, by=make.reviewer())
    older.refresh_from_db()
    assert older.state == RuleFile.State.REPLACED
    assert official(make.NUMBER, DAY).rules[0].written == "≥70"


def test_sets_of_other_days_stand_side_by_side():
    first = make.LIMITS.replace("from: 2026-09-01", "from: 2026-09-01, until: 2027-06-01")
    second = make.LIMITS.replace("2026-09-01", "2027-06-01").replace("≥60", "≥80")
    make.reviewed(first)
    make.reviewed(second)
    found = {day: official(make.NUMBER, day).rules[0].written for day in (DAY, date(2028, 1, 1))}
    assert found == {DAY: "≥60", date(2028, 1, 1): "≥80"}


def test_the_platforms_set_is_replaced_by_saying_so():
    water = make.LIMITS.replace(make.NUMBER, "GB 3838-2002").replace("2026-09-01", "2002-06-01")
    with pytest.raises(OverlapError) as error:
        make.reviewed(water)
    assert error.value.subject == "GB_3838-2002"
    assert len(official("GB 3838-2002", DAY).ladders) == 1
    first = make.reviewed(water, replaces="platform")
    assert official("GB 3838-2002", DAY).ladders == ()
    make.reviewed(water.replace("≥60", "≥61"), replaces=str(first.pk))
    assert official("GB 3838-2002", DAY).rules[0].written == "≥61"


@pytest.mark.parametrize("named", ["platform", "0", "x", "9" * 40])
def test_what_is_not_there_is_not_replaced(named):
    with pytest.raises(NothingReplacedError):
        make.submitted(replaces=named)


def test_sizes_line_ends_and_odd_signs():
    most = param("rule_files.most_characters", DAY)
    for text, error in (("x" * (most + 1), TooLargeError), (" \r\n", EmptyFileError)):
        with pytest.raises(error):
            make.draft(text)
    file = make.draft("a: 1\r\nb: \x00\ud800\r")
    assert file.versions.get().text == "a: 1\nb: ?\n"


def test_the_database_keeps_versions_and_steps():
    file = make.submitted()
    for rows in (RuleFileVersion.objects.all(), file.steps.all()):
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(**({"text": "x"} if rows.model is RuleFileVersion else {"words": "x"}))
        with pytest.raises(DatabaseError), transaction.atomic():
            rows._raw_delete(rows.db)

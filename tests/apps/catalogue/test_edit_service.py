"""Our own statement: it counts before others', is one event, and can be taken back."""

import pytest

from guiju.apps.accounts.selectors.viewers import viewer_of_user
from guiju.apps.catalogue.models import Edition, Relation, Source, Statement
from guiju.apps.catalogue.services import editing
from guiju.apps.catalogue.services.record_checks import RecordFieldError
from guiju.apps.journal.models import Event
from guiju.core.errors import RefusedError
from guiju.core.records.model import Record, Role
from guiju.core.records.model import Relation as Said
from tests.factories import accounts
from tests.factories import catalogue as make

pytestmark = pytest.mark.django_db
REASON = "示例：按公告更正"


@pytest.fixture
def by():
    user = accounts.seated("cataloguer")
    return viewer_of_user(user, make.timezone.localdate())


def edit(by, record, seen="", reason=REASON):
    return editing.edit_record(record=record, seen=seen, reason=reason, by=by)


def test_our_word_counts_before_other_sources(by):
    make.edition("GB/T 1-2020", issued="2020-01-01", effective="2020-07-01")
    edited = edit(by, Record(number="GB/T 1—2020", effective="2020年8月1日"))
    assert (edited.key, edited.issued, edited.effective) == (
        "GB/T 1-2020",
        "2020-01-01",
        "2020-08-01",
    )
    assert Source.objects.get(slug="guiju").rank == 0
    said = Statement.objects.get(source__slug="example", edition=edited)
    assert '"effective":"2020-07-01"' in said.content


def test_an_edit_is_one_event(by):
    make.edition("GB/T 1-2020")
    before = Event.objects.count()
    edit(by, Record(number="GB/T 1-2020", issued="2020-02"))
    event = Event.objects.order_by("-number").first()
    assert Event.objects.count() == before + 1
    assert (event.action, event.reason, event.actor) == (editing.EDIT, REASON, by.name)
    assert event.details == {
        "source": "guiju",
        "new": 1,
        "changed": 0,
        "unchanged": 0,
        "numbers": ["GB/T 1-2020"],
    }


def test_a_new_number_becomes_an_edition(by):
    made = edit(by, Record(number="GB/T 77-2031", titles={"zh": "示例标准"}))
    assert (made.key, made.title_zh, made.level) == ("GB/T 77-2031", "示例标准", "national")


def test_a_withdrawn_edit_gives_the_word_back_and_deletes_nothing(by):
    make.edition("GB/T 1-2020", effective="2020-07-01")
    edited = edit(by, Record(number="GB/T 1-2020", effective="2020-08-01"))
    seen = editing.own_statement("GB/T 1-2020").digest
    back = editing.withdraw_edit(edition=edited, seen=seen, reason=REASON, by=by)
    assert (back.pk, back.effective) == (edited.pk, "2020-07-01")
    assert Event.objects.order_by("-number").first().action == editing.WITHDRAW
    with pytest.raises(editing.NothingToWithdrawError):
        editing.withdraw_edit(
            edition=back, seen=editing.own_statement("GB/T 1-2020").digest, reason=REASON, by=by
        )


def test_who_looked_before_another_edited_is_told(by):
    make.edition("GB/T 1-2020")
    edit(by, Record(number="GB/T 1-2020", issued="2020-02-01"))
    with pytest.raises(editing.EditedMeanwhileError) as caught:
        edit(by, Record(number="GB/T 1-2020", issued="2020-03-01"))
    assert caught.value.sentence.en == (
        "Another cataloguer edited “GB/T 1-2020” after you opened it. Open it again and look first."
    )


def test_the_same_again_is_nothing(by):
    edit(by, Record(number="GB/T 1-2020", issued="2020-02-01"))
    seen = editing.own_statement("GB/T 1-2020").digest
    before = Event.objects.count()
    with pytest.raises(editing.NothingChangedError):
        edit(by, Record(number="GB/T 1-2020", issued="2020-02-01"), seen)
    assert Event.objects.count() == before


def test_without_a_reason_nothing_is_done(by):
    with pytest.raises(editing.NoReasonError):
        edit(by, Record(number="GB/T 1-2020"), reason="  ")
    assert not Edition.objects.exists()


@pytest.mark.parametrize("role", ["office", "liaison", "reader", "system_admin", None])
def test_others_may_not(role):
    user = accounts.seated(role) if role else accounts.user()
    viewer = viewer_of_user(user, make.timezone.localdate())
    with pytest.raises(RefusedError) as caught:
        edit(viewer, Record(number="GB/T 1-2020"))
    assert caught.value.sentence.en == "Only a cataloguer may edit the catalogue."
    assert not Statement.objects.exists()


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"number": "GB/T 1"}, "number"),
        ({"number": "没有的东西"}, "number"),
        ({"effective": "2020-13-01"}, "effective"),
        ({"ics": ("99.999.9",)}, "ics"),
        ({"ccs": ("I 00",)}, "ccs"),
        ({"level": "world"}, "level"),
        ({"region": "99"}, "region"),
        ({"committees": ("GB/T 3-2020",)}, "committees"),
        ({"roles": (Role(role="boss", name="示例"),)}, "roles"),
        ({"relations": (Said(type="likes", target="GB/T 2-2020"),)}, "relations"),
        ({"relations": (Said(type="replaces", target="GB/T 1-2020"),)}, "relations"),
        ({"relations": (Said(type="adopts", target="不是编号", degree="IDT"),)}, "relations"),
    ],
)
def test_what_is_wrong_is_said_with_its_field(by, values, field):
    with pytest.raises(RecordFieldError) as caught:
        edit(by, Record(**{"number": "GB/T 1-2020"} | values))
    assert caught.value.field == field
    assert not Edition.objects.exists()


def test_the_preview_does_it_and_takes_it_all_back(by):
    make.edition("GB/T 9-2001", title_zh="旧")
    make.edition("GB/T 10-2020", title_zh="新", effective="2020-07-01")
    events, sources = Event.objects.count(), Source.objects.count()
    record = Record(
        number="GB/T 10-2020",
        titles={"zh": "更好的名称"},
        relations=(Said(type="replaces", target="GB/T 9-2001"),),
    )
    found = editing.preview_edit(record=record, seen="", by=by, language="en")
    assert found.fields == (
        ("中文名称", ("新",), ("更好的名称",)),
        ("标准间关系", (), ("replaces GB/T 9-2001",)),
    )
    assert [(one.key, one.state, now.state) for one, now in found.moved] == [
        ("GB/T 9-2001", "in_force", "superseded")
    ]
    assert found.before == found.after
    assert (Event.objects.count(), Source.objects.count()) == (events, sources)
    assert not Relation.objects.exists()
    assert Edition.objects.get(key="GB/T 10-2020").title_zh == "新"


def test_the_preview_of_a_new_record_has_nothing_before(by):
    record = Record(number="GB/T 10-2020", effective="2020-07-01", issued="2020-01-01")
    found = editing.preview_edit(record=record, seen="", by=by, language="zh")
    assert (found.before, found.after.zh) == (None, "现行。2020-07-01 起实施。")
    assert not Edition.objects.exists()

"""Records in: the same again changes nothing, a change is one event, sources stay side by side."""

import pytest

from guiju.apps.catalogue.models import (
    Conflict,
    Edition,
    EditionCode,
    IndexTask,
    NumberKey,
    Statement,
    Work,
)
from guiju.apps.journal.models import Event
from tests.factories import catalogue as make

pytestmark = pytest.mark.django_db


def test_a_record_makes_a_work_and_an_edition():
    one = make.edition("GB/T 1.1—2020", title_zh="标准化工作导则", ics=("1.120",), ccs=("A 00",))
    assert (one.key, one.work.key, one.level, one.nature, one.year) == (
        "GB/T 1.1-2020", "GB/T 1.1", "national", "recommended", 2020,
    )  # fmt: skip
    assert one.newest
    codes = EditionCode.objects.filter(edition=one).values_list("scheme", "code")
    assert sorted(codes) == [("ccs", "A00"), ("ics", "01.120")]


def test_the_same_again_changes_nothing():
    make.edition("GB/T 1.1-2020")
    before = (Event.objects.count(), IndexTask.objects.count())
    step = make.taken(make.record("GB/T 1.1-2020"))
    assert step.counts == {"new": 0, "changed": 0, "unchanged": 1}
    assert (Event.objects.count(), IndexTask.objects.count()) == before


def test_a_change_is_one_event_and_a_task_for_the_index():
    one = make.edition("GB/T 1.1-2020", title_zh="旧名")
    IndexTask.objects.all().delete()
    events = Event.objects.count()
    step = make.taken(make.record("GB/T 1.1-2020", title_zh="新名"))
    assert step.counts == {"new": 0, "changed": 1, "unchanged": 0}
    assert make.found("GB/T 1.1-2020").title_zh == "新名"
    assert Event.objects.count() == events + 1
    assert list(IndexTask.objects.values_list("edition", flat=True)) == [one.pk]


def test_two_ways_of_writing_are_one_edition():
    make.taken(make.record("GB/T1.1-2020", key="a"), make.record("ＧＢ／Ｔ 1.1—2020", key="b"))
    assert [one.key for one in Edition.objects.all()] == ["GB/T 1.1-2020"]
    assert Statement.objects.count() == 2


def test_sources_that_disagree_stay_side_by_side():
    make.edition("GB/T 1.1-2020", slug="one", effective="2020-10-01")
    make.edition("GB/T 1.1-2020", slug="two", effective="2020-11-01")
    found = Conflict.objects.get(field="effective")
    assert found.values == [["one", "2020-10-01"], ["two", "2020-11-01"]]
    assert make.found("GB/T 1.1-2020").effective == "2020-10-01"


def test_a_source_of_better_rank_is_believed():
    make.source("weak", rank=90)
    make.source("strong", rank=10)
    make.edition("GB/T 1.1-2020", slug="weak", title_zh="弱")
    make.edition("GB/T 1.1-2020", slug="strong", title_zh="强")
    assert make.found("GB/T 1.1-2020").title_zh == "强"


def test_a_statement_that_moves_to_another_number_leaves_the_old_edition_standing():
    make.taken(make.record("GB/T 1.1-2020", key="row 7"))
    make.taken(make.record("GB/T 1.2-2020", key="row 7"))
    assert sorted(Edition.objects.values_list("key", flat=True)) == [
        "GB/T 1.1-2020",
        "GB/T 1.2-2020",
    ]
    assert Statement.objects.get().edition.key == "GB/T 1.2-2020"


def test_an_unreadable_number_is_kept_as_written_with_a_finding():
    one = make.edition("T/示例 001.—2017")
    assert not one.readable
    assert [found.code for found in one.findings.all()] == ["unreadable_number"]


def test_an_amendment_belongs_to_its_base():
    make.editions("GB 18352.6-2016")
    one = make.edition("GB 18352.6-2016/XG1-2021")
    assert (one.form, one.base_key, one.work.key) == (
        "amendment", "GB 18352.6-2016", "GB 18352.6",
    )  # fmt: skip
    assert make.found("GB 18352.6-2016").newest
    assert not one.newest


def test_numbers_of_all_kinds_are_looked_up_by_letters_and_digits():
    one = make.edition("GB/T 19001-2016/ISO 9001:2015", other_numbers=(("old", "GB/T 19001.X-旧"),))
    keys = set(NumberKey.objects.filter(edition=one).values_list("key", flat=True))
    assert {"gbt190012016", "gbt19001x旧"} <= keys


def test_the_newest_edition_is_the_last_that_is_published():
    make.editions("GB/T 1-2001", "GB/T 1-2020")
    make.edition("GB/T 1-2027", issued="", effective="", status="draft", as_of="2026-01-01")
    work = Work.objects.get(key="GB/T 1")
    assert work.newest.key == "GB/T 1-2020"
    assert [one.key for one in Edition.objects.filter(newest=True)] == ["GB/T 1-2020"]

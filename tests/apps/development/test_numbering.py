"""Numbers are given in the transaction of the step (编号): none twice, none left out."""

from datetime import date

import pytest
from django.db import transaction

from guiju.apps.development.models import NumberGiven, NumberSeries, Project
from guiju.apps.development.services.numbering import (
    assign_filing_number,
    assign_number,
    assign_plan_number,
    assign_supplement_number,
    reserve_number,
)
from guiju.core.errors import GuijuError, RefusedError
from tests.apps.development.publishing import approved, project, submitted
from tests.apps.development.together import own_connections
from tests.factories import accounts, catalogue
from tests.factories.development import administrator, committee

ON = date(2024, 9, 2)
MANDATORY = {"urgency": "normal"}


def numbered(form, procedure_id="national-recommended", replaces=(), facts=None):
    made = project(procedure_id, committee=committee(1), form=form, replaces=replaces, facts=facts)
    with transaction.atomic():
        return assign_number(made.project, ON)


@pytest.mark.django_db
def test_numbers_go_on_after_those_of_the_catalogue():
    catalogue.editions("GB 47100-2020", "GB/T 47200.3-2020", "GB/Z 47300-2020", "GB 50999-2020")
    catalogue.editions("T/EXAMPLE 009-2020", "DB11/T 2999-2020", "DB12/T 3001-2020")
    assert [
        numbered({}),
        numbered({"code": "GB/Z"}, "guidance"),
        numbered({"code": "GB"}, "national-mandatory", facts=MANDATORY),
        numbered({"code": "T/EXAMPLE"}, "group"),
        numbered({"code": "DB11/T"}, "local"),
        numbered({"code": "DB11/T"}, "local"),
        numbered({"code": "DB11/T", "beside": ["DB12/T", "DB13/T"]}, "local"),
        numbered({"code": "JB/T"}, "industry"),
        numbered({"code": "Q/EXAMPLE"}, "enterprise"),
    ] == [
        "GB/T 47301-2024",
        "GB/Z 47302-2024",
        "GB 47303-2024",
        "T/EXAMPLE 010-2024",
        "DB11/T 3000-2024",
        "DB11/T 5000-2024",
        "DB11/T 3002-2024/DB12/T 3002-2024/DB13/T 3002-2024",
        "JB/T 1-2024",
        "Q/EXAMPLE 1-2024",
    ]


@pytest.mark.django_db
def test_a_revision_and_a_part_keep_the_sequence_number():
    old, part = catalogue.editions("GB 8-2010", "GB/T 9.1-2010")
    taken = NumberSeries.objects.filter(key="GB", highest="10")
    assert [
        numbered({}, replaces=[old]),
        numbered({}, replaces=[part]),
        numbered({"series": "GB/T 9", "part": "2"}),
        numbered({}),
        taken.exists(),
    ] == ["GB/T 8-2024", "GB/T 9.1-2024", "GB/T 9.2-2024", "GB/T 10-2024", True]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("procedure_id", "form", "code"),
    [
        ("national-recommended", {"series": "GB/T 9", "part": "1"}, "development.number_taken"),
        ("national-recommended", {"series": "JB/T 9", "part": "1"}, "development.not_a_series"),
        ("national-recommended", {"code": "GB/X"}, "development.foreign_code"),
        ("local", {"code": "DB11/T", "beside": ["DB44/T"]}, "no_joint_sequence"),
        ("sample", {}, "development.no_sample_class"),
    ],
)
def test_numbers_that_cannot_be_given(procedure_id, form, code):
    catalogue.edition("GB/T 9.1-2024")
    with pytest.raises(GuijuError) as told:
        numbered(form, procedure_id, facts={"batch": "first"} if procedure_id == "sample" else None)
    assert (told.value.code, NumberGiven.objects.count()) == (code, 0)


@pytest.mark.django_db
def test_a_body_without_a_code_cannot_number():
    with pytest.raises(GuijuError) as told:
        numbered({}, "industry")
    assert told.value.code == "development.no_code"


@pytest.mark.django_db
def test_samples_stand_under_their_class_and_batch():
    old = catalogue.edition("GSB 05-1426-2001")
    again = {"procedure_id": "sample", "replaces": [old], "facts": {"batch": "again"}}
    assert [
        numbered({"sample_class": "08"}, "sample", facts={"batch": "first"}),
        numbered({}, **again),
    ] == ["GSB 08-1427-2024", "GSB 05-1426-2-2024"]


@pytest.mark.django_db
def test_amendments_plans_and_filings_are_counted():
    base = catalogue.edition("GB 18352.6-2016")
    catalogue.edition("GB 18352.6-2016/XG1-2020")
    amendment = [project("amendment", committee=committee(1), edition=base) for _ in range(2)]
    found = [assign_supplement_number(one.project, ON) for one in amendment]
    assert found == ["GB 18352.6-2016/XG2-2024", "GB 18352.6-2016/XG3-2024"]
    assert assign_supplement_number(amendment[0].project, ON) == found[0]
    plans = [
        assign_plan_number(
            project(kind, committee=committee(1), form=form, facts=facts).project, on
        )
        for kind, form, facts, on in (
            ("national-recommended", {}, None, ON),
            ("national-mandatory", {"department_code": "339"}, MANDATORY, ON),
            ("guidance", {}, None, date(2025, 1, 2)),
            ("industry", {"code": "JB/T"}, None, ON),
            ("group", {"code": "T/EXAMPLE"}, None, ON),
        )
    ]
    assert plans == [
        "20240001-T-469", "20240002-Q-339", "20250001-Z-469", "2024-0001T-JB",
        "T/EXAMPLE-JH-2024-001",
    ]  # fmt: skip
    filings = [
        assign_filing_number(project("local", committee=committee(1), form=form).project, on)
        for form, on in (({}, ON), ({"filing_number": "99-2024"}, ON), ({}, date(2025, 1, 2)))
    ]
    assert filings == ["00001-2024", "99-2024", "00002-2025"]


@pytest.mark.django_db
def test_numbers_kept_by_hand():
    by = administrator(ON)
    waits = project("national-recommended", committee=committee(1)).project
    reserve_number(number="GB/T 300", reason="示例：既有编号", by=by)
    reserve_number(number="GB/T 302", reason="示例：已约定", project=waits, by=by)
    reserve_number(number="20240041-T-469", reason="示例：既有计划", by=by)
    assert [numbered({}), numbered({}), assign_number(waits, ON)] == [
        "GB/T 301-2024", "GB/T 303-2024", "GB/T 302-2024",
    ]  # fmt: skip
    assert assign_plan_number(waits, ON) == "20240042-T-469"
    for number, code in (
        ("GB/T 302", "development.number_taken"),
        ("GB/T 310-2024", "development.number_unfit"),
        ("GB/T 310.1", "development.number_unfit"),
        ("GB/X 310", "number"),
    ):
        with pytest.raises(GuijuError) as told:
            reserve_number(number=number, reason="示例", project=waits, by=by)
        assert told.value.code == code
    with pytest.raises(RefusedError):
        reserve_number(number="GB/T 400", reason="示例", by=accounts.viewer(accounts.user(), ON))


@pytest.mark.django_db
def test_a_step_that_fails_gives_its_number_back():
    catalogue.edition("GB/T 47200-2020")
    made = submitted(form={"replaces": "GB/T 99999-2001"})
    with pytest.raises(GuijuError) as told:
        made.step("approve")
    assert told.value.code == "development.replaced_unknown"
    made.project.refresh_from_db()
    assert (made.project.state, made.project.number) == ("submitted", "")

    with transaction.atomic():
        assert assign_number(made.project, ON) == "GB/T 47201-2024"
        transaction.set_rollback(True)
    made.project.refresh_from_db()
    assert not NumberSeries.objects.filter(key="GB").exists()
    assert numbered({}) == "GB/T 47201-2024"
    assert approved().project.number == "GB/T 47202-2024"


@pytest.mark.django_db(transaction=True)
def test_publications_at_once_leave_no_gap_and_give_nothing_twice(tmp_path):
    catalogue.edition("GB/T 47200-2020")
    made = [submitted(committee=committee(25)) for _ in range(2)]
    with own_connections(tmp_path) as at_once:
        answers = at_once([lambda one=one: one.step("approve") for one in made])
        numbers = sorted(Project.objects.values_list("number", flat=True))
        highest = list(NumberSeries.objects.filter(key="GB").values_list("highest", flat=True))
    assert answers == ["done", "done"]
    assert (numbers, highest) == (["GB/T 47201-2024", "GB/T 47202-2024"], ["47202"])

"""What steps do to the catalogue and the library (登记效力), on the real services."""

from datetime import date

import pytest
from django.db import transaction

from guiju.apps.catalogue.models import Edition, IndexTask, Statement, Watch
from guiju.apps.catalogue.selectors.facts import facts_of
from guiju.apps.catalogue.selectors.news import news_of
from guiju.apps.catalogue.selectors.standard.sources import merged, words_of
from guiju.apps.catalogue.services.telling import tell
from guiju.apps.catalogue.services.watching import create_list, watch
from guiju.apps.development.models import Project
from guiju.apps.development.selectors.revisions import revisions_to_begin
from guiju.apps.development.services.publishing.register import REGISTER
from guiju.apps.journal.models import Event
from guiju.apps.library.models import Text
from guiju.core.errors import GuijuError
from guiju.core.procedures.vocabulary import EFFECTS
from tests.apps.development.publishing import approved, effect, project, published, state
from tests.factories import accounts, catalogue
from tests.factories.catalogue import found
from tests.factories.development import committee

pytestmark = pytest.mark.django_db
OF_THE_CASE = {
    "consultation_opened", "consultation_closed", "ballot_opened", "ballot_closed", "begun_anew",
    "clocks_suspended", "clocks_resumed",
}  # fmt: skip
ON = date(2024, 9, 2)


def said(number):
    edition = found(number)
    return merged(edition, words_of(edition)).record


def test_every_effect_on_the_registers_has_its_act():
    assert set(REGISTER) == set(EFFECTS) - OF_THE_CASE


def test_a_published_edition_stands_in_the_catalogue_and_supersedes_on_its_day():
    old = catalogue.edition("GB/T 8-2010")
    made = approved(
        replaces=[old],
        form={
            "ics": "67.060", "ccs": "B22", "category": "method", "drafters": "示例研究院、示例大学",
            "drafting_people": ["示例人员"], "adopts": {"number": "ISO 712:2009", "degree": "MOD"},
            "converted_from": "T/EXAMPLE 7-2020", "replaces_partly": [],
        },
    )  # fmt: skip
    IndexTask.objects.all().delete()
    events = Event.objects.count()
    made.at(2024, 10, 10).materials("announcement", "standard_text")
    did = made.step("publish", in_force_on="2025-05-01").register["edition_published"]
    assert Event.objects.count() == events + 3
    edition = found("GB/T 8-2024")
    record = said("GB/T 8-2024")
    assert (edition.issued, edition.effective, edition.title_zh, edition.title_en) == (
        "2024-10-10", "2025-05-01", "示例大米", "Example rice",
    )  # fmt: skip
    assert (record.plan_number, record.ics, record.ccs, record.committees) == (
        "20240001-T-469", ("67.060",), ("B22",), (made.committee.key,),
    )  # fmt: skip
    assert [(one.type, one.target, one.degree) for one in record.relations] == [
        ("replaces", "GB/T 8-2010", ""),
        ("adopts", "ISO 712:2009", "MOD"),
        ("converted_from", "T/EXAMPLE 7-2020", ""),
    ]
    roles = {one.role: one.name for one in record.roles}
    assert {name: roles[name] for name in ("drafter", "person", "custodian")} == {
        "drafter": "示例大学", "person": "示例人员", "custodian": made.committee.name_zh,
    }  # fmt: skip
    assert roles["issuer"].startswith("示例国务院标准化行政主管部门")
    text = Text.objects.get()
    assert (text.edition, text.state, text.is_open, text.digest) == (
        edition, "published", False, did["text"],
    )  # fmt: skip
    made.project.refresh_from_db()
    assert (made.project.edition, did["again"]) == (edition, False)
    waiting = set(IndexTask.objects.values_list("edition", flat=True))
    assert {edition.pk, old.pk} <= waiting
    assert [
        (state("GB/T 8-2024", *day), state("GB/T 8-2010", *day))
        for day in ((2024, 10, 9), (2024, 10, 10), (2025, 4, 30), (2025, 5, 1))
    ] == [
        ("draft", "in_force"), ("upcoming", "in_force"), ("upcoming", "in_force"),
        ("in_force", "superseded"),
    ]  # fmt: skip


def test_on_the_day_the_catalogue_is_asked_and_the_text_is_opened():
    old = catalogue.edition("GB/T 8-2010")
    made = published(replaces=[old])
    opened = made.at(2024, 10, 20).step("open_text").register["text_opened"]
    assert (opened["texts"], Text.objects.get().is_open) == ([Text.objects.get().pk], True)
    did = made.at(2025, 5, 1).step("come_into_force").register
    assert did == {
        "edition_in_force": {"edition": "GB/T 8-2024", "state": "in_force", "agrees": True},
        "edition_superseded": {
            "editions": [{"edition": "GB/T 8-2010", "state": "superseded", "agrees": True}]
        },
    }
    catalogue.source("guiju", rank=0)
    catalogue.taken(
        catalogue.record("GB/T 8-2024", issued="2024-10-10", effective="2025-08-01"), slug="guiju"
    )
    found_now = effect(made, "edition_in_force", date(2025, 5, 2))
    assert (found_now["agrees"], found_now["state"]) == (False, "upcoming")
    assert "2025-08-01" in found_now["why"]["en"]


def test_an_act_done_again_makes_no_second_edition():
    made = published()
    number = made.project.number
    statements = Statement.objects.count()
    again = effect(made, "edition_published", date(2024, 10, 12), in_force_on="2025-05-01")
    assert (again["again"], again["issued"], Statement.objects.count()) == (
        True, "2024-10-10", statements,
    )  # fmt: skip
    assert (Edition.objects.filter(key=number).count(), Text.objects.count()) == (1, 1)
    other = project("national-recommended", committee=committee(1))
    other.project.number = number
    with pytest.raises(GuijuError) as told, transaction.atomic():
        effect(other, "edition_published")
    assert told.value.code == "development.number_taken"


def test_what_is_not_numbered_or_not_known_is_refused():
    made = project("national-recommended", committee=committee(1), form={"replaces": "GB/T 1-1990"})
    for kind, code in (
        ("edition_published", "development.no_number"),
        ("approved", "development.replaced_unknown"),
    ):
        with pytest.raises(GuijuError) as told:
            effect(made, kind)
        assert told.value.code == code
    catalogue.edition("GB/T 1-1990")
    assert effect(made, "approved") == {"replaces": ["GB/T 1-1990"], "replaces_partly": []}


def test_watchers_and_feeds_hear_of_it():
    old = catalogue.edition("GB/T 8-2010")
    by = accounts.viewer(accounts.user(), date(2024, 10, 9))
    watch(watch_list=create_list(name="示例", by=by), editions=[old], by=by)
    made = published(replaces=[old])
    counts = tell(on=date(2024, 10, 10), by=by)
    assert (counts["changed"], counts["notices"], Watch.objects.count()) == (1, 1, 1)
    news = [one.text.en for one in news_of(by, [old], date(2024, 10, 11))]
    assert news[0] == f"{made.project.number} replaces GB/T 8-2010, in effect from 2025-05-01."


def test_an_identical_adoption_and_a_joint_standard_bear_all_their_numbers():
    double = project(
        "adoption", date(2025, 6, 2), committee=committee(1), facts={"adoption": "identical"},
        form={"adopts": {"number": "ISO 9001:2015"}},
    )  # fmt: skip
    effect(double, "number_assigned")
    effect(double, "edition_published", in_force_on="2025-09-01")
    assert found("GB/T 1-2025").display == "GB/T 1—2025/ISO 9001:2015"
    assert [(one.type, one.degree) for one in said("GB/T 1-2025").relations] == [("adopts", "IDT")]
    joint = project(
        "local", committee=committee(1), form={"code": "DB11/T", "beside": "DB12/T、DB13/T"}
    )
    effect(joint, "number_assigned")
    effect(joint, "edition_published", in_force_on="2025-01-01")
    keys = found("DB11/T 3001-2024").number_keys.values_list("key", flat=True)
    assert sorted(keys) == ["db11t30012024", "db12t30012024", "db13t30012024"]
    effect(joint, "filed")
    assert said("DB11/T 3001-2024").filing_number == "00001-2024"


def test_amendments_hold_from_their_own_day():
    base = catalogue.edition("GB/T 8-2010")
    made = project("amendment", committee=committee(1), edition=base, title_zh="第1号修改单")
    effect(made, "number_assigned")
    did = effect(made, "amendment_published", in_force_on="2024-12-01")
    assert (did["edition"], did["base"], did["effective"]) == (
        "GB/T 8-2010/XG1-2024", "GB/T 8-2010", "2024-12-01",
    )  # fmt: skip
    assert effect(made, "amendment_published")["edition"] == did["edition"]
    facts = facts_of([found("GB/T 8-2010")])
    amended = [(one.number, one.effective) for one in next(iter(facts.values())).amendments]
    assert amended == [("GB/T 8-2010/XG1-2024", "2024-12-01")]


def test_reviews_confirm_revise_and_withdraw():
    base = catalogue.edition("GB/T 8-2010")
    other = catalogue.edition("GB/T 9-2015")
    review = project("review", committee=committee(1), edition=base)
    did = effect(review, "edition_confirmed", date(2024, 9, 3))
    assert (did["reviewed"], did["next_review"]) == ("2024-09-03", "2029-09-03")
    assert said("GB/T 8-2010").reviewed == "2024-09-03"
    assert effect(review, "revision_ordered")["edition"] == "GB/T 8-2010"
    assert revisions_to_begin() == []  # no step has ordered it
    ending = project(
        "withdrawal", committee=None, edition=base, facts={"nature": "recommended"},
        form={"replacement": "GB/T 9-2015"},
    )  # fmt: skip
    did = effect(ending, "edition_withdrawn", withdrawn_on="2024-11-01")
    assert did == {
        "edition": "GB/T 8-2010", "withdrawn": "2024-11-01", "replacement": "GB/T 9-2015",
    }  # fmt: skip
    assert [state("GB/T 8-2010", *day) for day in ((2024, 10, 31), (2024, 11, 1))] == [
        "in_force", "superseded",
    ]  # fmt: skip
    assert state("GB/T 9-2015", 2024, 11, 1) == "in_force"
    assert other.pk == found("GB/T 9-2015").pk


def test_a_committee_is_set_up_put_right_and_ended():
    made = committee(1)
    cases = (
        ("committee-setup", "committee_prepared", {}, "preparing"),
        ("committee-setup", "committee_established", {}, "established"),
        ("committee-assessment", "rectification_ordered", {}, "rectifying"),
        ("committee-renewal", "committee_renewed", {}, "established"),
        ("committee-assessment", "committee_ended", {"again": "failed"}, "revoked"),
        ("committee-ending", "committee_ended", {}, "cancelled"),
    )
    case = project("review", committee=made)
    for procedure_id, kind, facts, wanted in cases:
        case.project = Project(
            pk=case.project.pk, procedure=procedure_id, began=ON, committee=made, facts=facts,
            state=case.project.state,
        )  # fmt: skip
        case.people = dict.fromkeys(
            ("authority", "secretariat", "applicant", "experts", "committee"),
            case.people["committee"],
        )
        effect(case, kind)
        made.refresh_from_db()
        assert made.state == wanted
    assert (made.established, made.term_ends, made.ended) == (ON, date(2029, 9, 2), ON)

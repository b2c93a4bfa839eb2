"""The special procedures from their beginning to their end, and what the registers say then."""

from datetime import date

import pytest

from guiju.apps.catalogue.models import Change, Edition
from guiju.apps.catalogue.selectors.standard.sources import merged, words_of
from guiju.apps.development.selectors.electorates import electorate
from guiju.apps.development.selectors.revisions import revisions_to_begin
from guiju.apps.development.services import stepping
from guiju.apps.development.services.committees_seats import Seating, add_seat
from guiju.apps.library.models import Text
from guiju.core.errors import RefusedError
from guiju.core.procedures.engine import NotAllowed
from tests.apps.development.lives import begun, lives, standing
from tests.apps.development.publishing import approved, state
from tests.factories import accounts, catalogue
from tests.factories.catalogue import found
from tests.factories.development import Making, committee

pytestmark = pytest.mark.django_db


def said(number):
    edition = found(number)
    return merged(edition, words_of(edition)).record


def refused(made, words):
    with pytest.raises(NotAllowed) as told:
        lives(made, words)
    return [one.en for one in told.value.reasons]


def test_a_corrigendum_changes_no_requirement():
    base = catalogue.edition("GB/T 8-2010")
    made = begun("corrigendum", edition=base, title_zh="示例大米 勘误")
    to_the_desk = "+report | accept | +comparison | settle changes={} | +corrigendum announcement"
    did = lives(made, to_the_desk.format("errors") + "| submit | 2025-07-03 | publish").register
    assert standing(made) == ("published", True)
    assert (did["corrigendum_published"]["edition"], did["text_opened"]) == (
        "GB/T 8-2010/Cor1-2025", {"edition": "GB/T 8-2010/Cor1-2025", "texts": []},
    )  # fmt: skip
    assert [(one.type, one.target) for one in said("GB/T 8-2010/Cor1-2025").relations] == [
        ("corrects", "GB/T 8-2010")
    ]
    assert state("GB/T 8-2010", 2025, 7, 4) == "in_force"
    other = begun("corrigendum", edition=base)
    assert refused(other, to_the_desk.format("requirements") + "| submit") == [
        "This is possible only when “what it changes” is “errors of writing and printing only”."
    ]
    lives(other, "refer")
    assert standing(other) == ("referred", True)


def test_an_interpretation_is_of_the_standard_it_explains():
    base = catalogue.edition("GB 8-2010")
    made = begun("interpretation", edition=base, title_en="Clause 4", title_zh="第4章的解释")
    assert refused(made, "accept") == ["The material “question” is missing; hand it in first."]
    lives(made, "+question | accept | +interpretation_draft opinion | submit | approve")
    did = lives(made, "+interpretation_text | 2025-07-10 | publish").register
    assert (standing(made), did["interpretation_published"]) == (
        ("published", True), {"edition": "GB 8-2010", "on": "2025-07-10"},
    )  # fmt: skip
    assert Change.objects.filter(edition=base).latest("pk").text_en == (
        "An interpretation of GB 8-2010, “Clause 4”, was published on 2025-07-10."
    )


def test_a_translation_follows_its_chinese_twin():
    twin = catalogue.edition("GB/T 8-2024", status="")
    made = begun("translation", "translators", edition=twin, facts={"twin": "together"})
    lives(
        made,
        "+proposal_form | issue_plan | +translation | open_review | !review 8 | +minutes"
        "| close_review | +approval_draft approval_letter | submit | approve | +announcement",
    )
    assert made.project.number == "GB/T 8-2024(EN)"
    assert refused(made, "publish") == [
        "The material “Chinese edition as published” is missing; hand it in first."
    ]
    did = lives(made, "+chinese_edition | publish").register
    text = Text.objects.get()
    assert (text.language, text.state, text.is_open) == ("en", "published", True)
    assert (did["text_opened"]["texts"], said("GB/T 8-2024").languages) == ([text.pk], ("zh", "en"))
    lives(made, "+chinese_end | 2027-01-04 | withdraw")
    text.refresh_from_db()
    assert (standing(made), text.state, said("GB/T 8-2024").languages) == (
        ("withdrawn", True), "withdrawn", ("zh",),
    )  # fmt: skip


SAMPLE = (
    "+development_report homogeneity stability traceability | open_review | !review 8 | +minutes"
    "| close_review | submit | approve | +certificate announcement | publish valid_until={}"
)


def test_a_reference_sample_expires_is_prolonged_and_made_again():
    made = begun("sample", facts={"batch": "first"}, form={"sample_class": "05"})
    lives(made, "+proposal_form | open_notice | 2025-08-04 | close_notice | issue_plan")
    lives(made, SAMPLE.format("2026-08-04"))
    number = made.project.number
    assert (number, state(number, 2025, 8, 5)) == ("GSB 05-0001-2025", "in_force")
    lives(made, "2026-08-04 | expire")
    assert (standing(made), state(number, 2026, 8, 5)) == (("expired", False), "withdrawn")
    lives(made, "+stability certificate | 2026-08-10 | prolong valid_until=2028-08-10")
    assert (standing(made), state(number, 2026, 8, 11)) == (("valid", False), "in_force")
    again = begun(
        "sample", facts={"batch": "again"}, form={"sample_class": "05"}, committee=made.committee
    )
    lives(again, "+proposal_form | order_again |" + SAMPLE.format("2030-01-01"))
    assert (standing(again), again.project.plan_number) == (("valid", False), "S2025002")
    lives(made, "2027-02-01 | discontinue")
    assert (standing(made), state(number, 2027, 2, 1)) == (("discontinued", True), "withdrawn")


def test_an_amendment_is_consulted_voted_and_holds_from_its_day():
    base = catalogue.edition("GB/T 8-2010")
    made = begun("amendment", edition=base, title_zh="第1号修改单")
    lives(
        made,
        "+amendment_draft explanation | open_consultation | 2025-09-01 | close_consultation"
        "| open_review | !review 8 | close_review | +approval_draft announcement | submit",
    )
    did = lives(made, "2025-09-15 | approve in_force_on=2025-12-01").register
    assert did["amendment_published"] == {
        "edition": "GB/T 8-2010/XG1-2025", "base": "GB/T 8-2010", "effective": "2025-12-01",
        "text": "",
    }  # fmt: skip
    lives(made, "2025-12-01 | come_into_force")
    assert standing(made) == ("in_force", True)


def test_a_withdrawal_ends_the_edition_on_its_day():
    catalogue.edition("GB 8-2010")
    made = begun("withdrawal", edition=found("GB 8-2010"), facts={"nature": "mandatory"})
    lives(made, "+reasons | open_consultation | 2025-09-10 | close_consultation | +announcement")
    assert refused(made, "decide withdrawn_on=2026-01-01") == [
        "The material “written opinion of the supervising department” is missing; hand it in first."
    ]
    lives(made, "+supervision_opinion | decide withdrawn_on=2026-01-01 | 2026-01-01 | withdraw")
    assert [state("GB 8-2010", *day) for day in ((2025, 12, 31), (2026, 1, 1))] == [
        "in_force", "withdrawn",
    ]  # fmt: skip


# From the plan to the edition, by what the procedures have in common; 60 days for comments.
MAKING = (
    "+consultation_draft explanation{draft} | open_consultation{asked} | {consulted}"
    "| close_consultation | +review_draft comment_table{review} | open_review{reviewers}"
    "| !review 8 | +minutes | close_review | +approval_draft{approval} | submit patents=none"
    "| approve | +announcement standard_text | publish in_force_on={on} | open_text"
)
NO_MORE = {"draft": "", "asked": "", "review": "", "reviewers": "", "approval": ""}
NOTICED = "| open_notice | 2025-08-04 | close_notice | issue_plan"


def making(**values):
    return MAKING.format(**NO_MORE | {"consulted": "2025-10-10"} | values)


def test_a_mandatory_standard_is_notified_to_the_wto_and_has_its_transition():
    old = catalogue.edition("GB 8-2010")
    made = begun(
        "national-mandatory", on=date(2025, 7, 1), facts={"urgency": "normal"}, replaces=[old]
    )
    lives(made, "+proposal_form first_draft" + NOTICED)
    to_the_wto, after = making(
        draft=" transition_proposal wto_decision", asked=" wto=notify",
        review=" supervision_opinion", reviewers=" reviewers=committee", on="2026-09-01",
    ).split("| 2025-10-10| close_consultation |")  # fmt: skip
    lives(
        made,
        to_the_wto
        + "| +notification_form | notify_wto | 2025-10-10 | close_consultation | close_wto",
    )
    with pytest.raises(NotAllowed) as told:
        lives(made, after.replace("2026-09-01", "2025-12-01"))
    assert told.value.sentence.en == (
        "“publish” is not possible now: “day of coming into force”: not before 2026-04-10."
        " If it must be earlier, hand in “reasons for a shorter transition” first."
    )
    lives(made, "publish in_force_on=2026-09-01 | open_text")
    assert (made.project.number, Text.objects.get().is_open) == ("GB 8-2025", True)
    assert [state("GB 8-2010", *day) for day in ((2026, 8, 31), (2026, 9, 1))] == [
        "in_force", "superseded",
    ]  # fmt: skip
    lives(made, "2026-09-01 | come_into_force | archive")
    assert standing(made) == ("archived", True)


@pytest.mark.parametrize(
    ("procedure", "facts", "form", "words", "review", "relation"),
    [
        ("adoption", {"adoption": "identical"}, {"adopts": {"number": "ISO 712:2009"}},
         "+proposal_form first_draft original", " translation",
         ("adopts", "ISO 712:2009", "IDT")),
        ("transposed", {}, {"converted_from": "T/EXAMPLE 7-2020"},
         "+proposal_form first_draft transfer_proposal good_practice experience",
         " copyright_statement", ("converted_from", "T/EXAMPLE 7-2020", "")),
    ],
)  # fmt: skip
def test_what_others_made_becomes_a_national_standard(
    procedure, facts, form, words, review, relation
):
    made = begun(procedure, "mirror_unit", facts=facts or None, form=form)
    lives(made, words + NOTICED)
    lives(
        made,
        making(review=review, approval=" copyright_check"[: 16 * bool(facts)], on="2026-05-01"),
    )
    record = said("GB/T 1-2025")
    assert [(one.type, one.target, one.degree) for one in record.relations] == [relation]
    assert (record.issued, record.effective, record.plan_number) == (
        "2025-10-10", "2026-05-01", "20250001-T-469",
    )  # fmt: skip


def test_three_provinces_publish_one_text_under_three_numbers_of_one_sequence():
    made = begun("local-joint", form={"code": "DB11/T", "beside": "DB12/T、DB13/T"})
    lives(made, "+proposal_form first_draft agreement | issue_plan")
    papers = " approval_beijing approval_tianjin approval_hebei"
    lives(made, making(approval=papers, on="2026-01-01"))
    assert made.project.number == "DB11/T 3001-2025/DB12/T 3001-2025/DB13/T 3001-2025"
    for one in ("beijing", "tianjin", "hebei"):
        lives(made, f"file_{one}")
    assert said("DB11/T 3001-2025").filing_number == "00001-2025、00002-2025、00003-2025"
    keys = found("DB11/T 3001-2025").number_keys.values_list("key", flat=True)
    assert sorted(keys) == ["db11t30012025", "db12t30012025", "db13t30012025"]
    lives(made, "2026-01-01 | come_into_force | archive")
    assert standing(made) == ("archived", True)


def test_a_plan_that_is_given_up_keeps_its_number():
    made = begun("guidance", on=date(2025, 7, 1))
    lives(made, "+proposal_form first_draft" + NOTICED)
    assert refused(made, "terminate") == [
        "“from the plan to submission” is not overdue (last day 2027-02-04)."
    ]
    lives(made, "+termination_request")
    did = lives(made, "abandon").register
    assert (standing(made), did["plan_terminated"]) == (
        ("terminated", True), {"plan_number": "20250001-Z-469", "number": ""},
    )  # fmt: skip
    late = begun("guidance", on=date(2024, 3, 1), committee=made.committee)
    noticed = NOTICED.replace("2025-08-04", "2024-04-08")
    lives(late, "+proposal_form first_draft" + noticed + "| 2026-04-01 | terminate")
    assert (late.project.plan_number, standing(late)) == ("20240001-Z-469", ("terminated", True))
    assert Edition.objects.count() == 0


def test_an_enterprise_declares_its_standard_itself():
    made = begun("enterprise", form={"code": "Q/EXAMPLE"})
    lives(made, "+proposal_form first_draft | issue_plan")
    lives(made, making(on="2026-01-01").replace(" patents=none", "").removesuffix("| open_text"))
    did = lives(made, "declare").register["self_declared"]
    assert did == {"edition": "Q/EXAMPLE 1-2025", "on": "2025-10-10"}
    assert made.project.form["self_declared"] == "2025-10-10"
    assert state("Q/EXAMPLE 1-2025", 2026, 1, 1) == "in_force"


def test_a_proposal_is_judged_before_it_is_made():
    made = begun("pre-review")
    lives(
        made,
        "+proposal_form first_draft science_project research_results | open_review | !review 8"
        "| +opinion | close_review",
    )
    assert (lives(made, "pass").register, standing(made)) == (
        {"pre_reviewed": {"on": "2025-07-01"}}, ("passed", True),
    )  # fmt: skip


REVIEW = (
    "begin | +review_form experience | open_ballot conclusion={} | !conclusion 8 | close_ballot"
)


@pytest.mark.parametrize(
    ("conclusion", "step", "ends"),
    [("confirm", "confirm", "confirmed"), ("revise", "revise", "revising"),
     ("withdraw", "withdraw", "withdrawing")],
)  # fmt: skip
def test_a_review_confirms_revises_or_withdraws(conclusion, step, ends):
    edition = catalogue.edition("GB/T 8-2010")
    made = begun("review", edition=edition)
    lives(made, REVIEW.format(conclusion) + "| +revision_proposal | submit | 2025-08-01 |" + step)
    assert (standing(made), state("GB/T 8-2010", 2025, 8, 1)) == ((ends, True), "in_force")
    assert said("GB/T 8-2010").reviewed == ("2025-08-01" if conclusion == "confirm" else "")
    waiting = revisions_to_begin()
    assert waiting == ([made.project] if conclusion == "revise" else [])
    for one in waiting:
        revision = Making(replaces=[edition], follows=one, committee=made.committee)
        assert (revision.project.follows, revisions_to_begin()) == (one, [])


def test_a_disclosed_patent_cannot_be_denied():
    made = begun("guidance", on=date(2025, 7, 1))
    lives(made, "+proposal_form first_draft" + NOTICED)
    before, _ = making(review=" reasons", on="2026-01-01").split("| submit patents=none")
    denied = (
        "“disclosure of essential patents” has been handed in; this is not possible while"
        " “essential patents” is “none”."
    )
    lives(made, before + "| submit patents=none | +patent_disclosure")
    assert refused(made, "approve") == [denied]
    lives(made, "send_back | open_review | !review 8 | close_review")
    assert refused(made, "submit patents=none") == [denied]
    lives(made, "submit patents=licensed")
    assert standing(made) == ("submitted", False)


def test_a_publication_that_fails_leaves_no_file(settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path
    made = approved()
    made.at(2024, 10, 10).materials("announcement", "standard_text")
    kept = sorted(tmp_path.rglob("*.*"))

    def broken(*_, **__):
        raise OSError("the line is down")

    monkeypatch.setattr(stepping, "tell_of_step", broken)
    with pytest.raises(OSError, match="line is down"):
        made.step("publish", in_force_on="2025-05-01")
    assert (Text.objects.count(), sorted(tmp_path.rglob("*.*"))) == (0, kept)
    monkeypatch.undo()
    made.step("publish", in_force_on="2025-05-01")
    assert len(sorted(tmp_path.rglob("*.*"))) == len(kept) + 2


def test_a_committee_is_set_up_and_its_members_change():
    new = committee(8, state="proposed", established=None)
    made = begun("committee-setup", "experts", committee=new, facts={"body": "committee"})
    lives(
        made,
        "+application | evaluate | +coordination expert_opinion | open_notice | 2025-08-25"
        "| close_notice | allow | +member_list charter system | submit_formation | +announcement",
    )
    new.refresh_from_db()
    assert new.state == "preparing"
    lives(made, "2025-09-01 | establish")
    new.refresh_from_db()
    assert (new.state, new.established, new.term_ends) == (
        "established", date(2025, 9, 1), date(2030, 9, 1),
    )  # fmt: skip
    change = begun("committee-members", committee=new, on=date(2025, 9, 2))
    lives(
        change,
        "+change_list | open_ballot | !change 8 | close_ballot | +registration | submit"
        "| +announcement | announce",
    )
    assert standing(change) == ("changed", True)
    seating = Seating(organisation=accounts.organisation(), name="示例新委员", side="users")
    with pytest.raises(RefusedError) as told:
        add_seat(committee=new, seating=seating, since=change.on, by=change.by("secretariat"))
    assert "its members vote on changes" in told.value.sentence.en
    made.on = change.on
    add_seat(committee=new, seating=seating, since=change.on, by=made.by("authority"))
    assert len(electorate(change.project, change.on, members=True)) == 9

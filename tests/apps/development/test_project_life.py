"""A project from its proposal to its plan and beyond, through the services, on real tables."""

from datetime import date

import pytest

from guiju.apps.accounts.models import Notice
from guiju.apps.development.models import Project, Remark, Round
from guiju.apps.development.selectors.cases import load, load_many
from guiju.apps.development.selectors.standards import ForeignCodeError
from guiju.apps.development.services.answering import answer_remarks
from guiju.apps.development.services.commenting import hide_remark
from guiju.apps.development.services.duties import extend_duty
from guiju.apps.development.services.errors import StaleProjectError
from guiju.apps.development.services.parties import appoint
from guiju.apps.development.services.publishing.context import StepContext
from guiju.apps.development.services.publishing.deciding import approved
from guiju.apps.development.services.publishing.errors import NotItsToReplaceError
from guiju.apps.development.services.starting import start_project
from guiju.apps.development.services.stepping import take_step
from guiju.apps.development.services.voting import cast_vote
from guiju.apps.journal.models import Event
from guiju.core.errors import RefusedError
from guiju.core.procedures.engine import NotAllowed
from tests.factories import accounts, catalogue
from tests.factories.development import (
    Making,
    administrator,
    committee,
    consulting,
    members,
    planned,
)

pytestmark = pytest.mark.django_db
MARCH = date(2024, 3, 1)


def answer(remark, disposition, by, reason=""):
    given = {"round": remark.round, "numbers": [remark.number]}
    answer_remarks(**given, disposition=disposition, reason=reason, by=by)


def refused(act, *given, **named):
    with pytest.raises(NotAllowed) as told:
        act(*given, **named)
    return [one.en for one in told.value.reasons]


def test_a_vote_without_quorum_is_repeated_and_the_plan_has_its_dates():
    made = Making(committee=committee(25))
    made.materials("proposal_form", "first_draft", "evaluation")
    made.step("open_proposal_ballot")
    made.votes("proposal", 18)
    assert refused(made.step, "close_proposal_ballot") != []
    made.at(2024, 4, 7).step("close_proposal_ballot")
    assert refused(made.step, "send_up") == ["“vote on the proposal” has not passed."] or refused(
        made.step, "send_up"
    )
    made.step("vote_again")
    made.step("open_proposal_ballot")
    made.votes("proposal", 19)
    made.at(2024, 5, 8).step("close_proposal_ballot")
    assert list(made.project.ballots.values_list("passed", "current")) == [
        (False, False),
        (True, True),
    ]
    made.step("send_up")
    made.step("open_notice")
    made.at(2024, 6, 11).step("close_notice")
    made.step("issue_plan")
    assert (made.project.state, made.project.stage, made.project.entered) == (
        "drafting", "20.20", date(2024, 6, 11),
    )  # fmt: skip
    assert (made.project.due, made.project.due_duty) == (date(2025, 12, 11), "making")


def test_each_act_is_one_event_and_those_concerned_are_told():
    made = Making()
    before = Event.objects.count()
    made.materials("proposal_form", "first_draft")
    made.materials("proposal_form")  # the same file again
    made.step("open_proposal_ballot")
    made.votes("proposal", 2)
    acts = list(Event.objects.order_by("number")[before:].values_list("action", flat=True))
    assert acts == [
        "development.hand_in", "development.hand_in", "development.take_step",
        "development.enter_papers",
    ]  # fmt: skip
    made.at(2024, 4, 7).step("close_proposal_ballot")
    told = Notice.objects.filter(user=made.people["proposer"])
    assert told.values_list("text_en", flat=True)[0] == (
        "Project “Example rice”: count the vote on the proposal."
        " Its state now: vote on the proposal counted."
    )


def test_the_case_read_back_is_the_case_that_was_kept():
    made = consulting()
    remark = made.remark()
    made.remark(text="另一条")
    answer(remark, "adopted", made.by("drafters"))
    case = load(made.project)
    assert [(one.kind, one.received, one.unanswered) for one in case.consultations] == [
        ("notice", 0, 0),
        ("main", 2, 1),
    ]
    assert [one.transition for one in case.history] == [
        "open_proposal_ballot", "close_proposal_ballot", "send_up", "open_notice",
        "close_notice", "issue_plan", "open_consultation",
    ]  # fmt: skip
    assert [one.duty for one in case.clocks] == ["making"]
    assert len(case.ballots[0].votes) == 8


def test_a_comment_is_answered_with_a_reason_and_a_better_answer_replaces_it():
    made = consulting()
    remark = made.remark()
    assert refused(answer, remark, "partly", made.by("drafters")) == [
        "What is not adopted whole needs a reason."
    ]
    with pytest.raises(RefusedError):
        answer(remark, "adopted", made.by("public"))
    for disposition, reason in (("adopted", ""), ("partly", "只采纳数值")):
        answer(remark, disposition, made.by("drafters"), reason)
    remark.refresh_from_db()
    assert (remark.standing, [one.disposition for one in remark.replies.all()]) == (
        "partly",
        ["partly", "adopted"],
    )
    assert load(made.project).unanswered("main") == 0
    insult = made.remark(text="示例辱骂")
    hide_remark(remark=insult, reason="与标准无关", by=made.by("committee"))
    assert load(made.project).unanswered("main") == 0
    assert made.remark(text="又一条").number == 3
    assert Remark.objects.filter(round__project=made.project).count() == 3


def test_who_has_no_role_is_told_so_and_who_comes_late_too():
    made = planned()
    stranger = accounts.viewer(accounts.user(), made.on)
    assert refused(take_step, project=made.project, transition="suspend", by=stranger) == [
        "This is for: standardization authority."
    ]
    with pytest.raises(StaleProjectError) as told:
        take_step(project=made.project, transition="suspend", by=made.by("authority"), seen=5)
    assert told.value.sentence.en == (
        "Since you opened the page, somebody did “issue the plan” in this project."
        " Look at its state and decide anew."
    )
    member = accounts.viewer(members(made.committee)[3], made.on)
    assert refused(cast_vote, project=made.project, kind="review", mark="for", by=member) == [
        "No ballot is open."
    ]


def test_an_extension_moves_the_last_day_once():
    made = planned()
    extend_duty(
        project=made.project, duty="making", count=3, reason="示例", by=made.by("committee")
    )
    made.project.refresh_from_db()
    assert made.project.due == date(2026, 1, 4)
    assert refused(
        extend_duty,
        project=made.project,
        duty="making",
        count=4,
        reason="",
        by=made.by("committee"),
    ) == ["At most 6 months in all.", "It may be extended 1 time(s) at most."]


def test_what_was_refused_stands_in_the_journal():
    made = planned()
    stranger = accounts.viewer(accounts.user("stranger"), made.on)
    refused(take_step, project=made.project, transition="suspend", by=stranger)
    event = Event.objects.latest("number")
    assert (event.actor, event.action, event.subject, event.details) == (
        "stranger",
        "development.refused",
        f"development.project:{made.project.pk}",
        {"act": "take_step", "transition": "suspend"},
    )
    made.project.refresh_from_db()
    assert made.project.state == "drafting"


def test_who_may_not_begin_a_project_is_told_and_journalled():
    body = accounts.organisation("示例主管部门")
    for role in ("department", "authority"):
        appoint(procedure_id="withdrawal", role=role, organisation=body, by=administrator(MARCH))
    outsider = accounts.viewer(accounts.user(), MARCH)
    with pytest.raises(NotAllowed):
        start_project(procedure_id="withdrawal", title_zh="示例", by=outsider)
    last = Event.objects.last()
    assert (last.action, last.details["act"]) == ("development.refused", "start_project")
    assert not Project.objects.exists()


@pytest.mark.parametrize(
    ("procedure", "given", "field"),
    [
        ("group", {"form": {"code": "GB/T"}}, "GB/T"),
        (
            "group",
            {"form": {"code": "T/EXAMPLE"}, "replaces": "GB/T 90001-2015"},
            "GB/T 90001-2015",
        ),
        ("national-mandatory", {"form": {"code": "T/EXAMPLE"}}, "T/EXAMPLE"),
    ],
)
def test_nobody_takes_the_code_or_ends_the_standard_of_another_body(procedure, given, field):
    if "replaces" in given:
        given = given | {"replaces": [catalogue.edition(given["replaces"])]}
    with pytest.raises((ForeignCodeError, NotItsToReplaceError)) as refused:
        Making(procedure, **given)
    assert refused.value.subject == field
    assert not Project.objects.exists()


def test_what_the_form_names_later_is_looked_at_before_it_is_approved():
    catalogue.edition("GB/T 90001-2015")
    made = Making("group", form={"code": "T/EXAMPLE"})
    made.project.form = {"code": "T/EXAMPLE", "replaces": "GB/T 90001-2015"}
    context = StepContext("approve", made.by("association"), {}, "")
    with pytest.raises(NotItsToReplaceError):
        approved(made.project, load(made.project), context)


def test_consultations_are_read_in_their_order_however_they_are_stored():
    made = consulting()
    last = made.project.rounds.last().number
    for number in (last + 2, last + 1):
        Round.objects.create(
            project=made.project,
            number=number,
            kind=f"kind {number}",
            opened=made.on,
            length={"key": "", "count": 1, "unit": "days", "basis": ""},
            last=made.on,
        )
    kinds = [one.kind for one in load(made.project).consultations]
    assert kinds[-2:] == [f"kind {last + 1}", f"kind {last + 2}"]
    (_, case), *_ = load_many(Project.objects.filter(pk=made.project.pk))
    assert [one.kind for one in case.consultations] == kinds

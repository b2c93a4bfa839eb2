"""The life of a standard through the engine: every step, and every refusal in a sentence."""

from datetime import date

import pytest

from guiju.core.procedures import acts
from guiju.core.procedures.ballots.model import Elector, Recusal, Vote
from guiju.core.procedures.case import Actor
from guiju.core.procedures.engine import NotAllowed, NoTransition, apply, possible, refusals, start
from guiju.core.procedures.files.rulebook import NoProcedure, procedure
from guiju.core.procedures.looking import on_day, open_duties, public_view
from tests.core.procedures.people import MEMBERS, Led, planned


def refused(call, *arguments, **named):
    with pytest.raises(NotAllowed) as caught:
        call(*arguments, **named)
    return [one.en for one in caught.value.reasons]


def test_a_standard_from_proposal_to_archive():
    led = Led("national-recommended", date(2024, 3, 1))
    led.materials("proposal_form", "first_draft", "evaluation", on=date(2024, 3, 1))
    led.step("open_proposal_ballot", date(2024, 3, 1), MEMBERS)
    led.votes("proposal", date(2024, 3, 4), 18)  # a quorum is missed by one
    assert refused(led.step, "close_proposal_ballot", date(2024, 3, 20)) == [
        "“vote on the proposal” is still running, and not all have voted (last day 2024-04-01)."
    ]  # 31 March is a Sunday
    led.step("close_proposal_ballot", date(2024, 4, 2))
    assert refused(led.step, "send_up", date(2024, 4, 2)) == [
        "“vote on the proposal” has not been passed; it cannot go on."
    ]
    led.step("vote_again", date(2024, 4, 2))
    led.step("open_proposal_ballot", date(2024, 4, 3), MEMBERS)
    led.votes("proposal", date(2024, 4, 8), 25)
    led.step("close_proposal_ballot", date(2024, 4, 9))  # all have voted
    led.step("send_up", date(2024, 4, 9))
    led.step("open_notice", date(2024, 4, 10))
    led.comment("notice")
    assert refused(led.step, "close_notice", date(2024, 5, 10)) == [
        "“public notice of the proposal” has not yet lasted as long as the law says (last day 2024-05-10)."
    ]
    led.step("close_notice", date(2024, 5, 11))
    assert refused(led.step, "issue_plan", date(2024, 5, 11)) == [
        "“public notice of the proposal” has comments without an answer: 1. Answer each of them."
    ]
    led.answer("notice", date(2024, 5, 13))
    led.step("issue_plan", date(2024, 5, 13))
    led.materials("consultation_draft", "explanation", on=date(2024, 8, 1))
    led.step("open_consultation", date(2024, 8, 5))
    for _ in range(3):
        led.comment("main")
    led.step("close_consultation", date(2024, 10, 9))  # 4 October rolls to the 8th
    led.materials("review_draft", "comment_table", on=date(2024, 11, 1))
    assert refused(led.step, "open_review", date(2024, 11, 1), MEMBERS) == [
        "“public consultation” has comments without an answer: 3. Answer each of them."
    ]
    for _ in range(2):
        led.answer("main", date(2024, 11, 1))
    led.answer("main", date(2024, 11, 1), "not_adopted", "超出范围")
    led.step("open_review", date(2024, 11, 1), MEMBERS)
    led.votes("review", date(2024, 11, 1), 13, 4, 2)
    led.materials("minutes", on=date(2024, 11, 1))
    led.step("close_review", date(2024, 11, 4))
    led.materials(
        "approval_letter",
        "approval_draft",
        "patent_declarations",
        "patent_disclosure",
        "patent_list",
        on=date(2024, 12, 2),
    )
    assert refused(led.step, "submit", date(2024, 12, 2)) == ["Say what “essential patents” is."]
    led.step("submit", date(2024, 12, 2), patents="licensed")
    assert refused(led.step, "approve", date(2024, 12, 2)) == [
        "“public notice of patents” has not been completed; complete it in its full length first."
    ]
    led.step("open_patent_notice", date(2024, 12, 2))
    led.step("close_patent_notice", date(2025, 1, 3))  # 1 January is a holiday
    led.step("approve", date(2025, 1, 3))
    led.materials("announcement", "standard_text", on=date(2025, 1, 6))
    led.step("publish", date(2025, 1, 6), in_force_on="2025-07-01")
    assert refused(led.step, "come_into_force", date(2025, 6, 30)) == [
        "The day of “day of coming into force” has not come yet (last day 2025-07-01)."
    ]
    led.step("come_into_force", date(2025, 7, 1))
    assert refused(led.step, "archive", date(2025, 7, 1)) == [
        "“opening the text” has not been done; do it first."
    ]
    led.step("open_text", date(2025, 7, 1))
    led.step("archive", date(2025, 7, 2))
    assert led.case.state == "archived"
    assert [one for one in led.effects if not one.startswith(("ballot", "consult", "begun"))] == [
        "plan_issued", "approved", "number_assigned", "announced", "edition_published",
        "edition_in_force", "edition_superseded", "text_opened",
    ]  # fmt: skip
    assert [len(one.votes) for one in led.case.ballots] == [18, 25, 19]
    assert refused(led.materials, "minutes", on=date(2025, 7, 3)) == ["The case has ended."]


def test_who_may_and_when():
    led = Led("national-recommended", date(2024, 3, 1))
    stranger = Actor("x", frozenset())
    found = led.procedure
    assert [
        one.zh for one in refusals(found, led.case, "drop", by=stranger, on=date(2024, 3, 1))
    ] == ["这一步由技术委员会秘书处办理。"]
    assert [
        one.zh for one in refusals(found, led.case, "approve", by=led.by, on=date(2024, 3, 1))
    ] == ["目前处于“项目提案”，这一步只能在“报批”时进行。"]
    assert [one.id for one in possible(found, led.case, by=led.by, on=date(2024, 3, 1))] == ["drop"]
    led.materials("proposal_form", "first_draft", on=date(2024, 3, 1))
    assert refused(led.step, "open_proposal_ballot", date(2024, 3, 1)) == [
        "Name those who are entitled to vote."
    ]
    twice = (Elector("m"), Elector("m"))
    assert refused(led.step, "open_proposal_ballot", date(2024, 3, 1), twice) == [
        "Somebody stands twice among those entitled to vote."
    ]
    led.step("open_proposal_ballot", date(2024, 3, 4), MEMBERS)
    led.votes("proposal", date(2024, 3, 4), 25)
    assert refused(led.step, "close_proposal_ballot", date(2024, 3, 3)) == [
        "The day 2024-03-03 is before the step before it (2024-03-04)."
    ]
    with pytest.raises(NoTransition):
        led.step("publish_anyway", date(2024, 3, 4))


def test_a_refused_step_changes_nothing_and_names_all_that_is_missing():
    led = planned()
    before = led.case
    assert refused(led.step, "open_consultation", date(2024, 5, 6)) == [
        "The material “draft for comments” is missing; hand it in first.",
        "The material “explanatory report” is missing; hand it in first.",
    ]
    assert led.case == before
    assert refused(led.step, "open_consultation", date(2024, 5, 6), patents="none")[2:] == [
        "This step does not ask for “patents”."
    ]


def test_a_case_keeps_its_version_and_its_numbers():
    with pytest.raises(NoProcedure):
        procedure("national-recommended", date(2023, 2, 28))
    found = procedure("adoption", date(2025, 6, 1))
    actor = Actor("x", frozenset({"authority"}))
    assert refused(start, found, name="a", by=actor, on=date(2025, 5, 31), facts={}) == [
        "Say what “degree of adoption” is.",
        "The procedure is not in force on 2025-05-31.",
    ]


def test_an_extension_is_asked_early_once_and_within_the_limit():
    led = planned()  # 18 months from 2 April 2024: 2 October 2025 rolls to the 9th
    found = led.procedure
    ask = {"by": led.by, "on": date(2025, 9, 1)}
    assert refused(acts.extend, found, led.case, "making", count=7, **ask) == [
        "At most 6 months in all."
    ]
    assert refused(acts.extend, found, led.case, "making", count=0, **ask) == [
        "At most 6 months in all."
    ]
    late = {"by": led.by, "on": date(2025, 9, 10)}
    assert refused(acts.extend, found, led.case, "making", count=6, **late) == [
        "It must be asked at least 30 days before 2025-10-09."
    ]
    edge = acts.extend(found, led.case, "making", count=6, by=led.by, on=date(2025, 9, 9))
    (duty,) = open_duties(found, edge, date(2025, 9, 9))
    assert (duty.owner, duty.due.day, duty.overdue) == ("committee", date(2026, 4, 2), False)
    assert refused(acts.extend, found, edge, "making", count=1, **ask) == [
        "At most 6 months in all.",
        "It may be extended 1 time(s) at most.",
    ]
    stranger = {"by": Actor("x", frozenset()), "on": date(2025, 9, 1)}
    assert refused(acts.extend, found, led.case, "making", count=1, **stranger) == [
        "It is for: secretariat of the committee."
    ]


def test_a_suspended_plan_is_not_overdue_and_an_overdue_one_is_terminated():
    led = planned()
    led.step("suspend", date(2024, 5, 6))
    (duty,) = open_duties(led.procedure, led.case, date(2026, 6, 1))
    assert (duty.due, duty.overdue) == (None, False)
    led.step("resume", date(2024, 6, 5))  # thirty days later
    (duty,) = open_duties(led.procedure, led.case, date(2024, 6, 5))
    assert duty.due.day == date(2025, 11, 3)  # 1 November is a Saturday
    assert refused(led.step, "terminate", date(2025, 11, 3)) == [
        "“from the plan to submission” is not overdue (last day 2025-11-03)."
    ]
    led.step("terminate", date(2025, 11, 4))
    assert (led.case.state, led.effects[-1]) == ("terminated", "plan_terminated")
    assert open_duties(led.procedure, led.case, date(2025, 11, 4)) == ()


def test_votes_and_recusals_through_the_door():
    led = Led("national-recommended", date(2024, 3, 1))
    paper = Vote("m1", ("for",), date(2024, 3, 4))
    assert refused(acts.vote, led.procedure, led.case, "proposal", paper=paper) == [
        "No ballot is open."
    ]
    led.materials("proposal_form", "first_draft", on=date(2024, 3, 1))
    led.step("open_proposal_ballot", date(2024, 3, 4), MEMBERS)
    stranger = Vote("x", ("for",), date(2024, 3, 4))
    assert refused(acts.vote, led.procedure, led.case, "proposal", paper=stranger) == [
        "“x” is not entitled to vote here, or stands aside."
    ]
    aside = acts.stand_aside(led.procedure, led.case, "proposal", who=Recusal("m1", "参与起草"))
    assert refused(acts.vote, led.procedure, aside, "proposal", paper=paper) == [
        "“m1” is not entitled to vote here, or stands aside."
    ]
    early = Vote("m1", ("for",), date(2024, 3, 1))
    assert refused(acts.vote, led.procedure, led.case, "proposal", paper=early) == [
        "The vote is dated before the ballot opened."
    ]
    assert refused(acts.stand_aside, led.procedure, led.case, "proposal", who=Recusal("x", "")) == [
        "“x” is not entitled to vote.",
        "Standing aside needs a reason.",
    ]


def test_drafters_do_not_vote_in_an_expert_group():
    led = Led("national-mandatory", date(2024, 3, 1), urgency="urgent")
    experts = tuple(Elector(f"e{at}") for at in range(15))
    drafter = Elector("d", roles=frozenset({"drafters"}))
    led.materials("proposal_form", "first_draft", on=date(2024, 3, 1))
    led.step("open_notice", date(2024, 3, 1))
    led.step("close_notice", date(2024, 3, 9))  # urgent: seven days
    led.step("issue_plan", date(2024, 3, 11))
    led.materials(
        "consultation_draft", "explanation", "transition_proposal", "wto_decision",
        "notification_form", "review_draft", "comment_table", "supervision_opinion",
        on=date(2024, 3, 11),
    )  # fmt: skip
    led.step("open_consultation", date(2024, 3, 11), wto="notify")
    led.step("notify_wto", date(2024, 3, 12))
    led.step("close_consultation", date(2024, 4, 11))  # urgent: thirty days
    assert refused(led.step, "open_review", date(2024, 4, 11), experts, reviewers="experts") == [
        "“comments on the WTO notification” has not been completed; complete it in its full length first."
    ]
    led.step("close_wto", date(2024, 5, 12))  # sixty days end on a made-up Saturday
    assert refused(led.step, "open_review", date(2024, 5, 13), (drafter,), reviewers="experts") == [
        "Name those who are entitled to vote."
    ]
    led.step("open_review", date(2024, 5, 13), (*experts, drafter), reviewers="experts")
    assert [one.person for one in led.case.ballot("review").electors] == [
        one.person for one in experts
    ]


def test_comments_keep_their_round_and_their_answers():
    led = planned()
    led.materials("consultation_draft", "explanation", on=date(2024, 5, 6))
    assert refused(led.comment, "main") == ["No consultation is open."]
    led.step("open_consultation", date(2024, 5, 6))
    assert refused(led.comment, "main", " ") == ["The comment is empty."]
    assert led.comment("main") == 1
    led.step("close_consultation", date(2024, 7, 8))
    assert refused(led.answer, "main", date(2024, 7, 8), "partly") == [
        "What is not adopted whole needs a reason."
    ]
    led.step("consult_again", date(2024, 7, 8))
    led.step("open_consultation", date(2024, 7, 9))
    assert led.comment("main") == 2
    assert [(one.received, one.unanswered) for one in led.case.consultations[-2:]] == [
        (1, 1),
        (1, 1),
    ]
    assert on_day(led.case, date(2024, 7, 10)).unanswered("main") == 2
    assert on_day(led.case, date(2024, 7, 10)).consultation("main") == "short"
    led.answer("main", date(2024, 7, 10), round_no=-2)
    led.answer("main", date(2024, 7, 10), "partly", "更好的理由", round_no=-2, first=False)
    assert led.case.unanswered("main") == 1
    led.by = Actor("someone", frozenset({"public"}))
    assert refused(led.answer, "main", date(2024, 7, 10)) == [
        "Answered by: drafting group, secretariat of the committee."
    ]


def test_what_the_public_sees():
    led = planned()
    seen = public_view(led.procedure, led.case)
    assert (seen.state.zh, seen.stage, seen.shows) == (
        "起草",
        "20.20",
        ("title", "progress", "plan"),
    )
    assert (seen.materials, seen.open_until) == (("proposal_form", "first_draft"), {})
    led.materials("consultation_draft", "explanation", on=date(2024, 5, 6))
    led.step("open_consultation", date(2024, 5, 6))
    seen = public_view(led.procedure, led.case)
    assert seen.materials == ("proposal_form", "first_draft", "consultation_draft", "explanation")
    assert {key: one.day for key, one in seen.open_until.items()} == {"main": date(2024, 7, 5)}


def test_a_step_is_a_value_and_the_old_case_stays():
    led = planned()
    before = led.case
    apply(led.procedure, led.case, "suspend", by=led.by, on=date(2024, 5, 6))
    assert (before.state, before.clocks[-1].paused) == ("drafting", False)


def test_a_period_that_ends_in_an_unknown_year_is_refused_with_a_sentence():
    led = Led("group", date(2026, 11, 2))
    led.materials(
        "proposal_form", "first_draft", "consultation_draft", "explanation", on=date(2026, 11, 2)
    )
    led.step("issue_plan", date(2026, 11, 2))
    led.step("open_consultation", date(2026, 12, 7))
    assert refused(led.step, "close_consultation", date(2027, 1, 6)) == [
        "“public consultation” has not yet lasted as long as the law says (last day 2027-01-06)."
    ]
    assert refused(led.step, "close_consultation", date(2027, 1, 7)) == [
        "The rulebook has no holiday notice of 2027, so whether 2027-01-06 is a working day is not "
        "known. Add the year in rulebook/calendar when the notice is published."
    ]

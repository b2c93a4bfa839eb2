"""Days that are named, cases that fall due, variants of ballots, waivers and twins: golden cases."""

from datetime import date
from functools import cache

import pytest

from guiju.core.procedures.ballots.model import Elector
from guiju.core.procedures.case import Actor, HandedIn
from guiju.core.procedures.days import earliest, falls_due, to_begin
from guiju.core.procedures.engine import NotAllowed, refusals, start
from guiju.core.procedures.files.reading import read_procedure
from guiju.core.procedures.files.rulebook import procedure
from guiju.core.procedures.model import Earliest
from tests.core.procedures.people import MEMBERS, Led
from tests.core.procedures.replay import Replay
from tests.core.procedures.small import SMALL

EXPERTS = tuple(Elector(f"e{at}") for at in range(15))


def refused(call, *arguments, **named):
    with pytest.raises(NotAllowed) as caught:
        call(*arguments, **named)
    return [one.en for one in caught.value.reasons]


@cache
def replay_of(key):
    return Replay(procedure(key, date(2026, 1, 5)))


def at(key, state, **facts):
    """A case led by the shortest course to a state, under these facts."""
    replay = replay_of(key)
    targets = [
        one
        for one in replay.parents
        if one.state == state and facts.items() <= one.facts.items() and not one.unanswered_
    ]
    target = min(targets, key=lambda one: len(one.materials))
    led = Led.__new__(Led)
    led.procedure, led.by, led.effects = replay.procedure, replay.by, []
    led.case, on = replay.case(target)
    return led, on


@pytest.mark.parametrize(
    ("limit", "in_hand", "on", "first"),
    [
        (Earliest("", ""), (), date(2026, 3, 2), date(2026, 3, 2)),
        (Earliest("procedures.transition_mandatory", "r"), (), date(2026, 3, 2), date(2026, 9, 2)),
        (Earliest("procedures.transition_mandatory", "r"), (), date(2025, 8, 31), date(2026, 2, 28)),
        (Earliest("procedures.transition_mandatory", "r"), ("r",), date(2026, 3, 2), date(2026, 3, 2)),
        (Earliest("procedures.transition_mandatory", "r"), ("s",), date(2026, 3, 2), date(2026, 9, 2)),
    ],
)  # fmt: skip
def test_the_earliest_day(limit, in_hand, on, first):
    assert earliest(limit, [HandedIn(one, "x", on) for one in in_hand], on) == first


def test_a_mandatory_standard_leaves_time_to_change_over_or_says_why_not():
    led, on = at("national-mandatory", "approved")
    led.materials("announcement", "standard_text", "transition_proposal", on=on)
    soon = on.replace(day=28).isoformat()
    (sentence,) = refused(led.step, "publish", on, in_force_on=soon)
    assert sentence.endswith(
        "If it must be earlier, hand in “reasons for a shorter transition” first."
    )
    led.materials("short_transition", on=on)
    (sentence,) = refused(led.step, "publish", on, in_force_on="2020-01-01")
    assert sentence == f"“day of coming into force”: not before {on}."
    led.step("publish", on, in_force_on=on.isoformat())
    assert led.case.state == "published"


def test_without_its_limit_a_day_may_be_any():
    loose = SMALL.replace("asks: [day], basis", "basis").replace(
        "asks: [urgent]", "asks: [urgent, day]"
    )
    strict = loose.replace("title: [实施日期, day]}", "title: [实施日期, day], earliest: step}")
    on, by = date(2026, 3, 2), Actor("x", frozenset({"clerk"}))
    results = []
    for text in (strict, loose):
        led = Led.__new__(Led)
        led.procedure, led.by, led.effects = read_procedure(text, "example.yaml"), by, []
        led.case = start(led.procedure, name="示例", by=by, on=on)
        try:
            led.step("ask", on, urgent="no", day="2026-03-01")
            results.append([])
        except NotAllowed as error:
            results.append([one.en for one in error.reasons])
    assert results == [["“day”: not before 2026-03-02."], []]


@pytest.mark.parametrize(
    ("key", "last", "facts", "due", "begins"),
    [
        ("review", date(2021, 3, 1), {}, date(2026, 3, 2), date(2026, 3, 2)),  # a Sunday
        ("review", date(2021, 3, 1), {"document": "guidance"}, date(2024, 3, 1), date(2024, 3, 1)),
        ("committee-renewal", date(2021, 6, 1), {}, date(2026, 6, 1), date(2025, 12, 1)),
        ("withdrawal", date(2021, 6, 1), {}, None, None),
    ],
)
def test_what_falls_due_by_itself(key, last, facts, due, begins):
    found = procedure(key, date(2026, 1, 5))
    day = falls_due(found, last, facts)
    assert (day and day.day, to_begin(found, last, facts)) == (due, begins)


def test_a_ballot_is_held_as_the_facts_say():
    drafter = Elector("d", roles=frozenset({"drafters"}))
    kinds = {}
    for who in ("experts", "committee"):
        led, on = at("national-mandatory", "resolving", wto="none")
        led.materials(*led.procedure.materials, on=on)
        led.step("open_review", on, (*EXPERTS, drafter), reviewers=who)
        ballot = led.case.ballot("review")
        kinds[who] = (ballot.rule.id, len(ballot.electors))
    assert kinds == {"experts": ("expert_group", 15), "committee": ("committee", 16)}


def test_a_refused_licence_keeps_the_clauses_out():
    led, on = at("national-recommended", "submitted", patents="refused")
    assert "This is not possible while “essential patents” is “a holder refuses a licence”." in [
        one.en for one in refusals(led.procedure, led.case, "approve", by=led.by, on=on)
    ]
    led.step("send_back", on)
    led.step("open_review", on, MEMBERS)
    led.votes("review", on, 25)
    led.step("close_review", on)
    led.step("submit", on, patents="none")
    led.step("approve", on)
    assert led.case.state == "approved"


def test_consultation_is_skipped_only_by_a_recorded_waiver():
    for track, waiver, says in (
        ("c", "none", ["This is possible only when “whether consultation is waived” is “waived”."]),
        ("b", "granted", ["This is possible only when “kind of fast track” is “C (revision or conversion of a standard)”."]),
    ):  # fmt: skip
        led, on = at("national-fast-track", "planned", track=track, waiver=waiver)
        led.materials("waiver_decision", on=on)
        assert refused(led.step, "skip_consultation", on) == says
    led, on = at("national-fast-track", "planned", track="c", waiver="granted")
    assert refused(led.step, "skip_consultation", on) == [
        "The material “decision to waive consultation with reasons” is missing; hand it in first."
    ]
    led.materials("waiver_decision", on=on)
    led.step("skip_consultation", on)
    assert (led.case.state, led.effects) == ("resolving", ["consultation_waived"])


def test_a_translation_keeps_step_with_its_chinese_twin():
    led, on = at("translation", "approved", twin="together")
    led.materials("announcement", on=on)
    assert refused(led.step, "publish", on) == [
        "The material “Chinese edition as published” is missing; hand it in first."
    ]
    led.materials("chinese_edition", on=on)
    led.step("publish", on)
    with pytest.raises(NotAllowed):
        led.step("withdraw", on)
    led.materials("chinese_end", on=on)
    led.step("withdraw", on)
    assert led.effects[-1] == "translation_withdrawn"


def test_anybody_may_disclose_a_patent_at_any_stage():
    led, on = at("group", "in_force")
    led.by = Actor("stranger", frozenset())
    before = len(led.case.materials)
    led.materials("patent_disclosure", on=on)
    assert len(led.case.materials) == before + 1
    with pytest.raises(NotAllowed):
        led.materials("patent_declarations", on=on)


def test_a_subcommittee_needs_the_vote_of_its_parent():
    parents = {}
    for body in ("committee", "subcommittee"):
        led, on = at("committee-setup", "filed", body=body)
        led.materials("application", on=on)
        parents[body] = [
            one
            for one in ("open_parent_ballot", "evaluate")
            if not refusals(led.procedure, led.case, one, by=led.by, on=on)
        ]
    assert parents == {"committee": ["evaluate"], "subcommittee": ["open_parent_ballot"]}

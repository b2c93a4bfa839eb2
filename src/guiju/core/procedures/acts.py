"""What happens within a state (状态内的行为): materials, comments, answers, votes, extensions.

None of them changes the state; each returns the next case or raises NotAllowed.
"""

from dataclasses import replace
from datetime import date, timedelta

from guiju.core.errors import Bilingual
from guiju.core.params import param
from guiju.core.procedures.ballots.counting import entitled
from guiju.core.procedures.ballots.model import Ballot, Recusal, Vote
from guiju.core.procedures.calendar.files import calendar
from guiju.core.procedures.calendar.periods import Period, period
from guiju.core.procedures.case import Actor, Answer, Case, HandedIn, Held
from guiju.core.procedures.engine import NotAllowed
from guiju.core.procedures.model import Procedure


def hand_in(
    procedure: Procedure, case: Case, material: str, *, by: Actor, on: date, reference: str = ""
) -> Case:
    """A new version of a material (提交材料)."""
    kind = procedure.materials[material]
    reasons = _ended(procedure, case)
    if not procedure.admits(by.roles, kind.by):
        reasons += [
            _belongs_to(procedure, kind.by, "这份材料由{}提交。", "It is handed in by: {}.")
        ]
    _refuse(kind.title, reasons)
    return replace(case, materials=(*case.materials, HandedIn(material, by.person, on, reference)))


def comment(procedure: Procedure, case: Case, kind: str, *, text: str) -> tuple[Case, int]:
    """A comment on what is out for comments (提出意见), as long as that is open; and its number."""
    held = case.round(kind)
    reasons = _ended(procedure, case)
    if held is None or held.closed is not None:
        reasons += [Bilingual("目前没有在征求意见。", "No consultation is open.")]
    if not text.strip():
        reasons += [Bilingual("意见内容为空。", "The comment is empty.")]
    _refuse(procedure.consultations[kind].title, reasons)
    no = 1 + sum(one.received for one in case.consultations)
    return _counted(case, held, received=1, unanswered=1), no


def answer(
    procedure: Procedure, case: Case, held: Held, *, by: Actor, found: Answer, first: bool
) -> Case:
    """The answer to a comment of a round (意见处理), its `first` or a better one.

    What is not adopted as it stands needs a reason.
    """
    kind = procedure.consultations[held.kind]
    reasons = _ended(procedure, case)
    if not by.roles & set(kind.answered_by):
        reasons += [_belongs_to(procedure, kind.answered_by, "意见由{}处理。", "Answered by: {}.")]
    if found.disposition != "adopted" and not found.reason.strip():
        reasons += [
            Bilingual("部分采纳或不采纳应当说明理由。", "What is not adopted whole needs a reason.")
        ]
    _refuse(Bilingual("处理意见", "answering a comment"), reasons)
    return _counted(case, held, unanswered=-1) if first else case


def strike(procedure: Procedure, case: Case, held: Held, *, by: Actor, answered: bool) -> Case:
    """A comment that is none (不作为意见), such as an insult: kept, no longer counted."""
    kind = procedure.consultations[held.kind]
    reasons = _ended(procedure, case)
    if not by.roles & set(kind.answered_by):
        reasons += [_belongs_to(procedure, kind.answered_by, "意见由{}处理。", "Answered by: {}.")]
    _refuse(Bilingual("不作为意见", "striking a comment"), reasons)
    return case if answered else _counted(case, held, unanswered=-1)


def _counted(case: Case, held: Held | None, *, received: int = 0, unanswered: int = 0) -> Case:
    return replace(
        case,
        consultations=tuple(
            replace(one, received=one.received + received, unanswered=one.unanswered + unanswered)
            if one is held
            else one
            for one in case.consultations
        ),
    )


def vote(procedure: Procedure, case: Case, kind: str, *, paper: Vote) -> Case:
    """A ballot paper (投票): kept as it came in, also when it is spoilt or late."""
    ballot, reasons = _open_ballot(procedure, case, kind)
    if ballot and paper.person not in {one.person for one in entitled(ballot)}:
        reasons += [
            Bilingual(
                f"“{paper.person}”不在本次表决的名单中，或已回避。",
                f"“{paper.person}” is not entitled to vote here, or stands aside.",
            )
        ]
    if ballot and paper.on < ballot.opened:
        reasons += [
            Bilingual("投票日期早于表决开始。", "The vote is dated before the ballot opened.")
        ]
    _refuse(procedure.ballots[kind].title, reasons)
    return replace(
        case,
        ballots=tuple(
            replace(one, votes=(*one.votes, paper)) if one is ballot else one
            for one in case.ballots
        ),
    )


def stand_aside(procedure: Procedure, case: Case, kind: str, *, who: Recusal) -> Case:
    """An elector stands aside (回避): no longer counted, neither with a vote nor in the quorum."""
    ballot, reasons = _open_ballot(procedure, case, kind)
    if ballot and who.person not in {one.person for one in entitled(ballot)}:
        reasons += [
            Bilingual(f"“{who.person}”没有表决权。", f"“{who.person}” is not entitled to vote.")
        ]
    if not who.reason.strip():
        reasons += [Bilingual("回避应当说明理由。", "Standing aside needs a reason.")]
    _refuse(procedure.ballots[kind].title, reasons)
    return replace(
        case,
        ballots=tuple(
            replace(one, recusals=(*one.recusals, who)) if one is ballot else one
            for one in case.ballots
        ),
    )


def extend(procedure: Procedure, case: Case, duty: str, *, by: Actor, count: int, on: date) -> Case:
    """More time for a duty (延期): as much, as early and as often as the law allows."""
    kind, clock = procedure.duties[duty], case.clock(duty)
    reasons = _ended(procedure, case)
    if kind.owner not in by.roles:
        owner = procedure.roles[kind.owner].title
        reasons += [Bilingual(f"由{owner.zh}提出。", f"It is for: {owner.en}.")]
    if clock is None or clock.paused or kind.extension is None:
        reasons += [
            Bilingual("没有可以延期的时限。", "There is no period here that may be extended.")
        ]
        raise NotAllowed(kind.title, tuple(reasons))
    limit = period(kind.extension.at_most, clock.started)
    used = sum(one.count for one in clock.extensions)
    if count < 1 or used + count > limit.count:
        reasons += [
            Bilingual(f"延期合计不得超过 {limit.says.zh}。", f"At most {limit.says.en} in all.")
        ]
    times = int(param(kind.extension.times, clock.started))
    if len(clock.extensions) >= times:
        reasons += [
            Bilingual(f"最多延期 {times} 次。", f"It may be extended {times} time(s) at most.")
        ]
    early = int(param(kind.extension.asked_before, clock.started))
    due = clock.due(calendar())
    if due and on > due.day - timedelta(days=early):
        reasons += [
            Bilingual(
                f"应当在 {due.day} 届满前至少 {early} 日提出。",
                f"It must be asked at least {early} days before {due.day}.",
            )
        ]
    _refuse(kind.title, reasons)
    longer = replace(
        clock,
        extensions=(*clock.extensions, Period(limit.key, count, limit.unit, limit.basis)),
    )
    return replace(case, clocks=tuple(longer if one is clock else one for one in case.clocks))


def _open_ballot(
    procedure: Procedure, case: Case, kind: str
) -> tuple[Ballot | None, list[Bilingual]]:
    ballot, reasons = case.ballot(kind), _ended(procedure, case)
    if ballot is None or ballot.closed is not None:
        reasons += [Bilingual("目前没有在表决。", "No ballot is open.")]
    return ballot, reasons


def _ended(procedure: Procedure, case: Case) -> list[Bilingual]:
    if not procedure.states[case.state].ends:
        return []
    return [Bilingual("办件已经结束。", "The case has ended.")]


def _belongs_to(procedure: Procedure, ids: tuple[str, ...], zh: str, en: str) -> Bilingual:
    roles = [procedure.roles[one].title for one in ids]
    return Bilingual(
        zh.format("、".join(one.zh for one in roles)), en.format(", ".join(one.en for one in roles))
    )


def _refuse(title: Bilingual, reasons: list[Bilingual]) -> None:
    if reasons:
        raise NotAllowed(title, tuple(reasons))

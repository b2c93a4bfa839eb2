"""Counting, in whole numbers and fractions (计票): no rounding stands between a vote and its result."""

from collections.abc import Iterable
from fractions import Fraction

from guiju.core.errors import Bilingual
from guiju.core.procedures.ballots.model import (
    BOUNDS,
    COUNTS,
    MARKS,
    Ballot,
    Check,
    Condition,
    Elector,
    Rule,
    Tally,
    Vote,
)


def entitled(ballot: Ballot) -> tuple[Elector, ...]:
    """The electorate without those who stand aside."""
    aside = {one.person for one in ballot.recusals}
    return tuple(one for one in ballot.electors if one.person not in aside)


def is_valid(vote: Vote, rule: Rule) -> bool:
    """Exactly one mark that the paper has; against only with reasons, where the rule asks for them."""
    if len(vote.marks) != 1 or vote.marks[0] not in MARKS:
        return False
    return not (rule.against_needs_reasons and vote.marks == ("against",) and not vote.reasons)


def last_papers(ballot: Ballot) -> dict[str, Vote]:
    """The last paper of each elector that came in time: it replaces the earlier ones."""
    electors = {one.person for one in entitled(ballot)}
    return {
        one.person: one for one in ballot.votes if one.person in electors and in_time(ballot, one)
    }


def in_time(ballot: Ballot, vote: Vote) -> bool:
    return ballot.last is None or vote.on <= ballot.last


def tally(ballot: Ballot) -> Tally:
    """The result of a ballot, from its papers alone."""
    papers = last_papers(ballot)
    valid = {person: one for person, one in papers.items() if is_valid(one, ballot.rule)}
    late = {one.person for one in ballot.votes if not in_time(ballot, one)}
    return Tally(
        counted=_counts(entitled(ballot), ballot.rule, papers, valid),
        abstained=sum(one.marks == ("abstain",) for one in valid.values()),
        invalid=tuple(sorted(papers.keys() - valid.keys())),
        late=tuple(sorted(late - papers.keys())),
        recused=tuple(one.person for one in ballot.recusals),
        checks=tuple(_check(one, ballot, papers, valid) for one in ballot.rule.conditions),
    )


def all_have_voted(ballot: Ballot) -> bool:
    return last_papers(ballot).keys() == {one.person for one in entitled(ballot)}


def _counts(
    electors: Iterable[Elector], rule: Rule, papers: dict[str, Vote], valid: dict[str, Vote]
) -> dict[str, int]:
    people = {one.person for one in electors}
    marks = [one.marks[0] for person, one in valid.items() if person in people]
    deciding = sum(mark != "abstain" for mark in marks)
    unmarked = len(papers.keys() & people) - len(marks)
    return {
        "electorate": len(people),
        "participants": deciding
        + (len(marks) - deciding if rule.abstentions else 0)
        + (unmarked if rule.invalid else 0),
        "votes": deciding,
        "for": marks.count("for"),
        "against": marks.count("against"),
    }


def _check(
    condition: Condition, ballot: Ballot, papers: dict[str, Vote], valid: dict[str, Vote]
) -> Check:
    electors = [
        one for one in entitled(ballot) if not condition.among or one.seat == condition.among
    ]
    counts = _counts(electors, ballot.rule, papers, valid)
    found = counts[condition.counted]
    base = counts[condition.of] if condition.of else 1
    needed = condition.share * base
    # Of nobody, no share is a majority: an empty ballot passes nothing.
    held = base > 0 and _bounded(found, condition, needed)
    return Check(condition, found, needed, held, _sentence(condition, found, base, needed, held))


def _bounded(found: int, condition: Condition, needed: Fraction) -> bool:
    return {
        "at_least": found >= needed,
        "more_than": found > needed,
        "at_most": found <= needed,
        "fewer_than": found < needed,
    }[condition.bound]


def _sentence(
    condition: Condition, found: int, base: int, needed: Fraction, held: bool
) -> Bilingual:
    what, bound = COUNTS[condition.counted], BOUNDS[condition.bound]
    seat = f"（{condition.among}）" if condition.among else ""
    among = f" ({condition.among})" if condition.among else ""
    verdict = ("符合", "holds") if held else ("不符合", "does not hold")
    if not condition.of:
        zh, en = f"{needed} 人", f"{needed}"
    else:
        of = COUNTS[condition.of]
        zh = f"{of.zh} {base} 人的 {condition.share}，即 {_number(needed)}"
        en = f"{condition.share} of {base} ({of.en}), that is {_number(needed)}"
    return Bilingual(
        f"{what.zh}{seat} {found} 人，{bound.zh}{zh}：{verdict[0]}。",
        f"{found} {what.en}{among}; {bound.en} {en}: {verdict[1]}.",
    )


def _number(value: Fraction) -> str:
    """A whole number, or a mixed one: 18 3/4."""
    whole, rest = divmod(value, 1)
    if not rest:
        return str(whole)
    return f"{whole} {rest}" if whole else str(rest)

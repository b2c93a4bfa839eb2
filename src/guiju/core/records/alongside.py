"""Why two editions of one standard are in force on one day (新旧版本并行)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from guiju.core.errors import Bilingual
from guiju.core.records.deduction import Deduction, deduce
from guiju.core.records.facts import ALWAYS, NEVER, Alongside, Claim, Facts, Span
from guiju.core.records.partial import chinese_year, english_when, parse_or_none
from guiju.core.records.span import state_of_span


def with_editions(lives: Sequence[tuple[str, Facts]]) -> list[Facts]:
    """The facts of the editions of one work, oldest first, each told of the others."""
    found = [(number, facts, deduce(facts)) for number, facts in lives]
    told: list[list[Alongside]] = [[] for _ in found]
    for at, (number, facts, older) in enumerate(found):
        for later, (other, _, newer) in enumerate(found[at + 1 :], at + 1):
            why = _why(facts, older, newer.span)
            told[at].append(replace(why, number=other, span=newer.span, is_newer=True))
            told[later].append(replace(why, number=number, span=older.span, is_newer=False))
    return [
        replace(facts, alongside=tuple(others))
        for (_, facts, _), others in zip(found, told, strict=True)
    ]


def _why(facts: Facts, older: Deduction, newer: Span) -> Alongside:
    """What is known of the end of the older edition, or why none is."""
    blank = Alongside(number="", span=newer, is_newer=True, cause="unsaid")
    low, high = older.span.end_lo, older.span.end_hi
    if low < NEVER:
        day = date.fromordinal(low).isoformat() if low == high > ALWAYS else ""
        return replace(blank, cause="transition", until=day)
    if claim := _outliving(older, newer):
        return replace(blank, cause="claimed", claim=claim)
    if older.pending:
        return replace(blank, cause="transition")
    return replace(blank, cause="in_part") if facts.ends else blank


def _outliving(older: Deduction, newer: Span) -> Claim | None:
    """The latest word that the older edition was in force when the newer one already was."""
    days = [
        (day.last.toordinal(), one)
        for one in older.accepted
        if one.state == "in_force" and (day := parse_or_none(one.as_of))
    ]
    late = [pair for pair in days if pair[0] >= newer.effective_lo]
    return max(late, key=lambda pair: pair[0])[1] if late else None


def reasons_alongside(facts: Facts, day: int) -> list[Bilingual]:
    """A sentence for each other edition in force on the day, with the reason."""
    return [_sentence(one) for one in facts.alongside if state_of_span(one.span, day) == "in_force"]


def _sentence(one: Alongside) -> Bilingual:
    zh, en = ("本版", "this edition") if one.is_newer else ("该版", "the older edition")
    claim = one.claim
    if one.cause == "claimed" and claim is not None:
        why = Bilingual(
            f"{claim.source or '来源'}称{zh} {claim.as_of} 时仍现行",
            f"{claim.source or 'a source'} says that {en} was still in force "
            f"{english_when(claim.as_of)}",
        )
    elif one.cause == "transition":
        until = english_when(one.until) if one.until else "later"
        why = Bilingual(
            f"过渡期内两版并行，{zh}{f' {one.until} ' if one.until else '尚未'}终止",
            f"in the transition period both hold, and {en} ends {until}",
        )
    elif one.cause == "in_part":
        why = Bilingual(f"{zh}只被部分代替", f"{en} was replaced only in part")
    else:
        why = Bilingual(f"没有来源说{zh}已被代替", f"no source says that {en} was replaced")
    return Bilingual(
        f"{chinese_year(one.number)} 当日也现行：{why.zh}",
        f"{one.number} is in force on that day too: {why.en}",
    )

"""The sentences that say why a document had its state on a day (状态理由)."""

from dataclasses import replace
from datetime import date

from guiju.core.codes.words import words
from guiju.core.errors import Bilingual
from guiju.core.records.alongside import reasons_alongside
from guiju.core.records.deduction import Deduction, window_of
from guiju.core.records.facts import ALWAYS, NEVER, Amendment, Claim, End, Facts
from guiju.core.records.partial import chinese_year, english_when, parse_or_none
from guiju.core.records.span import possible_states
from guiju.core.records.stages import stage_note

STATE_NAMES = words("state")


def reasons_of(facts: Facts, found: Deduction, state: str, day: int) -> tuple[Bilingual, ...]:
    """The sentences for a state on a day, the weightiest first."""
    said: list[Bilingual] = []
    if state in ("superseded", "withdrawn", "abandoned"):
        said += _ended(found)
    elif state == "unknown":
        said += _unknown(facts, found, day)
    elif state == "draft":
        said += _not_issued(facts)
    else:
        said += _begun(facts, state)
    if state in ("in_force", "upcoming", "unknown"):
        said += _to_come(facts, found, day)
    if state == "in_force":
        said += _amended(facts.amendments, day)
    dated = bool(facts.effective) or facts.on_publication or state not in ("in_force", "upcoming")
    said += _claimed(found, state, needed=not said or not dated)
    if state == "in_force":
        said += reasons_alongside(facts, day)
    if state in ("in_force", "draft") and (note := stage_note(facts.stage)):
        said.append(Bilingual(f"阶段 {facts.stage}：{note.zh}", f"stage {facts.stage}: {note.en}"))
    return tuple(said)


def _begun(facts: Facts, state: str) -> list[Bilingual]:
    said = []
    if facts.issued and (state == "upcoming" or facts.on_publication or not facts.effective):
        said.append(Bilingual(f"{facts.issued} 发布", f"published {english_when(facts.issued)}"))
    if facts.effective:
        will = state == "upcoming"
        said.append(
            Bilingual(
                f"{facts.effective} {'起将' if will else '起'}实施",
                f"{'takes' if will else 'took'} effect {english_when(facts.effective)}",
            )
        )
    elif facts.issued and state == "upcoming":
        said.append(Bilingual("实施日期不明", "the day of effect is not known"))
    return said


def _not_issued(facts: Facts) -> list[Bilingual]:
    if facts.issued:
        when = english_when(facts.issued)
        return [Bilingual(f"{facts.issued} 才发布", f"published only {when}")]
    if facts.effective:
        when = english_when(facts.effective)
        return [Bilingual(f"{facts.effective} 才实施", f"took effect only {when}")]
    return []


def _ended(found: Deduction) -> list[Bilingual]:
    """Testimonies that name a successor or a basis say more than a bare date."""
    telling = [one for one in found.ends if one.by or one.basis] or found.ends
    return [_end_sentence(replace(one, state=found.span.end_state)) for one in telling]


def _end_sentence(end: End, *, will: bool = False) -> Bilingual:
    when = end.date or _window_words(end)
    by_zh = chinese_year(end.by)
    basis_zh = f"（{end.basis}）" if end.basis else ""
    basis_en = f" ({end.basis})" if end.basis else ""
    part_zh, part_en = ("", "") if end.whole else ("部分", "in part ")
    if end.state != "superseded":
        zh, en = STATE_NAMES[end.state]
        lead = f"{when} " if when else "日期不明，"
        on = f" {english_when(when)}" if when else ", the day is not known"
        return Bilingual(f"{lead}{'将' if will else ''}{zh}{basis_zh}", f"{en}{on}{basis_en}")
    verb_zh = f"{'将' if will else ''}被 {by_zh} {part_zh}代替" if by_zh else f"{part_zh}被代替"
    verb_en = f"{'to be ' if will else ''}superseded {part_en}".strip()
    by_en = f" by {end.by}" if end.by else ""
    on = f" {english_when(when)}" if when else ""
    lead = f"{when} " if when else ("" if will else "日期不明，")
    return Bilingual(f"{lead}{verb_zh}{basis_zh}", f"{verb_en}{on}{by_en}{basis_en}")


def _window_words(end: End) -> str:
    low, high = window_of(end)
    if not ALWAYS < low <= high < NEVER:
        return ""
    first, last = date.fromordinal(low).isoformat(), date.fromordinal(high).isoformat()
    return next((first[:width] for width in (10, 7, 4) if first[:width] == last[:width]), "")


def _to_come(facts: Facts, found: Deduction, day: int) -> list[Bilingual]:
    """Ends that lie ahead, and parts that were replaced: neither ends the document today."""
    ahead = [one for one in found.ends if window_of(one)[0] > day] + found.pending
    parts = [one for one in facts.ends if not one.whole and window_of(one)[1] <= day]
    return [_end_sentence(one, will=True) for one in ahead] + [_end_sentence(one) for one in parts]


def _amended(amendments: tuple[Amendment, ...], day: int) -> list[Bilingual]:
    """The amendments in force on that day, as one sentence."""
    names = []
    for one in amendments:
        since, until = parse_or_none(one.effective), parse_or_none(one.ended)
        if (
            since
            and since.last.toordinal() <= day
            and not (until and until.first.toordinal() <= day)
        ):
            names.append(one.number)
    if not names:
        return []
    return [
        Bilingual(
            f"当日有效的修改：{'、'.join(names)}", f"amended by {', '.join(names)} on that day"
        )
    ]


def _unknown(facts: Facts, found: Deduction, day: int) -> list[Bilingual]:
    said = []
    states = possible_states(found.span, day)
    if not facts.issued and not facts.effective:
        said.append(Bilingual("没有发布和实施日期", "no day of publication or effect is known"))
    elif not facts.effective and not facts.on_publication and "upcoming" in states:
        said.append(
            Bilingual(
                f"{facts.issued} 发布，实施日期不明",
                f"published {english_when(facts.issued)}, the day of effect is not known",
            )
        )
    else:
        known = facts.effective or facts.issued
        if len(known) < 10 and "in_force" in states and len(states) > 1:
            said.append(Bilingual(f"日期只精确到 {known}", f"the date is known only as {known}"))
    if any(one in states for one in ("superseded", "withdrawn", "abandoned")):
        said += [_end_sentence(one) for one in found.ends]
    names = [STATE_NAMES[one] for one in states]
    if names:
        said.append(
            Bilingual(
                f"可能为{'或'.join(one.zh for one in names)}",
                f"may be {' or '.join(one.en for one in names)}",
            )
        )
    return said


def _claimed(found: Deduction, state: str, *, needed: bool) -> list[Bilingual]:
    """The claims that the state rests on: those that bound an unknown one, or stand for a date."""
    if state == "unknown":
        claims = found.accepted
    elif needed:
        claims = [one for one in found.accepted if one.state == state] or found.accepted
    else:
        return []
    return [_claim_sentence(one) for one in claims]


def _claim_sentence(claim: Claim) -> Bilingual:
    name = STATE_NAMES[claim.state]
    return Bilingual(
        f"{claim.source or '来源'}称 {claim.as_of} 时为{name.zh}",
        f"{claim.source or 'a source'} says that it was {name.en} {english_when(claim.as_of)}",
    )

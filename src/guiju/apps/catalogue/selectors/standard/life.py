"""The life of a work's editions (版本沿革): dates, states, and a bar for each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from guiju.apps.catalogue.models import Edition
from guiju.core.codes.words import word
from guiju.core.errors import Bilingual
from guiju.core.records.alongside import with_editions
from guiju.core.records.facts import ENDED, Claim, Facts
from guiju.core.records.status import Period, Status, periods, status_on

_DRAWN = ("upcoming", "in_force", "unknown")
_SUPPLEMENTS = ("amendment", "corrigendum", "supplement")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a bar, in hundredths of its width."""

    state: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class EditionLine:
    """An edition in the timeline; `ended` is the day on which it ended, if that is known."""

    edition: Edition
    state: str
    ended: date | None
    is_this: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Life:
    """The editions of a work in order; `mark` is where the day stands in the bars."""

    lines: tuple[EditionLine, ...]
    first: int
    last: int
    mark: float


def life_of(
    editions: Sequence[Edition], facts: dict[int, Facts], this: Edition, on: date, today: date
) -> Life:
    """The timeline of all editions, from the first known day to the last."""
    lives = {one.pk: periods(facts[one.pk]) for one in editions}
    known = [day for life in lives.values() for one in life if (day := one.since)]
    first = date(min([*known, on, today]).year, 1, 1)
    last = date(max([*known, on, today]).year, 12, 31)
    length = max((last - first).days, 1)

    def place(day: date) -> float:
        return round(100 * (day - first).days / length, 2)

    lines = tuple(
        EditionLine(
            edition=one,
            state=_state(lives[one.pk], on),
            ended=_ended(lives[one.pk]),
            is_this=one.pk == this.pk,
            pieces=tuple(
                Piece(life.state, place(life.since), place(life.until or last) - place(life.since))
                for life in lives[one.pk]
                if life.since and life.state in _DRAWN
            ),
        )
        for one in editions
    )
    return Life(lines, first.year, last.year, place(on))


def with_other_editions(editions: Iterable[Edition], facts: dict[int, Facts]) -> dict[int, Facts]:
    """The facts, those of whole editions told of one another, so that reasons can name them."""
    whole = [one for one in editions if one.form == Edition.Form.EDITION and one.year]
    whole.sort(key=lambda one: (one.year or 0, one.pk))
    told = with_editions([(one.key, facts[one.pk]) for one in whole])
    return {**facts, **{one.pk: found for one, found in zip(whole, told, strict=True)}}


def in_force_amendments(editions: Iterable[Edition], life: Life, base: Edition) -> list[Edition]:
    """The amendments and corrigenda of the edition that hold on the day."""
    states = {line.edition.pk: line.state for line in life.lines}
    return [
        one
        for one in editions
        if one.form in _SUPPLEMENTS and one.base_key == base.key and states[one.pk] == "in_force"
    ]


def sentence(status: Status) -> Bilingual:
    """The status line: the state and its reasons."""
    name = word("state", status.state)
    if not status.reasons:
        return Bilingual(f"{name.zh}。", f"{_capital(name.en)}.")
    zh = "；".join(one.zh for one in status.reasons)
    en = "; ".join(one.en for one in status.reasons)
    return Bilingual(f"{name.zh}。{zh}。", f"{_capital(name.en)}. {_capital(en)}.")


def status_of(facts: Facts, on: date, names: Mapping[str, Bilingual] | None = None) -> Status:
    """The state on a day. Its reasons call sources by their names, where they are given."""
    status = status_on(facts, on)
    if not names:
        return status
    zh, en = (_reasons(facts, on, names, language) for language in ("zh", "en"))
    return replace(status, reasons=tuple(map(Bilingual, zh, en)))


def _reasons(facts: Facts, on: date, names: Mapping[str, Bilingual], language: str) -> list[str]:
    def named(claim: Claim) -> Claim:
        known = names.get(claim.source)
        return replace(claim, source=known.say(language)) if known else claim

    told = replace(
        facts,
        claims=tuple(named(one) for one in facts.claims),
        alongside=tuple(
            replace(one, claim=named(one.claim)) if one.claim else one for one in facts.alongside
        ),
    )
    return [one.say(language) for one in status_on(told, on).reasons]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _state(life: Iterable[Period], on: date) -> str:
    return next(
        one.state
        for one in life
        if (one.since is None or one.since <= on) and (one.until is None or on < one.until)
    )


def _ended(life: Iterable[Period]) -> date | None:
    return next((one.since for one in life if one.state in ENDED), None)

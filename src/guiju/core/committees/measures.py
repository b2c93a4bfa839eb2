"""What is measured in a composition (组成的计量): each measure gives a number, perhaps for somebody."""

from collections import Counter
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import NamedTuple

from guiju.core.committees.files import sides, title_words
from guiju.core.committees.model import Composition, Seat
from guiju.core.errors import Bilingual

MIDDLE, SENIOR = 1, 2
_NOBODY = Bilingual("", "")


class Measured(NamedTuple):
    """`value` is held against the limit, `found` stands in the sentence."""

    value: Fraction
    found: int
    who: Bilingual = _NOBODY


Measure = Callable[[Composition], Iterator[Measured]]


def level_of(title: str) -> int:
    """The level of a professional title (职称级别); 0 where no word of it is known.

    >>> level_of("高级工程师"), level_of("工程师"), level_of("助理工程师"), level_of("")
    (2, 1, 0, 0)
    """
    known = {word: level for word, level in title_words().items() if word in title}
    whole = (word for word in known if not any(word != one and word in one for one in known))
    return max((known[word] for word in whole), default=0)


def _count(number: int, who: Bilingual = _NOBODY) -> Measured:
    return Measured(Fraction(number), number, who)


def _named(seats: list[Seat]) -> Measured:
    return _count(len(seats), _list([one.name for one in seats]))


def _list(names: list[str]) -> Bilingual:
    return Bilingual("、".join(names), ", ".join(names))


def _members(on: Composition) -> Iterator[Measured]:
    yield _count(len(on.members))


def _office(office: str) -> Measure:
    def measure(on: Composition) -> Iterator[Measured]:
        yield _count(len({one.person for one in on.of(office)}))

    return measure


def _same_unit(on: Composition) -> Iterator[Measured]:
    names = {one.unit: one.unit_name for one in on.members}
    for unit, number in Counter(one.unit for one in on.members).items():
        yield _count(number, names[unit])


def _chair_unit(on: Composition) -> Iterator[Measured]:
    for chair in on.of("chair"):
        beside = [one for one in on.of("vice_chair") if one.unit == chair.unit]
        yield _count(len(beside), chair.unit_name)


def _committees_of_person(on: Composition) -> Iterator[Measured]:
    for one in on.members:
        yield _count(one.committees, _list([one.name]))


def _side_share(on: Composition) -> Iterator[Measured]:
    total = len(on.members)
    for side, words in sides().items():
        number = sum(one.side == side for one in on.members)
        yield Measured(Fraction(number, total or 1), number, words)


def _side_unknown(on: Composition) -> Iterator[Measured]:
    yield _named([one for one in on.members if not one.side])


def _small_firms(on: Composition) -> Iterator[Measured]:
    yield _count(sum(one.small_firm for one in on.members))


def _even(on: Composition) -> Iterator[Measured]:
    number = len(on.members)
    yield _count((number + 1) % 2 if number else 0, _list([str(number)]))


def _days_past_term(on: Composition) -> Iterator[Measured]:
    if on.term_ends is not None:
        yield _count((on.on - on.term_ends).days, _list([on.term_ends.isoformat()]))


def _title_leaders(on: Composition) -> Iterator[Measured]:
    leaders = on.of("chair", "vice_chair")
    yield _named([one for one in leaders if level_of(one.title) < SENIOR])


def _title_members(on: Composition) -> Iterator[Measured]:
    others = [one for one in on.members if one.office not in ("chair", "vice_chair")]
    yield _named([one for one in others if level_of(one.title) < MIDDLE])


MEASURES: dict[str, Measure] = {
    "members": _members,
    "chair": _office("chair"),
    "vice_chair": _office("vice_chair"),
    "secretary": _office("secretary"),
    "deputy_secretary": _office("deputy_secretary"),
    "same_unit": _same_unit,
    "chair_unit": _chair_unit,
    "committees_of_person": _committees_of_person,
    "side_share": _side_share,
    "side_unknown": _side_unknown,
    "small_firms": _small_firms,
    "even": _even,
    "days_past_term": _days_past_term,
    "title_leaders": _title_leaders,
    "title_members": _title_members,
}

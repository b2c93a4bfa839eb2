"""Each rule beside the text of its clause (与条文对照): what the library holds, and what disagrees."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from guiju.apps.catalogue.models import Edition
from guiju.apps.conformity.selectors.clause_links import address_of
from guiju.apps.library.models import Text
from guiju.apps.library.rules import READ_WHOLE
from guiju.apps.library.selectors.documents import NoSuchAddressError
from guiju.apps.library.selectors.findings import provisions_of
from guiju.apps.library.selectors.passages import passage_at
from guiju.apps.library.selectors.texts import Asked, NoTextError, text_for
from guiju.core.drafting.provisions import Limit as ReadLimit
from guiju.core.drafting.provisions import Provision
from guiju.core.errors import Bilingual
from guiju.core.provisions.explaining.sentences import rung_sentence, sentence
from guiju.core.provisions.interval import Bound, Interval
from guiju.core.provisions.model import Characteristic, Lookup, RuleSet
from guiju.core.provisions.words import folded
from guiju.core.provisions.written import Limit
from guiju.core.units import factors
from guiju.web.viewer import Viewer

AGREES, DISAGREES, NOTHING_READ, ABSENT = "agrees", "disagrees", "nothing-read", "absent"
_LONGEST = 1200


@dataclass(frozen=True, slots=True)
class Beside:
    """A rule, the words of its clause, and what was read from them.

    `state` is whether the text's limits on the same characteristic agree; `read` are those limits.
    """

    clause: str
    said: Bilingual
    address: str
    words: str
    state: str
    read: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Asked:
    clause: str
    said: Bilingual
    characteristic: Characteristic
    limits: tuple[Limit | Lookup, ...]


def text_beside(viewer: Viewer, edition: Edition | None, language: str) -> Text | None:
    """The text of the edition, if there is one and this viewer may read all of it."""
    if edition is None:
        return None
    try:
        text = text_for(viewer, edition, Asked(), prefer=language[:2])
    except NoTextError:
        return None
    return text if READ_WHOLE.allows(viewer, text) else None


def edition_of(key: str) -> Edition | None:
    """The catalogue's record of the standard."""
    return Edition.objects.select_related("work").filter(key=key).first() if key else None


def beside(viewer: Viewer, rules: RuleSet, text: Text) -> list[Beside]:
    """Every rule and rung with its clause."""
    read = provisions_of(viewer, text)
    words: dict[str, str | None] = {}
    found = []
    for one in _asked(rules):
        address = address_of(one.clause)
        if address not in words:
            words[address] = _words(viewer, text, address)
        found.append(_beside(one, address, words[address], read))
    return found


def _asked(rules: RuleSet) -> Iterator[_Asked]:
    known = rules.characteristics
    for rule in rules.rules:
        said = sentence(rule, rules)
        yield _Asked(rule.clause, said, known[rule.characteristic], (rule.limit,))
    for ladder in rules.ladders:
        for rung in ladder.rungs:
            said = rung_sentence(rung, ladder, rules)
            yield _Asked(rung.clause, said, known[rung.characteristic], rung.limits)


def _words(viewer: Viewer, text: Text, address: str) -> str | None:
    if not address:
        return None
    try:
        found = passage_at(viewer, text, address)
    except NoSuchAddressError:
        return None
    title = "" if found.words.startswith(found.name.title) else found.name.title
    return " ".join(filter(None, (title, found.words)))[:_LONGEST]


def _beside(one: _Asked, address: str, words: str | None, read: tuple[Provision, ...]) -> Beside:
    if words is None:
        return Beside(one.clause, one.said, "", "", ABSENT, ())
    limits = [
        limit
        for provision in read
        if _lies_in(provision, address)
        for limit in provision.limits
        if limit.role == "limit" and _same_name(limit, one.characteristic)
    ]
    shown = tuple(dict.fromkeys(_shown(limit) for limit in limits))
    if not limits or not all(isinstance(limit, Interval) for limit in one.limits):
        return Beside(one.clause, one.said, address, words, NOTHING_READ, shown)
    agree = all(
        any(_equal(asked, limit, one.characteristic) for limit in limits) for asked in one.limits
    )
    return Beside(one.clause, one.said, address, words, AGREES if agree else DISAGREES, shown)


def _lies_in(provision: Provision, address: str) -> bool:
    whole = f"{address}/"
    return provision.clause == address or f"{provision.address}/".startswith(whole)


def _same_name(limit: ReadLimit, characteristic: Characteristic) -> bool:
    names = (*characteristic.name, *characteristic.synonyms, characteristic.id)
    said = {folded(limit.characteristic), folded(limit.subject)} - {""}
    return any(folded(name) in said for name in names)


def _equal(asked: Limit | Lookup, read: ReadLimit, characteristic: Characteristic) -> bool:
    """The same ends in the same unit; what is read without a unit has that of the rule."""
    if not isinstance(asked, Interval):
        return False
    by = _by(characteristic.unit, read.interval.unit)
    if by is None:
        return False
    one = read.interval
    return _same_end(asked.low, one.low, one.low_included, by) and _same_end(
        asked.high, one.high, one.high_included, by
    )


def _by(own: str, other: str) -> Fraction | None:
    if not own or not other or folded(own) == folded(other):
        return Fraction(1)
    both = factors(own, other)
    return None if both is None else Fraction(both[0]) / Fraction(both[1])


def _same_end(own: Bound | None, read: object, included: bool, by: Fraction) -> bool:
    if own is None or read is None:
        return own is None and read is None
    return Fraction(own.value) * by == Fraction(str(read)) and own.closed == included


def _shown(limit: ReadLimit) -> str:
    sign = limit.interval.operator if limit.interval.operator in "≥≤><=" else ""
    when = f"（{'，'.join(limit.condition)}）" if limit.condition else ""
    return f"{limit.characteristic} {sign}{limit.interval.full}{when}"


def disagreeing(found: Iterable[Beside]) -> int:
    return sum(one.state == DISAGREES for one in found)

"""What comes first (排序): the number asked for, the title asked for, then weight of words.

The steps are far apart: no number of good words outweighs the right title, and no title the right
number. Within a step the newest edition in force leads, through the field `weight`.
"""

from tantivy import Occur
from tantivy import Query as Condition

from guiju.search.analysis import phrase, title_key
from guiju.search.matching import Matcher, all_of
from guiju.search.query import Reading, Term

_TITLE_STEP = 1_000.0
_KEY_STEP = 4_000.0
# Parts of the likeliest key's score, so that field `weight` (at most 1.3 times) overturns neither:
# the edition in force on the day before the newest, and the number as written before both, since
# keys leave signs out (GB/T 1.1 and GB/T 11 share one).
_STANDING = 0.8
_LITERAL = 1.4
_MENTION = 500.0
_BEGINS_IN_TITLE = 1.0
_FIELDS = (("title", 3.0), ("names", 0.8))  # more than what a word counts anywhere
MOST_KEYS = 8
_PARTED = (".", "-")  # between a number and its part


def key_steps(keys: tuple[str, ...]) -> list[tuple[str, float]]:
    """Each key with its score, the likeliest highest; twice apart, more than weights can bridge."""
    kept = list(dict.fromkeys(keys))[:MOST_KEYS]
    return [(key, _KEY_STEP * 2.0 ** (len(kept) - 1 - at)) for at, key in enumerate(kept)]


def scored(
    matcher: Matcher,
    matched: Condition,
    reading: Reading,
    text: str,
    keys: tuple[str, ...],
    series: tuple[str, ...],
    standing: Condition,
) -> Condition:
    """The same documents, with scores; of a number's editions the `standing` one comes first.

    `series` are readings of which no document is, though its parts may be (GB/T 1 and GB/T 1.1).
    """
    title = title_key(text)
    parts = []
    if matcher.holds("title_key", title):
        parts.append(Condition.const_score_query(matcher.key("title_key", title), _TITLE_STEP))
    if keys:
        parts.extend(_numbered(matcher, reading.terms, keys, standing))
    else:
        begun = [matcher.beginning("key", f"{one}{sign}") for one in series for sign in _PARTED]
        parts.extend(Condition.const_score_query(one, _KEY_STEP) for one in begun)
        parts.extend(part for term in reading.terms for part in matcher.once(_weighed, term))
    must = (Occur.Must, Condition.const_score_query(matched, 1.0))
    return Condition.boolean_query([must, *((Occur.Should, part) for part in parts)])


def _numbered(
    matcher: Matcher, terms: tuple[Term, ...], keys: tuple[str, ...], standing: Condition
) -> list[Condition]:
    """By the keys, then those that mention the number in a title, then other mentions."""
    found: list[Condition] = []
    steps = [(matcher.key("key", key), score) for key, score in key_steps(keys)]
    found.extend(Condition.const_score_query(named, score) for named, score in steps)
    likeliest, score = steps[0]
    literal = [matcher.exactly("words", term.words) for term in terms]
    for condition, part in ((standing, _STANDING), *((one, _LITERAL) for one in literal)):
        both = all_of([likeliest, condition])
        found.append(Condition.const_score_query(both, score * part))
    for term in terms:
        mentioned = [(one, _MENTION) for one in matcher.in_number(term.number)]
        for one, score in (*mentioned, (matcher.exactly("title", term.words), 1.0)):
            found.append(Condition.const_score_query(one, score))
    return found


def _weighed(matcher: Matcher, term: Term) -> list[Condition]:
    """Whole words by their rarity, more in a title; a mere beginning counts little."""
    found = [matcher.exactly("words", term.words)]
    first = phrase(term.words[:1])[0][1]
    for field, weight in _FIELDS:
        if matcher.holds(field, first):
            found.append(Condition.boost_query(matcher.exactly(field, term.words), weight))
        elif field == "title" and term.is_beginning:
            begins = matcher.beginning("title", first)
            found.append(Condition.const_score_query(begins, _BEGINS_IN_TITLE))
    return found

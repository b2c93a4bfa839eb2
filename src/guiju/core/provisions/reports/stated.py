"""The limit that a report itself states (报告所列限值), beside that of the standard."""

from guiju.core.errors import Bilingual
from guiju.core.provisions.explaining.phrases import NOT_DETECTED_WORDS, same, signs, with_unit
from guiju.core.provisions.interval import Interval
from guiju.core.provisions.words import folded
from guiju.core.provisions.written import Limit, LimitError, read_limit


def stated_limit(text: str, unit: str) -> Limit | None:
    """It has the unit of the result behind it or none; in another unit, or unreadable, it is None."""
    text, unit = text.strip(), unit.strip()
    tails = [""] if not unit else ["", unit]
    for tail in tails:
        if tail and not folded(text).endswith(folded(tail)):
            continue
        try:
            return read_limit(_without(text, tail))
        except LimitError:
            continue
    return None


def _without(text: str, tail: str) -> str:
    """The text before its unit."""
    if not tail:
        return text
    ends = (at for at in range(len(text), -1, -1) if folded(text[at:]) == folded(tail))
    return text[: next(ends, 0)].strip()


def same_limit(one: Limit, other: Limit) -> bool:
    """Whether both let the same pass, compared as it is."""
    if isinstance(one, Interval) and isinstance(other, Interval):
        return one.within(other) and other.within(one)
    return not isinstance(one, Interval) and not isinstance(other, Interval)


def in_data_unit(limit: Limit, unit: str) -> Bilingual:
    """The standard's limit as the report would write it."""
    return (
        same(with_unit(signs(limit), unit)) if isinstance(limit, Interval) else NOT_DETECTED_WORDS
    )

"""Whether two like clauses say the contrary (相互矛盾): same subject, another limit or modal word.

What is left of both without modal words and quantities must be nearly the same.
"""

import re
from functools import cache
from typing import NamedTuple

from guiju.core.compare.documents.words import features, likeness
from guiju.core.documents.model import Text
from guiju.core.drafting.provisions import classify
from guiju.core.drafting.sentences import sentences
from guiju.core.units import measured_words

LEAST_LIKENESS = 0.85


class Frame(NamedTuple):
    """A clause without what may differ, and that."""

    rest: str
    kinds: tuple[str, ...]
    denials: tuple[bool, ...]
    quantities: tuple[str, ...]


def contradiction(a: str, b: str) -> str:
    """What differs: "negation", "modality" or "limit"; "" where the texts differ in more, or in nothing of these.

    >>> contradiction("灭火器的工作压力不应低于1.2 MPa。", "灭火器的工作压力不应低于1.0 MPa。")
    'limit'
    """
    return contrary(frame(a), frame(b))


def contrary(one: Frame, two: Frame) -> str:
    """The same of two clauses whose frames are known."""
    if likeness(features(one.rest), features(two.rest)) < LEAST_LIKENESS:
        return ""
    if len(one.kinds) == len(two.kinds) and one.denials != two.denials:
        return "negation"
    if one.kinds != two.kinds:
        return "modality"
    same = len(one.quantities) == len(two.quantities)
    return "limit" if same and one.quantities != two.quantities else ""


def frame(text: str) -> Frame:
    kinds, denials, rest, at = [], [], [], 0
    for sentence in sentences(Text(text)):
        for word in classify(sentence).words:
            kinds.append(word.kind)
            denials.append(word.negative)
            rest.append(text[at : word.start])
            at = word.end
    rest.append(text[at:])
    left = "".join(rest)
    quantities = tuple("".join(found.group().split()) for found in _quantity().finditer(left))
    return Frame(_quantity().sub("", left), tuple(kinds), tuple(denials), quantities)


@cache
def _quantity() -> re.Pattern[str]:
    """A number with a unit."""
    named = "|".join(map(re.escape, sorted(measured_words(), key=len, reverse=True)))
    return re.compile(
        rf"(?<![A-Za-z0-9.])\d+(?:\.\d+)?\s?(?:[%\uff05‰℃°Ωμµ]|[A-Za-zμµ]{{1,4}}(?![A-Za-z])|{named})"
    )

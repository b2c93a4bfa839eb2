"""A sample (样品): its results and what decides which limits apply to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from guiju.core.provisions.measured import Measured
from guiju.core.provisions.model import Attribute, Condition
from guiju.core.provisions.words import folded

Attributes = Mapping[str, str | Decimal]


@dataclass(frozen=True, slots=True)
class Sample:
    """Results by characteristic; attributes by their id, in the words of the rule set."""

    results: Mapping[str, Measured]
    attributes: Attributes = field(default_factory=dict)


def value_of(attribute: Attribute, written: str) -> str | None:
    """The attribute's value that a word stands for: 湖库 is `lake`; None: it is none of them."""
    asked = folded(written)
    for value, words in attribute.values.items():
        if asked == folded(value) or any(asked == folded(word) for word in words):
            return value
    return None


def applies(when: tuple[Condition, ...], attributes: Attributes) -> bool | None:
    """Whether all conditions hold; None where an attribute that decides is not known."""
    unknown = False
    for one in when:
        value = attributes.get(one.attribute)
        if value is None:
            unknown = True
        elif isinstance(value, str):
            if value not in one.values:
                return False
        elif one.interval is None or not one.interval.holds(value):
            return False
    return None if unknown else True

"""Sentences that order something (要求), and those that only describe."""

import re
from functools import cache

from guiju.core.plans.deadlines import sentence_deadlines
from guiju.core.plans.model import Action, Doubt, Span
from guiju.core.plans.outputs import find_outputs
from guiju.core.plans.words import any_of, words


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    lists = words("actions")
    descriptive = "|".join(lists["descriptive"])
    return re.compile(any_of(lists["order_verbs"])), re.compile(descriptive.replace("^", ""))


def orders(text: str, span: Span) -> bool:
    """Whether the sentence has a verb that orders something."""
    return _patterns()[0].search(text, span.start, span.end) is not None


def describes(text: str, span: Span) -> bool:
    """Whether the sentence is a statement of fact (X是…, 近年来…)."""
    return _patterns()[1].match(text, span.start, span.end) is not None


def read_action(text: str, span: Span, note: int | None) -> Action:
    """The action in a sentence, with the outputs and deadlines that it names."""
    deadlines = sentence_deadlines(text, span.start, span.end)
    return Action(
        text=text[span.start : span.end],
        start=span.start,
        end=span.end,
        responsibility=note,
        outputs=find_outputs(text, span.start, span.end),
        deadlines=tuple(deadlines),
    )


def is_action(text: str, span: Span, *, covered: bool, doubts: list[Doubt]) -> bool:
    """Under a note nearly every sentence is a task; without one only an order is."""
    if orders(text, span):
        return not describes(text, span) or covered
    if covered and not describes(text, span):
        doubts.append(Doubt("no_order_verb", span.start, span.end))
        return True
    return False

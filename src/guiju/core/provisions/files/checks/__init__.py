"""What a rule file must not say although every line of it is readable (规则文件的核对)."""

from collections.abc import Iterator
from itertools import chain

from guiju.core.provisions.files.checks import contrary, limits, names, ranges, usage
from guiju.core.provisions.files.nodes import RuleFileError
from guiju.core.provisions.files.problems import Places
from guiju.core.provisions.model import RuleSet


def faults(rules: RuleSet, places: Places) -> Iterator[RuleFileError]:
    """Errors: with one of them the file judges nothing."""
    return chain.from_iterable(
        check(rules, places)
        for check in (
            names.ambiguous,
            names.ambiguous_values,
            names.unknown_units,
            limits.impossible,
            limits.outside_the_edition,
            contrary.circles,
            contrary.contradictions,
            ranges.overlaps,
            ranges.gaps,
        )
    )


def doubts(rules: RuleSet, places: Places) -> Iterator[RuleFileError]:
    """Warnings: the file judges, and may not say what is meant."""
    return chain.from_iterable(
        check(rules, places)
        for check in (limits.decimals, contrary.idle_exceptions, usage.unused, usage.unused_columns)
    )

"""The rules of drafting (起草规则): a module a family, each rule a function of the context."""

from guiju.core.drafting.rules import (  # noqa: F401 each enters its rules
    adoption,
    annexes,
    citations,
    conflicts,
    cover,
    figures_tables,
    foreword,
    formulas,
    hanging,
    introduction,
    lists,
    modals,
    notes,
    numbering,
    pointers,
    quantities,
    references,
    restraint,
    scope,
    signs,
    structure,
    symbols,
    term_entries,
    terms,
    titles,
)
from guiju.core.drafting.rules.context import Cited, Context, Facts, Said
from guiju.core.drafting.rules.places import Place, places
from guiju.core.drafting.rules.registry import CHECKS, Rule, checks, rule

__all__ = [
    "CHECKS",
    "Cited",
    "Context",
    "Facts",
    "Place",
    "Rule",
    "Said",
    "checks",
    "places",
    "rule",
]

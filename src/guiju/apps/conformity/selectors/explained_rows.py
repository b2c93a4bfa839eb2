"""One row with the reasons of its answers (单行说明), by the decimals that all else is tested against."""

from collections.abc import Mapping
from typing import Any

from guiju.apps.conformity.models import Judgement
from guiju.apps.conformity.selectors.judged_tables import Column, heads_by, rules_of
from guiju.apps.conformity.selectors.verdict_rows import row_of
from guiju.core.provisions.measured import read_measured
from guiju.core.provisions.model import Attribute, RuleSet
from guiju.core.provisions.reports.judging import judged_report
from guiju.core.provisions.reports.model import Entry, Report
from guiju.core.provisions.sample import value_of
from guiju.core.provisions.tables.heads import Head


def explained_row(judgement: Judgement, number: int) -> Report:
    """The reasons of a row of a judgement."""
    rules = rules_of(judgement)
    columns = (Column(name, (), one["of"], one["unit"]) for name, one in judgement.columns.items())
    heads = heads_by(columns, rules)
    return explained(rules, heads, row_of(judgement, number), judgement.settings)


def explained(
    rules: RuleSet, heads: Mapping[str, Head], cells: Mapping[str, Any], settings: Mapping[str, str]
) -> Report:
    """A row as a report of its own: its columns are the lines."""
    entries = []
    for name, head in heads.items():
        text = _text(cells.get(head.column))
        attribute = rules.attributes.get(name)
        if attribute is None or _tells(attribute, text):
            entries.append(Entry(name=head.column, result=text, unit=head.unit))
    chosen = {head.column: name for name, head in heads.items()}
    return judged_report(entries, rules, settings, chosen=chosen)


def _tells(attribute: Attribute, text: str) -> bool:
    """A cell that says nothing that the rules know is not told."""
    if attribute.values:
        return value_of(attribute, text) is not None
    return read_measured(text).kind == "number"


def _text(value: Any) -> str:
    return "" if value is None else str(value)

"""One row with the reasons of its answers (单行说明), by the decimals that all else is tested against."""

from collections.abc import Mapping
from typing import Any

from guiju.apps.conformity.models import Judgement
from guiju.apps.conformity.selectors.dated_tables import rules_of_row, series_of
from guiju.apps.conformity.selectors.judged_tables import Column, heads_by, rules_of
from guiju.apps.conformity.selectors.verdict_rows import row_of
from guiju.core.provisions.measured import read_measured
from guiju.core.provisions.model import Attribute, RuleSet
from guiju.core.provisions.reports.judging import judged_report
from guiju.core.provisions.reports.model import Entry, Report
from guiju.core.provisions.sample import value_of
from guiju.core.provisions.tables.heads import Head, known_heads


def explained_row(judgement: Judgement, number: int) -> Report | None:
    """The reasons of a row of a judgement; None of a period, and where no edition judged the row."""
    cells = row_of(judgement, number)
    rules = rules_of_row(judgement, cells)
    if rules is None or series_of(judgement) is not None:
        return None
    columns = (Column(name, (), one["of"], one["unit"]) for name, one in judgement.columns.items())
    heads = known_heads(rules, heads_by(columns, rules_of(judgement)))
    return explained(rules, heads, cells, judgement.settings)


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

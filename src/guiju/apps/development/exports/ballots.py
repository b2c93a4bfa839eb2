"""The papers of a ballot for counting them anew (投票明细)."""

from collections.abc import Iterator

from guiju.apps.catalogue.exports.csv_text import csv_lines
from guiju.apps.development.models import BallotRound
from guiju.apps.development.selectors.cases import ballot_of
from guiju.core.procedures.ballots.recounting import COLUMNS, rows_of


def papers_csv(row: BallotRound) -> Iterator[str]:
    """The file that `guiju procedure recount` counts."""
    names = {one.actor: (one.name, one.side) for one in row.electors.all()}
    return csv_lines(COLUMNS, (list(one.values()) for one in rows_of(ballot_of(row), names)))

"""A watch list as CSV (关注清单导出)."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from guiju.apps.catalogue.exports.csv_text import csv_lines
from guiju.apps.catalogue.selectors.watching import WatchRow
from guiju.core.codes.words import word


def watch_list_csv(rows: Iterable[WatchRow], language: str) -> Iterator[str]:
    """The standards of a list with their state on the day, in the language of the page."""
    head = (
        _("Number"),
        _("Chinese title"),
        _("English title"),
        _("State"),
        _("Since"),
        _("Successor edition"),
        _("On the list since"),
    )
    return csv_lines(
        head,
        (
            (
                row.edition.key,
                row.edition.title_zh,
                row.edition.title_en,
                word("state", row.status.state).say(language),
                row.status.since,
                "; ".join(one.key for one in row.successors),
                row.watch.since,
            )
            for row in rows
        ),
    )

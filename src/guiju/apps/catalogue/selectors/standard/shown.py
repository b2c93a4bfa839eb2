"""An edition as lists and links show it, with its state on a day (版本简况)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from guiju.apps.catalogue.models import Edition
from guiju.apps.catalogue.selectors.facts import span_of
from guiju.core.records.identity import identity
from guiju.core.records.span import state_of_span


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A number with its title and state; `known` False where the catalogue has no record of it."""

    key: str
    display: str
    title_zh: str = ""
    title_en: str = ""
    form: str = ""
    level: str = ""
    issued: str = ""
    effective: str = ""
    state: str = ""
    known: bool = True


def state_of(edition: Edition, on: date) -> str:
    """The state on a day by the stored span: comparisons alone, no query."""
    span = span_of(edition)
    return state_of_span(span, on.toordinal()) if span else "unknown"


def shown(edition: Edition, on: date) -> Shown:
    return Shown(
        key=edition.key,
        display=edition.display,
        title_zh=edition.title_zh,
        title_en=edition.title_en,
        form=edition.form,
        level=edition.level,
        issued=edition.issued,
        effective=edition.effective,
        state=state_of(edition, on),
    )


def shown_all(editions: Iterable[Edition], on: date) -> list[Shown]:
    return [shown(one, on) for one in editions]


def unknown(key: str) -> Shown:
    """A number that is named but has no record."""
    return Shown(key=key, display=identity(key).display, known=False)

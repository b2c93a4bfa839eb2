"""A clause search as an address says it (条款检索条件): read leniently, written back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from guiju.apps.catalogue.selectors.asked import day_said, one_said, texts_said
from guiju.apps.library.selectors.clause_names import VALUES
from guiju.core.errors import Bilingual
from guiju.search.passages import FACETS, Query
from guiju.web.searching import LONGEST, read_query
from guiju.web.viewer import Viewer

PAGE = 20
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Asked:
    """The query, and a sentence for every part of the address that could not be used."""

    query: Query
    problems: tuple[Bilingual, ...]
    on_another_day: bool

    def pairs(self, **changes: Any) -> list[tuple[str, str]]:
        """The address's parameters; a change of () leaves one out. The page never stays."""
        values: dict[str, Any] = {"q": self.query.text, "on": self.link_on}
        values |= {name: getattr(self.query, name) for name in FACETS}
        values |= changes
        return [
            (name, one)
            for name, value in values.items()
            for one in (value if isinstance(value, tuple) else (value,))
            if one
        ]

    def address(self, **changes: Any) -> str:
        return f"?{urlencode(self.pairs(**changes))}"

    def without_filters(self) -> str:
        """The address of the same words and day."""
        return self.address(**dict.fromkeys(FACETS, ()))

    @property
    def filters(self) -> list[tuple[str, str]]:
        """The filters that are set, as (name, value)."""
        return [(name, one) for name in FACETS for one in getattr(self.query, name)]

    @property
    def link_on(self) -> str:
        """The day that links carry on, "" for today."""
        return self.query.on.isoformat() if self.on_another_day else ""

    @property
    def page(self) -> int:
        return self.query.offset // PAGE + 1

    def on_page(self, page: int) -> "Asked":
        return replace(self, query=replace(self.query, offset=(page - 1) * PAGE))


def read_asked(viewer: Viewer, given: Mapping[str, Any]) -> Asked:
    """The search that a query string asks for. `given` is a QueryDict or has getlist alike."""
    problems: list[Bilingual] = []
    text = read_query(one_said(given, "q"))
    if text.cut:
        zh, en = (
            f"只按前 {LONGEST} 个字符检索。",
            f"Only the first {LONGEST} characters were looked for.",
        )
        problems.append(Bilingual(zh, en))
    on = day_said(given, viewer.today, problems)
    chosen: dict[str, Any] = {name: _known(given, name, problems) for name in FACETS}
    query = Query(on=on, text=text.text, limit=PAGE, counts=True, **chosen)
    asked = Asked(query, tuple(problems), on_another_day=on != viewer.today)
    return asked.on_page(_number(one_said(given, "page")))


def _known(given: Any, name: str, problems: list[Bilingual]) -> tuple[str, ...]:
    """The values of a filter that there are; a sentence for the first that there is not."""
    said = texts_said(given, name)
    unknown = [one for one in said if one not in VALUES[name]]
    if unknown:
        wrong = unknown[0][:20]
        zh, en = (
            f"没有“{wrong}”这个筛选值，未使用。",
            f"There is no value “{wrong}” of this filter; it was left out.",
        )
        problems.append(Bilingual(zh, en))
    return tuple(one for one in said if one in VALUES[name])


def _number(written: str) -> int:
    """The page asked for; the first where it cannot be read."""
    is_number = written.isascii() and written.isdecimal() and len(written) <= _DIGITS
    return max(1, int(written)) if is_number else 1

"""A search as an address says it (检索条件): read leniently, told what was left out, written back."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from guiju.core.errors import Bilingual, InputError
from guiju.core.records.model import STATES
from guiju.search import Filters, Query, Sort
from guiju.web.searching import LONGEST, read_query
from guiju.web.viewer import Viewer

MANY = ("level", "nature", "kind", "ics", "ccs", "committee", "issuer", "region", "state")
YEARS = ("year_from", "year_to")
TREES = ("ics", "ccs")
SORTS = {
    "": Bilingual("相关度", "Relevance"),
    Sort.NEWEST: Bilingual("最新发布在前", "Newest first"),
    Sort.NUMBER: Bilingual("标准编号", "Number"),
    Sort.TITLE: Bilingual("名称", "Title"),
    Sort.CHANGED: Bilingual("最近更新在前", "Changed last"),
}
_MOST_VALUES = 50
_LONGEST_CURSOR = 4_000  # by title it holds a title
_FACET_VALUES, _ALL_VALUES = 60, 2_000


class UnclearSearchError(InputError):
    """A part of the address could not be used (检索条件无法识别)."""

    code = "unclear_search"

    def __init__(self, problem: Bilingual) -> None:
        super().__init__(problem.zh)
        self.problem = problem

    @property
    def sentence(self) -> Bilingual:
        return self.problem


@dataclass(frozen=True, slots=True)
class Asked:
    """The query, and a sentence for every part of the address that could not be used.

    `sort` is the order that was chosen, if one was; `more` the facet of which all values are shown.
    """

    query: Query
    problems: tuple[Bilingual, ...]
    today: date
    sort: str = ""
    more: str = ""

    def pairs(self, **changes: Any) -> list[tuple[str, str]]:
        """The address's parameters; a change of None or () leaves one out. The cursor never stays."""
        query = self.query
        values: dict[str, Any] = {"q": query.text}
        values |= {name: getattr(query.filters, name) for name in (*MANY, *YEARS)}
        values["on"] = query.on.isoformat() if self.on_another_day else None
        values["sort"] = self.sort
        values |= changes
        return [
            (name, str(one))
            for name, value in values.items()
            for one in (value if isinstance(value, tuple) else (value,))
            if one not in (None, "")
        ]

    def address(self, **changes: Any) -> str:
        return f"?{urlencode(self.pairs(**changes))}"

    def of(self, query: Query) -> "Asked":
        """Another query for the same reader."""
        return replace(self, query=query, problems=())

    def without_filters(self) -> str:
        """The address of the same text, day and order."""
        return self.of(replace(self.query, filters=Filters())).address()

    def as_said(self) -> Query:
        """The query, when all of the address was understood: a file has no room for doubts."""
        for problem in self.problems:
            raise UnclearSearchError(problem)
        return self.query

    @property
    def on_another_day(self) -> bool:
        return self.query.on != self.today

    @property
    def is_empty(self) -> bool:
        return not self.query.text and self.query.filters == Filters()


def read_asked(
    viewer: Viewer, given: Mapping[str, Any], *, limit: int = 20, facets: tuple[str, ...] = ()
) -> Asked:
    """The search that a query string asks for. `given` is a QueryDict or has getlist alike."""
    problems: list[Bilingual] = []
    many: dict[str, Any] = {name: tuple(texts_said(given, name)) for name in MANY}
    unknown = [one for one in many["state"] if one not in STATES]
    if unknown:
        problems.append(
            Bilingual(f"没有“{unknown[0]}”这种状态。", f"There is no state “{unknown[0]}”.")
        )
        many["state"] = tuple(one for one in many["state"] if one in STATES)
    years: dict[str, Any] = {name: _year(given, name, problems) for name in YEARS}
    filters = Filters(**many, **years)
    text = read_query(one_said(given, "q"))
    more = one_said(given, "more") if one_said(given, "more") in facets else ""
    sort = _sort(one_said(given, "sort"), problems)
    query = Query(
        on=day_said(given, viewer.today, problems),
        text=text.text,
        filters=filters,
        sort=Sort(sort or ("relevance" if text.text else "newest")),
        limit=limit,
        cursor=one_said(given, "cursor")[:_LONGEST_CURSOR],
        facets=facets,
        facet_size=_ALL_VALUES if more or filters.ics or filters.ccs else _FACET_VALUES,
    )
    if text.cut:
        problems.append(
            Bilingual(
                f"只按前 {LONGEST} 个字符检索。",
                f"Only the first {LONGEST} characters were looked for.",
            )
        )
    return Asked(query, tuple(problems), viewer.today, sort, more)


def from_the_first(asked: Asked, problem: Bilingual) -> Asked:
    """The same search from its first page, and why."""
    first = replace(asked.query, cursor="")
    return replace(asked, query=first, problems=(*asked.problems, problem))


def chosen(asked: Asked) -> list[tuple[str, str]]:
    """The filters that are set, as (name, value), in the order of the fields."""
    filters = asked.query.filters
    return [
        (one.name, str(value))
        for one in fields(filters)
        for value in _as_tuple(getattr(filters, one.name))
    ]


def _as_tuple(value: Any) -> tuple[Any, ...]:
    if isinstance(value, tuple):
        return value
    return () if value is None else (value,)


def one_said(given: Mapping[str, Any], name: str) -> str:
    """The value of a parameter, "" where it is left out."""
    return str(given.get(name) or "")


def texts_said(given: Any, name: str) -> list[str]:
    """All values of a parameter, each once; so many at most."""
    found = [read_query(one).text for one in given.getlist(name)[:_MOST_VALUES]]
    return list(dict.fromkeys(one for one in found if one))


def day_said(given: Mapping[str, Any], today: date, problems: list[Bilingual]) -> date:
    """The day in `on`; today, and a problem, where it cannot be read."""
    written = one_said(given, "on")
    if not written:
        return today
    try:
        return date.fromisoformat(written)
    except ValueError:
        problems.append(
            Bilingual(
                f"日期“{written[:20]}”无法识别，请写作 2020-06-30；现按今天显示。",
                f"The date “{written[:20]}” cannot be read; write 2020-06-30. Today is shown.",
            )
        )
        return today


def _year(given: Mapping[str, Any], name: str, problems: list[Bilingual]) -> int | None:
    written = one_said(given, name)
    if not written:
        return None
    if written.isascii() and written.isdecimal() and len(written) <= len("2026"):
        return int(written)
    problems.append(
        Bilingual(
            f"年份“{written[:20]}”不是四位数字，未使用。",
            f"The year “{written[:20]}” is not four digits and was left out.",
        )
    )
    return None


def _sort(written: str, problems: list[Bilingual]) -> str:
    if written in ("", *Sort):
        return written
    problems.append(
        Bilingual(
            f"没有“{written[:20]}”这种排序，未使用。",
            f"There is no order “{written[:20]}”; it was left out.",
        )
    )
    return ""

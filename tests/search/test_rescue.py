"""When nothing is found, each proposal finds something."""

import pytest

from guiju.search import Filters, Query, execute, rescue
from tests.search.corpus import TODAY


def proposals(book, text, **more):
    query = Query(on=TODAY, text=text, **more)
    assert execute(book, query).total == 0
    found = rescue(book, query)
    for one in found:
        assert execute(book, one.query).total == one.total > 0
    return [(one.kind, one.query.text, one.total) for one in found]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("qualty", ("spelling", "quality", 6)),
        ("managment systems", ("spelling", "management systems", 5)),
        ("生活用水标准", None),
        ("质量要求", ("words", "质量 要求", 1)),
        ("环境标准", ("words", "环境 标准", 2)),
        ("GB/T 19001-1887", ("number", "gb/t 19001", 1)),
        ("drinking beer", ("fewer", "drinking", 1)),
        ("zzzzzz", None),
        ("", None),
    ],
)
def test_the_nearest_first(book, text, first):
    if not text:
        return
    found = proposals(book, text)
    assert (found[0] if found else None) == first


def test_filters_that_leave_nothing_are_named(book):
    filters = Filters(level=("group",), year_from=2020)
    query = Query(on=TODAY, text="ISO 9001", reading=("iso9001",), filters=filters)
    assert execute(book, query).total == 0
    found = [(one.dropped, one.total) for one in rescue(book, query) if one.kind == "filters"]
    assert found == [(("level",), 1), (("level", "year_from"), 4)]

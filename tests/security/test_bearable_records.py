"""A record that no page could show is refused by itself; what stands beside it is taken."""

import io
import json

import pytest

from guiju.core.records.readers import Refused
from guiju.core.records.readers.formats import read
from guiju.core.records.readers.own import from_line, to_line

HUGE = "标准 x " * 1_000_000
MANY = 30_000


def own(**values):
    lines = [{"guiju": 1, "number": "GB 1-2000", **values}, {"guiju": 1, "number": "GB 2-2000"}]
    return "guiju", "\n".join(json.dumps(one) for one in lines)


def relaton(**values):
    items = [{"docid": [{"id": f"ISO {one}:2000"}]} for one in (1, 2)]
    items[0] |= values
    return "relaton", json.dumps(items)


def sports(**values):
    rows = [{"code": "GB 1-2000", "name": "示例", **values}, {"code": "GB 2-2000", "name": "示例"}]
    return "sports", json.dumps({"standards": rows})


def open_data(**values):
    rows = [{"reference": f"ISO {one}:2000", "currentStage": 6060, "id": one} for one in (1, 2)]
    rows[0] |= values
    return "iso_open_data", "\n".join(json.dumps(one) for one in rows)


def deep(levels):
    return [deep(levels - 1)] if levels else "x"


def table(title):
    return "table", f"标准号,标准名称\nGB 1-2000,{title}\nGB 2-2000,示例\n"


FILES = {
    "own title": own(titles={"zh": "标" * 20_000}),
    "own abstract": own(abstracts={"zh": "标" * 1_100_000}),
    "own extra": own(extra={"a": [[]] * 1_100_000}),
    "own relations": own(relations=[{"type": "replaces", "target": "示" * 40}] * MANY),
    "relaton": relaton(title=[{"content": HUGE}]),
    "sports": sports(title=HUGE),
    "sports deep": sports(scope=deep(13)),
    "sports deep objects": sports(localFile={"a": deep(12)}),
    "open data": open_data(title={"en": "x" * 20_000}),
    "table": table("x" * 20_000),
}


@pytest.mark.parametrize(("kind", "text"), FILES.values(), ids=FILES)
def test_it_is_refused_alone(kind, text):
    mapping = {"标准号": "number", "标准名称": "title_zh"}
    first, second = read(io.BytesIO(text.encode()), kind, mapping=mapping)
    assert isinstance(first, Refused)
    assert len(first.excerpt) <= 200
    assert "超过" in first.reason.zh or first.reason.zh == "嵌套过深"
    assert not isinstance(second, Refused)


def test_what_is_merely_long_is_taken():
    kind, text = own(
        titles={"zh": "标" * 5_000},
        abstracts={"zh": "标" * 100_000},
        relations=[{"type": "replaces", "target": f"T/EXAMPLE {one}-2010"} for one in range(3_000)],
    )
    assert [one.number for one in read(io.BytesIO(text.encode()), kind)] == [
        "GB 1-2000",
        "GB 2-2000",
    ]


def test_what_is_taken_can_be_read_back():
    """Else its page, and the index of all others with it, would fail for ever."""
    for levels in range(20):
        kind, text = sports(scope=deep(levels))
        for one in read(io.BytesIO(text.encode()), kind):
            assert isinstance(one, Refused) or from_line(to_line(one)) == one

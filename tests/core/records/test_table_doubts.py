"""Heads that mean one thing or its opposite are decided by the years, or asked about."""

import io

import pytest

from guiju.core.records.model import Relation
from guiju.core.records.readers import read
from guiju.core.records.readers.table_doubts import propose
from guiju.core.records.readers.table_fields import EITHER_WAY
from guiju.core.records.readers.tables import preview


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        ([("GB/T 1.1-2020", "GB/T 1.1-2009")], "replaces"),
        ([("GB/T 1.1-2009", "GB/T 1.1-2020")], "replaced_by"),
        ([("GB/T 1.1-2020", "GB 1.1-87、GB/T 1.2-2002")], "replaces"),
        ([("GB/T 1.1-2020", ""), ("GB/T 2-2016", "GB/T 2-2000；GB/T 3-2000")], "replaces"),
        ([("GB/T 1.1-2020", "")], None),
        ([("GB/T 1.1-2020", None)], None),
        ([("GB/T 1.1", "GB/T 1.1-2009")], None),
        ([("GB/T 1.1-2020", "GB/T 1.1-2020")], None),
        ([("GB/T 1.1-2020", "TC 28"), ("x", "GB/T 1-2000")], None),
        ([("GB/T 1-2020", "GB/T 1-2009"), ("GB/T 2-2009", "GB/T 2-2020")], None),
        ([("GB/T 1-2009", "GB/T 1-2020")] + [("GB/T 1-2020", "GB/T 1-2009")] * 11, "replaces"),
        ([("GB/T 1-2009", "GB/T 1-2020")] + [("GB/T 1-2020", "GB/T 1-2009")] * 10, None),
    ],
)
@pytest.mark.parametrize("head", ["被代替标准号", "被代替标准", "被替代标准"])
def test_the_years_decide(head, cells, field):
    assert propose(["标准号", head], cells).get(head) == field


def test_every_such_head_is_asked_about_without_years():
    for head in EITHER_WAY:
        seen = preview(io.BytesIO(f"标准号,{head}\nGB/T 1-2020,\n".encode()))
        assert (head, list(seen.questions)) == (head, [head])
        assert seen.mapping == {"标准号": "number"}
        assert head in seen.questions[head].zh
        assert head in seen.questions[head].en


def test_a_field_that_is_taken_stays_where_it_is():
    heads = ["标准号", "代替标准", "被代替标准"]
    seen = propose(heads, [("GB/T 1-2020", "", "GB/T 1-2009")])
    assert seen == {"标准号": "number", "代替标准": "replaces"}


def test_what_the_user_chose_is_not_asked_again():
    data = "标准号,被代替标准\nGB/T 1-2020,\n".encode()
    chosen = {"标准号": "number", "被代替标准": "replaced_by"}
    assert preview(io.BytesIO(data), chosen).questions == {}


@pytest.mark.parametrize(("other", "inverse"), [("GB/T 1-2009", False), ("GB/T 1-2024", True)])
def test_the_relation_points_as_the_years_say(other, inverse):
    data = f"标准号,被代替标准\nGB/T 1-2020,{other}\n".encode()
    mapping = preview(io.BytesIO(data), rows=0).mapping
    (record,) = read(io.BytesIO(data), "table", mapping=mapping)
    assert record.relations == (Relation(type="replaces", target=other, inverse=inverse),)


def test_unmapped_it_stays_with_the_record():
    data = "标准号,被代替标准\nGB/T 1-2020,见公告\n".encode()
    mapping = preview(io.BytesIO(data)).mapping
    (record,) = read(io.BytesIO(data), "table", mapping=mapping)
    assert (record.relations, record.extra) == ((), {"被代替标准": "见公告"})

"""Two editions in force on one day: a sentence says why, on both."""

from datetime import date

import pytest

from guiju.core.records.alongside import with_editions
from guiju.core.records.status import Claim, End, Facts, span, status_on

ON = date(2021, 1, 1)
NEW = Facts(issued="2020-03-31", effective="2020-10-01")
OLD = {"issued": "2009-06-17", "effective": "2010-01-01"}
LATER = End("superseded", "2022-01-01", by="GB/T 1-2020", successor=span(NEW))
PART = End("superseded", "2020-10-01", by="GB/T 1-2020", whole=False)
ENDED = End("superseded", by="GB/T 1-2020", successor=span(NEW))


def said(older, newer=NEW, on=ON):
    """The last reason of both editions."""
    told = with_editions([("GB/T 1-2009", older), ("GB/T 1-2020", newer)])
    return [status_on(one, on).reasons[-1] for one in told]


@pytest.mark.parametrize(
    ("older", "zh", "en"),
    [
        (
            Facts(**OLD, claims=(Claim("in_force", "2020-12", "甲"),)),
            ("甲称本版 2020-12 时仍现行", "甲称该版 2020-12 时仍现行"),
            (
                "甲 says that this edition was still in force in 2020-12",
                "甲 says that the older edition was still in force in 2020-12",
            ),
        ),
        (
            Facts(**OLD, ends=(LATER,)),
            ("过渡期内两版并行，本版 2022-01-01 终止", "过渡期内两版并行，该版 2022-01-01 终止"),
            (
                "in the transition period both hold, and this edition ends on 2022-01-01",
                "in the transition period both hold, and the older edition ends on 2022-01-01",
            ),
        ),
        (
            Facts(**OLD, ends=(PART,)),
            ("本版只被部分代替", "该版只被部分代替"),
            (
                "this edition was replaced only in part",
                "the older edition was replaced only in part",
            ),
        ),
        (
            Facts(**OLD),
            ("没有来源说本版已被代替", "没有来源说该版已被代替"),
            (
                "no source says that this edition was replaced",
                "no source says that the older edition was replaced",
            ),
        ),
    ],
)
def test_the_cause(older, zh, en):
    older_said, newer_said = said(older)
    assert older_said == (
        f"GB/T 1—2020 当日也现行：{zh[0]}",
        f"GB/T 1-2020 is in force on that day too: {en[0]}",
    )
    assert newer_said == (
        f"GB/T 1—2009 当日也现行：{zh[1]}",
        f"GB/T 1-2009 is in force on that day too: {en[1]}",
    )


@pytest.mark.parametrize(
    ("older", "on"), [(Facts(**OLD, ends=(ENDED,)), ON), (Facts(**OLD), date(2020, 9, 30))]
)
def test_nothing_is_said_when_only_one_is_in_force(older, on):
    assert [one for one in said(older, on=on) if "当日也" in one.zh] == []


def test_a_word_from_before_the_newer_edition_is_no_cause():
    early = Facts(**OLD, claims=(Claim("in_force", "2019-01-01", "甲"),))
    assert said(early)[0].zh == "GB/T 1—2020 当日也现行：没有来源说本版已被代替"

"""Several sources' words on one document."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.core.records.merge import Conflict, Said, merge
from guiju.core.records.model import Record, Relation, Role

OLD = Relation(type="replaces", target="GB/T 1.1-2009")


def said(source, rank=100, **fields):
    return Said(source, rank, Record(number="GB/T 1.1-2020", **fields))


@pytest.mark.parametrize(
    ("field", "one", "other", "chosen", "apart"),
    [
        ("issued", "2020", "2020-03", "2020-03", False),
        ("issued", "2020-03-31", "2020-03", "2020-03-31", False),
        ("issued", "2020-03-31", "", "2020-03-31", False),
        ("issued", "", "2020-03-31", "2020-03-31", False),
        ("issued", "2020-03-31", "2020-03-30", "2020-03-31", True),
        ("issued", "2020-03", "2020-04-01", "2020-03", True),
        ("effective", "2020-10-01", "2020-10-01", "2020-10-01", False),
        ("edition", "1", "1.0", "1", False),
        ("edition", "1", "2", "1", True),
        ("announcement", "公告2020年第8号", "公告 2020年 第8号", "公告2020年第8号", False),
        ("nature", "recommended", "mandatory", "recommended", True),
    ],
)
def test_a_field(field, one, other, chosen, apart):
    merged = merge([said("A", **{field: one}), said("B", **{field: other})])
    assert getattr(merged.record, field) == chosen
    assert merged.conflicts == ((Conflict(field, (("A", one), ("B", other))),) if apart else ())


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("标准化工作导则　第1部分", "标准化工作导则 第1部分", False),
        ("Cranes — Part 1: Terms", "CRANES -- Part 1:  terms", False),
        ("ＬＥＤ显示屏", "LED显示屏", False),
        ("体育馆用木质地板", "体育馆用木地板", True),
        ("Limit 1.5", "Limit 15", True),
    ],
)
def test_titles_differ_only_by_their_words(one, other, apart):
    merged = merge([said("A", titles={"zh": one}), said("B", titles={"zh": other})])
    values = (("A", one), ("B", other))
    assert merged.conflicts == ((Conflict("titles.zh", values),) if apart else ())
    assert merged.record.titles == {"zh": one}


def test_the_more_trusted_source_is_chosen_whatever_the_order():
    words = [said("far", 200, kind="product"), said("near", 10, kind="method")]
    for order in (words, words[::-1]):
        merged = merge(order)
        assert merged.record.kind == "method"
        assert merged.conflicts == (Conflict("kind", (("near", "method"), ("far", "product"))),)


def test_sets_unite_and_every_value_keeps_who_says_it():
    merged = merge(
        [
            said("A", ics=("01.120",), relations=(OLD,), titles={"en": "Directives"}),
            said(
                "B",
                ics=("01.120", "35.020"),
                relations=(OLD,),
                roles=(Role(role="issuer", name="SAC"),),
            ),
        ]
    )
    assert merged.record.ics == ("01.120", "35.020")
    assert merged.record.relations == (OLD,)
    assert merged.provenance["ics"] == (("A", "01.120"), ("B", "01.120"), ("B", "35.020"))
    assert merged.provenance["relations"] == (("A", OLD), ("B", OLD))
    assert merged.provenance["titles.en"] == (("A", "Directives"),)
    assert merged.conflicts == ()


@pytest.mark.parametrize(
    ("one", "other", "claims", "apart"),
    [
        (
            ("in_force", "2020-01-01"),
            ("withdrawn", "2026-01-01"),
            (("withdrawn", "2026-01-01", "B"), ("in_force", "2020-01-01", "A")),
            False,
        ),
        (
            ("in_force", "2026-01-01"),
            ("withdrawn", "2026-01-01"),
            (("withdrawn", "2026-01-01", "B"), ("in_force", "2026-01-01", "A")),
            True,
        ),
        (
            ("superseded", "2026-01-01"),
            ("withdrawn", "2026-01-01"),
            (("withdrawn", "2026-01-01", "B"), ("superseded", "2026-01-01", "A")),
            False,
        ),
    ],
)
def test_claims_of_different_days_may_all_be_true(one, other, claims, apart):
    merged = merge(
        [said("A", status=one[0], as_of=one[1]), said("B", status=other[0], as_of=other[1])]
    )
    assert merged.claims == claims
    assert [conflict.field for conflict in merged.conflicts] == (["status"] if apart else [])


def test_a_denial_takes_away_the_word_of_less_trusted_sources_only():
    denial = replace(OLD, target="GB/T 1.1—2009", denied=True, note="示例")
    part = replace(OLD, whole=False)
    adopts = Relation(type="adopts", target="GB/T 1.1-2009")
    words = [
        said("first", 10, relations=(part,)),
        said("own", 20, relations=(denial, part)),
        said("late", 30, relations=(OLD, adopts)),
    ]
    assert merge(words).record.relations == (part, denial, adopts)


def test_nobody_is_no_document():
    with pytest.raises(ValueError, match="nobody"):
        merge([])


values = st.sampled_from(["", "2020", "2020-03", "2020-03-31", "2021-01-01"])
words = st.lists(
    st.builds(
        lambda source, rank, issued, ics, kind: said(
            source, rank, issued=issued, ics=ics, kind=kind
        ),
        st.sampled_from("ABC"),
        st.integers(1, 3),
        values,
        st.lists(st.sampled_from(["01.120", "35.020"]), max_size=2, unique=True).map(tuple),
        st.sampled_from(["", "method", "Method ", "product"]),
    ),
    min_size=1,
    max_size=4,
)


@given(words)
def test_nothing_is_lost(all_words):
    merged = merge(all_words)
    heard = merged.provenance
    for word in all_words:
        for field in ("issued", "kind"):
            value = getattr(word.record, field)
            assert not value or (word.source, value) in heard[field]
        assert {("ics", code) for code in word.record.ics} <= {
            ("ics", code) for code in merged.record.ics
        }


@given(words)
def test_a_merged_record_merges_with_itself_without_conflict(all_words):
    record = merge(all_words).record
    again = merge([Said("A", 1, record), Said("B", 2, record)])
    assert (again.record, again.conflicts) == (record, ())

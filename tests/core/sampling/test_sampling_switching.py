"""Lot after lot: every switch of GB/T 2828.1, 9.3 and 9.4, with its reason."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.core.sampling.lots import LotsError, read_lots
from guiju.core.sampling.plans import SamplingError
from guiju.core.sampling.switching import Lot, history

ONE = Decimal("1.0")  # with 1,000 items: n 80, Ac 2 normal, 1 tightened; n 32, Ac 1 reduced


def lots(*found, **told):
    return [Lot(name=str(at), size=1000, found=each, **told) for at, each in enumerate(found, 1)]


def states(steps):
    """The first letters of the states, before each lot and after the last; x: discontinued."""
    seen = [*(one.before for one in steps), steps[-1].after]
    return "".join("x" if one.stopped else one.state[0] for one in seen)


@pytest.mark.parametrize(
    ("found", "told", "expected"),
    [
        ([0, 0, 0], {}, "nnnn"),
        ([3, 3], {}, "nnt"),
        ([3, 0, 0, 0, 3], {}, "nnnnnt"),
        ([3, 0, 0, 0, 0, 3], {}, "nnnnnnn"),
        ([3, 3, 1, 1, 1, 1, 1], {}, "nntttttn"),
        ([3, 3, 1, 1, 1, 1, 2, 1], {}, "nnttttttt"),
        ([3, 3, 2, 2, 2, 2, 2], {}, "nntttttx"),
        ([3, 3, 2, 0, 2, 0, 2, 0, 2, 0, 2], {}, "nntttttttttx"),
        ([3, 3, 1, 1, 1, 1, 1, 3, 0], {}, "nntttttnnn"),
        ([1] * 11, {"steady": True, "approved": True}, "n" * 10 + "rr"),
        ([1] * 11, {"steady": True}, "n" * 12),
        ([1] * 11, {"approved": True}, "n" * 12),
        ([1] * 9 + [2] + [1] * 10, {"steady": True, "approved": True}, "n" * 20 + "r"),
        ([1] * 11 + [2, 0], {"steady": True, "approved": True}, "n" * 10 + "rrnn"),
    ],
)
def test_switches(found, told, expected):
    assert states(history(lots(*found, **told), "Ⅱ", ONE)) == expected


def test_the_score_asks_for_the_next_stricter_aql_from_two_on():
    steps = history(lots(1, 2, 1), "Ⅱ", ONE)
    assert [one.after.score for one in steps] == [3, 0, 3]
    assert [one.accepted for one in steps] == [True, True, True]
    small = history(lots(0, 1, 2), "Ⅱ", Decimal("0.65"))  # Ac 1: accepted is enough
    assert [one.after.score for one in small] == [2, 4, 0]


def test_reduced_inspection_ends_when_production_is_not_steady():
    good = lots(*[1] * 11, steady=True, approved=True)
    for told in ({"steady": False}, {"approved": False}):
        good[10] = replace(good[10], **told)
        assert states(history(good, "Ⅱ", ONE)) == "n" * 10 + "rn"


def test_what_was_stopped_resumes_tightened():
    stopped = lots(3, 3, 2, 2, 2, 2, 2, 0)
    steps = history([*stopped, Lot(name="9", size=1000, found=1, mended=True)], "Ⅱ", ONE)
    assert [one.accepted for one in steps[-2:]] == [None, True]
    assert (steps[-1].before.state, steps[-1].after.refused) == ("tightened", 0)
    assert "9.4" in steps[-2].reason.zh


def test_lots_submitted_again_do_not_count():
    some = lots(3, 3, 3)
    some[1] = replace(some[1], again=True)
    assert states(history(some, "Ⅱ", ONE)) == "nnnt"


def test_more_nonconforming_items_than_items_are_refused():
    with pytest.raises(SamplingError):
        history(lots(81), "Ⅱ", ONE)
    assert history(lots(81), "Ⅱ", ONE, "per_100")[0].accepted is False


@given(st.lists(st.tuples(st.integers(0, 4), st.booleans(), st.booleans()), max_size=60))
def test_no_state_is_reached_without_its_reason(told):
    """Of any history: tightened follows two refusals, reduced ten good lots at the least."""
    some = [
        Lot(name=str(at), size=1000, found=found, steady=steady, approved=approved)
        for at, (found, steady, approved) in enumerate(told)
    ]
    steps = history(some, "Ⅱ", ONE)
    for at, one in enumerate(steps):
        before, after = one.before, one.after
        if before.state == "normal" and after.state == "tightened":
            recent = [step.accepted for step in steps[max(0, at - 4) : at + 1]]
            assert recent.count(False) >= 2
        if before.state == "normal" and after.state == "reduced":
            assert all(step.lot.found <= 1 for step in steps[at - 9 : at + 1])
            assert one.lot.steady
            assert one.lot.approved
        if before.state == "tightened" and after.state == "normal":
            assert all(step.accepted for step in steps[at - 4 : at + 1])
        assert not (before.state == "tightened" and after.state == "reduced")
        assert one.reason.zh
        assert one.reason.en


def test_a_table_of_lots():
    text = "\ufeff批号;批量;不合格数;生产稳定;再次提交\nA;1000;2;是;\n;500;0;;否\n;;;;\n"
    assert read_lots(text) == (
        Lot(name="A", size=1000, found=2, steady=True),
        Lot(name="2", size=500, found=0),
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "批量"),
        ("size,d\n1000,two\n", "第 2 行"),
        ("size,d\n1000\n", "第 2 行"),
        ("size,d,steady\n1000,1,vielleicht\n", "“是”或“否”"),
    ],
)
def test_what_is_no_table_of_lots(text, says):
    with pytest.raises(LotsError) as refused:
        read_lots(text)
    assert says in refused.value.sentence.zh

"""Clauses of a library that say the same, nearly the same, or the contrary."""

import pytest

from guiju.core.compare.documents import LEAST_SHARED, Clause, judged, marks_of, overlap
from guiju.core.compare.documents.contrary import contradiction

SAME = "灭火器的工作压力不应低于1.2 MPa，且应每年由专业机构检查一次。"
CASES = [
    ("灭火器的工作压力不应低于1.2 MPa， 且应每年由专业机构检查一次", "same", ""),
    ("灭火器的工作压力不应低于1.2 MPa，且应每年由专业的机构检查一次。", "like", ""),
    ("灭火器的工作压力不应低于1.0 MPa，且应每年由专业机构检查一次。", "contrary", "limit"),
    ("灭火器的工作压力不应低于1.2 MPa，且宜每年由专业机构检查一次。", "contrary", "modality"),
    ("灭火器的工作压力不应低于1.2 MPa，且不应每年由专业机构检查一次。", "contrary", "negation"),
]


@pytest.mark.parametrize(("text", "kind", "differs"), CASES)
def test_pairs(text, kind, differs):
    (found,) = overlap(
        [("a", SAME), ("other", "完全不同的一条，规定了包装和贮存的方法和期限。"), ("b", text)]
    )
    assert (found.a, found.b, found.kind, found.differs) == ("a", "b", kind, differs)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (SAME, SAME),
        (SAME, "灭火器的喷射时间不应低于12 s，且应每月记录。"),
        ("见5.4的规定执行检查", "见5.5的规定执行检查"),
    ],
)
def test_no_contradiction(a, b):
    assert contradiction(a, b) == ""


def test_short_clauses_are_passed_over():
    assert list(overlap([(1, "无。"), (2, "无。")])) == []


def test_boilerplate_is_paired_with_the_first():
    found = list(overlap((at, SAME) for at in range(50)))
    assert [(one.a, one.b, one.kind) for one in found] == [(0, at, "same") for at in range(1, 50)]


def test_a_large_family_stays_connected():
    """More near copies than a common mark is asked for: each still meets another."""
    family = [(at, f"{SAME}第{at}批产品的检查记录编号为{at * 7919}。") for at in range(120)]
    found = list(overlap(family))
    assert {one for pair in found for one in (pair.a, pair.b)} == set(range(120))
    assert len(found) < 120 * 60


@pytest.mark.parametrize(("text", "kind", "differs"), CASES)
def test_what_a_library_keeps_finds_the_same(text, kind, differs):
    own, other = Clause(SAME), Clause(text)
    found = judged(own, other)
    assert (found.kind, found.differs) == (kind, differs)
    shared = set(marks_of(own)) & set(marks_of(other))
    assert len(shared) >= LEAST_SHARED
    assert (min(shared) < 0) == (kind == "same")


@pytest.mark.parametrize("text", ["", "无。", "无。无。无。"])
def test_a_short_clause_has_no_marks(text):
    assert marks_of(Clause(text)) == []


def test_strangers_are_not_alike():
    other = Clause("完全不同的一条，规定了包装和贮存的方法和期限。")
    assert judged(Clause(SAME), other) is None
    assert len(set(marks_of(Clause(SAME))) & set(marks_of(other))) < LEAST_SHARED

"""Columns of numbers answer as the decimals do, on random rules, ladders, indices and data."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guiju.core.errors import Bilingual
from guiju.core.provisions import findings as reference
from guiju.core.provisions.columnar.codes import STATUSES
from guiju.core.provisions.columnar.columns import column
from guiju.core.provisions.columnar.compiling import compiled
from guiju.core.provisions.columnar.ends import TooManyDigitsError
from guiju.core.provisions.columnar.grading import NOTHING, graded
from guiju.core.provisions.columnar.indexing import NO_INDEX, indexed
from guiju.core.provisions.columnar.judging import NO_RULE, judged
from guiju.core.provisions.columnar.standing import all_standing
from guiju.core.provisions.columnar.told import Amounts, Words
from guiju.core.provisions.grading import grade, names_of
from guiju.core.provisions.indexing import indexed as indexed_exactly
from guiju.core.provisions.measured import read_measured
from guiju.core.provisions.model import Characteristic, Condition, Ladder, Rule, Rung
from guiju.core.provisions.sample import Sample
from guiju.core.provisions.written import read_limit
from tests.core.provisions.rule_sets import rule_set

NAMES = ("a", "b", "c")
KNOWN = {
    "a": Characteristic(id="a", name=Bilingual("甲", "a")),
    "b": Characteristic(id="b", name=Bilingual("乙", "b"), least=None, undetected="pass"),
    "c": Characteristic(id="c", name=Bilingual("丙", "c"), undetected="fail"),
}
KINDS = ("river", "lake")

tenths = st.integers(-30, 60).map(lambda tenth: Decimal(tenth) / 10)
# Beside, at and between the ends and their halves, where a wrong comparison shows.
numbers = st.one_of(tenths, st.integers(-300, 600).map(lambda one: Decimal(one * 5) / 100)).map(str)
odd = st.sampled_from(
    ["", "—", "ND", "<0.5", "<2.0", ">1.5", "合格", "1.5+", "2.50(-)", "0.1234567890123456"]
)
cells = st.one_of(numbers, numbers, odd)
limits = st.one_of(
    st.tuples(st.sampled_from(["≥", "≤", ">", "<"]), tenths).map(
        lambda both: f"{both[0]}{both[1]}"
    ),
    st.tuples(tenths, st.integers(1, 20)).map(lambda both: f"{both[0]}~{both[0] + both[1]}"),
    st.sampled_from(["不得检出", "1.0±0.1(不含+0.1)", "2(1±5%)"]),
)
conditions = st.lists(
    st.one_of(
        st.sets(st.sampled_from(KINDS), min_size=1).map(
            lambda some: Condition("kind", frozenset(some))
        ),
        limits.filter(lambda text: text != "不得检出").map(
            lambda text: Condition("size", interval=read_limit(text))
        ),
    ),
    max_size=2,
).map(tuple)


@st.composite
def rules(draw):
    made = [
        Rule(
            id=f"r{at}",
            clause=str(at),
            characteristic=draw(st.sampled_from(NAMES)),
            limit=read_limit(draw(limits)),
            written="",
            modality=draw(st.sampled_from(["requirement", "requirement", "recommendation"])),
            when=draw(conditions),
            comparison=draw(st.sampled_from(["full", "rounded"])),
            certainty=draw(st.sampled_from(["checked", "checked", "checked", "uncertain"])),
        )
        for at in range(draw(st.integers(1, 5)))
    ]
    if len(made) > 1 and draw(st.booleans()):
        made[0] = replace(made[0], exceptions=frozenset({made[1].id}))
    return made


rows_of = st.lists(
    st.tuples(cells, cells, cells, st.sampled_from([*KINDS, None]), st.none() | tenths),
    min_size=1,
    max_size=12,
)


def told(rows):
    codes = np.array([0 if row[3] is None else 1 + KINDS.index(row[3]) for row in rows], np.int32)
    sizes = np.array([np.nan if row[4] is None else float(row[4]) for row in rows])
    return {"kind": Words(codes, KINDS), "size": Amounts(sizes)}


def samples(rows):
    for *results, kind, size in rows:
        attributes = {"kind": kind, "size": size}
        yield Sample(
            {name: read_measured(text) for name, text in zip(NAMES, results, strict=True)},
            {name: value for name, value in attributes.items() if value is not None},
        )


def columns(rows):
    return {name: column([row[at] for row in rows]) for at, name in enumerate(NAMES)}


@settings(max_examples=120)
@given(rules(), rows_of)
def test_rules(some, rows):
    found = judged(compiled(some, KNOWN), columns(rows), all_standing(some, told(rows)), len(rows))
    for at, sample in enumerate(samples(rows)):
        expected = reference.findings(sample, some, KNOWN)
        assert [STATUSES[code] for code in found.status[:, at]] == [one.status for one in expected]
        assert STATUSES[found.whole[at]] == reference.overall(expected)
        failing = [
            place for place, one in enumerate(expected)
            if one.status == "fail" and one.rule.modality == "requirement"
        ]  # fmt: skip
        assert found.first[at] == (failing[0] if failing else NO_RULE)


@st.composite
def ladders(draw):
    rungs = []
    for name in NAMES:
        ends = sorted(draw(st.lists(tenths, min_size=3, max_size=3)))
        lows = sorted(draw(st.lists(tenths, min_size=3, max_size=3)), reverse=True)
        written = draw(
            st.sampled_from(
                [
                    tuple(f"≤{end}" for end in ends),
                    tuple(f"<{end}" for end in ends),
                    tuple(f"≥{low}" for low in lows),
                    tuple(f"{low - 9}~{end + 9}" for low, end in zip(lows, ends, strict=True)),
                ]
            )
        )
        rungs.append(
            Rung(
                clause=name,
                characteristic=name,
                limits=tuple(map(read_limit, written)),
                written=written,
                when=draw(conditions),
                certainty=draw(st.sampled_from(["checked", "checked", "uncertain"])),
            )
        )
    return Ladder(
        id="l", name=Bilingual("级", "l"), clause="1", levels=("1", "2", "3"), otherwise="x",
        rungs=tuple(rungs), comparison=draw(st.sampled_from(["full", "rounded"])),
    )  # fmt: skip


@settings(max_examples=120)
@given(ladders(), rows_of)
def test_ladders(ladder, rows):
    found = graded(ladder, KNOWN, columns(rows), told(rows), len(rows))
    names = names_of(ladder)
    for at, sample in enumerate(samples(rows)):
        expected = grade(sample, ladder, KNOWN)
        certain, possible = int(found.certain[at]), int(found.possible[at])
        if certain == NOTHING:
            assert expected.status == "missing"
            continue
        assert names[possible] == expected.possible
        assert (names[certain] if certain == possible else "") == expected.level
        limiting = [ladder.rungs[place] for place in np.flatnonzero(found.rungs[:, at] == certain)]
        assert limiting == [place.rung for place in expected.limiting]


AQI = rule_set("HJ_633-2012.yaml").indices[0]
concentrations = st.one_of(
    st.integers(0, 3000).map(str),
    st.integers(0, 30000).map(lambda tenth: str(Decimal(tenth) / 10)),
    st.sampled_from(["-;", "<2", "ND", "148.8", "-1"]),
)


@settings(max_examples=60)
@given(
    st.lists(st.tuples(*[concentrations] * 3), min_size=1, max_size=20),
    st.sampled_from(["hour", "day"]),
)
def test_indices(rows, period):
    names = ("SO2", "CO", "PM2.5")
    own = {name: column([row[at] for row in rows]) for at, name in enumerate(names)}
    found = indexed(AQI, own, {"period": period}, len(rows))
    for at, row in enumerate(rows):
        results = {name: read_measured(text) for name, text in zip(names, row, strict=True)}
        expected = indexed_exactly(Sample(results, {"period": period}), AQI)
        value = None if found.value[at] == NO_INDEX else int(found.value[at])
        assert value == expected.value


def test_blocks_join(monkeypatch):
    """More rows than a block: the same as row by row."""
    monkeypatch.setattr("guiju.core.provisions.columnar.judging.BLOCK", 7)
    some = [Rule(id="r", clause="1", characteristic="a", limit=read_limit("≤5"), written="")]
    texts = [str(one % 11) for one in range(40)]
    found = judged(compiled(some, KNOWN), {"a": column(texts)}, all_standing(some, {}), 40)
    assert [STATUSES[code] for code in found.whole] == [
        "pass" if int(text) <= 5 else "fail" for text in texts
    ]


def test_a_limit_of_too_many_digits_does_not_judge_columns():
    long = Rule(
        id="r", clause="1", characteristic="a", limit=read_limit("≤1.2345678901234567"), written=""
    )
    with pytest.raises(TooManyDigitsError) as refused:
        compiled([long], KNOWN)
    assert "1.2345678901234567" in refused.value.sentence.zh


def test_the_rule_sets_of_the_rulebook_compile():
    for name in ("GB_3838-2002.yaml", "HJ_633-2012.yaml"):
        found = rule_set(name)
        assert found.since < date(2020, 1, 1)
        nothing = {key: column(["1"]) for key in found.characteristics}
        for ladder in found.ladders:
            assert graded(
                ladder, found.characteristics, nothing, {"waterbody": "river"}, 1
            ).certain.shape == (1,)

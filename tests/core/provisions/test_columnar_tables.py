"""Columns answer as the decimals do where limits stand in tables and where something was not told."""

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guiju.core.provisions.columnar import ways
from guiju.core.provisions.columnar.codes import STATUSES
from guiju.core.provisions.columnar.columns import column
from guiju.core.provisions.columnar.grading import NOTHING
from guiju.core.provisions.columnar.indexing import NO_INDEX
from guiju.core.provisions.columnar.judging import NO_RULE
from guiju.core.provisions.columnar.told import Amounts, Words
from guiju.core.provisions.files.loading import built
from guiju.core.provisions.files.nodes import read_yaml
from guiju.core.provisions.findings import verdict
from guiju.core.provisions.grading import grade, names_of
from guiju.core.provisions.indexing import indexed
from guiju.core.provisions.measured import read_measured
from guiju.core.provisions.sample import Sample
from tests.core.provisions.rule_sets import rule_set

KINDS = ("river", "lake")
FILE = """\
standard: Q/SLI 1-2026
title: [示例, Example]
in_force: {{from: 2026-01-01}}
basis: 示例
certainty: checked
attributes:
  kind: {{name: [类别, Kind], values: {{river: [河], lake: [湖]}}}}
  size: {{name: [容量, Size], unit: L}}
characteristics:
  a: {{name: [甲, a]}}
  b: {{name: [乙, b], least: none, undetected: pass}}
tables:
  t:
    clause: 表1
    keys: {{kind: exact, size: {match}}}
    data: |
      kind size x y z own
{rows}
rules:
{rules}
ladders:
  l:
    name: [级, l]
    clause: "1"
    levels: [一, 二, 三]
    otherwise: 无
    comparison: {comparison}
    limits:
      - {{of: a, clause: 甲, limits: ["≥ t.x", "≥ t.y", "≥ t.z"]}}
      - {{of: b, clause: 河, limits: [≤1, ≤2, ≤3], when: {{kind: river}}}}
      - {{of: b, clause: 湖, limits: [≤0.5, ≤1, ≤4], when: {{kind: lake}}}}
"""

tenths = st.integers(-20, 60).map(lambda tenth: Decimal(tenth) / 10)
sizes = st.integers(0, 100).map(lambda tenth: Decimal(tenth) / 10)
# At the limits, and at thirds, quarters and halves between them, where a wrong comparison shows.
results = st.one_of(
    tenths.map(str),
    st.integers(-80, 240).map(lambda one: str(Decimal(one) * 25 / 1000)),
    st.sampled_from(["", "ND", "<0.5", "<2.0", ">1.5", "合格", "1.5+", "0.1234567890123456"]),
)
data = st.lists(
    st.tuples(results, results, st.sampled_from([*KINDS, None]), st.none() | sizes),
    min_size=1,
    max_size=12,
)


@st.composite
def table_rows(draw, match):
    """Rows whose keys do not overlap and whose levels are nested; some ask for nothing."""
    written = []
    for kind in draw(st.sets(st.sampled_from(KINDS), min_size=1)):
        points = sorted(draw(st.sets(st.integers(0, 100), min_size=2, max_size=5)))
        keys = [str(Decimal(point) / 10) for point in points]
        if match == "range":
            keys = [
                draw(st.sampled_from([f">{low}~{high}", f"{low}~<{high}"]))
                for low, high in zip(keys[::2], keys[1::2], strict=False)
            ]
        for key in keys:
            limits = sorted(draw(st.lists(tenths, min_size=3, max_size=3)), reverse=True)
            asks = match == "interpolate" or draw(st.integers(0, 3))
            # Not even the lower levels ask where the better ones do not.
            kept = 3 if asks else draw(st.integers(0, 2))
            cells = [str(one) if at < kept else "—" for at, one in enumerate(limits)]
            low = draw(tenths)
            own = draw(st.sampled_from([f"≥{low}", f"<{low}", "—", "不得检出", f"{low}~{low + 1}"]))
            own = f"≤{low}" if match == "interpolate" else own
            written.append(f"      {kind} {key} {' '.join(cells)} {own}")
    return "\n".join(written)


@st.composite
def rule_files(draw):
    match = draw(st.sampled_from(["exact", "range", "interpolate", "larger"]))
    limits = ["t.own", "≥ t.x", "小于 t.z", "≤1.0", "> t.y"]
    rules = []
    for at in range(draw(st.integers(1, 4))):
        when = draw(st.sampled_from(["{}", "{kind: river}", "{size: '>3'}", "{kind: lake}"]))
        comparison = draw(st.sampled_from(["full", "rounded"]))
        modality = draw(st.sampled_from(["requirement", "requirement", "recommendation"]))
        certainty = draw(st.sampled_from(["checked", "checked", "uncertain"]))
        gives_way = ", except: r0" if at and draw(st.booleans()) else ""
        rules.append(
            f"  - {{id: r{at}, clause: '{at}', of: {draw(st.sampled_from('ab'))}, limit: "
            f"'{draw(st.sampled_from(limits))}', when: {when}, comparison: {comparison}, "
            f"modality: {modality}, certainty: {certainty}{gives_way}}}"
        )
    text = FILE.format(
        match=match,
        rows=draw(table_rows(match)),
        rules="\n".join(rules),
        comparison=draw(st.sampled_from(["full", "rounded"])),
    )
    # Rules that contradict each other are refused by the checks of a file, not by judging.
    return built(read_yaml(text, "random.yaml"))


def told(rows):
    codes = np.array([0 if row[2] is None else 1 + KINDS.index(row[2]) for row in rows], np.int32)
    numbers = np.array([np.nan if row[3] is None else float(row[3]) for row in rows])
    return {"kind": Words(codes, KINDS), "size": Amounts(numbers)}


def samples(rows):
    for a, b, kind, size in rows:
        attributes = {"kind": kind, "size": size}
        yield Sample(
            {"a": read_measured(a), "b": read_measured(b)},
            {name: value for name, value in attributes.items() if value is not None},
        )


def columns(rows):
    return {name: column([row[at] for row in rows]) for at, name in enumerate("ab")}


@settings(max_examples=60, deadline=None)
@given(rule_files(), data)
def test_rules(rules, rows):
    found = ways.judged(rules, columns(rows), told(rows), len(rows))
    for at, sample in enumerate(samples(rows)):
        expected = verdict(sample, rules.rules, rules.characteristics, rules.attributes)
        answers = [STATUSES[code] for code in found.status[:, at]]
        assert answers == [one.status for one in expected.findings]
        assert STATUSES[found.whole[at]] == expected.whole
        first = NO_RULE if expected.first is None else rules.rules.index(expected.first)
        assert found.first[at] == first


@settings(max_examples=60, deadline=None)
@given(rule_files(), data)
def test_ladders(rules, rows):
    ladder = rules.ladders[0]
    found = ways.graded(ladder, rules, columns(rows), told(rows), len(rows))
    names = names_of(ladder)
    for at, sample in enumerate(samples(rows)):
        expected = grade(sample, ladder, rules.characteristics, attributes=rules.attributes)
        certain, possible = int(found.certain[at]), int(found.possible[at])
        assert found.outside[at] == (expected.status == "inapplicable")
        if certain == NOTHING:
            assert (expected.level, expected.possible) == ("", "")
            assert expected.status in ("inapplicable", "missing")
            continue
        assert names[possible] == expected.possible
        assert (names[certain] if certain == possible else "") == expected.level
        limiting = [ladder.rungs[place] for place in np.flatnonzero(found.rungs[:, at] == certain)]
        assert limiting == [place.rung for place in expected.limiting]


@pytest.mark.parametrize("told_of_all", [{"size": 5.5, "kind": "lake"}, {"size": 5.5}, {}])
@settings(max_examples=20, deadline=None)
@given(rule_files(), data)
def test_what_is_told_once_for_all_rows(told_of_all, rules, rows):
    found = ways.judged(rules, columns(rows), told_of_all, len(rows))
    graded = ways.graded(rules.ladders[0], rules, columns(rows), told_of_all, len(rows))
    attributes = {
        name: value if isinstance(value, str) else Decimal(str(value))
        for name, value in told_of_all.items()
    }
    for at, sample in enumerate(samples(rows)):
        own = Sample(sample.results, attributes)
        expected = verdict(own, rules.rules, rules.characteristics, rules.attributes)
        assert STATUSES[found.whole[at]] == expected.whole
        level = grade(own, rules.ladders[0], rules.characteristics, attributes=rules.attributes)
        certain = int(graded.certain[at])
        assert (certain == NOTHING) == (level.possible == "")
        assert certain == NOTHING or names_of(level.ladder)[graded.possible[at]] == level.possible


AQI = rule_set("HJ_633-2012.yaml")


@settings(max_examples=20, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 300), st.integers(0, 90), st.sampled_from([0, 1, 2])), min_size=1
    )
)
def test_indices_of_a_period_that_was_not_told(rows):
    index = AQI.indices[0]
    names, periods = ("PM2.5", "CO"), tuple(AQI.attributes["period"].values)
    own = {name: column([str(row[at]) for row in rows]) for at, name in enumerate(names)}
    codes = Words(np.array([row[2] for row in rows], np.int32), periods)
    found = ways.indexed(index, AQI, own, {"period": codes}, len(rows))
    for at, row in enumerate(rows):
        results_of = {name: read_measured(str(row[place])) for place, name in enumerate(names)}
        period = {"period": periods[row[2] - 1]} if row[2] else {}
        expected = indexed(Sample(results_of, period), index, AQI.attributes)
        value = None if found.value[at] == NO_INDEX else int(found.value[at])
        assert value == expected.value
        assert bool(expected.unknown) == (value is None)


def test_a_million_ties_between_rows_are_settled_exactly():
    """Every result lies exactly on its limit, which binary numbers miss in many of these rows."""
    text = FILE.format(
        match="interpolate",
        rows="      river 0 0.1 0 0 ≤9\n      river 0.9 1.0 0 0 ≤9",
        rules="  - {id: r0, clause: '1', of: a, limit: '≥ t.x'}",
        comparison="full",
    )
    rules = built(read_yaml(text, "ties.yaml"))
    at = [Decimal(one) / 1000 for one in range(901)]
    numbers = {
        "a": column([str(one + Decimal("0.1")) for one in at]),
        "b": column(["0"] * len(at)),
    }
    told_of_all = {"kind": "river", "size": Amounts(np.array([float(one) for one in at]))}
    found = ways.judged(rules, numbers, told_of_all, len(at))
    assert {STATUSES[code] for code in found.whole} == {"pass"}
    below = {"a": column([str(one + Decimal("0.0999999999999")) for one in at])}
    found = ways.judged(rules, below, told_of_all, len(at))
    assert {STATUSES[code] for code in found.whole} == {"fail"}

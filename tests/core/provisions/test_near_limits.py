"""300,000 decimals beside limits, exact ties among them: columns, decimals and a plain reckoning agree.

The plain reckoning is Python's own rounding half to even, and a comparison.
"""

from decimal import ROUND_HALF_EVEN, Decimal
from random import Random

import pytest

from guiju.core.errors import Bilingual
from guiju.core.provisions.columnar.codes import STATUSES
from guiju.core.provisions.columnar.columns import column
from guiju.core.provisions.columnar.compiling import compiled
from guiju.core.provisions.columnar.judging import judged
from guiju.core.provisions.columnar.standing import all_standing
from guiju.core.provisions.judging import judge
from guiju.core.provisions.measured import missing_numbers, read_measured
from guiju.core.provisions.model import Characteristic, Rule
from guiju.core.provisions.written import read_limit

EACH = 5000
# A limit, and the ends as they are written with whether they themselves conform; a share of what.
LIMITS = {
    "≥97.0": (("97.0", True), None),
    ">0.50": (("0.50", False), None),
    "≥0.005": (("0.005", True), None),
    "不小于 14×100": (("1.4E+3", True), None),
    ">-25.5": (("-25.5", False), None),
    "≥-3": (("-3", True), None),
    "≤0.5": (None, ("0.5", True)),
    "<2": (None, ("2", False)),
    "≤0.00005": (None, ("0.00005", True)),
    "≤1.0×10^3": (None, ("1.0E+3", True)),
    "<-0.7": (None, ("-0.7", False)),
    "≤40000": (None, ("40000", True)),
    "不超过 0.30": (None, ("0.30", True)),
    "6.5~8.5": (("6.5", True), ("8.5", True)),
    "6~9": (("6", True), ("9", True)),
    "-1.2~1.6": (("-1.2", True), ("1.6", True)),
    ">1.0~3.0": (("1.0", False), ("3.0", True)),
    "0.15~<0.20": (("0.15", True), ("0.20", False)),
    "≥0.3且<0.7": (("0.3", True), ("0.7", False)),
    "10.0±0.1": (("9.9", True), ("10.1", True)),
    "10.0±0.1(不含0.1)": (("9.9", False), ("10.1", False)),
    "10.0±0.1(不含+0.1)": (("9.9", True), ("10.1", False)),
    "80 +2 -1": (("79", True), ("82", True)),
    "80 +2(不含2) -1": (("79", True), ("82", False)),
    "0.250 +0.005,-0.010": (("0.240", True), ("0.255", True)),
    "510(1±5%)": (("-5", True), ("5", True), "510"),
    "510(1±5%)(不含5)": (("-5", False), ("5", False), "510"),
    "2.4(1±2.5%)": (("-2.5", True), ("2.5", True), "2.4"),
    "0.08(1±10%)(不含-10)": (("-10", False), ("10", True), "0.08"),
    "1200(1±0.5%)": (("-0.5", True), ("0.5", True), "1200"),
}
KNOWN = {"a": Characteristic(id="a", name=Bilingual("甲", "a"), least=None)}


def decimals(limit, draw):
    """Values at both ends, at all ties around them, and a hair beside: plain, at most 15 digits."""
    interval = read_limit(limit)
    ends = [end for end in (interval.low, interval.high) if end]
    found = []
    while len(found) < EACH:
        end = draw.choice(ends)
        twentieths = draw.choice([0, 10, -10, 5, draw.randint(-40, 40)])
        hair = draw.choice([0, 0, 1, -1, draw.randint(-99, 99)])
        value = end.value + end.step * twentieths / 20 + end.step * hair / 10**5
        if value not in missing_numbers():
            found.append(f"{value:f}")
    return found


def plainly(text, low, high, share=None, *, after):
    """Whether it conforms, in as few words as the standard needs."""
    value = Decimal(text)
    if share is not None:
        value = (value - Decimal(share)) / Decimal(share) * 100
    for end, sign in ((low, 1), (high, -1)):
        if end is not None:
            written = Decimal(end[0])
            own = value.quantize(written, ROUND_HALF_EVEN) if after else value
            apart = (own - written) * sign
            if apart < 0 or (apart == 0 and not end[1]):
                return "fail"
    return "pass"


def test_there_are_300_000():
    assert len(LIMITS) * 2 * EACH == 300_000


@pytest.mark.parametrize("comparison", ["full", "rounded"])
@pytest.mark.parametrize("limit", LIMITS)
def test_decimals_beside_a_limit(limit, comparison):
    texts = decimals(limit, Random(f"{limit} {comparison}"))
    asked = read_limit(limit)
    rule = Rule(
        id="r", clause="1", characteristic="a", limit=asked, written=limit, comparison=comparison
    )
    own = column(texts)
    assert own.codes is None
    found = judged(compiled([rule], KNOWN), {"a": own}, all_standing([rule], {}), EACH)
    answers = [STATUSES[code] for code in found.status[0]]
    reference = [
        judge(read_measured(text), asked, comparison=comparison, least=None) for text in texts
    ]
    assert answers == reference
    low, high, *share = LIMITS[limit]
    after = comparison == "rounded"
    assert answers == [plainly(text, low, high, *share, after=after) for text in texts]
    assert {"pass", "fail"} == set(answers)

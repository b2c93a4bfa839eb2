"""English sentences say "on" a day and "in" a month or a year."""

from datetime import date

import pytest

from guiju.core.records.finding import Finding
from guiju.core.records.partial import english_when
from guiju.core.records.status import Claim, End, Facts, status_on

TODAY = date(2020, 6, 1)
MONTH, YEAR = "2015-09", "2015"
DRAFTED = {"claims": (Claim("draft", "2020-06-01", "A"),)}


@pytest.mark.parametrize(
    ("written", "said"),
    [("2015-09-01", "on 2015-09-01"), ("2015-09", "in 2015-09"), ("2015", "in 2015")],
)
def test_a_date_behind_a_verb(written, said):
    assert english_when(written) == said


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        (Facts(issued=MONTH, on_publication=True), "published in 2015-09"),
        (Facts(issued="2014", effective=YEAR), "took effect in 2015"),
        (Facts(issued="2030"), "published only in 2030"),
        (Facts(effective="2030-09", **DRAFTED), "took effect only in 2030-09"),
        (Facts(issued="2019", effective="2030-09"), "takes effect in 2030-09"),
        (Facts(issued="2019-01"), "published in 2019-01, the day of effect is not known"),
        (
            Facts(issued="1999-01", effective="1999-02", withdrawn=MONTH),
            "withdrawn in 2015-09",
        ),
        (
            Facts(issued="1999", effective="1999", ends=(End("superseded", YEAR, by="GB 2-2015"),)),
            "superseded in 2015 by GB 2-2015",
        ),
        (
            Facts(issued="1999", claims=(Claim("in_force", MONTH, "A"),)),
            "A says that it was in force in 2015-09",
        ),
    ],
)
def test_reasons(facts, sentence):
    assert sentence in [one.en for one in status_on(facts, TODAY).reasons]


def test_findings():
    dates = {"issued": MONTH, "effective": "2014-01-01", "withdrawn": "2013"}
    assert Finding("effective_before_issued", dates).sentence.en == (
        "It takes effect on 2014-01-01, before its publication in 2015-09."
    )
    assert Finding("withdrawn_before_effective", dates).sentence.en == (
        "It was withdrawn in 2013, before it took effect on 2014-01-01."
    )

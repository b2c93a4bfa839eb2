"""What cannot be right about a record."""

import pytest

from guiju.core.errors import Bilingual
from guiju.core.records.finding import CODES, Finding
from guiju.core.records.findings import circle_finding, findings_of
from guiju.core.records.model import Record, Relation
from guiju.core.records.status import Claim, End, Facts


def replaced_by(target):
    return (Relation(type="replaces", target=target, inverse=True),)


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ({"number": "GB/T 1.1-2020"}, []),
        (
            {"number": "GB 9668-1996", "relations": replaced_by("GB 9668-1996")},
            ["self_replacement"],
        ),
        ({"number": "GB 9668-1996", "relations": replaced_by("GB9668—1996")}, ["self_replacement"]),
        (
            {"number": "GB/T 20394-2013", "relations": replaced_by("TC456")},
            ["committee_as_standard"],
        ),
        (
            {"number": "GB/T 20394-2013", "relations": replaced_by("20201234-T-469")},
            ["plan_as_standard"],
        ),
        ({"number": "GB/T 20394-2013", "relations": replaced_by("???")}, ["unreadable_target"]),
        ({"number": "GB/T 20394-2006", "relations": replaced_by("GB/T 20394-2013")}, []),
        (
            {"number": "GB/T 20394-2013", "relations": replaced_by("GB/T 20394-2006")},
            ["replaces_newer"],
        ),
        (
            {
                "number": "ISO 10494:1993",
                "relations": (Relation(type="replaces", target="ISO 6190:1999"),),
            },
            ["replaces_newer"],
        ),
        (
            {
                "number": "ISO 57:1975/Amd 1:1996",
                "relations": (Relation(type="replaces", target="ISO 57:1975"),),
            },
            ["replaced_by_own_supplement"],
        ),
        (
            {
                "number": "GB/T 1-2000",
                "relations": (Relation(type="cited_by_law", target="食品安全法"),),
            },
            [],
        ),
        (
            {"number": "GB/T 1-2020", "issued": "2020-03-31", "effective": "2020-03-01"},
            ["effective_before_issued"],
        ),
        ({"number": "GB/T 1-2020", "issued": "2020", "effective": "2020-03-01"}, []),
        (
            {"number": "GB/T 1-2020", "issued": "2020-05-01", "withdrawn": "2019"},
            ["withdrawn_before_issued"],
        ),
        (
            {
                "number": "GB/T 1-2020",
                "issued": "2020-01-01",
                "effective": "2020-10-01",
                "withdrawn": "2020-05-01",
            },
            ["withdrawn_before_effective"],
        ),
        ({"number": "GB/T 1-2010", "issued": "2020-01-01"}, ["year_disagrees"]),
        ({"number": "GB/T 1-2019", "issued": "2020-01-01"}, []),
        ({"number": "GB/T 1-2020", "extra": {"unread": {"issued": "soon"}}}, ["unreadable_date"]),
    ],
)
def test_codes(fields, codes):
    assert [one.code for one in findings_of(Record(**fields))] == codes


def test_a_finding_says_what_it_is_about():
    (one,) = findings_of(Record(number="GB/T 20394-2013", relations=replaced_by("TC456")))
    assert one == Finding("committee_as_standard", {"target": "TC456"})
    assert one.severity == "error"
    assert one.sentence == Bilingual(
        "“TC456”是技术委员会编号，不是标准：大概是归口单位填错了栏。",
        "“TC456” is the number of a committee, not a standard: "
        "the custodian probably stands in the wrong field.",
    )


def test_a_claim_at_odds_with_the_dates_is_found_with_the_reason():
    facts = Facts(
        issued="2026-03-16",
        effective="2026-09-15",
        claims=(Claim("in_force", "2026-08-16", "体育目录"),),
    )
    (one,) = findings_of(Record(number="TY/T 3702.1-2026"), facts)
    assert one.sentence.zh == (
        "体育目录称 2026-08-16 时为现行，与此不符：即将实施；2026-03-16 发布；2026-09-15 起将实施。"
    )


def test_an_end_after_the_end_is_found():
    facts = Facts(
        issued="2000-01-01",
        effective="2000-06-01",
        withdrawn="2010-01-01",
        ends=(End("superseded", "2015-01-01", by="GB/T 2-2014"),),
    )
    (one,) = findings_of(Record(number="GB/T 1-2000"), facts)
    assert (one.code, one.values["date"]) == ("ended_twice", "2015-01-01")


def test_a_circle_names_its_members():
    one = circle_finding(["GB/T 1-2000", "GB/T 2-2001"])
    assert one.sentence.zh == "这些标准互相代替，成了一个环：GB/T 1-2000 → GB/T 2-2001。"


def test_codes_are_graded():
    assert {Finding(code).severity for code in CODES} == {"error", "warning"}

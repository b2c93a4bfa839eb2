"""The sample catalogue: real numbers, sound dates, codes of the classifications, closed chains."""

import re
from collections import Counter

import pytest

from guiju.core import numbers
from guiju.core.codes import ccs, ics
from guiju.core.records.model import RELATIONS
from guiju.core.records.partial import parse
from guiju.core.records.samples import sample_files, sample_records

RECORDS = tuple(sample_records())
BY_KEY = {numbers.canonical(numbers.parse(record.number)): record for record in RECORDS}


def relations(*types):
    return [(record, one) for record in RECORDS for one in record.relations if one.type in types]


def target_key(relation):
    return numbers.canonical(numbers.parse(relation.target))


def test_it_is_large_enough_and_every_number_is_there_once():
    assert len(RECORDS) >= 250
    assert len(BY_KEY) == len(RECORDS)


def test_every_number_reads_and_is_written_as_it_prints():
    """A mandatory local number is written with a stroke, and kept with a space."""
    spaced = {re.sub(r"^(DB\d+)/(?=\d)", r"\1 ", record.number) for record in RECORDS}
    assert spaced ^ set(BY_KEY) == set()


def test_every_number_that_a_record_names_can_be_read():
    others = [text for record in RECORDS for _, text in record.other_numbers]
    targets = [relation.target for _, relation in relations(*RELATIONS)]
    assert len(others) > 3
    for text in (*others, *targets):
        numbers.parse(text)


def test_every_record_has_its_titles_and_says_how_sure_it_is():
    for record in RECORDS:
        languages = {"en"} if record.number.startswith(("ISO", "IEC")) else {"en", "zh"}
        assert (record.number, set(record.titles)) == (record.number, languages)
        assert record.extra["confidence"] in ("high", "medium")


def test_dates_are_in_order():
    for record in RECORDS:
        issued = parse(record.issued)
        days = [parse(text) for text in (record.effective, record.withdrawn) if text]
        assert (record.number, [day for day in days if day.surely_before(issued)]) == (
            record.number,
            [],
        )


def test_codes_are_those_of_the_classifications():
    for record in RECORDS:
        assert tuple(ics.parse(code) for code in record.ics) == record.ics
        assert tuple(ccs.parse(code) for code in record.ccs) == record.ccs
        assert [code for code in record.ics if ics.name(code[:6]) is None] == []
        assert [code for code in record.ccs if ccs.group_of(code) is None] == []


def test_committees_are_committee_numbers():
    """ISO/CASCO is a committee that has a name and no number."""
    committees = {one for record in RECORDS for one in record.committees} - {"ISO/CASCO"}
    assert len(committees) > 40
    assert {numbers.parse(one).kind for one in committees} == {"committee"}


def test_the_year_of_a_number_is_that_of_issue_but_for_four_at_the_turn_of_a_year():
    """Some were approved in one year and announced at the beginning of the next."""
    late = []
    for record in RECORDS:
        last = numbers.parse(record.number)
        year = last.supplements[-1].year if last.supplements else last.year
        difference = int(record.issued[:4]) - int(year)
        if difference:
            late.append((record.number, difference))
    assert late == [
        ("GB 50009-2001", 1),
        ("GB 18401-2010", 1),
        ("T/ASC 02-2016", 1),
        ("GB/T 24001-2004", 1),
    ]


def test_what_replaces_is_issued_and_takes_effect_after_what_it_replaced():
    pairs = [
        (record, BY_KEY[target_key(one)])
        for record, one in relations("replaces")
        if target_key(one) in BY_KEY
    ]
    assert len(pairs) > 200
    for newer, older in pairs:
        assert parse(older.issued).maybe_before(parse(newer.issued)), newer.number
        if newer.effective and older.effective:
            assert parse(older.effective).maybe_before(parse(newer.effective)), newer.number


def test_nothing_is_replaced_as_a_whole_by_two_editions_of_one_standard():
    replaced = Counter(target_key(one) for _, one in relations("replaces") if one.whole)
    assert [key for key, count in replaced.items() if count > 1] == []


def test_nothing_replaces_itself_or_goes_round():
    after = {}
    for record, one in relations("replaces"):
        after.setdefault(record.number, []).append(target_key(one))

    def reached(number):
        return [further for one in after.get(number, ()) for further in (one, *reached(one))]

    assert [number for number in after if number in reached(number)] == []


def test_an_edition_is_followed_unless_it_is_the_newest_of_its_standard():
    """A work whose later edition is here says so, so that no old edition looks to be in force."""
    ended = {target_key(one) for _, one in relations("replaces")}
    ended |= {key for key, record in BY_KEY.items() if record.withdrawn}
    newest = {}
    for key in BY_KEY:
        number = numbers.parse(key)
        if not number.supplements:
            work = numbers.work_key(number)
            newest[work] = max(newest.get(work, key), key, key=lambda one: numbers.parse(one).year)
    dangling = [
        key
        for key in BY_KEY
        if not numbers.parse(key).supplements and key not in newest.values() and key not in ended
    ]
    assert dangling == []


def test_adoptions_name_a_degree_and_a_dated_international_number():
    adoptions = relations("adopts")
    assert len(adoptions) > 80
    for _, one in adoptions:
        number = numbers.parse(one.target)
        assert (one.degree in ("IDT", "MOD", "NEQ"), bool(number.year)) == (True, True), one
        assert number.level == "international", one


def test_nearly_every_dated_adoption_is_in_the_sample():
    outside = [one.target for _, one in relations("adopts") if target_key(one) not in BY_KEY]
    assert len(outside) <= 12


def test_each_part_of_the_system_of_standards_is_present():
    levels = Counter(numbers.parse(record.number).level for record in RECORDS)
    assert set(levels) == {
        "national",
        "industry",
        "local_province",
        "local_city",
        "group",
        "international",
    }


@pytest.mark.parametrize(
    ("number", "names"),
    [
        ("GB/T 1.1-2020", ["国家标准化管理委员会"]),
        ("GB/T 1.1-2009", ["国家标准化管理委员会"]),
        ("GB/T 1.1-2000", []),  # before its time
        ("GB/T 50378-2019", []),  # construction has a department of its own
        ("GB 2760-2014", []),  # a mandatory number does not say which department
        ("ISO 9001:2015", ["International Organization for Standardization"]),
        (
            "ISO/IEC 27001:2022",
            [
                "International Organization for Standardization",
                "International Electrotechnical Commission",
            ],
        ),
        ("DB31/T 1091-2018", []),
    ],
)
def test_issuers_stand_where_the_kind_of_number_makes_them_certain(number, names):
    assert [one.name for one in BY_KEY[number].roles] == names
    assert ("basis_of_issuer" in BY_KEY[number].extra) == bool(names)


def test_files_are_of_a_size_to_be_read():
    assert len(sample_files()) == 15


@pytest.mark.parametrize(
    ("number", "effective", "replaces"),
    [
        ("GB/T 1.1-2020", "2020-10-01", ["GB/T 1.1-2009"]),
        ("GB/T 19001-2016", "2017-07-01", ["GB/T 19001-2008"]),
        ("GB 5749-2022", "2023-04-01", ["GB 5749-2006"]),
        ("GB 4943.1-2022", "2023-08-01", ["GB 4943.1-2011", "GB 8898-2011"]),
        ("GB/T 22239-2019", "2019-12-01", ["GB/T 22239-2008"]),
        ("GB/T 35273-2020", "2020-10-01", ["GB/T 35273-2017"]),
        ("GB 18401-2010", "2011-08-01", ["GB 18401-2003"]),
        ("GB 3838-2002", "2002-06-01", ["GB 3838-1988"]),
    ],
)
def test_the_best_known_facts(number, effective, replaces):
    record = BY_KEY[number]
    assert record.effective == effective
    assert [one.target for one in record.relations if one.type == "replaces"] == replaces

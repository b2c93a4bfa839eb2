"""What a standard touches, and which references have gone stale."""

from datetime import date

import pytest

from guiju.apps.catalogue.selectors.rot import rot_page, rot_total, rotten
from guiju.apps.catalogue.selectors.touches import Narrowing, touches
from guiju.web.viewer import Viewer
from tests.factories import catalogue as make

TODAY = date(2026, 1, 5)
PUBLIC = Viewer(today=TODAY)

pytestmark = pytest.mark.django_db


def touched(number, on=TODAY, **narrowing):
    found = touches(PUBLIC, make.found(number), on, Narrowing(**narrowing))
    return found, found.rows(PUBLIC, found.arrows)


def numbers(rows):
    return [row.number for row in rows]


@pytest.fixture
def drafting_rules():
    """GB/T 1.1 in two editions, cited by the old, by the new, and without a year."""
    make.editions("GB/T 1.1-2009", "GB/T 1.1-2020", "GB/T 8-2012")
    make.cites("GB/T 7-2015", "GB/T 1.1-2009", "GB/T 8-2012")
    make.cites("GB/T 9-2021", "GB/T 1.1-2020")
    make.cites("GB/T 6-2021", "GB/T 1.1", informatively=True)


def test_dated_and_undated_apart(drafting_rules):
    found, rows = touched("GB/T 1.1-2020")
    assert [(row.number, row.cited, row.is_dated, row.type) for row in rows] == [
        ("GB/T 6-2021", "GB/T 1.1", False, "cites_informatively"),
        ("GB/T 7-2015", "GB/T 1.1-2009", True, "cites_normatively"),
        ("GB/T 9-2021", "GB/T 1.1-2020", True, "cites_normatively"),
    ]
    assert (found.total, found.rotten, found.counts) == (3, 1, {"cites": 3})


@pytest.mark.parametrize(
    ("narrowing", "shown"),
    [
        ({"dating": "this"}, ["GB/T 9-2021"]),
        ({"dating": "other"}, ["GB/T 7-2015"]),
        ({"dating": "undated"}, ["GB/T 6-2021"]),
        ({"rotten": True}, ["GB/T 7-2015"]),
        ({"kind": "cites"}, ["GB/T 6-2021", "GB/T 7-2015", "GB/T 9-2021"]),
        ({"kind": "adopts"}, []),
        ({"kind": "nonsense"}, []),
        ({"way": "through"}, []),
        ({"way": "direct", "living": True}, ["GB/T 6-2021", "GB/T 7-2015", "GB/T 9-2021"]),
    ],
)
def test_narrowed(drafting_rules, narrowing, shown):
    assert numbers(touched("GB/T 1.1-2020", **narrowing)[1]) == shown


def test_the_alarm_names_what_to_cite(drafting_rules):
    row = touched("GB/T 1.1-2020", rotten=True)[1][0]
    assert (row.is_rotten, row.cited_state) == (True, "superseded")
    assert [one.key for one in row.instead] == ["GB/T 1.1-2020"]


def test_on_the_day_before_nothing_was_rotten(drafting_rules):
    assert touched("GB/T 1.1-2020", date(2020, 6, 30))[0].rotten == 0
    assert touched("GB/T 1.1-2020", date(2020, 7, 1))[0].rotten == 1


def test_a_document_that_has_ended_alarms_nobody(drafting_rules):
    make.edition("GB/T 7-2022")
    found, rows = touched("GB/T 1.1-2020")
    assert (found.rotten, [row.is_rotten for row in rows]) == (0, [False, False, False])
    assert numbers(touched("GB/T 1.1-2020", living=True)[1]) == ["GB/T 6-2021", "GB/T 9-2021"]


def test_what_cites_an_adopting_standard_is_touched_through_it():
    make.edition("ISO 9001:2015", effective="")
    make.relate("GB/T 19001-2016", "adopts", "ISO 9001:2015", degree="IDT")
    make.cites("GB/T 50-2018", "GB/T 19001-2016")
    make.cites("GB/T 51-2018", "GB/T 19001")
    found, rows = touched("ISO 9001:2015")
    assert [(row.number, row.type, row.through) for row in rows] == [
        ("GB/T 50-2018", "cites_normatively", "GB/T 19001-2016"),
        ("GB/T 51-2018", "cites_normatively", "GB/T 19001"),
        ("GB/T 19001-2016", "adopts", ""),
    ]
    assert found.counts == {"cites": 2, "adopts": 1}
    assert numbers(touched("ISO 9001:2015", way="direct")[1]) == ["GB/T 19001-2016"]
    assert numbers(touched("ISO 9001:2015", way="through")[1]) == ["GB/T 50-2018", "GB/T 51-2018"]


@pytest.mark.parametrize(("degree", "shown"), [("IDT", ["ISO 10005:2018"]), ("MOD", [])])
def test_what_cites_the_adopted_one_is_touched_if_the_two_are_identical(degree, shown):
    make.edition("ISO 9001:2015", effective="")
    make.relate("GB/T 19001-2016", "adopts", "ISO 9001:2015", degree=degree)
    make.cites("ISO 10005:2018", "ISO 9001:2015")
    assert numbers(touched("GB/T 19001-2016")[1]) == shown


def test_all_kinds():
    make.edition("GB/T 60-2010")
    make.relate("GB/T 61-2011", "supports", "GB/T 60-2010")
    make.relate("GB/T 62-2012", "translation_of", "GB/T 60-2010")
    make.relate("GB/T 60-2010", "cited_by_law", "示例条例")
    make.relate("GB/T 60-2010/XG1-2012", "amends", "GB/T 60-2010")
    make.replaces("GB/T 63-2020", "GB/T 60-2010")
    found, rows = touched("GB/T 60-2010")
    assert [(row.kind, row.number) for row in rows] == [
        ("law", "示例条例"),
        ("amends", "GB/T 60-2010/XG1-2012"),
        ("builds", "GB/T 61-2011"),
        ("translates", "GB/T 62-2012"),
    ]
    assert [one.key for one in found.amendments] == ["GB/T 60-2010/XG1-2012"]


def test_what_two_sources_say_stands_once(drafting_rules):
    make.edition("GB/T 9-2021", slug="other", relations=make.found_relations("GB/T 9-2021"))
    assert touched("GB/T 1.1-2020")[0].total == 3


@pytest.mark.parametrize("count", [1, 30])
def test_queries_do_not_grow(count, django_assert_num_queries):
    make.editions("GB/T 1.1-2009", "GB/T 1.1-2020")
    make.taken(
        *(
            make.record(f"GB/T {n}-2015", relations=make.citing("GB/T 1.1-2009"))
            for n in range(100, 100 + count)
        )
    )
    edition = make.found("GB/T 1.1-2020")
    with django_assert_num_queries(9):
        found = touches(PUBLIC, edition, TODAY)
        rows = found.rows(PUBLIC, found.arrows)
    assert [row.is_rotten for row in rows] == [True] * count


def test_every_row_in_chunks(drafting_rules, monkeypatch):
    monkeypatch.setattr("guiju.apps.catalogue.selectors.touches.CHUNK", 2)
    found, rows = touched("GB/T 1.1-2020")
    assert list(found.all_rows(PUBLIC)) == rows


def test_references_of_a_document(drafting_rules):
    found = rotten(PUBLIC, make.found("GB/T 7-2015"), TODAY)
    assert [
        (one.cited.key, one.state, one.is_normative, [heir.key for heir in one.instead])
        for one in found
    ] == [("GB/T 1.1-2009", "superseded", True, ["GB/T 1.1-2020"])]
    assert rotten(PUBLIC, make.found("GB/T 9-2021"), TODAY) == ()
    assert rotten(PUBLIC, make.found("GB/T 7-2015"), date(2019, 1, 1)) == ()


def test_the_list_of_the_whole_catalogue():
    make.edition("GB/T 2-2001", withdrawn="2015-01-01")
    make.editions("GB/T 3-2001", "GB/T 3-2011")
    for number in ("GB/T 10-2010", "GB/T 11-2010", "JB/T 12-2010"):
        make.cites(number, "GB/T 2-2001", "GB/T 3-2001")
    make.cites("GB/T 13-2012", "GB/T 3-2011")
    make.edition("GB/T 11-2020")
    page = rot_page(PUBLIC, TODAY, limit=1)
    assert [(row.document.key, [one.cited.key for one in row.references]) for row in page.rows] == [
        ("GB/T 10-2010", ["GB/T 2-2001", "GB/T 3-2001"])
    ]
    rest = rot_page(PUBLIC, TODAY, after=page.next, limit=1)
    assert ([row.document.key for row in rest.rows], rest.next) == (["JB/T 12-2010"], "")
    industry = rot_page(PUBLIC, TODAY, level="industry")
    assert [row.document.key for row in industry.rows] == ["JB/T 12-2010"]
    assert (rot_total(PUBLIC, TODAY), rot_total(PUBLIC, TODAY, level="industry")) == (2, 1)
    assert rot_total(PUBLIC, date(2010, 12, 31)) == 0


def test_the_total_is_counted_once_and_again_after_a_change(django_assert_num_queries):
    make.editions("GB/T 1.1-2009", "GB/T 1.1-2020")
    make.cites("GB/T 10-2015", "GB/T 1.1-2009")
    with django_assert_num_queries(2):  # the state of the data, and the count
        assert rot_total(PUBLIC, TODAY) == 1
    with django_assert_num_queries(1):
        assert rot_total(PUBLIC, TODAY) == 1
    make.cites("GB/T 11-2015", "GB/T 1.1-2009")
    assert rot_total(PUBLIC, TODAY) == 2


@pytest.mark.parametrize("count", [1, 30])
def test_queries_of_the_list_do_not_grow(count, django_assert_num_queries):
    make.editions("GB/T 1.1-2009", "GB/T 1.1-2020")
    make.taken(
        *(
            make.record(f"GB/T {n}-2015", relations=make.citing("GB/T 1.1-2009"))
            for n in range(100, 100 + count)
        )
    )
    with django_assert_num_queries(7):
        assert len(rot_page(PUBLIC, TODAY).rows) == count


def test_a_page_looks_at_so_many_documents_and_no_more(monkeypatch):
    """The rest comes with the next page, wherever the parts end."""
    monkeypatch.setattr("guiju.apps.catalogue.selectors.rot.PART", 2)
    monkeypatch.setattr("guiju.apps.catalogue.selectors.rot.PARTS", 2)
    make.editions("GB/T 1.1-2009", "GB/T 1.1-2020", *(f"GB/T {n}-2015" for n in range(10, 16)))
    for number in ("GB/T 13-2015", "GB/T 14-2015", "JB/T 1-2015"):
        make.cites(number, "GB/T 1.1-2009")
    after, pages = "", []
    while True:
        page = rot_page(PUBLIC, TODAY, after=after, limit=2)
        pages.append([row.document.key for row in page.rows])
        if not (after := page.next):
            break
    assert pages == [[], ["GB/T 13-2015", "GB/T 14-2015"], ["JB/T 1-2015"]]

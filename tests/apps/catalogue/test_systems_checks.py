"""The checks of a system: each finding as a sentence, in both languages."""

from datetime import date

import pytest

from guiju.apps.catalogue.selectors.systems.checks import checks, counted
from guiju.apps.catalogue.selectors.systems.reading import system_on
from tests.factories import catalogue
from tests.factories import catalogue_systems as make

pytestmark = pytest.mark.django_db


def found(system, day="2024-03-15"):
    by = make.keeper_viewer(system.keeper)
    return checks(system_on(by, system.slug, date.fromisoformat(day)))


def test_each_kind_of_finding_in_words():
    told = [(one.code, one.sentence.zh) for one in found(make.small_system().system)]
    assert told == [
        ("ended", "GB/T 90002—2010 在 2024-03-15 已被 GB/T 90003—2020 代替。请考虑改列后者。"),
        ("ended", "GB 90004—2001 在 2024-03-15 已废止，没有代替标准。请考虑移出或另立标准。"),
        ("unlisted", "名录中没有 GB/T 99999—2020。请核对编号，或请编目员补录。"),
        ("not_yet", "GB/T 90005—2023 已发布，2024-07-01 起实施，在 2024-03-15 尚未实施。"),
        ("no_owner", "节点 202“示例节点202”没有负责单位。"),
        ("empty_node", "节点 202“示例节点202”下没有标准，也没有下级节点。"),
        ("gap", "第 6 行“示例待制定标准”尚无标准。"),
    ]


def test_the_same_in_english():
    told = [one.sentence.en for one in found(make.small_system().system)]
    assert told == [
        "On 2024-03-15 GB/T 90002—2010 had been superseded by GB/T 90003—2020."
        " Consider listing that instead.",
        "On 2024-03-15 GB 90004—2001 had been withdrawn without a successor."
        " Remove it or plan another.",
        "The catalogue does not have GB/T 99999—2020."
        " Check the number, or ask a cataloguer to add it.",
        "GB/T 90005—2023 was published and takes effect on 2024-07-01;"
        " it was not in force on 2024-03-15.",
        "Box 202 “示例节点202” has no owner.",
        "Box 202 “示例节点202” has neither lines nor boxes below it.",
        "Line 6, “Example gap”, has no standard yet.",
    ]


def test_they_are_counted_by_kind():
    told = [(code, count) for code, _, count in counted(found(make.small_system().system))]
    assert told == [
        ("ended", 2),
        ("unlisted", 1),
        ("not_yet", 1),
        ("no_owner", 1),
        ("empty_node", 1),
        ("gap", 1),
    ]


def test_before_it_was_superseded_a_standard_is_no_finding():
    codes = [one.code for one in found(make.small_system().system, "2016-01-01")]
    assert codes.count("ended") == 0


def test_a_standard_that_is_listed_twice_in_whatever_edition():
    system = make.system()
    catalogue.editions("GB/T 91001-2010", "GB/T 91002-2015")
    one, other = make.node(system, "1"), make.node(system, "2")
    for of, number in (
        (one, "GB/T 91001"),
        (one, "GB/T 91002-2015"),
        (other, "GB/T 91001—2010"),
        (other, "瞎写的编号"),
        (other, "瞎写的编号"),
    ):
        make.entry(of, number)
    told = [finding for finding in found(system) if finding.code == "duplicate"]
    assert [one.sentence.zh for one in told] == [
        "GB/T 91001 列入了 2 次：第 1 行（1）、第 3 行（2）。",
        "瞎写的编号 列入了 2 次：第 4 行（2）、第 5 行（2）。",
    ]


@pytest.mark.parametrize(
    ("values", "code", "words"),
    [
        ({"withdrawn": "2020-01-01"}, "ended", "已废止，没有代替标准"),
        (
            {"status": "superseded", "as_of": "2020-01-01"},
            "ended",
            "已被代替，名录中没有代替它的标准",
        ),
        ({"issued": "", "effective": ""}, "unknown", "不能确定"),
        ({"issued": "2025-01-01", "effective": "2025-05-01"}, "not_yet", "尚未发布"),
        ({"issued": "2024-03-01", "effective": ""}, "unknown", "不能确定"),
    ],
)
def test_what_the_catalogue_says_decides(values, code, words):
    system = make.system()
    catalogue.edition("GB/T 91001-2015", **values)
    make.entry(make.node(system, "1"), "GB/T 91001-2015")
    (finding,) = found(system)
    assert (finding.code, words in finding.sentence.zh) == (code, True)


def test_a_number_that_cannot_be_read():
    system = make.system()
    make.entry(make.node(system, "1"), "瞎写的编号")
    (finding,) = found(system)
    assert (finding.code, finding.sentence.zh) == (
        "unreadable",
        "“瞎写的编号”不像标准编号，无法识别。请核对。",
    )


def test_a_sound_system_has_no_findings():
    system = make.system()
    catalogue.edition("GB/T 91001-2015")
    make.entry(make.node(system, "1"), "GB/T 91001-2015")
    assert found(system) == ()

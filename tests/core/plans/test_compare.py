"""Two versions of one text. All texts are invented (示例)."""

import pytest

from guiju.core.plans import Keyed, compare, normal_name, parse

OLD = [
    ("一", "一、完善示例制度，健全示例机制。（科技部负责）"),
    ("二", "二、建设示例服务平台，推广示例应用。（财政部牵头）"),
    ("三", "三、开展示例试点，总结示例经验。（教育部指导）"),
]


def items(rows: list[tuple[str, str]]) -> list[Keyed]:
    return [Keyed(key, text) for key, text in rows]


def changes(old: list[tuple[str, str]], new: list[tuple[str, str]]) -> list[tuple[str, str, str]]:
    return [
        (match.change, match.old.key if match.old else "", match.new.key if match.new else "")
        for match in compare(items(old), items(new))
    ]


def test_the_same_text_changes_nothing() -> None:
    assert changes(OLD, OLD) == [
        ("unchanged", "一", "一"),
        ("unchanged", "二", "二"),
        ("unchanged", "三", "三"),
    ]


def test_a_corrected_typo() -> None:
    new = [OLD[0], ("二", OLD[1][1].replace("推广", "推厂")), OLD[2]]
    matches = compare(items(OLD), items(new))
    assert [m.change for m in matches] == ["unchanged", "changed", "unchanged"]
    assert matches[1].similarity == pytest.approx(0.96, abs=0.01)


def test_a_changed_department() -> None:
    new = [OLD[0], OLD[1], ("三", OLD[2][1].replace("教育部", "民政部"))]
    assert changes(OLD, new)[2] == ("changed", "三", "三")


def test_an_inserted_measure_renumbers_the_later_ones() -> None:
    new = [OLD[0], ("二", "二、全新措施与其他都不相同。"), ("三", OLD[1][1]), ("四", OLD[2][1])]
    assert changes(OLD, new) == [
        ("unchanged", "一", "一"),
        ("new", "", "二"),
        ("moved", "二", "三"),
        ("moved", "三", "四"),
    ]


def test_an_inserted_measure_whose_label_changes_the_text_too() -> None:
    new = [
        OLD[0],
        ("二", "二、全新措施与其他都不相同。"),
        ("三", "三" + OLD[1][1][1:]),
        ("四", "四" + OLD[2][1][1:]),
    ]
    assert changes(OLD, new) == [
        ("unchanged", "一", "一"),
        ("new", "", "二"),
        ("changed", "二", "三"),
        ("changed", "三", "四"),
    ]


def test_a_removed_action() -> None:
    assert changes(OLD, [OLD[0], OLD[2]]) == [
        ("unchanged", "一", "一"),
        ("unchanged", "三", "三"),
        ("removed", "二", ""),
    ]


def test_two_measures_that_change_places() -> None:
    new = [("一", OLD[1][1]), ("二", OLD[0][1]), OLD[2]]
    assert changes(OLD, new) == [
        ("moved", "二", "一"),
        ("moved", "一", "二"),
        ("unchanged", "三", "三"),
    ]


def test_equal_texts_are_matched_one_to_one() -> None:
    twice = [("一/1", "推进示例工作"), ("一/2", "推进示例工作")]
    assert changes(twice, twice[1:]) == [("unchanged", "一/2", "一/2"), ("removed", "一/1", "")]


def test_everything_new_and_everything_removed() -> None:
    assert changes([], OLD[:1]) == [("new", "", "一")]
    assert changes(OLD[:1], []) == [("removed", "一", "")]


def test_parsed_measures_are_compared_as_they_are() -> None:
    old = parse("\n".join(text for _, text in OLD))
    new = parse("\n".join(text for _, text in OLD).replace("教育部", "民政部"))
    matches = compare(old.measures, new.measures)
    assert [m.change for m in matches] == ["unchanged", "unchanged", "changed"]


def test_many_items_find_their_pairs() -> None:
    old = [
        Keyed(str(n), f"推进第{n}项示例工作，完善编号为{n * 7919}的示例制度") for n in range(4000)
    ]
    new = [Keyed(str(n + 1), item.text.replace("完善", "健全")) for n, item in enumerate(old)]
    matches = compare(old, new)
    assert len({id(match.old) for match in matches if match.old}) == 4000


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("市场监管总局（标准委）", "市场监管总局(标准委)", True),
        ("市场监管总局〔标准委〕", "市场监管总局（标准委）", True),
        ("国家 发展改革委", "国家发展改革委", True),
        ("国家发\n展改革委", "国家发展改革委", True),
        ("ＡＢ示例部", "AB示例部", True),
        ("国家发展改革委", "发展改革委", False),
    ],
)
def test_names_are_folded_for_matching(one: str, other: str, same: bool) -> None:
    assert (normal_name(one) == normal_name(other)) is same

"""The register of the rulebook: loading it, and resolving every body that real texts name."""

import re
from collections import Counter
from datetime import date

import pytest

from guiju.apps.accounts.models import Organisation, OrganisationName
from guiju.apps.accounts.selectors.organisations import (
    display_names,
    name_on,
    resolve,
    suggestions,
    suggestions_for,
)
from guiju.apps.accounts.services.registry import load_register
from guiju.apps.journal.models import Event
from guiju.core.codes.names import fold_name
from guiju.core.codes.register import bodies
from guiju.web.viewer import Viewer
from tests.factories import accounts as make

pytestmark = pytest.mark.django_db
PLAN_DAY = date(2022, 7, 6)
CLI = Viewer(today=date(2026, 1, 5), name="cli")


@pytest.fixture
def register():
    return load_register(by=CLI)


def slug(name, on=PLAN_DAY):
    found = resolve([name], on)[name]
    return found and found.slug


def test_loading_twice_changes_nothing_and_leaves_one_event(register):
    again = load_register(by=CLI)
    events = [(one.action, one.actor, one.details) for one in Event.objects.all()]
    assert again == {"added": 0, "changed": 0, "unchanged": register["added"]}
    assert events == [("accounts.load_register", "cli", register)]


def test_a_corrected_fact_is_one_change_and_one_more_event(register):
    OrganisationName.objects.filter(zh="教育部").update(en="Ministry of Learning")
    counts = load_register(by=CLI)
    assert (counts["added"], counts["changed"]) == (0, 1)
    assert OrganisationName.objects.get(zh="教育部").en == "Ministry of Education"
    assert Event.objects.count() == 2


def test_what_administrators_added_stays(register):
    own = make.organisation("示例厅", aliases=("示例厅别名",))
    load_register(by=CLI)
    assert slug("示例厅别名") == own.slug


def test_the_register_has_the_central_bodies_and_the_provinces(register):
    local = Organisation.objects.filter(kind="local_government")
    assert (local.count(), Organisation.objects.exclude(kind="local_government").count()) == (
        32,
        158,
    )
    assert Organisation.objects.get(slug="samr").uscc == "11100000MB0194554T"
    assert Organisation.objects.get(slug="nmpa").parent.slug == "samr"


@pytest.mark.parametrize(
    ("written", "on", "expected"),
    [
        ("市场监管总局（标准委）", PLAN_DAY, "samr"),
        ("市场监管总局(标准委)", PLAN_DAY, "samr"),
        (" 市场监管总局 \u3014标准委\u3015。", PLAN_DAY, "samr"),
        ("自然资源部（国家海洋局）", PLAN_DAY, "mnr"),
        ("教育部（国家海洋局）", PLAN_DAY, None),
        ("教育部（不存在局）", PLAN_DAY, None),
        ("国家标准委", PLAN_DAY, "samr"),
        ("国家标准委", date(2017, 5, 1), "sac-2001"),
        ("国家标准化管理委员会", date(2018, 3, 16), "sac-2001"),
        ("国家标准化管理委员会", date(2018, 3, 17), "samr"),
        ("国家海洋局", date(2017, 1, 1), "oceanic-2018"),
        ("国家海洋局", PLAN_DAY, "mnr"),
        ("银保监会", PLAN_DAY, "nfra"),
        ("国家金融监督管理总局", PLAN_DAY, "nfra"),
        ("国务院扶贫办", PLAN_DAY, "rural-revitalization"),
        ("质检总局", PLAN_DAY, "aqsiq"),
        ("发改委", PLAN_DAY, "ndrc"),
        ("国家发展和改革委员会", PLAN_DAY, "ndrc"),
        ("示例不存在部", PLAN_DAY, None),
        ("", PLAN_DAY, None),
    ],
)
def test_a_written_name_means_one_body(register, written, on, expected):
    assert slug(written, on) == expected


@pytest.mark.parametrize(
    ("body", "on", "language", "expected"),
    [
        ("nfra", date(2017, 1, 1), "zh-hans", ("银保监会", "zh-Hans")),
        ("nfra", PLAN_DAY, "zh-hans", ("银保监会", "zh-Hans")),
        ("nfra", date(2023, 5, 17), "zh-hans", ("银保监会", "zh-Hans")),
        ("nfra", date(2023, 5, 18), "zh-hans", ("金融监管总局", "zh-Hans")),
        ("nfra", date(2024, 1, 1), "en", ("National Financial Regulatory Administration", "en")),
        ("rural-revitalization", date(2018, 1, 1), "zh-hans", ("国务院扶贫办", "zh-Hans")),
        ("rural-revitalization", PLAN_DAY, "zh-hans", ("国家乡村振兴局", "zh-Hans")),
        ("rural-revitalization", date(2025, 1, 1), "zh-hans", ("国家乡村振兴局", "zh-Hans")),
    ],
)
def test_a_day_gives_the_name_then(register, body, on, language, expected):
    shown = name_on(Organisation.objects.get(slug=body), on, language)
    assert (str(shown), shown.lang) == expected


def test_a_body_without_an_english_name_keeps_its_chinese_name_on_english_pages():
    shown = name_on(make.organisation("示例厅", en=""), PLAN_DAY, "en")
    assert (shown.full, shown.short, shown.lang) == ("示例厅", "示例厅", "zh-Hans")


@pytest.mark.parametrize("many", [1, 30])
def test_queries_do_not_grow_with_the_names(register, django_assert_num_queries, many):
    names = [body.names[0].short for body in bodies()[:many]]
    with django_assert_num_queries(2):
        found = resolve(names, PLAN_DAY)
    assert None not in found.values()
    with django_assert_num_queries(1):
        display_names(found.values(), PLAN_DAY, "zh-hans")
    with django_assert_num_queries(4):
        suggestions_for([name + "厅" for name in names])


@pytest.mark.parametrize(
    ("wrong", "first"),
    [
        ("工业和信息部", "miit"),
        ("国家发展改革委员会", "ndrc"),
        ("卫健局", "nhc"),
        ("北京市政府", "beijing"),
    ],
)
def test_suggestions_begin_with_the_likest(register, wrong, first):
    found = [one.slug for one in suggestions(wrong, 3)]
    assert found[0] == first
    assert len(found) <= 3
    assert found == [one.slug for one in suggestions(wrong, 3)]


def test_nothing_alike_suggests_nothing(register):
    assert suggestions("Zzz") == []


def test_no_alias_repeats_a_name_that_is_borne_today():
    """An alias must not take a name away from the body that bears it."""
    borne = {
        fold_name(text): body.slug
        for body in bodies()
        for name in body.names
        for text in (name.zh, name.short)
        if name.until is None
    }
    taken = [
        (alias, body.slug)
        for body in bodies()
        for alias in body.aliases
        if borne.get(fold_name(alias), "") not in ("", body.slug)
    ]
    assert taken == []


def test_each_name_borne_today_is_borne_by_one_body():
    borne = [
        text
        for body in bodies()
        for name in body.names
        if name.until is None
        for text in {name.zh, name.short}
    ]
    twice = [text for text, times in Counter(borne).items() if times > 1]
    assert twice == []


NOTE = re.compile(
    r"[〔（(]((?:[^〔〕（）()]|[（(][^（）()]*[)）])*(?:负责|指导|参与)[^〔〕（）()]*)[〕）)]"
)
NOT_NAMES = re.compile(
    r"以下.*|不再列出|列第一位.*|排在第一位.*|下同|各.*|相关地区|试点城市政府.*|地方人民政府|国务院相关部门.*|有关部门|等.*"
)
VERBS = r"(?:按职责分工|牵头)?(?:负责落实|负责|牵头|指导|参与)"
ENDS = r"(?:等?(?:部门|国务院相关部门|相关单位|有关部门)?(?:及各地区|及相关地区|和地方人民政府)?(?:会同有关部门)?)"


def names_in(text):
    """Crudely, the bodies in the notes of a plan: an eye of its own, not the parser's."""
    for note in NOTE.findall(text):
        for part in re.split(r"[、，,。；;]", note):
            bodies_only = re.sub(VERBS + "$", "", part)
            name = re.sub(ENDS + "$", "", bodies_only)
            if name and not NOT_NAMES.fullmatch(name):
                yield name


def test_every_body_in_the_notes_of_real_plans_resolves(register, shared):
    files = [shared / "seeds/action-plan-2022.txt", *sorted((shared / "data/plans").glob("*.txt"))]
    found = [name for file in files for name in names_in(file.read_text("utf-8"))]
    unknown = sorted({name for name, one in resolve(set(found), PLAN_DAY).items() if one is None})
    assert (len(found) > 500, unknown) == (True, [])

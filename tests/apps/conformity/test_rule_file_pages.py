"""The pages of rule sets: read, tried, written, submitted, reviewed; by whom; what was typed stays."""

import re

import pytest
from django.urls import reverse

from guiju.apps.conformity.models import RuleFile
from guiju.apps.conformity.services.rule_files import change_rule_file
from guiju.core.params import param
from tests.factories import accounts
from tests.factories import conformity as make
from tests.factories import library as texts

pytestmark = pytest.mark.django_db
PAGES = ("rule_set", "rule_set_lines", "rule_set_try", "rule_set_beside", "rule_set_versions")
WORDS = {
    "rule-characteristic": "壶嘴拉脱力",
    "rule-limit": "不大于 90",
    "rule-unit": "",
    "rule-clause": "表2",
    "rule-when": "",
    "rule-modality": "requirement",
}
ATTACK = "<script>alert(1)</script>"


def address(name, *args):
    return reverse(f"conformity:{name}", args=args)


def signed_in(client, viewer):
    user = accounts.User.objects.get(pk=viewer.user)
    client.force_login(user, backend="guiju.apps.accounts.backends.SeatBackend")
    return client


def shown(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def test_the_platforms_sets_are_read_tried_and_copied(client):
    refs = ("GB_3838-2002", "HJ_633-2012")
    pages = [address(name, ref) for name in PAGES[:-1] for ref in refs]
    missing = [address("rule_set_versions", ref) for ref in refs]
    for page in pages:
        for language in ("/en", ""):
            answer = client.get(language + page)
            assert (page, answer.status_code) == (page, 200)
    assert [client.get(page).status_code for page in missing] == [404, 404]
    asked = {"v-DO": "7.4", "v-TP": "0.02", "a-waterbody": "lake", "try": "1"}
    page = shown(client.get(address("rule_set_try", "GB_3838-2002"), asked))
    assert "水质类别为 Ⅱ" in page
    assert "未经审查" not in page
    author = signed_in(client, make.author())
    editor = author.get(address("new_rules"), {"copy": "GB_3838-2002"})
    source = client.get(address("rule_set_file", "GB_3838-2002", "yaml")).content.decode()
    assert editor.context["form"]["text"].value() == source
    author.post(address("new_rules"), {"text": source, "origin": "GB_3838-2002.yaml", "do": "save"})
    copy = RuleFile.objects.get()
    assert (copy.origin, copy.standard, copy.state) == (
        "GB_3838-2002.yaml", "GB 3838—2002", "draft",
    )  # fmt: skip


@pytest.mark.parametrize("form", ["yaml", "json", "sql"])
def test_downloads(client, form):
    file = make.reviewed()
    answer = client.get(address("rule_set_file", file.pk, form))
    assert answer["Content-Disposition"] == f'attachment; filename="rule-set-{file.pk}.{form}"'
    assert "60" in answer.content.decode()
    broken = make.draft(make.BROKEN, by=(author := make.author()))
    status = signed_in(client, author).get(address("rule_set_file", broken.pk, form)).status_code
    assert status == (200 if form == "yaml" else 404)
    assert client.get(address("rule_set_file", broken.pk, "exe")).status_code == 404


def test_write_break_mend_submit_review(client):
    author = signed_in(client, make.author())
    assert author.get(address("new_rules")).status_code == 200
    page = author.get(address("new_rules"), {"start": "limits"})
    assert "T/EXAMPLE 1-2026" in page.context["form"]["text"].value()
    broken = author.post(address("new_rules"), {"text": make.BROKEN, "do": "check"})
    assert RuleFile.objects.count() == 0
    assert broken.context["form"]["text"].value() == make.BROKEN
    assert 'role="alert" tabindex="-1" autofocus' in shown(broken)
    assert 'id="line-9" class="gr-wrong"' in shown(broken)
    stored = author.post(address("new_rules"), {"text": make.BROKEN, "do": "save"})
    file = RuleFile.objects.get()
    assert stored["Location"] == address("edit_rules", file.pk) + "?checked=1"
    assert 'href="#line-9"' in shown(author.get(stored["Location"]))
    for name in PAGES:
        assert author.get(address(name, file.pk)).status_code == 200
    submit = author.get(address("submit_rules", file.pk))
    assert len(submit.context["errors"]) == 1
    mended = {"text": make.LIMITS, "seen": 1, "do": "save"}
    author.post(address("edit_rules", file.pk), mended)
    again = author.post(address("submit_rules", file.pk), {"seen": 1, "note": "x"})
    assert again.status_code == 200
    assert "第 2 版" in shown(again)
    sent = author.post(address("submit_rules", file.pk), {"seen": 2, "note": "核对过"})
    assert (sent.status_code, sent["Location"]) == (302, address("rule_set", file.pk))
    assert author.get(address("edit_rules", file.pk)).status_code == 409
    assert author.get(address("review_rules", file.pk)).status_code == 403
    page = shown(author.get(address("rule_set_try", file.pk), {"v-spout": "59", "try": "1"}))
    assert "未经审查" in page
    assert "不符合" in page
    reviewer = signed_in(client, make.reviewer())
    assert "核对过" in shown(reviewer.get(address("review_rules", file.pk)))
    wrong = reviewer.post(address("review_rules", file.pk), {"seen": 2, "do": "return"})
    assert "请写明理由" in shown(wrong)
    reviewer.post(address("review_rules", file.pk), {"seen": 2, "do": "return", "reason": "改"})
    file.refresh_from_db()
    assert file.state == "returned"


def test_accepted_it_is_public_without_names(client):
    author = make.author()
    file = make.submitted(by=author, note="内部说明")
    reviewer = signed_in(client, make.reviewer())
    reviewer.post(address("review_rules", file.pk), {"seen": 1, "do": "accept", "reason": ""})
    name = file.author.person.name
    assert name in shown(reviewer.get(address("rule_set", file.pk)))
    client.logout()
    for page in PAGES:
        answer = client.get(address(page, file.pk))
        assert (page, answer.status_code) == (page, 200)
        assert name not in shown(answer)
        assert "内部说明" not in shown(answer)
    assert "不是正式判定" not in shown(client.get(address("rule_set", file.pk)))


@pytest.mark.parametrize(
    ("who", "status"), [("public", 403), ("stranger", 403), ("colleague", 200), ("owner", 200)]
)
def test_who_opens_a_draft(client, who, status):
    author = make.author()
    file = make.draft(by=author)
    viewers = {
        "stranger": make.author,
        "colleague": lambda: accounts.viewer(accounts.seated("office", file.organisation)),
        "owner": lambda: author,
    }
    if who in viewers:
        signed_in(client, viewers[who]())
    pages = {name: client.get(address(name, file.pk)).status_code for name in PAGES}
    assert pages == dict.fromkeys(PAGES, status)
    for name in ("edit_rules", "submit_rules", "withdraw_rules"):
        assert (name, client.get(address(name, file.pk)).status_code) == (name, status)


def test_a_rule_in_words_is_added_and_nothing_is_lost(client):
    author = signed_in(client, make.author())
    typed = make.LIMITS + "# 手写\n"
    page = author.post(address("new_rules"), {"text": typed, "do": "add", **WORDS})
    text = page.context["form"]["text"].value()
    assert text == (
        make.LIMITS + '  - {id: r2-spout, clause: "表2", of: spout, limit: "不大于 90"}\n# 手写\n'
    )
    assert (page.context["added"], page.context["problems"]) == (10, ())
    for wrong in ({"rule-limit": ""}, {"rule-when": "颜色 = 红"}):
        page = author.post(address("new_rules"), {"text": typed, "do": "add", **WORDS | wrong})
        assert page.context["form"]["text"].value() == typed
        assert page.context["rule_form"].errors
        assert page.context["rule_form"]["characteristic"].value() == "壶嘴拉脱力"
    page = author.post(address("new_rules"), {"text": "a: [", "do": "add", **WORDS})
    assert page.context["form"]["text"].value() == "a: ["
    assert RuleFile.objects.count() == 0


def test_two_writers_at_once_lose_nothing(client):
    author = make.author()
    file = make.draft(by=author)
    change_rule_file(file=file, text=make.LIMITS.replace("≥60", "≥61"), seen=1, by=author)
    mine = make.LIMITS.replace("≥60", "≥62")
    writer = signed_in(client, author)
    page = writer.post(address("edit_rules", file.pk), {"text": mine, "seen": 1, "do": "save"})
    assert "第 2 版" in shown(page)
    assert page.context["form"]["text"].value() == mine
    assert page.context["form"]["seen"].value() == "2"
    assert [one.sign for one in page.context["stale"]["changed"] if one.sign != " "] == ["-", "+"]
    writer.post(address("edit_rules", file.pk), {"text": mine, "seen": 2, "do": "save"})
    file.refresh_from_db()
    assert file.version == 3
    assert file.versions.first().text == mine


@pytest.mark.parametrize(
    "text",
    [
        "[" * 50_000,
        "a: &a [x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(9)),
        "standard: [\n",
        "- a\n- b\n",
        "%YAML 9.9\n---\n",
        "\x01: \x02",
        "",
        f"standard: GB 1\ntitle: [{ATTACK}, {ATTACK}]\n",
        make.LIMITS.replace("壶嘴拉脱力", ATTACK).replace("Pull-off force", ATTACK),
    ],
)
def test_whatever_is_typed_comes_back(client, text):
    author = signed_in(client, make.author())
    for do in ("check", "save", "add"):
        page = author.post(address("new_rules"), {"text": text, "do": do, **WORDS})
        if page.status_code == 302:
            continue
        assert page.status_code == 200
        assert page.context["form"]["text"].value() in (text, *_added(page))
        assert ATTACK not in shown(page)
    for file in RuleFile.objects.all():
        for name in PAGES:
            assert ATTACK not in shown(author.get(address(name, file.pk)))
    assert ATTACK not in shown(author.get(address("rules")))


def _added(page):
    return [page.context["form"]["text"].value()] if page.context.get("added") else []


def test_a_file_that_is_too_large_is_told_so(client):
    author = signed_in(client, make.author())
    text = "x" * (param("rule_files.most_characters", make.author().today) + 1)
    for do in ("check", "save"):
        page = author.post(address("new_rules"), {"text": text, "do": do})
        assert page.context["form"]["text"].value() == text
        assert list(page.context["form"].errors) == ["text"]
    assert RuleFile.objects.count() == 0


def test_rules_beside_their_clauses(client):
    texts.text()
    file = make.reviewed(
        make.LIMITS.replace(
            "rules:\n",
            "  ring: {name: [提环承重, Load], unit: g}\nrules:\n"
            '  - {id: r2, clause: "表2", of: ring, limit: "≥5000"}\n'
            '  - {id: r3, clause: "99.9", of: ring, limit: "≤9000"}\n',
        ).replace("≥60", "≥50")
    )
    page = client.get(address("rule_set_beside", file.pk))
    assert [(one.clause, one.state) for one in page.context["found"]] == [
        ("表2", "agrees"), ("99.9", "absent"), ("表2 序号2", "disagrees"),
    ]  # fmt: skip
    assert page.context["found"][2].read == ("壶嘴拉脱力 ≥60 N",)


def test_the_list_asks_the_same_for_1_and_for_30(client, django_assert_num_queries):
    make.reviewed(make.LIMITS.replace("1-2026", "50-2026"))
    with django_assert_num_queries(3):
        assert client.get(address("rules")).status_code == 200
    author, reviewer = make.author(), make.reviewer()
    for number in range(51, 80):
        text = make.LIMITS.replace("1-2026", f"{number}-2026")
        file = make.submitted(text, by=author)
        make.accept_rule_file(file=file, seen=1, by=reviewer)
    with django_assert_num_queries(3):
        page = client.get(address("rules"))
    assert len(page.context["page"].object_list) == 30 + len(make.platform_sets())


def test_the_list_is_narrowed(client):
    make.reviewed()
    author = make.author()
    make.draft(make.LIMITS.replace("折叠水壶", "杯子"), by=author)
    writer = signed_in(client, author)

    def refs(**asked):
        found = writer.get(address("rules"), asked).context["page"].object_list
        return [one.state for one in found]

    assert refs(q="杯子") == ["draft"]
    assert refs(q="地表水 3838") == ["platform"]
    assert refs(state="reviewed") == ["reviewed"]
    assert refs(mine="on") == ["draft"]
    assert refs(q="没有") == []
    assert set(refs(state="x")) == {"draft", "reviewed", "platform"}


@pytest.mark.parametrize(
    ("ref", "zh", "en"),
    [
        ("GB_3095-2012", ("二氧化硫日平均是二氧化硫每日的算术平均", "统计值"), ("arithmetic mean", "Statistics")),
        ("GB_T_37276-2018", ("满分 1000", "各部分得分占满分"), ("1000 at most", "Each part, of its marks")),
        ("GB_18613-2020", ("按额定功率、极数查", "额定功率（kW）"), ("by Rated power", "Rated power (kW)")),
        ("HJ_633-2012", ("空气质量指数取各分指数的最大值", "空气质量指数的类别"), ("largest sub-index", "Classes of Air quality index")),
    ],
)  # fmt: skip
def test_composed_values_stand_on_the_page(client, ref, zh, en):
    for language, words in (("", zh), ("/en", en)):
        page = shown(client.get(language + address("rule_set", ref)))
        assert [word for word in words if word not in page] == []


def test_breakpoints_and_totals_are_tried_on_the_page(client):
    index = shown(client.get(address("rule_set_try", "HJ_633-2012")))
    assert "分指数 51，良" in index
    marks = shown(client.get(address("rule_set_try", "GB_T_37276-2018")))
    assert ("899.9</span> 四级" in marks, "900</span> 五级" in marks) == (True, True)


def test_a_standards_page_leads_to_its_rule_sets(client):
    texts.edition(make.NUMBER)
    file = make.reviewed()
    make.draft(make.LIMITS + "# x")
    page = shown(client.get(reverse("catalogue:standard", args=["T/EXAMPLE_1-2026"])))
    assert [int(one) for one in re.findall(r"/conformity/rules/(\d+)/", page)] == [file.pk]


def test_of_a_text_that_is_not_open_nothing_is_shown(client):
    texts.text(is_open=False)
    file = make.reviewed()
    page = client.get(address("rule_set_beside", file.pk))
    assert (page.status_code, page.context["text"]) == (200, None)
    assert "60 N" not in shown(page).split("<main")[1]


@pytest.mark.parametrize(
    "value", ["1e999999", "9" * 60, "0." + "1" * 58, "-0", "<0.1", "ND", "１.５", ATTACK, "\x00"]
)
def test_any_value_may_be_tried(client, value):
    for asked in ({"v-DO": value}, {"v-DO": "7", "a-waterbody": value}, {"on": value}):
        page = client.get(address("rule_set_try", "GB_3838-2002"), asked | {"try": "1"})
        assert (asked, page.status_code) in ((asked, 200), ({"on": value}, 400))
        assert ATTACK not in shown(page)

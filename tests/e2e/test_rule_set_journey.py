"""Write a new rule set, break it, mend it, submit it, have it accepted."""

import pytest

from guiju.apps.conformity.models import RuleFile
from tests.e2e.pages import WAYS_TO_LOOK, check_page, path
from tests.factories import accounts
from tests.factories import library as texts

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = {
    "zh": {
        "check": "只核对，不保存",
        "store": "保存",
        "add": "添加到文件",
        "open": "用文字添加一条规则",
        "submit": "提交审查",
        "accept": "审查通过",
        "sent": "规则集已提交审查",
        "done": "规则集审查通过",
        "mark": "未经审查",
    },
    "en": {
        "check": "Check only",
        "store": "Store",
        "add": "Add it to the file",
        "open": "Add a rule in words",
        "submit": "Submit for review",
        "accept": "Accept",
        "sent": "The rule set was submitted",
        "done": "The rule set is accepted",
        "mark": "not reviewed",
    },
}


@pytest.mark.parametrize(("language", "width", "scheme"), [WAYS_TO_LOOK[0], WAYS_TO_LOOK[3]])
def test_from_a_template_to_a_judging_rule_set(open_page, language, width, scheme):
    texts.text()
    words = WORDS[language]
    author, reviewer = accounts.seated("liaison"), accounts.seated("cataloguer")
    begin = path(language, "/conformity/rules/new/")
    page = open_page(begin, width=width, scheme=scheme, user=author)
    page.locator("a[href='?start=limits']").click()
    text = page.locator("textarea[name=text]")
    good = text.input_value()

    text.fill(good.replace("of: strength", "of: strenght"))
    page.get_by_role("button", name=words["check"]).click()
    assert page.locator(".gr-problems").is_visible()
    check_page(page)
    page.locator(".gr-problems a").first.click()
    assert page.locator("tr:target .gr-problem").is_visible()
    assert "strenght" in text.input_value()

    text.fill(good)
    page.locator("summary", has_text=words["open"]).click()
    page.fill("[name=rule-characteristic]", "壶嘴拉脱力")
    page.fill("[name=rule-limit]", "不小于 50")
    page.fill("[name=rule-unit]", "N")
    page.fill("[name=rule-clause]", "表2")
    page.get_by_role("button", name=words["add"]).click()
    assert '表2", of: "壶嘴拉脱力", limit: "不小于 50"' in text.input_value().replace(
        "of: 壶嘴拉脱力", 'of: "壶嘴拉脱力"'
    )
    page.get_by_role("button", name=words["store"], exact=True).click()
    check_page(page)
    file = RuleFile.objects.get()

    page.goto(path(language, f"/conformity/rules/{file.pk}/beside/"))
    assert page.locator(".gr-beside .gj-state-bad").count() == 1
    check_page(page)
    page.goto(path(language, f"/conformity/rules/{file.pk}/try/"))
    page.fill("[name='v-strength']", "59.9")
    page.select_option("[name='a-use']", "outdoor")
    page.locator("form.gr-try button").click()
    assert words["mark"] in page.locator(".gr-answer").inner_text()
    check_page(page)

    page.goto(path(language, f"/conformity/rules/{file.pk}/submit/"))
    page.fill("[name=note]", "示例：与条文核对")
    page.get_by_role("button", name=words["submit"]).click()
    assert words["sent"] in page.locator(".gj-message").first.inner_text()

    review = path(language, f"/conformity/rules/{file.pk}/review/")
    page = open_page(review, width=width, scheme=scheme, user=reviewer)
    check_page(page)
    page.get_by_role("button", name=words["accept"]).click()
    assert words["done"] in page.locator(".gj-message").first.inner_text()
    check_page(page)
    file.refresh_from_db()
    assert file.state == "reviewed"

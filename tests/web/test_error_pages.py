"""Each error has a page that says in the page's language what happened and what to do."""

import pytest
from django.test import Client

from tests.web.pages import tree, words

pytestmark = pytest.mark.urls("tests.web.urls")

LEAD = "//*[@class='gj-lead']"


@pytest.fixture
def visitor():
    return Client(raise_request_exception=False, enforce_csrf_checks=True)


PAGES = {
    "nothing-here/": (
        404,
        ("没有找到", "这个地址没有页面，可能已改名或输入有误。请核对地址，或用下面的检索查找。"),
        (
            "Not found",
            "There is no page at this address; it may have moved or been mistyped. Check it, or search below.",
        ),
    ),
    "missing/": (
        404,
        ("没有找到", "没有找到“GB 1”。请核对名称或编号。"),
        ("Not found", "“GB 1” was not found. Check the name or number."),
    ),
    "input/": (
        400,
        ("这次提交无法处理", "输入无法使用：行 3"),
        ("This request cannot be handled", "This input cannot be used: 行 3"),
    ),
    "suspicious/": (
        400,
        (
            "这次提交无法处理",
            "浏览器发来的内容不完整、过大或格式不对，没有保存。请返回上一页再试一次。",
        ),
        (
            "This request cannot be handled",
            "What the browser sent is incomplete, too large or malformed; nothing was stored. Go back and try again.",
        ),
    ),
    "denied/": (
        403,
        (
            "您不能打开或执行这一项",
            "您的账户没有这项权限。如果工作需要，请联系本单位的管理员或工作办公室。",
        ),
        (
            "You may not open or do this",
            "Your account does not have this permission. If you need it, ask your organisation's administrator or the office.",
        ),
    ),
    "unmarked/": (
        403,
        ("您不能打开或执行这一项", "此页面没有声明权限规则，因此不开放。"),
        (
            "You may not open or do this",
            "This page declares no access rule and is therefore closed.",
        ),
    ),
    "signed-in/": (
        403,
        ("您不能打开或执行这一项", "请先登录。"),
        ("You may not open or do this", "Sign in first."),
    ),
    "files/": (
        405,
        (
            "这个地址不能这样使用",
            "这个地址只接受页面上的按钮提交，不能直接打开。请从首页或检索重新进入。",
        ),
        (
            "This address is not used this way",
            "This address only takes what a button on a page sends and cannot be opened directly. Start from the home page or search.",
        ),
    ),
    "state/": (
        409,
        ("目前的状态不允许", "目前的状态不允许这样做：已冻结"),
        ("Its present state does not allow this", "Its present state does not allow this: 已冻结"),
    ),
    "tampered/": (
        500,
        ("系统内部出错", "封存的内容已被改动：第 7 条"),
        ("Something went wrong inside", "What was sealed has been changed: 第 7 条"),
    ),
}


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("prefix", ["/", "/en/"])
def test_says_what_happened_and_what_to_do(visitor, address, prefix):
    status, chinese, english = PAGES[address]
    response = visitor.get(prefix + address)
    title, sentence = english if prefix == "/en/" else chinese
    assert response.status_code == status
    assert words(response, "//h1") == [title]
    assert words(response, LEAD) == [sentence]
    assert tree(response).get("lang") == ("en" if prefix == "/en/" else "zh-Hans")


@pytest.mark.parametrize("prefix", ["/", "/en/"])
def test_ways_on_are_home_and_search(visitor, prefix):
    page = tree(visitor.get(prefix + "nothing-here/"))
    assert page.xpath("//main//form/@action") == [prefix + "search/"]
    assert page.xpath("//main//a/@href") == [prefix]


def test_wrong_method_still_names_the_right_ones(visitor):
    assert visitor.get("/files/").headers["Allow"] == "POST"


@pytest.mark.parametrize(
    ("prefix", "sentence"),
    [
        (
            "/",
            "表单已过期，或浏览器没有接受 Cookie，为防伪造没有执行。请返回上一页，刷新后重新提交。",
        ),
        (
            "/en/",
            "The form has expired or the browser refused the cookie, so nothing was done, to prevent forgery."
            " Go back, reload the page and send it again.",
        ),
    ],
)
def test_form_without_its_token(visitor, prefix, sentence):
    response = visitor.post(prefix + "theme/", {"theme": "dark"})
    assert response.status_code == 403
    assert words(response, LEAD) == [sentence]
    assert "guiju_theme" not in response.cookies


@pytest.mark.parametrize(
    ("address", "lang", "heading"),
    [("/broken/", "zh-Hans", "系统内部出错"), ("/en/broken/", "en", "Something went wrong inside")],
)
def test_fault_of_ours_needs_no_context(visitor, settings, address, lang, heading, caplog):
    """The very context may be what is broken."""
    engine = settings.TEMPLATES[0]
    broken = {**engine, "OPTIONS": {**engine["OPTIONS"], "context_processors": ["nowhere.at_all"]}}
    settings.TEMPLATES = [broken]
    response = visitor.get(address)
    assert response.status_code == 500
    assert words(response, "//h1") == [heading]
    assert tree(response).get("lang") == lang
    assert [record.levelname for record in caplog.records] == ["ERROR"]

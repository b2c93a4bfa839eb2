"""The pages of errors: what happened, what to do, and ways on, in the language of the page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import get_language_from_path

from guiju.core.errors import (
    Bilingual,
    GuijuError,
    InputError,
    NotFoundError,
    RefusedError,
    StateError,
)
from guiju.web.access import SIGN_IN

STATUS: tuple[tuple[type[GuijuError], int], ...] = (
    (NotFoundError, 404),
    (RefusedError, 403),
    (StateError, 409),
    (InputError, 400),
    (GuijuError, 500),
)
TITLES = {
    400: Bilingual("这次提交无法处理", "This request cannot be handled"),
    403: Bilingual("您不能打开或执行这一项", "You may not open or do this"),
    404: Bilingual("没有找到", "Not found"),
    405: Bilingual("这个地址不能这样使用", "This address is not used this way"),
    409: Bilingual("目前的状态不允许", "Its present state does not allow this"),
    500: Bilingual("系统内部出错", "Something went wrong inside"),
}
NO_PAGE = Bilingual(
    "这个地址没有页面，可能已改名或输入有误。请核对地址，或用下面的检索查找。",
    "There is no page at this address; it may have moved or been mistyped. Check it, or search below.",
)
BAD_REQUEST = Bilingual(
    "浏览器发来的内容不完整、过大或格式不对，没有保存。请返回上一页再试一次。",
    "What the browser sent is incomplete, too large or malformed; nothing was stored. Go back and try again.",
)
FORBIDDEN = Bilingual(
    "您的账户没有这项权限。如果工作需要，请联系本单位的管理员或工作办公室。",
    "Your account does not have this permission. If you need it, ask your organisation's administrator or the office.",
)
STALE_FORM = Bilingual(
    "表单已过期，或浏览器没有接受 Cookie，为防伪造没有执行。请返回上一页，刷新后重新提交。",
    "The form has expired or the browser refused the cookie, so nothing was done, to prevent forgery."
    " Go back, reload the page and send it again.",
)
WRONG_METHOD = Bilingual(
    "这个地址只接受页面上的按钮提交，不能直接打开。请从首页或检索重新进入。",
    "This address only takes what a button on a page sends and cannot be opened directly. Start from the home page or search.",
)


def status_of(error: GuijuError) -> int:
    """The HTTP status of an error: that of the nearest class in the table."""
    return next(status for kind, status in STATUS if isinstance(error, kind))


def _page(
    request: HttpRequest, status: int, sentence: Bilingual, *, offer_sign_in: bool = False
) -> HttpResponse:
    context = {
        "status": status,
        "title": TITLES[status],
        "sentence": sentence,
        "offer_sign_in": offer_sign_in,
        "own_search": True,
    }
    return render(request, "web/error.html", context, status=status)


def error_page(request: HttpRequest, error: GuijuError) -> HttpResponse:
    """The page of a known error; one that signing in may cure offers to do so."""
    offer = isinstance(error, RefusedError) and error.reason == SIGN_IN[1]
    return _page(request, status_of(error), error.sentence, offer_sign_in=offer)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, GuijuError):
        return error_page(request, exception)
    return _page(request, 400, BAD_REQUEST)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, 403, FORBIDDEN)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, 404, NO_PAGE)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _page(request, 403, STALE_FORM)


def wrong_method(request: HttpRequest) -> HttpResponse:
    return _page(request, 405, WRONG_METHOD)


def failed(request: HttpRequest) -> HttpResponse:
    """The page of a fault of ours. It asks neither the database nor the context: they may be it."""
    language = get_language_from_path(request.path_info) or "zh-hans"
    with translation.override(language):
        page = render_to_string(
            "web/500.html", {"html_lang": "en" if language == "en" else "zh-Hans"}
        )
    return HttpResponse(page, status=500)

"""The HTTP API at /api/v1/: the routers of all apps, and one form for every error."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from ninja.errors import HttpError, ValidationError

from guiju import __version__
from guiju.apps.accounts.api import router as accounts
from guiju.apps.catalogue.api import router as catalogue
from guiju.apps.conformity.api import router as conformity
from guiju.apps.development.api import router as development
from guiju.apps.exchange.openapi import DescribedAPI
from guiju.apps.exchange.operations import RuleFirst
from guiju.apps.exchange.reading import WholeText
from guiju.apps.exchange.search import router as search
from guiju.apps.governance.api import router as governance
from guiju.apps.journal.api import router as journal
from guiju.apps.library.api import router as library
from guiju.core.errors import Bilingual, GuijuError
from guiju.web.access import tell_refusal
from guiju.web.clashes import clash_of
from guiju.web.error_pages import status_of

rule_first = RuleFirst()
api = DescribedAPI(
    title="Guiju 规矩",
    version=__version__,
    description="Plans become work, work becomes standards. 政策变成任务，任务变成标准。",
    urls_namespace="api",
    docs_url=None,
    auth=rule_first,
    parser=WholeText(),
)
rule_first.api = api
api.add_router("", governance)
api.add_router("", catalogue)
api.add_router("", library)
api.add_router("", conformity)
api.add_router("", development)
api.add_router("", accounts)
api.add_router("", journal)
api.add_router("", search)

NOT_FOUND = Bilingual("没有这个地址或记录。", "There is no such address or record.")
UNREADABLE = Bilingual(
    "请求内容无法读取，请按 /api/v1/openapi.json 发送 JSON 或表单。",
    "The body cannot be read; send JSON or a form as /api/v1/openapi.json says.",
)


def _answer(
    request: HttpRequest, code: str, sentence: Bilingual, status: int, **more: Any
) -> HttpResponse:
    error = {"code": code, "zh": sentence.zh, "en": sentence.en, **more}
    return api.create_response(request, {"error": error}, status=status)


@api.exception_handler(GuijuError)
def known(request: HttpRequest, error: GuijuError) -> HttpResponse:
    tell_refusal(request, error)
    return _answer(request, error.code, error.sentence, status_of(error))


@api.exception_handler(DatabaseError)
def met(request: HttpRequest, error: DatabaseError) -> HttpResponse:
    """Two acts at once; anything else is a fault of ours."""
    if (clash := clash_of(error)) is None:
        raise error
    return known(request, clash)


@api.exception_handler(Http404)
def missing(request: HttpRequest, error: Http404) -> HttpResponse:
    return _answer(request, "not_found", NOT_FOUND, 404)


@api.exception_handler(ValidationError)
def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """The first wrong field in words, and all of them for programs."""
    fields = [{"where": list(one["loc"]), "what": one["msg"]} for one in error.errors]
    where = ".".join(str(part) for part in fields[0]["where"]) if fields else ""
    sentence = Bilingual(
        f"参数“{where}”有误，请对照 /api/v1/openapi.json。",
        f"The parameter “{where}” is wrong; see /api/v1/openapi.json.",
    )
    return _answer(request, "parameters", sentence, 422, fields=fields)


@api.exception_handler(HttpError)
def unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:
    return _answer(request, "unreadable", UNREADABLE, error.status_code)


def unknown_address(request: HttpRequest, **_: Any) -> HttpResponse:
    """What stands at every address that has no operation."""
    return _answer(request, "not_found", NOT_FOUND, 404)


def told_of_methods(view: Callable[..., Any]) -> Callable[..., Any]:
    """The view, with a wrong method told in the one form of errors.

    HEAD is GET of which the server sends the head alone.
    """

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        method = request.method
        if method == "HEAD":
            request.method = "GET"
        try:
            answer = view(request, *args, **kwargs)
        finally:
            request.method = method
        if not isinstance(answer, HttpResponseNotAllowed):
            return answer
        allowed = ", ".join(sorted(answer.headers["Allow"].split(", ")))
        sentence = Bilingual(
            f"这个地址不接受 {request.method}，可用：{allowed}。",
            f"This address does not take {request.method}; it takes {allowed}.",
        )
        told = _answer(request, "method", sentence, 405)
        told.headers["Allow"] = allowed
        return told

    return answered

"""The HTTP API at /api/v1/: the routers of all apps, and one form for every error."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import ValidationError

from guiju import __version__
from guiju.apps.accounts.api import router as accounts
from guiju.apps.exchange.operations import RuleFirst
from guiju.apps.governance.api import router as governance
from guiju.apps.journal.api import router as journal
from guiju.core.errors import Bilingual, GuijuError
from guiju.web.error_pages import status_of

rule_first = RuleFirst()
api = NinjaAPI(
    title="Guiju 规矩",
    version=__version__,
    description="Plans become work, work becomes standards. 政策变成任务，任务变成标准。",
    urls_namespace="api",
    docs_url=None,
    auth=rule_first,
)
rule_first.api = api
api.add_router("", governance)
api.add_router("", accounts)
api.add_router("", journal)

NOT_FOUND = Bilingual("没有这个地址或记录。", "There is no such address or record.")


def _answer(
    request: HttpRequest, code: str, sentence: Bilingual, status: int, **more: Any
) -> HttpResponse:
    error = {"code": code, "zh": sentence.zh, "en": sentence.en, **more}
    return api.create_response(request, {"error": error}, status=status)


@api.exception_handler(GuijuError)
def known(request: HttpRequest, error: GuijuError) -> HttpResponse:
    return _answer(request, error.code, error.sentence, status_of(error))


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

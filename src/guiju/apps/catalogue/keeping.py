"""How long answers may be kept (缓存): pages that are the same for everybody, marked by what they show."""

from hashlib import sha256
from typing import TypeVar

from django.conf import settings
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language

from guiju import __version__
from guiju.web.context import theme_of
from guiju.web.request import Request

_OWN_COOKIES = ("messages", settings.SESSION_COOKIE_NAME)


def same_for_all(request: Request) -> bool:
    """Not for those who are known, or are to be told something."""
    return not request.viewer.signed_in and not any(
        name in request.COOKIES for name in _OWN_COOKIES
    )


def mark_of(request: Request, *state: object) -> str:
    """The ETag of an address: the state of the data, the day, the language, the colours."""
    parts = (
        __version__,
        *state,
        request.viewer.today,
        request.get_full_path(),
        get_language(),
        theme_of(request),
    )
    return f'W/"{sha256(repr(parts).encode(errors="replace")).hexdigest()[:32]}"'


def unchanged(request: Request, mark: str) -> HttpResponse | None:
    """304 if the client has just this."""
    if "If-None-Match" not in request.headers:
        return None
    answer: HttpResponse | None = get_conditional_response(request, etag=mark)
    return answer


Answer = TypeVar("Answer", bound=HttpResponseBase)


def kept(answer: Answer, mark: str, seconds: int, *, by: str = "public") -> Answer:
    """The answer, to be kept so long: by everybody on the way, or by the reader alone ("private").

    A page has a form with a secret of its reader; data has none.
    """
    answer["ETag"] = mark
    answer["Cache-Control"] = f"{by}, max-age={seconds}"
    return answer

"""Views that go wrong in each known way, for the tests of what the shell then shows."""

from django.conf.urls.i18n import i18n_patterns
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpResponse
from django.urls import include, path
from django.views.decorators.http import require_POST

from guiju.config.urls import handler400, handler403, handler404, handler500
from guiju.core.errors import InputError, NotFoundError, StateError, TamperError
from guiju.web.access import PUBLIC, SIGNED_IN, needs

__all__ = ["handler400", "handler403", "handler404", "handler500"]


def raises(error):
    @needs(PUBLIC)
    def view(request):
        raise error

    return view


@require_POST
@needs(PUBLIC)
def takes_files(request):
    return HttpResponse(",".join(sorted(file.name for file in request.FILES.values())))


def unmarked(request):
    return HttpResponse("open")


urlpatterns = i18n_patterns(
    path("unmarked/", unmarked),
    path("signed-in/", needs(SIGNED_IN)(unmarked)),
    path("files/", takes_files),
    path("input/", raises(InputError("行 3"))),
    path("missing/", raises(NotFoundError("GB 1"))),
    path("state/", raises(StateError("已冻结"))),
    path("tampered/", raises(TamperError("第 7 条"))),
    path("denied/", raises(PermissionDenied())),
    path("suspicious/", raises(SuspiciousOperation())),
    path("broken/", raises(ZeroDivisionError())),
    path("", include("guiju.web.urls")),
    prefix_default_language=False,
)

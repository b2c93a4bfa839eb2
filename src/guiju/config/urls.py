"""All addresses. Pages stand at `/…` in Chinese and at `/en/…` in English; the API has one form."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

urlpatterns = [
    path("", include("guiju.apps.exchange.urls")),
    *i18n_patterns(
        path("", include("guiju.web.urls")),
        path("", include("guiju.apps.accounts.urls")),
        path("", include("guiju.apps.journal.urls")),
        path("", include("guiju.apps.governance.urls")),
        path("", include("guiju.apps.library.urls")),
        path("", include("guiju.apps.conformity.urls")),
        path("", include("guiju.apps.development.urls")),
        path("", include("guiju.apps.catalogue.urls")),
        prefix_default_language=False,
    ),
]

handler400 = "guiju.web.error_pages.bad_request"
handler403 = "guiju.web.error_pages.forbidden"
handler404 = "guiju.web.error_pages.not_found"
handler500 = "guiju.web.error_pages.failed"

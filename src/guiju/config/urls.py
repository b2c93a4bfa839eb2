"""All addresses. Pages stand at `/…` in Chinese and at `/en/…` in English; the API has one form."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

urlpatterns = [
    *i18n_patterns(
        path("", include("guiju.web.urls")),
        path("", include("guiju.apps.accounts.urls")),
        path("", include("guiju.apps.journal.urls")),
        path("", include("guiju.apps.governance.urls")),
        prefix_default_language=False,
    ),
]

"""Addresses of conformity: rule sets, and what they say of data."""

from django.urls import include, path

app_name = "conformity"

urlpatterns = [
    path("conformity/rules/", include("guiju.apps.conformity.urls.rules")),
    path("conformity/judge/", include("guiju.apps.conformity.urls.judge")),
    path("conformity/", include("guiju.apps.conformity.urls.comparing")),
]

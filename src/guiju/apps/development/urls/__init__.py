"""Addresses of development: projects, consultations, ballots, committees."""

from django.urls import URLPattern, URLResolver, include, path

from guiju.apps.development.urls import projects

app_name = "development"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("guiju.apps.development.urls.ballots")),
    path("", include("guiju.apps.development.urls.desk")),
    path("", include("guiju.apps.development.urls.dashboard")),
    *projects.urlpatterns,
    path("", include("guiju.apps.development.urls.consulting")),
    path("development/committees/", include("guiju.apps.development.urls.committees")),
]

"""Addresses of comparing limits (对标) and of sampling plans (抽样)."""

from django.urls import URLPattern, path

from guiju.apps.conformity.views import comparing

urlpatterns: list[URLPattern] = [
    path("against/", comparing.against, name="against"),
    path("against/own/", comparing.against_own, name="against_own"),
    path("sampling/", comparing.sampling, name="sampling"),
]

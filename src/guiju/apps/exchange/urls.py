"""Addresses of the API; they have no language."""

from django.urls import path

from guiju.apps.exchange.api import api

urlpatterns = [path("api/v1/", api.urls)]

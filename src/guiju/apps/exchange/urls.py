"""Addresses of the API; they have no language, and none of them answers with a page."""

from django.urls import URLPattern, path, re_path

from guiju.apps.exchange.api import api, told_of_methods, unknown_address

operations, app, space = api.urls
for one in operations:
    if isinstance(one, URLPattern):
        one.callback = told_of_methods(one.callback)
operations.append(re_path("", unknown_address, name="unknown"))

urlpatterns = [path("api/v1/", (operations, app, space))]

"""Addresses of the shared pages."""

app_name = "web"
urlpatterns: list[object] = []
